import { ackGuide, alibabaCloud, limitsOn, problems, provider, type Finding } from "../limits";
import { Cidr, FORBIDDEN_FOR_VPC } from "../values";
import type { NatGatewayFacts, NetworkFacts, VpcFacts } from "./facts";

const blocks = limitsOn<Pick<NetworkFacts, "cidrs">>("Networks");
const vswitches = limitsOn<Pick<NetworkFacts, "vswitchCidrs">>("Networks");
const natGateway = limitsOn<NatGatewayFacts>("Networks");
const vpc = limitsOn<VpcFacts>("Networks");
const network = limitsOn<NetworkFacts>("Networks");

/** Every CIDR block, wherever it is given. */
const cidrFormat = blocks.monotone(
  "cidr-format",
  ["cidrs"],
  {
    statement: "A CIDR block is an IPv4 network address with a prefix length, without host bits.",
    source: provider("alicloud_vpc.cidr_block (accepts any text)"),
    authority: "addresses",
    fix: "write the network address with its prefix length: 10.0.0.0/16",
  },
  ({ cidrs }) => (cidrs ?? []).flatMap((cidr) => problems(() => Cidr.parse(cidr))),
);

/** Every vSwitch, of whatever construct. */
const vswitchMask = vswitches.monotone(
  "vswitch-cidr-mask",
  ["vswitchCidrs"],
  {
    statement: "The prefix length of a vSwitch is 16 to 29.",
    source: alibabaCloud("CreateVSwitch, CidrBlock"),
    authority: "service",
    rows: ["vswitch-subnet-of-vpc"],
    fix: "leave the block out, or take a /16 to /29",
  },
  ({ vswitchCidrs }) => outsideMasks(vswitchCidrs, 16, 29, "the vSwitch"),
);

export const vpcLimits = [
  cidrFormat,
  vpc.monotone(
    "vpc-cidr-allowed",
    ["primaryAndSecondary"],
    {
      statement:
        "A VPC may use any range except 100.64.0.0/10, 224.0.0.0/4, 127.0.0.0/8, 169.254.0.0/16 and their parts.",
      source: ackGuide("7.1 Network overview", "10642-10656"),
      rows: ["vpc-cidr-allowed"],
      fix: "take a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
    },
    ({ primaryAndSecondary }) =>
      parsed(primaryAndSecondary).flatMap((cidr): Finding[] => {
        const forbidden = FORBIDDEN_FOR_VPC.find((range) => range.overlaps(cidr));
        return forbidden === undefined
          ? []
          : [{ got: `the block ${cidr}, in ${forbidden}`, want: "a block that VPCs may use" }];
      }),
  ),
  vpc.monotone(
    "vpc-cidr-mask",
    ["primaryAndSecondary"],
    {
      statement: "The prefix length of a VPC block is 8 to 28.",
      source: alibabaCloud("CreateVpc, CidrBlock"),
      authority: "service",
      rows: ["vpc-cidr-allowed"],
      fix: 'cidr: "10.0.0.0/16"',
    },
    ({ primaryAndSecondary }) => outsideMasks(primaryAndSecondary, 8, 28, "the VPC block"),
  ),
  vpc.range(
    "custom-route-entries",
    "customRouteEntries",
    { min: 0, max: 10_000, unit: "route entries" },
    {
      statement: "The number of custom route entries of a VPC is a whole number.",
      source: ackGuide("4.3 Create a cluster", "3949-3951"),
      authority: "library",
      fix: "customRouteEntries: 0",
    },
  ),
];

export const natGatewayLimits = [
  cidrFormat,
  vswitchMask,
  natGateway.range(
    "nat-bandwidth",
    "bandwidth",
    { min: 1, max: 200, unit: "Mbit/s" },
    {
      statement: "A public address that is paid by traffic has a peak bandwidth of 1 to 200 Mbit/s.",
      source: alibabaCloud("EIP, AllocateEipAddress, Bandwidth"),
      authority: "service",
      fix: "bandwidth: 100",
    },
  ),
];

export const networkLimits = [
  cidrFormat,
  vswitchMask,
  network.eachFormat(
    "vswitch-id-format",
    "existingVSwitches",
    /^vsw-[a-z0-9]*$/,
    { member: "vSwitch", want: "an id such as vsw-bp1mkmk9xaf5q4c3b0000" },
    {
      statement: "The id of a vSwitch is vsw- and lower-case letters and digits.",
      source: provider("alicloud_cs_managed_kubernetes.vswitch_ids, pod_vswitch_ids"),
      authority: "provider",
      fix: "write the id of the vSwitch, such as vsw-bp1mkmk9xaf5q4c3b0000",
    },
  ),
  network.unique("node-vswitches-unique", "existingNodeVSwitches", {
    statement: "The control plane is attached to each vSwitch once.",
    source: provider("alicloud_cs_managed_kubernetes.vswitch_ids (accepts repetitions)"),
    authority: "service",
    fix: "give each zone a vSwitch of its own",
  }),
  network.range(
    "cluster-vswitch-count",
    "zones",
    { min: 1, max: 5 },
    {
      statement:
        "The control plane of a cluster is attached to one to five vSwitches, one for each zone of its network.",
      source: provider("alicloud_cs_managed_kubernetes.vswitch_ids"),
      authority: "provider",
      // The manual of 2021 allows three; the provider takes five today.
      rows: ["vswitch-count-1-3"],
      fix: "name one to five zones",
    },
  ),
  network.range(
    "flannel-node-cidr-mask",
    "nodeCidrMask",
    { min: 24, max: 28 },
    {
      statement: "The block that each Flannel node gets from the Pod CIDR has a prefix length of 24 to 28.",
      source: provider("alicloud_cs_managed_kubernetes.node_cidr_mask"),
      authority: "provider",
      rows: ["flannel-node-ip-count"],
      fix: "leave nodeCidrMask out (24), or take 25 to 28 for fewer Pods on each node",
    },
  ),
  network.limit(
    "flannel-pod-cidr-holds-a-node",
    ["podCidr", "nodeCidrMask"],
    {
      statement: "The Pod CIDR of a Flannel cluster holds the block of at least one node.",
      source: ackGuide("7.2 Plan the network of a cluster", "10731-10735"),
      authority: "addresses",
    },
    ({ podCidr, nodeCidrMask }) => {
      const pods = podCidr === undefined ? undefined : Cidr.tryParse(podCidr);
      return pods === undefined || nodeCidrMask === undefined || pods.prefix <= nodeCidrMask
        ? []
        : [
            {
              got: `the Pod CIDR ${pods}, of which each node takes a /${nodeCidrMask}`,
              want: `a Pod CIDR of /${nodeCidrMask} or larger`,
              fix: "take a larger Pod CIDR: a /16 holds 256 nodes with 256 addresses each",
            },
          ];
    },
  ),
];

const facts = limitsOn<Record<never, never>>("Networks");

/** Refused at once, because no address can be written down: the finding comes from the plan. */
export const addressPlanLimit = facts.limit(
  "address-plan",
  [],
  {
    statement: "The zones of a network, and the addresses wanted in each, fit into its VPC.",
    source: ackGuide("7.2 Plan the network of a cluster", "10665-10735"),
    authority: "addresses",
    fix: "give a larger VPC or fewer addresses for each zone; planAddresses says what fits",
  },
  () => [],
);

export const natGatewayOfVpcLimit = facts.limit(
  "nat-gateway-of-vpc",
  [],
  {
    statement: "A NAT gateway serves vSwitches of its own VPC.",
    source: ackGuide("7.3.8 Enable SNAT for an existing cluster", "12302"),
    authority: "service",
    rows: ["nat-same-region-vpc"],
    fix: "make a gateway in the VPC of the network: new NatGateway(..., { vpc: network.vpc })",
  },
  () => [],
);

export const networkServesOneClusterLimit = facts.limit(
  "network-serves-one-cluster",
  [],
  {
    statement:
      "A network construct belongs to one cluster: its Pod CIDR, Service CIDR and SNAT entries are that cluster's.",
    source: ackGuide("7.2 Plan the network of a cluster", "10785"),
    authority: "library",
  },
  () => [],
);

function parsed(cidrs: readonly string[] = []): Cidr[] {
  return cidrs.flatMap((text) => Cidr.tryParse(text) ?? []);
}

function outsideMasks(
  cidrs: readonly string[] | undefined,
  min: number,
  max: number,
  label: string,
): Finding[] {
  return parsed(cidrs).flatMap((cidr) =>
    cidr.prefix >= min && cidr.prefix <= max
      ? []
      : [{ got: `${label} ${cidr}`, want: `a prefix length from /${min} to /${max}` }],
  );
}
