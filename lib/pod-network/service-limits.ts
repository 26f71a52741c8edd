import { ackGuide, alibabaCloud, limitsOn, type Fact, type FactList } from "../limits";

/** What the limits of the addresses of a Service need to know. */
export interface ServiceFamilyFacts {
  readonly families: readonly string[];
  /** Undefined for a cluster whose network the app does not own. */
  readonly isDualStack: boolean | undefined;
}

/** What the internet reaches by IPv6 in one VPC. */
export interface PublicIpv6Facts {
  readonly reached: readonly string[];
  readonly hasGateway: boolean;
}

/** What the limits of a load balancer that a Service takes need to know. */
export interface ServiceBalancerFacts {
  readonly loadBalancerId: Fact<string>;
}

/** A Service on a load balancer of an API server. */
export interface TakenBalancer {
  readonly path: string;
  /** Whose it is. */
  readonly balancer: string;
}

/** The load balancers of Services beside those of API servers. */
export interface TakenBalancerFacts {
  readonly taken: FactList<TakenBalancer>;
}

const families = limitsOn<ServiceFamilyFacts>("Networks of Pods");
const ipv6 = limitsOn<PublicIpv6Facts>("Networks of Pods");
const balancer = limitsOn<ServiceBalancerFacts>("Networks of Pods");
const balancers = limitsOn<TakenBalancerFacts>("Networks of Pods");

export const serviceFamilyLimits = [
  families.limit(
    "service-ipv6-needs-dual-stack",
    ["families", "isDualStack"],
    {
      // In 2021 it was the policy; SingleStack with IPv6 alone is as good on a dual-stack cluster.
      statement: "Services have addresses of IPv6 in dual-stack clusters alone.",
      source: ackGuide("7.3.9 FAQ on container networks, IPv6", "12781-12789 and 12823-12826"),
      rows: ["ipv6-family-policy"],
      authority: "kubernetes",
      fix: "leave it out, or take a network with dualStack: true, which is a new cluster",
    },
    ({ families: asked, isDualStack }) =>
      isDualStack === false
        ? [
            {
              got: `ipFamilies ${asked.join(", ")} in a cluster with IPv4 alone`,
              want: "a dual-stack cluster",
            },
          ]
        : [],
  ),
];

export const publicIpv6Limits = [
  ipv6.limit(
    "public-ipv6-gateway",
    ["reached", "hasGateway"],
    {
      statement:
        "The internet reaches addresses of IPv6 where the VPC has an IPv6 gateway, and the address public bandwidth.",
      source: ackGuide("7.3.9 FAQ on container networks, IPv6", "12819-12821"),
      rows: ["ipv6-public-bandwidth"],
      // It may have been made outside of the app.
      advice: true,
      fix: "make an alicloud_vpc_ipv6_gateway for the VPC; single addresses of Pods take an alicloud_vpc_ipv6_internet_bandwidth beside",
    },
    ({ reached, hasGateway }) =>
      hasGateway
        ? []
        : reached.map((path) => ({
            at: path,
            got: "a public address of IPv6, in an app without an IPv6 gateway",
            want: "an IPv6 gateway in the VPC, with public bandwidth",
          })),
  ),
];

export const serviceBalancerLimits = [
  balancer.format(
    "service-load-balancer-id",
    "loadBalancerId",
    /^n?lb-[a-z0-9*]+$/,
    "the id of a CLB (lb-...) or an NLB (nlb-...)",
    {
      statement: "A Service names a load balancer that exists by its id.",
      source: alibabaCloud("ACK, Use annotations to configure load balancing, alibaba-cloud-loadbalancer-id"),
      authority: "service",
      fix: "write the id, such as lb-bp1abcd, or take that of a resource",
    },
  ),
];

export const takenBalancerLimits = [
  balancers.monotone(
    "service-not-on-api-server-balancer",
    ["taken"],
    {
      statement:
        "A Service does not take the load balancer of an API server, whose ports (6443; 8443 and 22 of a dedicated cluster) are in use.",
      source: ackGuide("18.1.1 Create a managed GPU cluster; also 7.4.6", "52955-52958 and 15762"),
      rows: ["gpu-slb-ports", "slb-reuse-not-apiserver"],
      authority: "service",
      fix: "take another load balancer, or leave it out: ACK makes one for the Service",
    },
    ({ taken }) =>
      taken.map(({ path, balancer: got }) => ({
        at: path,
        got,
        want: "a load balancer of your own for Services",
      })),
  ),
];
