import { findingsOf, limitsOn, type Fact, type FactList, type Finding } from "../limits";
import { Cidr, type KubernetesVersion } from "../values";

/** A block that a member of a fleet uses outside of its own VPC's sight: its VPC, or the Pod CIDR of Flannel. */
export interface FleetBlock {
  readonly path: string;
  readonly label: string;
  readonly cidr: string;
}

export interface FleetVersion {
  readonly path: string;
  readonly version: KubernetesVersion;
}

/** What the policy of a fleet needs to know. */
export interface FleetFacts {
  readonly blocks: FactList<FleetBlock>;
  readonly versions: FactList<FleetVersion>;
  readonly oldest: Fact<string> | undefined;
  readonly minorsApart: number | undefined;
}

const fleet = limitsOn<FleetFacts>("Fleets");

const policy = { title: "The policy of the fleet", chapter: "Fleet of this app" };

export const fleetLimits = [
  fleet.monotone(
    "fleet-addresses-disjoint",
    ["blocks"],
    {
      statement:
        "The VPCs and the Flannel Pods of a fleet have addresses that do not overlap, so that they can be connected.",
      source: policy,
      fix: "take the addresses from one plan: FleetAddresses.of({ ... })",
    },
    ({ blocks }) => overlaps(blocks as readonly FleetBlock[]),
  ),
  fleet.monotone(
    "fleet-oldest-version",
    ["versions", "oldest"],
    {
      statement: "No cluster of a fleet has a version of Kubernetes below the oldest that its policy allows.",
      source: policy,
      fix: "raise version, one minor version at a time",
    },
    ({ versions, oldest }) =>
      oldest === undefined
        ? []
        : findingsOf(versions as readonly FleetVersion[], ({ path, version }) =>
            version.isAtLeast(oldest)
              ? undefined
              : { at: path, got: `Kubernetes ${version}`, want: `${oldest} or later` },
          ),
  ),
  fleet.monotone(
    "fleet-versions-apart",
    ["versions", "minorsApart"],
    {
      statement: "The clusters of a fleet have versions of Kubernetes that are near each other.",
      source: policy,
      fix: "raise version, one minor version at a time",
    },
    ({ versions, minorsApart }) => {
      const all = versions as readonly FleetVersion[];
      const [first] = all;
      if (minorsApart === undefined || first === undefined) {
        return [];
      }
      const newest = all.reduce(
        (one, { version }) => (version.compare(one) > 0 ? version : one),
        first.version,
      );
      return findingsOf(all, ({ path, version }) =>
        version.major === newest.major && newest.minor - version.minor <= minorsApart
          ? undefined
          : {
              at: path,
              got: `Kubernetes ${version} beside ${newest}`,
              want: `at most ${minorsApart} minor ${minorsApart === 1 ? "version" : "versions"} apart`,
            },
      );
    },
  ),
];

/** In the order of addresses only neighbours, and what reaches over them, can overlap. */
function overlaps(blocks: readonly FleetBlock[]): Finding[] {
  const parsed = blocks.flatMap((block) => {
    const cidr = Cidr.tryParse(block.cidr);
    return cidr === undefined ? [] : [{ ...block, range: cidr }];
  });
  parsed.sort((a, b) => a.range.first - b.range.first || a.range.prefix - b.range.prefix);
  const findings: Finding[] = [];
  let widest = parsed[0];
  for (const block of parsed.slice(1)) {
    // Clusters that share a VPC name its block twice; blocks of one VPC are for its own limits.
    if (widest !== undefined && widest.path !== block.path && widest.range.overlaps(block.range)) {
      findings.push({
        at: block.path,
        got: `${block.label} ${block.cidr}, which overlaps ${widest.label} ${widest.cidr} of ${widest.path}`,
        want: "addresses of its own",
      });
    }
    if (widest === undefined || block.range.last > widest.range.last) {
      widest = block;
    }
  }
  return findings;
}
