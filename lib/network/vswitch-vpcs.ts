import { ackGuide, findingsOf, isToken, limitsOn, type Relation } from "../limits";

/** vSwitches that a cluster or a pool uses, and the VPC that it is in. */
interface VSwitchUse {
  /** The `groupKey` of the VPC. */
  readonly vpc: string;
  /** Ids as they were given: a token is the same text wherever it is used. */
  readonly vswitchIds: readonly string[];
  /** A cluster stands for the VPC of its vSwitches; what a pool says is held against it. */
  readonly isCluster: boolean;
}

interface PlacedVSwitch {
  readonly path: string;
  readonly vswitchId: string;
  readonly vpc: string;
}

interface VSwitchFacts {
  readonly uses: readonly PlacedVSwitch[];
}

const vswitch = limitsOn<VSwitchFacts>("Networks");

/** All vSwitches of the app that clusters and pools name; they are in one group, for their ids are unique. */
export const vswitchVpcs: Relation<VSwitchUse, VSwitchFacts> = {
  id: "vswitch-vpcs",
  limits: [
    vswitch.monotone(
      "cluster-vpc-immutable",
      ["uses"],
      {
        statement:
          "A cluster grows in the VPC that it was made in: its vSwitches, and those of its pools, belong to that one.",
        source: ackGuide("7.3.3 Add vSwitches from a secondary CIDR block", "11131"),
        rows: ["asg-region-vpc", "cluster-vpc-immutable"],
        authority: "service",
        fix: "take vSwitches of the VPC of the cluster; if that is too small, give it secondaryCidrs",
      },
      ({ uses }) => {
        const first = new Map<string, PlacedVSwitch>();
        return findingsOf(uses, (use) => {
          const earlier = first.get(use.vswitchId);
          if (earlier === undefined) {
            first.set(use.vswitchId, use);
            return undefined;
          }
          return areDifferent(use.vpc, earlier.vpc)
            ? {
                at: use.path,
                got: `${shown(use.vswitchId)} of ${nameOf(earlier.vpc)}, where ${earlier.path} is, for a cluster in ${nameOf(use.vpc)}`,
                want: "vSwitches of one VPC for each cluster",
              }
            : undefined;
        });
      },
    ),
  ],
  facts: (members) => ({
    uses: [
      ...members.filter(({ member }) => member.isCluster),
      ...members.filter(({ member }) => !member.isCluster),
    ].flatMap(({ path, member: { vpc, vswitchIds } }) =>
      vswitchIds.map((vswitchId) => ({ path, vswitchId, vpc })),
    ),
  }),
};

/** A VPC that was imported may be one that another stack makes, and one whose id is unknown may be any. */
function areDifferent(one: string, other: string): boolean {
  const kindOf = (key: string) => key.slice(0, key.indexOf(":"));
  return one !== other && kindOf(one) === kindOf(other) && kindOf(one) !== "object";
}

function nameOf(key: string): string {
  return `the VPC ${key.slice(key.indexOf(":") + 1)}`;
}

/** A token says nothing to a reader. */
function shown(vswitchId: string): string {
  return isToken(vswitchId) ? "a vSwitch" : `the vSwitch ${vswitchId}`;
}
