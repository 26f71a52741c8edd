import {
  Cidr,
  clusterNameProblem,
  defaultServiceCidr,
  flannelMaxNodes,
  IpPlan,
  KubernetesVersion,
  labelKeyProblem,
  labelValueProblem,
  nodePoolNameProblem,
  podsPerFlannelNode,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
  zoneKey,
  zonesByLetter,
  zoneSlot,
  type IpPlanProps,
  type NameProblem,
} from "../../lib/values";
import { thrownBy } from "./support";

const parse = Cidr.parse;
const vpc = parse("10.0.0.0/16");
const plan = (props: Partial<IpPlanProps>) => (): IpPlan =>
  IpPlan.of({ vpc, pods: true, zones: {}, ...props });

const nodes = parse("10.0.64.0/24");
const vswitchSource = "Alibaba Cloud VPC documentation, Create and manage a vSwitch";

test.each<[string, () => unknown, string]>([
  [
    "no nodes at all",
    plan({ nodesPerZone: 0 }),
    "got nodesPerZone: 0 (a number), want a whole number from 1",
  ],
  ["half a Pod", plan({ podsPerZone: 0.5 }), "got podsPerZone: 0.5 (a number), want a whole number from 1"],
  [
    "Pod vSwitches where Pods have none",
    plan({
      pods: false,
      podsPerZone: 9,
      podRange: parse("10.0.128.0/17"),
      zones: { h: { nodeCidr: nodes, podCidr: nodes } },
    }),
    'got podsPerZone, podRange, podCidr of zone "h", want nothing about Pod vSwitches: only with Terway do Pods have ' +
      "them; fix: remove it, or take Terway (ACK user guide (2021-12-02), line 12582)",
  ],
  [
    "a vSwitch outside of all ranges of the VPC",
    plan({ secondary: [parse("10.2.0.0/16")], zones: { h: { nodeCidr: parse("10.1.0.0/24") } } }),
    'got nodeCidr of zone "h" 10.1.0.0/24, want a range inside of the VPC, 10.0.0.0/16 or 10.2.0.0/16 ' +
      "(ACK user guide (2021-12-02), lines 10665-10667)",
  ],
  [
    "a Pod part outside of the VPC",
    plan({ podRange: parse("10.1.0.0/20") }),
    "got podRange 10.1.0.0/20, want a range inside of the VPC, 10.0.0.0/16 " +
      "(ACK user guide (2021-12-02), lines 10665-10667)",
  ],
  [
    "a vSwitch of a size that is not made",
    plan({ zones: { h: { nodeCidr: parse("10.0.0.0/30") } } }),
    `got nodeCidr of zone "h" 10.0.0.0/30, want a vSwitch from /16 to /29 (${vswitchSource})`,
  ],
  [
    "nodes and Pods from one part",
    plan({ zones: { h: {} }, nodeRange: parse("10.0.128.0/20") }),
    "got node vSwitches from 10.0.128.0/20 and Pod vSwitches from 10.0.128.0/17, " +
      "want two parts of the VPC that do not overlap; fix: give both nodeRange and podRange",
  ],
  [
    "two vSwitches where no room is left for either",
    plan({ vpc: nodes, pods: false, zones: { a: { nodeCidr: nodes }, b: { nodeCidr: nodes } } }),
    'got nodeCidr of zone "a" 10.0.64.0/24 and nodeCidr of zone "b" 10.0.64.0/24, ' +
      'want vSwitches that do not overlap; fix: give nodeCidr of zone "a" a range of its own',
  ],
  [
    "a VPC without room for the smallest vSwitches",
    plan({ vpc: parse("10.0.0.0/25"), zones: { h: {} } }),
    "got 8 slots for the nodes, which need 64 addresses even as /29, want at most 32, the addresses of the node " +
      "quarter of 10.0.0.0/25; fix: take a VPC of /24 or larger, or set slots to at most 4, or give each zone explicit " +
      `CIDRs (${vswitchSource})`,
  ],
  [
    "a VPC without a quarter",
    plan({ vpc: parse("10.0.0.0/28"), zones: { h: {} } }),
    "got VPC 10.0.0.0/28, want a VPC of /27 or larger: the smallest vSwitch is a /29; fix: take a larger VPC, or give " +
      `each vSwitch an explicit CIDR (${vswitchSource})`,
  ],
  [
    "more Pods than the largest vSwitch holds",
    plan({ vpc: parse("10.0.0.0/8"), zones: { h: { nodeCidr: parse("10.0.0.0/24") } }, podsPerZone: 70_000 }),
    "got 70,000 Pods for each zone, want at most 65,532, what the largest vSwitch (/16) holds; " +
      `fix: ask for fewer Pods for each zone, or take more zones (${vswitchSource})`,
  ],
  [
    "more nodes than a slot of one's own range holds",
    plan({ pods: false, zones: { h: {} }, nodeRange: parse("10.0.64.0/24"), nodesPerZone: 60 }),
    "got 8 slots of /26 (60 nodes for each zone), which need 512 addresses, want at most 256, the addresses of " +
      "nodeRange 10.0.64.0/24; fix: ask for at most 28 nodes for each zone, or take a nodeRange of /23 or larger, " +
      "or set slots to at most 4, or give each zone explicit CIDRs",
  ],
  [
    "a zone without a letter",
    () => zoneKey("cn-hangzhou-1"),
    'got zone "cn-hangzhou-1", want a zone id that ends with a letter, such as cn-hangzhou-h; ' +
      "fix: give the zones as a map, with keys of your own",
  ],
  [
    "two zones with one letter",
    () => zonesByLetter(["cn-hangzhou-h", "cn-shanghai-h"]),
    "got the zones cn-hangzhou-h and cn-shanghai-h, want one key for each zone; " +
      "fix: give a map: { a: { zone: ... } }",
  ],
  [
    "a key of which no slot follows",
    () => zoneSlot("a-", 8),
    'got zone key "a-", want a key that ends with a Latin letter or a digit; ' +
      "fix: rename the key, or give the zone an explicit slot",
  ],
  [
    "a slot that there is not",
    plan({ zones: { a: { slot: 8 } } }),
    'got slot 8 (a number) for zone "a", want an integer from 0 to 7, one of the 8 slots',
  ],
  [
    "more slots than there can be",
    () => zoneSlot("a", 257),
    "got 257 (a number) slots, want an integer from 1 to 256",
  ],
  [
    "two zones in one slot",
    plan({ zones: { a: {}, i: {} } }),
    'got zones "a" and "i" in one address slot of 8, want one zone for each slot; ' +
      'fix: give zone "i" a free one, such as slot: 1',
  ],
  [
    "a VPC beside which no Service CIDR is private",
    () => defaultServiceCidr(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(parse)),
    "got no private /20 free for the Service CIDR beside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, " +
      "want VPC, Pod and Service CIDRs that do not overlap; fix: give serviceCidr, or take a smaller VPC " +
      "(ACK user guide (2021-12-02), lines 10776-10785)",
  ],
  [
    "a mask of no node",
    () => podsPerFlannelNode(23),
    "got node CIDR mask 23, want an integer from 24 to 28 " +
      "(aliyun/alicloud provider 1.289.0, alicloud_cs_managed_kubernetes, node_cidr_mask)",
  ],
  [
    "a Pod CIDR without room for a node",
    () => flannelMaxNodes(parse("172.20.0.0/25"), 24),
    "got Pod CIDR 172.20.0.0/25, of which each node takes a /24, want a Pod CIDR of /24 or larger; " +
      "fix: take a larger Pod CIDR, such as a /16",
  ],
  [
    "no version",
    () => KubernetesVersion.parse("latest"),
    'got "latest", want a Kubernetes version of ACK, such as 1.34.1-aliyun.1 or 1.34; ' +
      "fix: name the version, such as 1.34.1-aliyun.1",
  ],
  [
    "versions that nothing leads between",
    () => KubernetesVersion.parse("1.32").minorsBetween("2.0"),
    "got versions 1.32 and 2.0, want two versions of one major",
  ],
])("whoever gives %s reads what was given, what is allowed, and how to mend it", (_, action, message) => {
  expect(thrownBy(action)).toMatchObject({ name: "ValueError", message });
});

const nameForm = '1 to 63 letters, digits, "-", "_" and ".", first and last a letter or digit';
const keyForm = `an optional DNS subdomain of at most 253 characters and a slash, then ${nameForm}`;
const labels = "Kubernetes documentation, Labels and Selectors, Syntax and character set";
const taints = "Kubernetes documentation, Taints and Tolerations";

test.each<[string, NameProblem | undefined, NameProblem]>([
  [
    "a cluster",
    clusterNameProblem("-shop"),
    {
      got: '"-shop" (5 bytes)',
      want: "1 to 63 bytes of digits, Latin letters, Chinese characters (3 bytes each) and hyphens, not first a hyphen",
      source: "ACK user guide (2021-12-02), lines 3980-3981",
    },
  ],
  [
    "a node pool",
    nodePoolNameProblem(""),
    {
      got: '"" (0 characters)',
      want: "1 to 63 characters",
      source: "ACK user guide (2021-12-02), lines 4316-4317",
    },
  ],
  ["the key of a label", labelKeyProblem("app-"), { got: '"app-"', want: keyForm, source: labels }],
  [
    "the value of a label",
    labelValueProblem("a."),
    { got: '"a."', want: `nothing, or ${nameForm}`, source: labels },
  ],
  ["the key of a taint", taintKeyProblem("app-"), { got: '"app-"', want: keyForm, source: taints }],
  [
    "the value of a taint",
    taintValueProblem("a."),
    { got: '"a."', want: `nothing, or ${nameForm}`, source: taints },
  ],
  [
    "the effect of a taint",
    taintEffectProblem("Evict"),
    { got: '"Evict"', want: "NoSchedule, PreferNoSchedule, NoExecute", source: taints },
  ],
])("whoever names %s wrongly reads the form and its source", (_, problem, expected) => {
  expect(problem).toEqual(expected);
});
