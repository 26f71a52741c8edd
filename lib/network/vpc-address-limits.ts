import { ackGuide, limitsOn } from "../limits";
import { findOverlaps, freeRange } from "../values";
import { among, between, otherCluster, overlap, sameCluster, suggestions, withRemote } from "./overlaps";
import type { VpcAddressFacts } from "./vpc-addresses";

const vpc = limitsOn<VpcAddressFacts>("Addresses of a VPC");

export const vpcAddressLimits = [
  vpc.monotone(
    "cluster-cidrs-disjoint",
    ["vpc", "pods", "services", "peers", "onPremises"],
    {
      statement: "The blocks of the VPC, of the Pods and of the Services of a cluster do not overlap.",
      source: ackGuide("7.2 Plan the network of a cluster", "10776-10783"),
      authority: "addresses",
      rows: [
        "cluster-cidrs-disjoint",
        "pod-cidr-no-overlap-vpc",
        "service-cidr-no-overlap-vpc",
        "service-cidr-no-overlap-pod",
        "pod-cidr-no-overlap",
        "service-cidr-no-overlap",
        "pod-cidr-flannel",
        "service-cidr",
      ],
      fix: "leave serviceCidr and podCidr out, and they are chosen beside the VPC",
    },
    (facts) => {
      const suggest = suggestions(facts);
      return [
        ...between(facts.pods, facts.vpc, "Pod and VPC blocks that do not overlap", suggest),
        ...between(facts.services, facts.vpc, "Service and VPC blocks that do not overlap", suggest),
        ...between(
          facts.services,
          facts.pods,
          "Service and Pod blocks that do not overlap",
          suggest,
          sameCluster,
        ),
      ];
    },
  ),
  vpc.monotone(
    "multi-cluster-pod-cidr-disjoint",
    ["vpc", "pods", "services", "peers", "onPremises"],
    {
      statement:
        "In one VPC, the Pod CIDR of a cluster overlaps neither the Pod CIDR nor the Service CIDR of another cluster.",
      source: ackGuide("7.2 Plan the network of a cluster", "10785"),
      authority: "addresses",
      rows: [
        "multi-cluster-pod-cidr-disjoint",
        "pod-cidr-no-overlap-clusters",
        "pod-cidr-no-overlap",
        "service-cidr-no-overlap",
      ],
    },
    (facts) => {
      const suggest = suggestions(facts);
      return [
        ...among(facts.pods, "Pod CIDRs of the clusters of a VPC that do not overlap", suggest),
        ...between(
          facts.services,
          facts.pods,
          "no overlap with the Pod CIDR of another cluster",
          suggest,
          otherCluster,
        ),
      ];
    },
  ),
  vpc.monotone(
    "multi-cluster-service-cidr",
    ["vpc", "pods", "services", "peers", "onPremises"],
    {
      statement:
        "Service CIDRs of clusters in one VPC had better not overlap: Services of one then look like Services of the other.",
      source: ackGuide("4.3.2 Create a managed cluster", "4127-4128 and 10785"),
      advice: true,
      rows: ["service-cidr-no-overlap-clusters"],
    },
    (facts) => among(facts.services, "different Service CIDRs for the clusters of a VPC", suggestions(facts)),
  ),
  vpc.monotone(
    "vswitch-inside-vpc",
    ["wholeVpc", "vswitches"],
    {
      statement: "A vSwitch lies inside the primary or a secondary block of its VPC.",
      source: ackGuide("7.1 Network overview", "10665-10667"),
      authority: "addresses",
      fix: "take a block inside, or name the further blocks of the VPC in secondaryCidrs",
      rows: ["vswitch-subnet-of-vpc"],
    },
    ({ wholeVpc, vswitches }) =>
      vswitches
        .filter(({ cidr }) => !wholeVpc.some((block) => block.cidr.contains(cidr)))
        .map(({ path, label, cidr }) => ({
          at: path,
          got: `${label} ${cidr}, outside of ${wholeVpc.map((block) => String(block.cidr)).join(" and ")}`,
          want: "a block inside the VPC",
        })),
  ),
  vpc.monotone(
    "vswitches-disjoint",
    ["vpc", "vswitches"],
    {
      statement: "The vSwitches of a VPC do not overlap.",
      source: ackGuide("7.1 Network overview", "10665-10667"),
      authority: "addresses",
      rows: ["vswitch-subnet-of-vpc"],
    },
    ({ vpc: blocks, vswitches }) => {
      const taken = vswitches.map(({ cidr }) => cidr);
      return findOverlaps(vswitches, { report: "first" }).map(([other, range]) => {
        const free = freeRange(
          range.cidr.prefix,
          taken,
          blocks.map(({ cidr }) => cidr),
        );
        if (free !== undefined) {
          taken.push(free);
        }
        return {
          ...overlap(range, other, "vSwitches that do not overlap"),
          fix:
            free === undefined
              ? "the VPC has no free block of this size: take smaller vSwitches or add a secondary block"
              : `take a free block, for example ${free}`,
        };
      });
    },
  ),
  vpc.monotone(
    "secondary-cidr-disjoint",
    ["vpc"],
    {
      statement: "The primary and the secondary blocks of a VPC do not overlap.",
      source: ackGuide("7.3.3 Add vSwitches from a secondary CIDR block", "11149-11167"),
      authority: "addresses",
      rows: ["secondary-cidr-disjoint"],
      fix: "choose a block outside of the others",
    },
    ({ vpc: blocks }) =>
      findOverlaps(blocks, { report: "first" }).map(([outer, inner]) =>
        overlap(inner, outer, "blocks that do not overlap"),
      ),
  ),
  vpc.monotone(
    "interconnect-cidr-disjoint",
    ["vpc", "pods", "services", "peers", "onPremises"],
    {
      statement:
        "Ranges that are routed to other VPCs are taken: neither the VPC nor the Pods and Services of its clusters overlap them.",
      source: ackGuide("7.2 Plan the network of a cluster", "10805-10820"),
      rows: ["interconnect-cidr-disjoint"],
      fix: "choose a block outside of that range",
    },
    (facts) => withRemote(facts, facts.peers, "no overlap with the ranges of connected VPCs"),
  ),
  vpc.monotone(
    "idc-cidr-disjoint",
    ["vpc", "pods", "services", "peers", "onPremises"],
    {
      statement:
        "Ranges that are routed to a data centre are taken: neither the VPC nor the Pods and Services of its clusters overlap them.",
      source: ackGuide("7.2 Plan the network of a cluster", "10824-10826"),
      rows: ["idc-cidr-disjoint", "hybrid-cidr-no-overlap", "enhanced-cidr-disjoint"],
      fix: "choose a block outside of that range",
    },
    (facts) => withRemote(facts, facts.onPremises, "no overlap with the ranges of the data centre"),
  ),
  vpc.quota(
    "flannel-vpc-routes",
    "vpcRouteEntries",
    ["routes"],
    {
      statement:
        "Each node of a Flannel cluster takes a route entry of its VPC; all that the pools may grow to fit into the quota.",
      source: ackGuide("4.3 Create a cluster", "3949-3951"),
      rows: ["vpc-route-quota-48", "vpc-route-entry-quota"],
    },
    ({ routes }, max) => {
      const taken = routes.reduce((sum, { entries }) => sum + entries, 0);
      const largest = routes.reduce((most, use) => (use.entries > most.entries ? use : most), {
        path: "",
        label: "",
        entries: 0,
      });
      return taken <= max
        ? []
        : [
            {
              at: largest.path,
              got: `${taken} route entries in one VPC (${describe(routes)})`,
              want: `at most ${max}, the quota of route entries of a VPC (vpcRouteEntries)`,
              fix:
                "let the pools grow less, take Terway, or raise the quota (Quota Center, vpc_quota_route_entrys_num) and declare it: " +
                `Quotas.of(stack).set({ vpcRouteEntries: ${Math.max(200, taken)} })`,
            },
          ];
    },
  ),
];

/** The largest users first; a VPC can have hundreds of pools, and a message has a line. */
function describe(routes: VpcRoutes): string {
  const sorted = [...routes].sort((a, b) => b.entries - a.entries);
  const shown = sorted.slice(0, 3).map(({ path, label, entries }) => `${entries} for ${label} of ${path}`);
  return [...shown, ...(sorted.length > 3 ? [`and ${sorted.length - 3} more`] : [])].join(", ");
}

type VpcRoutes = readonly { readonly path: string; readonly label: string; readonly entries: number }[];
