import { Construct } from "constructs";
import { declareFacts, fact, joinRelation } from "../limits";
import { balancerUses } from "./balancer-uses";
import { serviceBalancerLimits } from "./service-limits";

export interface ServiceLoadBalancerProps {
  /** Id of a CLB or an NLB of your own, in the VPC of the cluster. A Service cannot be given another one later. */
  readonly loadBalancerId: string;

  /**
   * Whether the Service may put its listeners in the place of those that the load balancer has. It deletes what is not its own.
   * @default - it may not
   */
  readonly overridesListeners?: boolean;
}

const prefix = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer";

/** A load balancer that exists, for Services of type LoadBalancer: they share it by ports, and leave it when they go. */
export class ServiceLoadBalancer extends Construct {
  /** For the metadata of the Services. */
  public readonly annotations: Readonly<Record<string, string>>;

  constructor(
    scope: Construct,
    id: string,
    { loadBalancerId, overridesListeners }: ServiceLoadBalancerProps,
  ) {
    super(scope, id);
    this.annotations = {
      [`${prefix}-id`]: loadBalancerId,
      ...(overridesListeners === undefined
        ? {}
        : { [`${prefix}-force-override-listeners`]: String(overridesListeners) }),
    };
    declareFacts(this, serviceBalancerLimits, { loadBalancerId: fact(loadBalancerId) });
    joinRelation(this, balancerUses, "app", { kind: "service", scope: this, loadBalancerId });
  }
}
