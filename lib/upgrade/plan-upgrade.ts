import { checkDay, isOfferedMinor, KubernetesVersion, nextMinor, ValueError } from "../values";
import { minors, MINORS_AS_OF, type MinorVersion } from "./minors";
import { removedApis, type RemovedApi } from "./removed-apis";
import { oldestNodeMinor } from "./skew";

/** One upgrade of a cluster: first its control plane, then its pools. */
export interface UpgradeStep {
  readonly from: string;
  /** What `version` of the cluster becomes. */
  readonly to: string;
  /** What has to be so before. */
  readonly before: readonly string[];
  /** What no manifest and no client may use any more. */
  readonly removedApis: readonly RemovedApi[];
  /** What is different afterwards. */
  readonly after: readonly string[];
  /** The oldest minor version that nodes may have once the control plane is upgraded. */
  readonly oldestNodes: string;
  /** Day or month after which ACK no longer maintains it; undefined where the table does not know. */
  readonly maintainedUntil: string | undefined;
  /** Whether the table knows the version that is reached. */
  readonly isKnown: boolean;
  /** What is odd about the version that is reached. */
  readonly remarks: readonly string[];
}

export interface UpgradePlan {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly UpgradeStep[];
  /** What is odd about the version that the cluster has. */
  readonly remarks: readonly string[];
  /** The day on which the table was made. */
  readonly asOf: string;
}

export interface UpgradeOptions {
  /**
   * The day (YYYY-MM-DD) to compare the ends of maintenance with: the planner reads no clock.
   * @default - ends are named, and compared with nothing
   */
  readonly today?: string;
}

/**
 * The chain of upgrades from one version of Kubernetes to another. ACK upgrades one minor version that it offers at a time, and
 * takes none back. The control plane goes first; pools follow, and are never newer.
 *
 * @param from for example `1.28.9-aliyun.1`
 * @param to a whole version, or a minor one (`1.34`) for its newest build that the table knows
 * @throws ValueError when a version cannot be read, is one that ACK never had, or lies before the other
 */
export function planUpgrade(from: string, to: string, { today }: UpgradeOptions = {}): UpgradePlan {
  const start = readVersion(from);
  const wanted = readVersion(to);
  refuseWayBack(start, wanted);
  const day = today === undefined ? undefined : checkDay(today);
  const versions = chainOf(start, wanted);
  const steps = versions.map((version, index) => stepOf(versions[index - 1] ?? start, version, day));
  return {
    from,
    to: steps.at(-1)?.to ?? from,
    steps,
    remarks: maintenanceRemarks(start, day),
    asOf: MINORS_AS_OF,
  };
}

function readVersion(text: string): KubernetesVersion {
  const version = KubernetesVersion.parse(text);
  const { major, minor } = version;
  if (major !== 1 || isOfferedMinor(minor)) return version;
  throw new ValueError({
    got: `Kubernetes ${text}`,
    want: `a version that ACK has: it went from 1.${minor - 1} to 1.${minor + 1}`,
    fix: `take 1.${minor - 1} or 1.${minor + 1}`,
  });
}

function refuseWayBack(start: KubernetesVersion, wanted: KubernetesVersion): void {
  if (wanted.major !== start.major) {
    throw new ValueError({
      got: `an upgrade from ${start} to ${wanted}`,
      want: "two versions of one major version",
      fix: `take a version of Kubernetes ${start.major}`,
    });
  }
  // A minor version without a patch is no step back from one of its builds.
  const isPatchDown = wanted.minor === start.minor && wanted.patch !== undefined && wanted.compare(start) < 0;
  if (wanted.minor > start.minor || (wanted.minor === start.minor && !isPatchDown)) return;
  throw new ValueError({
    got: `an upgrade from ${start} to ${wanted}`,
    want: "a later version: ACK takes none back",
    fix: "make a new cluster of that version, and move the workloads",
  });
}

/** The versions that a cluster has one after the other, without the one that it starts from. */
function chainOf(start: KubernetesVersion, wanted: KubernetesVersion): readonly KubernetesVersion[] {
  const chain: KubernetesVersion[] = [];
  for (let minor = nextMinor(start.minor); minor <= wanted.minor; minor = nextMinor(minor)) {
    chain.push(minor < wanted.minor ? newestOf(minor, start) : named(wanted, start));
  }
  if (chain.length > 0 || String(start) === String(wanted)) return chain;
  const build = named(wanted, start);
  return build.patch !== undefined && build.compare(start) > 0 ? [build] : [];
}

/** The minor version alone means its newest build. */
function named(wanted: KubernetesVersion, start: KubernetesVersion): KubernetesVersion {
  return wanted.patch === undefined ? newestOf(wanted.minor, start) : wanted;
}

/** Up to 1.24 Edge clusters have builds of their own, with the same numbers. What ACS has, the table does not know. */
function newestOf(minor: number, { build }: KubernetesVersion): KubernetesVersion {
  const newest = build === "aliyunacs" ? undefined : newestBuild(minors[`1.${minor}`]);
  const isEdge = build === "aliyunedge" && minor <= 24;
  const text = isEdge ? newest?.replace("-aliyun.", "-aliyunedge.") : newest;
  return KubernetesVersion.parse(text ?? `1.${minor}`);
}

function newestBuild(minor: MinorVersion | undefined): string | undefined {
  return minor?.builds.at(-1);
}

function stepOf(from: KubernetesVersion, to: KubernetesVersion, today: string | undefined): UpgradeStep {
  const known = minors[`1.${to.minor}`];
  // Within a minor version nothing of its notes is new.
  const isMinorStep = to.minor > from.minor;
  const pools = `Every pool has 1.${from.minor}: ACK upgrades a control plane when its nodes have caught up.`;
  return {
    from: String(from),
    to: String(to),
    before: isMinorStep ? [pools, ...(known?.before ?? [])] : [],
    removedApis: removedApis(from.minor, to.minor),
    after: isMinorStep ? (known?.after ?? []) : [],
    oldestNodes: `1.${offeredFrom(oldestNodeMinor(to.minor))}`,
    maintainedUntil: known?.maintainedUntil,
    isKnown: isKnown(to, known),
    remarks: [...buildRemarks(to, known), ...maintenanceRemarks(to, today)],
  };
}

function isKnown(version: KubernetesVersion, known: MinorVersion | undefined): boolean {
  return known?.builds.includes(String(version).replace("-aliyunedge.", "-aliyun.")) === true;
}

function buildRemarks(version: KubernetesVersion, known: MinorVersion | undefined): readonly string[] {
  const newest = newestBuild(known);
  if (newest === undefined) {
    return [`1.${version.minor} is later than the table: read the release notes of ACK.`];
  }
  if (!isKnown(version, known)) {
    return [`${version} is not in the table: ask the region whether it offers it.`];
  }
  return version.compare(KubernetesVersion.parse(newest)) < 0 && version.build !== "aliyunedge"
    ? [`ACK upgrades to the newest build that the region offers, such as ${newest}.`]
    : [];
}

/** A month ends with its last day, so that texts compare. */
function maintenanceRemarks({ minor }: KubernetesVersion, today: string | undefined): readonly string[] {
  const until = minors[`1.${minor}`]?.maintainedUntil;
  if (until === undefined || today === undefined || today.slice(0, until.length) <= until) return [];
  return [
    `By its release notes ACK maintained 1.${minor} until ${until}: after that it may upgrade the cluster by itself.`,
  ];
}

function offeredFrom(minor: number): number {
  return isOfferedMinor(minor) ? minor : minor + 1;
}
