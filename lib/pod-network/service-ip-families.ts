import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, joinRelation } from "../limits";
import { publicIpv6 } from "./public-ipv6";
import { serviceFamilyLimits } from "./service-limits";

export type IpFamily = "IPv4" | "IPv6";

/** The load balancer of a Service, and what of it has IPv6. What it has cannot be changed once it is made. */
export type Ipv6LoadBalancer =
  /** A CLB that has an IPv6 address in the place of one of IPv4. */
  | { readonly type: "clb" }
  /** An NLB that has both. */
  | {
      readonly type: "nlb";
      /**
       * Whether the internet reaches it by IPv6. The VPC needs an IPv6 gateway.
       * @default false
       */
      readonly publicIpv6?: boolean;
    };

export interface Ipv6ServiceProps {
  /** A cluster in a network with `dualStack: true`. */
  readonly cluster: ICluster;

  /**
   * For a Service of type LoadBalancer.
   * @default - a load balancer with IPv4, or none
   */
  readonly loadBalancer?: Ipv6LoadBalancer;
}

export interface DualStackServiceProps extends Ipv6ServiceProps {
  /**
   * The family of `clusterIP`, which what knows one address alone takes. It cannot be changed.
   * @default IPv4
   */
  readonly first?: IpFamily;
}

/** What stands in `spec` of a Service. */
export interface ServiceFamilySpec {
  readonly ipFamilyPolicy: string;
  readonly ipFamilies: string[];
  readonly loadBalancerClass?: string;
}

const prefix = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer";

/** The addresses of a Service of a dual-stack cluster: without it a Service has one address, of IPv4. */
export class ServiceIpFamilies extends Construct {
  /** An address of each family. */
  public static dualStack(scope: Construct, id: string, props: DualStackServiceProps): ServiceIpFamilies {
    const families: IpFamily[] = props.first === "IPv6" ? ["IPv6", "IPv4"] : ["IPv4", "IPv6"];
    return new ServiceIpFamilies(scope, id, props, "RequireDualStack", families);
  }

  /** An address of IPv6 alone. */
  public static ipv6(scope: Construct, id: string, props: Ipv6ServiceProps): ServiceIpFamilies {
    return new ServiceIpFamilies(scope, id, props, "SingleStack", ["IPv6"]);
  }

  /** For `spec` of a Service. */
  public readonly spec: ServiceFamilySpec;
  /** For the metadata of a Service of type LoadBalancer. */
  public readonly annotations: Readonly<Record<string, string>>;

  private constructor(
    scope: Construct,
    id: string,
    { cluster, loadBalancer }: Ipv6ServiceProps,
    ipFamilyPolicy: string,
    ipFamilies: IpFamily[],
  ) {
    super(scope, id);
    this.spec = {
      ipFamilyPolicy,
      ipFamilies,
      ...(loadBalancer?.type === "nlb" ? { loadBalancerClass: "alibabacloud.com/nlb" } : {}),
    };
    this.annotations = annotationsOf(loadBalancer);
    const { network, vpc } = cluster;
    declareFacts(this, serviceFamilyLimits, {
      families: ipFamilies,
      isDualStack: network === undefined ? undefined : network.isDualStack === true,
    });
    // What stands in a VPC that others made, nobody knows here.
    if (
      loadBalancer?.type === "nlb" &&
      loadBalancer.publicIpv6 === true &&
      vpc?.groupKey.startsWith("new:")
    ) {
      joinRelation(this, publicIpv6, vpc.groupKey, this);
    }
  }
}

function annotationsOf(loadBalancer: Ipv6LoadBalancer | undefined): Readonly<Record<string, string>> {
  switch (loadBalancer?.type) {
    case undefined:
      return {};
    case "clb":
      return { [`${prefix}-ip-version`]: "ipv6" };
    case "nlb":
      return {
        [`${prefix}-ip-version`]: "DualStack",
        ...(loadBalancer.publicIpv6 === true ? { [`${prefix}-ipv6-address-type`]: "internet" } : {}),
      };
  }
}
