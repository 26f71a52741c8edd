import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, unknown, type Fact, type Relation } from "../limits";
import { resolved } from "./resolved";
import { takenBalancerLimits, type TakenBalancer, type TakenBalancerFacts } from "./service-limits";

/** Who takes a load balancer. */
interface BalancerUse {
  readonly kind: "api-server" | "service";
  readonly scope: IConstruct;
  readonly loadBalancerId: string;
}

/** What a cluster says of the load balancer that ACK made for its API server. */
const ofCluster = /alicloud_cs_\w+\.[\w-]+\.(slb_id|slb_internet|slb_intranet)\b/;

/** Load balancers of API servers and those that Services take, over the whole app. */
export const balancerUses: Relation<BalancerUse, TakenBalancerFacts> = {
  id: "balancer-uses",
  limits: takenBalancerLimits,
  facts: (members) => {
    const owners = new Map(
      members
        .filter(({ member }) => member.kind === "api-server")
        .map(({ path, member }) => [identityOf(member), path]),
    );
    return {
      taken: members.flatMap(({ path, member }): Fact<TakenBalancer>[] => {
        if (member.kind === "api-server") {
          return [];
        }
        const identity = identityOf(member);
        const owner = owners.get(identity);
        const attribute = ofCluster.exec(identity)?.[1];
        if (owner !== undefined) {
          return [{ path, balancer: `the load balancer of the API server of ${owner}` }];
        }
        if (attribute !== undefined) {
          return [{ path, balancer: `${attribute} of a cluster, the load balancer of its API server` }];
        }
        return isToken(member.loadBalancerId) ? [unknown(member.loadBalancerId)] : [];
      }),
    };
  },
};

/** Tokens differ for one and the same reference, and references are those of a stack. */
function identityOf({ scope, loadBalancerId }: BalancerUse): string {
  return isToken(loadBalancerId)
    ? `${TerraformStack.of(scope).node.path} ${String(resolved(scope, loadBalancerId))}`
    : loadBalancerId;
}
