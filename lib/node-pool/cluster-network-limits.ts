import { ackGuide, limitsOn, type Fact } from "../limits";

/** What the network of a cluster, and its security group, have to hold. */
export interface ClusterNetworkFacts {
  /** Whether the network has no way out. Undefined for a cluster that the app does not own. */
  readonly isIsolated: boolean | undefined;
  /** Whether Pods go out under the addresses of their nodes. */
  readonly podsUseNodeAddresses: boolean;
  readonly poolsWithoutAddress: number;
  readonly poolCount: number;
  readonly zones: number | undefined;
  /** Private addresses that the security group that ACK makes holds. */
  readonly groupCapacity: number | undefined;
  readonly minNodes: Fact<number>;
  readonly maxNodes: Fact<number>;
}

const network = limitsOn<ClusterNetworkFacts>("Clusters");

export const clusterNetworkLimits = [
  network.limit(
    "internet-needs-snat",
    ["isIsolated", "podsUseNodeAddresses", "poolsWithoutAddress", "poolCount"],
    {
      statement:
        "Without a way out, nodes join, upgrade and take images only as far as the VPC offers all that they need.",
      source: ackGuide(
        "4.3.1 Create a dedicated cluster; also 6.2",
        "4142-4144, 6256, 7235-7236 and 9254-9255",
      ),
      rows: ["existing-node-internet", "internet-needs-snat", "snat-edge-default", "upgrade-needs-internet"],
      advice: true,
      fix: "take Egress.natGateway(), or Egress.existing() if the VPC has its routes; for a private cluster, acknowledge this",
    },
    ({ isIsolated, podsUseNodeAddresses, poolsWithoutAddress, poolCount }) =>
      isIsolated === true && (!podsUseNodeAddresses || poolsWithoutAddress > 0 || poolCount === 0)
        ? [
            {
              got: "Egress.none()",
              want: "a way to the internet, or images and add-ons from inside of the VPC",
            },
          ]
        : [],
  ),
  network.limit(
    "zone-count-by-need",
    ["zones", "minNodes"],
    {
      statement:
        "One zone is planned for general workloads of fewer than 100 nodes; more belong into several.",
      source: ackGuide("7.2 Plan the network of a cluster", "10715-10725"),
      rows: ["zone-count-by-need"],
      advice: true,
      fix: "add a zone to the network: it moves no address of the others",
    },
    ({ zones, minNodes }) =>
      zones === 1 && minNodes >= 100
        ? [{ got: `one zone for ${minNodes} nodes to begin with`, want: "two zones or more for 100 nodes" }]
        : [],
  ),
  network.limit(
    "sg-capacity",
    ["groupCapacity", "maxNodes"],
    {
      // The quota of basic groups can be raised, and Terway Pods count as well: this is what is certain to be too much.
      statement:
        "A basic security group holds 2,000 private addresses, an enterprise one 65,536: those of all nodes, and of Terway Pods beside.",
      source: ackGuide("6.1.1 Add existing nodes", "8070"),
      rows: ["sg-capacity"],
      advice: true,
      fix: "leave securityGroup out at creation: ACK then makes an enterprise group",
    },
    ({ groupCapacity, maxNodes }) =>
      groupCapacity !== undefined && maxNodes > groupCapacity
        ? [
            {
              got: `pools of up to ${maxNodes} nodes in a security group of ${groupCapacity} addresses`,
              want: "a security group that holds the addresses of all nodes",
            },
          ]
        : [],
  ),
];
