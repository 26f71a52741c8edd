import { KubernetesVersion, nextMinor, ValueError } from "../values";
import { minors, MINORS_AS_OF } from "./minors";

/** One upgrade of a cluster: first its control plane, then its pools. */
export interface UpgradeStep {
  readonly from: string;
  /** What `version` of the cluster becomes. */
  readonly to: string;
  /** What has to be so before. */
  readonly before: readonly string[];
  /** What is different afterwards. */
  readonly after: readonly string[];
  /** Day or month after which ACK no longer maintains it; undefined where the table does not know. */
  readonly maintainedUntil: string | undefined;
  /** Whether the table knows the version that is reached. */
  readonly isKnown: boolean;
}

export interface UpgradePlan {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly UpgradeStep[];
  /** The day on which the table was made. */
  readonly asOf: string;
}

/**
 * The chain of upgrades from one version of Kubernetes to another. ACK upgrades one minor version that it offers at a time, and
 * takes none back. The control plane goes first; pools follow, and are never newer.
 *
 * @param from for example `1.28.9-aliyun.1`
 * @param to a whole version, or a minor one (`1.34`) for its newest build that the table knows
 * @throws ValueError when a version cannot be read, or lies before the other
 */
export function planUpgrade(from: string, to: string): UpgradePlan {
  const start = KubernetesVersion.parse(from);
  const wanted = KubernetesVersion.parse(to);
  if (wanted.major !== start.major || wanted.minor < start.minor || isPatchDown(start, wanted)) {
    throw new ValueError({
      got: `an upgrade from ${from} to ${to}`,
      want: "a later version: ACK takes none back",
      fix: "make a new cluster of that version, and move the workloads",
    });
  }
  const steps: UpgradeStep[] = [];
  let at = from;
  let { minor } = start;
  while (minor < wanted.minor) {
    minor = nextMinor(minor);
    const last = minor >= wanted.minor;
    const version = last ? named(to, wanted, minor) : newestOf(minor);
    steps.push(step(at, version, minor));
    at = version;
  }
  if (steps.length === 0) {
    const version = named(to, wanted, minor);
    // Nothing of the notes on the minor version: the cluster has it already.
    steps.push(...(isLater(version, start) ? [{ ...step(at, version, minor), before: [], after: [] }] : []));
  }
  return { from, to: steps.at(-1)?.to ?? from, steps, asOf: MINORS_AS_OF };
}

/** The minor version alone means its newest build. */
function named(text: string, { patch }: KubernetesVersion, minor: number): string {
  return patch === undefined ? newestOf(minor) : text;
}

function newestOf(minor: number): string {
  return minors[`1.${minor}`]?.newest ?? `1.${minor}`;
}

function step(from: string, to: string, minor: number): UpgradeStep {
  const known = minors[`1.${minor}`];
  return {
    from,
    to,
    before: known?.before ?? [],
    after: known?.after ?? [],
    maintainedUntil: known?.maintainedUntil,
    isKnown: known !== undefined,
  };
}

/** A minor version without a patch is no step back from one of its builds. */
function isPatchDown(start: KubernetesVersion, wanted: KubernetesVersion): boolean {
  return wanted.patch !== undefined && wanted.minor === start.minor && wanted.compare(start) < 0;
}

function isLater(version: string, start: KubernetesVersion): boolean {
  const later = KubernetesVersion.parse(version);
  return later.patch !== undefined && later.compare(start) > 0;
}
