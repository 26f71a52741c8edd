import { isOfferedMinor, KubernetesVersion, nextMinor } from "../values";

/** What is wrong with a step from one Kubernetes version to another. */
export interface StepProblem {
  readonly want: string;
  readonly fix: string;
}

/** How many minor versions in between a message names. */
const NAMED = 6;

/**
 * Why ACK refuses to go from one Kubernetes version to another; `undefined` when it does not, and when a version is one
 * that nobody can read.
 *
 * Versions go up, by one minor that ACK offers: 1.28 to 1.30, 1.30 to 1.31. Within a minor every step up is legal, and
 * so is a new Alibaba build of the same version.
 */
export function versionStepProblem(from: string, to: string): StepProblem | undefined {
  const was = KubernetesVersion.tryParse(from);
  const is = KubernetesVersion.tryParse(to);
  if (was === undefined || is === undefined) return undefined;
  if (was.major !== is.major || isDown(was, is)) {
    return {
      want: `${from} or later: ACK takes no version back`,
      fix: `write ${from}, or leave the version to ACK with ignore_changes = ["version"]`,
    };
  }
  const next = nextMinor(was.minor);
  if (is.minor > was.minor && !isOfferedMinor(is.minor)) {
    return {
      want: `a version of 1.${next}: ACK never had 1.${is.minor}`,
      fix: `take a version of 1.${next}`,
    };
  }
  if (is.minor <= next) return undefined;
  return {
    want: `a version of 1.${next}: ACK upgrades one minor at a time`,
    fix:
      `apply ${between(next, is.minor)}, then ${to}, each on its own; ` +
      `cdktf-ack upgrade --from ${from} --to ${to} says what each needs`,
  };
}

/** The minor versions to go through, without the last: "1.31, 1.32 and 1.33". */
function between(first: number, last: number): string {
  const names: string[] = [];
  let minor = first;
  for (; minor < last && names.length < NAMED; minor = nextMinor(minor)) names.push(`1.${minor}`);
  const end = minor < last ? "so on" : (names.pop() ?? "");
  return names.length === 0 ? end : `${names.join(", ")} and ${end}`;
}

/** The kind of build is not compared: ACK gave it up for Edge clusters at 1.26. */
function isDown(was: KubernetesVersion, is: KubernetesVersion): boolean {
  const parts = ({ minor, patch, aliyun }: KubernetesVersion) => [minor, patch ?? 0, aliyun ?? 0];
  const before = parts(was);
  for (const [index, part] of parts(is).entries()) {
    const other = before[index] ?? 0;
    if (part !== other) return part < other;
  }
  return false;
}
