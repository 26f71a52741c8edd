import { ackGuide, findingsOf, limitsOn, type FactList, type Finding } from "../limits";
import { Cidr } from "../values";

/** A vSwitch that exists already, where a network uses it. */
export interface UsedVSwitch {
  readonly role: "nodes" | "Pods";
  readonly zone: string;
  /** As it was given: a token is the same text wherever it is used. */
  readonly vswitchId: string;
}

/** What the limits of a Terway network need to know, beside those of every network. */
export interface TerwayFacts {
  /** vSwitches that exist already: those of the nodes first. */
  readonly usedVSwitches: FactList<UsedVSwitch>;
  /** Blocks of Pod vSwitches that the user chose. */
  readonly chosenPodCidrs: FactList<string> | undefined;
  /** Blocks of Pod vSwitches that come from the plan of the VPC. */
  readonly plannedPodCidrs: FactList<string> | undefined;
}

const terway = limitsOn<TerwayFacts>("Networks");

export const terwayLimits = [
  terway.monotone(
    "terway-pod-vswitch-zone-match",
    ["usedVSwitches"],
    {
      statement: "The vSwitch for the Pods of a zone lies in that zone, and a vSwitch lies in one zone.",
      source: ackGuide("4.3.2 Create a managed cluster", "4675-4678"),
      rows: ["terway-pod-vswitch-zone-match", "terway-pod-vswitch-zone"],
      authority: "service",
      fix: "give podVSwitchId of a vSwitch in that zone, or leave it out to have one made",
    },
    ({ usedVSwitches }) => {
      const first = new Map<string, UsedVSwitch>();
      return findingsOf(usedVSwitches, (use) => {
        const earlier = first.get(use.vswitchId);
        if (earlier === undefined) {
          first.set(use.vswitchId, use);
          return undefined;
        }
        // That nodes of two zones share a vSwitch is for `node-vswitches-unique` to report.
        return use.role === "nodes" || earlier.zone === use.zone
          ? undefined
          : {
              got: `${shown(use)} for ${use.role} in ${use.zone}, which is for ${earlier.role} in ${earlier.zone}`,
              want: `a vSwitch in ${use.zone}`,
            };
      });
    },
  ),
  terway.monotone(
    "terway-own-pod-vswitch",
    ["usedVSwitches"],
    {
      statement: "Pods had better have a vSwitch other than the one of the nodes of their zone.",
      source: ackGuide("18.1.2 Create a dedicated GPU cluster", "53595-53599"),
      rows: ["pod-vswitch-mask", "terway-pod-vswitch-zone"],
      advice: true,
      fix: "leave podVSwitchId out, to have a vSwitch made for Pods",
    },
    ({ usedVSwitches }) => {
      const ofNodes = new Set<string>();
      return findingsOf(usedVSwitches, (use) => {
        const key = `${use.zone} ${use.vswitchId}`;
        if (use.role === "nodes") {
          ofNodes.add(key);
          return undefined;
        }
        return ofNodes.has(key)
          ? { got: `${shown(use)} for nodes and Pods in ${use.zone}`, want: "a vSwitch for each" }
          : undefined;
      });
    },
  ),
  terway.monotone(
    "terway-pod-vswitch-min-size",
    ["chosenPodCidrs"],
    {
      statement:
        "A vSwitch for Pods whose block you choose had better have 8,192 addresses: a /19, or larger.",
      source: ackGuide("7.3.2 Add vSwitches to a Terway network", "11066-11067"),
      rows: ["pod-vswitch-mask", "terway-pod-vswitch-min-size"],
      advice: true,
      fix: "take a larger podCidr: it cannot grow later, and each Pod takes an address of it",
    },
    ({ chosenPodCidrs }) => smallerThan(19, chosenPodCidrs),
  ),
  terway.monotone(
    "terway-planned-pod-vswitch",
    ["plannedPodCidrs"],
    {
      // As large as the VPC permits, so that only what runs out with few nodes is worth a warning.
      statement:
        "A vSwitch for Pods that is cut from the VPC by plan had better have 1,024 addresses: a /22, or larger.",
      source: ackGuide("7.3.2 Add vSwitches to a Terway network", "11050-11067"),
      advice: true,
      fix: "take a larger VPC, or fewer slots; Pods that find no address are not started",
    },
    ({ plannedPodCidrs }) => smallerThan(22, plannedPodCidrs),
  ),
];

function smallerThan(prefix: number, cidrs: readonly string[] | undefined): readonly Finding[] {
  return findingsOf(cidrs, (text) => {
    // What is no block is reported by `cidr-format`.
    const cidr = Cidr.tryParse(text);
    return cidr === undefined || cidr.prefix <= prefix
      ? undefined
      : { got: `the Pod vSwitch ${cidr}, with ${cidr.size} addresses`, want: `a /${prefix} or larger` };
  });
}

/** A token says nothing to a reader. */
function shown({ vswitchId }: UsedVSwitch): string {
  return vswitchId.startsWith("vsw-") ? `the vSwitch ${vswitchId}` : "one vSwitch";
}
