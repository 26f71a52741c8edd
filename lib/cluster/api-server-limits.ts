import { ackGuide, alibabaCloud, limitsOn, provider } from "../limits";
import type { ClusterFacts } from "./facts";

const cluster = limitsOn<ClusterFacts>("Clusters");

/** How the API server is reached, and by what names. */
export const apiServerLimits = [
  cluster.limit(
    "apiserver-eip-port-6443",
    ["publicApiServer", "isEdge"],
    {
      statement:
        "A public API server listens on port 6443 for the whole internet. At the edge there may be no other way to it.",
      source: ackGuide("4.3.1 Create a dedicated cluster", "4156-4157 and 7248-7252"),
      rows: ["apiserver-eip-port-6443", "apiserver-public-port-6443"],
      advice: true,
      fix: "leave publicApiServer out and come by VPN or Express Connect; or bind an access control list to its listener, and acknowledge this",
    },
    ({ publicApiServer, isEdge }) =>
      publicApiServer && !isEdge
        ? [{ got: "publicApiServer true: port 6443 is open to the internet", want: "a private API server" }]
        : [],
  ),
  cluster.monotone(
    "api-server-san-format",
    ["apiServerSans"],
    {
      statement: "A further name of the API server is a DNS name, an IP address, a URI or an e-mail address.",
      source: provider("alicloud_cs_managed_kubernetes.custom_san (accepts any text)"),
      rows: ["san-format"],
      authority: "service",
      fix: 'apiServerSans: ["api.example.com", "192.168.0.10"]',
    },
    ({ apiServerSans = [] }) =>
      apiServerSans
        .filter((san) => !isSubjectAlternativeName(san))
        .map((san) => ({
          got: `the name ${JSON.stringify(san)}`,
          want: "one DNS name, IP address, URI or e-mail address",
        })),
  ),
  cluster.eachFormat(
    "api-server-load-balancer-id",
    "loadBalancerIds",
    /^n?lb-[a-z0-9*]+$/,
    { member: "load balancer", want: "the id of a CLB (lb-...) or an NLB (nlb-...)" },
    {
      statement: "The load balancers of an API server are CLBs or NLBs, named by their ids.",
      source: provider("alicloud_cs_managed_kubernetes.control_plane_endpoints_config (accepts any text)"),
      authority: "service",
      fix: "write the id, such as nlb-abcd or lb-bp1abcd",
    },
  ),
  cluster.limit(
    "api-server-one-public-endpoint",
    ["publicApiServer", "publicLoadBalancerId"],
    {
      statement:
        "An API server has one public endpoint: that of a load balancer of yours, or the address that ACK binds.",
      source: provider("alicloud_cs_managed_kubernetes.control_plane_endpoints_config.load_balancers_config"),
      advice: true,
      fix: "leave publicApiServer out: the load balancer alone makes the API server public",
    },
    ({ publicApiServer, publicLoadBalancerId }) =>
      publicApiServer && publicLoadBalancerId !== undefined
        ? [
            {
              got: `publicApiServer true beside the public load balancer ${publicLoadBalancerId}`,
              want: "one of them",
            },
          ]
        : [],
  ),
  cluster.limit(
    "api-server-balancer-zones",
    ["makesPrivateBalancer", "vswitchCount"],
    {
      statement:
        "Beside a public load balancer of yours ACK makes an NLB for the private endpoint, which needs two zones.",
      source: provider("alicloud_cs_managed_kubernetes.control_plane_endpoints_config"),
      authority: "service",
      fix: "give privateLoadBalancerId, or the network a second zone",
    },
    ({ makesPrivateBalancer, vswitchCount }) =>
      makesPrivateBalancer && vswitchCount < 2
        ? [
            {
              got: "a private endpoint without a load balancer, in a cluster with one vSwitch",
              want: "vSwitches in two zones",
            },
          ]
        : [],
  ),
  cluster.limit(
    "api-server-internal-dns-later",
    ["internalDns"],
    {
      statement:
        "The internal name of an API server is switched on in a cluster that exists: at creation the provider does not send it.",
      source: provider(
        "alicloud_cs_managed_kubernetes.control_plane_endpoints_config.internal_dns_config.enabled",
      ),
      advice: true,
      fix: "apply once more after the apply that makes the cluster, and acknowledge this",
    },
    ({ internalDns }) =>
      internalDns === true
        ? [{ got: "internalDns enabled", want: "a second apply where the cluster is new" }]
        : [],
  ),
  cluster.eachFormat(
    "api-server-dns-vpc-id",
    "internalDnsVpcIds",
    /^vpc-[a-z0-9*]+$/,
    { member: "VPC", want: "the id of a VPC (vpc-...)" },
    {
      statement:
        "The VPCs in which the internal name of an API server can be resolved are named by their ids.",
      source: provider(
        "alicloud_cs_managed_kubernetes.control_plane_endpoints_config.internal_dns_config.bind_vpcs",
      ),
      authority: "service",
      fix: "write the id of the VPC, such as vpc-bp1abcd, or vpc.vpcId",
    },
  ),
  cluster.unique("api-server-sans-unique", "apiServerSans", {
    statement: "The further names of the API server differ.",
    source: alibabaCloud("ACK, Customize the SAN of the certificate of the API server"),
    advice: true,
    fix: "leave the second one out",
  }),
];

/** ACK joins the names with commas, so that none can have a comma or a blank. */
function isSubjectAlternativeName(san: string): boolean {
  return (
    /^(\*\.)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(san) ||
    (/^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$/.test(san) && URL.canParse(`https://[${san}]`)) ||
    /^[^\s,@:/]+@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(san) ||
    (/^[A-Za-z][A-Za-z0-9+.-]*:[^\s,]+$/.test(san) && URL.canParse(san))
  );
}
