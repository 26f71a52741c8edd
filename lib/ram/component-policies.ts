import { CsKubernetes } from "@cdktf/provider-alicloud/lib/cs-kubernetes";
import { CsManagedKubernetes } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact, joinRelation } from "../limits";
import { inheritProvider, type ResourceOptions } from "../resource";
import type { ComponentPolicy } from "./component-policy";
import { nodeRoleLimits } from "./component-limits";
import { CustomRamPolicy } from "./custom-ram-policy";

export interface ComponentPoliciesProps extends ResourceOptions {
  readonly cluster: ICluster;

  /** What components may do, by keys of your own: each is part of a Terraform address. */
  readonly policies: Readonly<Record<string, ComponentPolicy>>;

  /**
   * Name of the role of the workers; of a pool with a role of its own (`ramRoleName`), that one.
   * @default - the role that ACK made for the workers, of a cluster of this app
   */
  readonly workerRoleName?: string;

  /**
   * Name of the role of the masters of a dedicated cluster, which the console shows under its resources.
   * @default - none; what acts on the masters cannot be allowed
   */
  readonly masterRoleName?: string;

  /** @default - none */
  readonly tags?: Record<string, string>;
}

/** Lets components act in the role of the nodes of a cluster: a policy for each, attached to the roles that it acts in. */
export class ComponentPolicies extends Construct {
  /** The policies by their keys. */
  public readonly policies: ReadonlyMap<string, CustomRamPolicy>;

  constructor(scope: Construct, id: string, props: ComponentPoliciesProps) {
    super(scope, id);
    const { cluster, policies, workerRoleName = roleOfWorkers(cluster), masterRoleName, ...rest } = props;
    const provider = inheritProvider(this, props.provider, cluster.provider);
    const isDedicated = cluster.kind === "dedicated";
    const made = new Map<string, CustomRamPolicy>();
    for (const [key, { document, roles }] of Object.entries(policies)) {
      const policy = new CustomRamPolicy(this, key, {
        ...rest,
        ...(provider === undefined ? {} : { provider }),
        document,
      });
      const names = { worker: workerRoleName, master: isDedicated ? masterRoleName : undefined };
      // ACK runs the masters of other clusters, and what was theirs then acts on the workers.
      const wanted = new Set(isDedicated ? roles : (["worker"] as const));
      for (const role of wanted) {
        const name = names[role];
        if (name !== undefined) {
          policy.attachToRole(role, name);
        }
      }
      made.set(key, policy);
      declareFacts(policy, nodeRoleLimits, {
        key,
        isDedicated,
        wanted: [...wanted],
        workerRoleName: fact(workerRoleName),
        masterRoleName: fact(masterRoleName),
      });
    }
    this.policies = made;
    const components = Object.values(policies).flatMap((one) => one.components);
    joinRelation(this, clusterAddons, cluster.groupKey, { kind: "node-policy", components });
  }
}

/** The role that ACK makes for the workers of a cluster. */
function roleOfWorkers(cluster: ICluster): string | undefined {
  const resource: unknown = "resource" in cluster ? cluster.resource : undefined;
  if (!TerraformResource.isTerraformResource(resource)) {
    return undefined;
  }
  const types: readonly string[] = [CsManagedKubernetes.tfResourceType, CsKubernetes.tfResourceType];
  return types.includes(resource.terraformResourceType)
    ? (resource as CsManagedKubernetes | CsKubernetes).workerRamRoleName
    : undefined;
}
