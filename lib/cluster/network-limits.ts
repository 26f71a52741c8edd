import type { IConstruct } from "constructs";
import { ackGuide, declareFacts, dedicatedGpuGuide, limitsOn } from "../limits";
import type { INetwork } from "../network";

interface SharedVpcFacts {
  readonly plugin: INetwork["plugin"];
  readonly isEdge: boolean;
}

const sharedVpc = limitsOn<SharedVpcFacts>("Networks");

const got = "a Flannel network in a VPC that another account shares";

const sharedVpcLimits = [
  sharedVpc.limit(
    "shared-vpc-terway",
    ["plugin", "isEdge"],
    {
      statement: "A cluster in a VPC that another account shares has a Terway network.",
      source: ackGuide("18.1.1 Create a managed GPU cluster", "53072"),
      rows: ["shared-vpc-terway"],
      fix: "make a TerwayNetwork, or take a VPC of this account",
    },
    ({ plugin, isEdge }) => (plugin === "flannel" && !isEdge ? [{ got, want: "a Terway network" }] : []),
  ),
  sharedVpc.limit(
    "shared-vpc-edge",
    ["plugin", "isEdge"],
    {
      // The guide to edge clusters of 2021 does not forbid it.
      statement:
        "An edge cluster had better not be in a VPC that another account shares: its network is Flannel.",
      source: dedicatedGpuGuide("Procedure", "76"),
      advice: true,
      fix: "take a VPC of this account",
    },
    ({ plugin, isEdge }) => (plugin === "flannel" && isEdge ? [{ got, want: "a VPC of this account" }] : []),
  ),
];

/** Registers the network of a cluster where its VPC is shared; elsewhere these limits have nothing to say. */
export function judgeSharedVpc(cluster: IConstruct, { vpc, plugin }: INetwork, isEdge: boolean): void {
  if (vpc.isShared) {
    declareFacts(cluster, sharedVpcLimits, { plugin, isEdge });
  }
}
