import { effectOf, isCreatedFirst, isObject, type Effect, type ResourceChange } from "../change";
import { checkChange } from "../check-change";
import { changesBetween } from "../check-synthesis";
import { differencesOf, UNKNOWN } from "../difference";
import { pathsIn, subjectOf, type Subject } from "./subject";
import { surroundings, type SurroundingDiff } from "./surroundings";
import { valueDiffs, type ValueDiff } from "./value-diff";

/** What becomes of one resource between two syntheses. */
export interface ResourceDiff extends Subject {
  /** `forget`: Terraform lets go of it, and it lives on. */
  readonly effect: Exclude<Effect, "none">;
  readonly values: readonly ValueDiff[];
  /** Whether a replacement makes the new one before the old one goes. */
  readonly createdFirst: boolean;
  /** Address of what takes it with it: the cluster of a pool that is replaced, comes or goes. */
  readonly follows?: string;
}

/** The difference of two syntheses of a stack, as data. */
export interface SynthesisDiff {
  readonly version: 1;
  /** In the order of effects (what is lost first), and of addresses. */
  readonly resources: readonly ResourceDiff[];
  /** What is no resource: providers, data sources, variables, outputs, the backend. */
  readonly surroundings: readonly SurroundingDiff[];
}

const order: readonly Effect[] = ["destroy", "replace", "forget", "update", "create"];

/**
 * Compares two synthesized documents (cdk.tf.json) of one stack, and says what the step from one to the other means for
 * clusters, pools and networks. Like `checkSynthesis` it knows neither the state nor the account: the plan has the last
 * word.
 */
export function diffSyntheses(before: unknown, after: unknown): SynthesisDiff {
  const changes = changesBetween(before, after);
  const paths = new Map([...pathsIn(before), ...pathsIn(after)]);
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  const resources = changes
    .map((change) => diffOf(change, byAddress, paths))
    .filter((diff) => diff !== undefined)
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || (a.address < b.address ? -1 : 1));
  return { version: 1, resources, surroundings: surroundings(before, after) };
}

type Changes = ReadonlyMap<string, ResourceChange>;

function diffOf(
  change: ResourceChange,
  changes: Changes,
  paths: ReadonlyMap<string, string>,
): ResourceDiff | undefined {
  const effect = effectOf(change);
  if (effect === "none") return undefined;
  const follows = leaderOf(change, changes);
  const clusterGoes = follows !== undefined && effect === "destroy";
  const findings = checkChange(change, { clusterGoes });
  const stays = effect === "update" || effect === "replace";
  const values = stays ? valueDiffs(change, findings) : [];
  const leftOn = findings.filter(({ rule }) => rule === "left-on");
  if (effect === "update" && values.length + leftOn.length === 0) return undefined;
  return {
    ...subjectOf(change.address, change.type, change.before ?? change.after ?? {}, paths),
    effect,
    values: [...values, ...leftOn.flatMap(({ arguments: names }) => names.map(stayingOn))],
    createdFirst: isCreatedFirst(change),
    ...(follows === undefined ? {} : { follows }),
  };
}

/** A block that was removed and that the service goes on with: no change in a plan. */
function stayingOn(argument: string): ValueDiff {
  return { prop: argument, argument, change: "taken out", how: "stays on" };
}

/** What a change follows from: nothing of its own asks for it. */
function leaderOf(change: ResourceChange, changes: Changes): string | undefined {
  const effect = effectOf(change);
  if (effect === "replace") return replacedWith(change, changes);
  if (effect !== "create" && effect !== "destroy") return undefined;
  const cluster = referencesIn((change.before ?? change.after)?.["cluster_id"])[0];
  const leader = cluster === undefined ? undefined : changes.get(cluster);
  return leader !== undefined && effectOf(leader) === effect ? cluster : undefined;
}

/** The first of the chain: of a VPC, a vSwitch and a cluster that stand on each other, it is the VPC. */
function replacedWith(
  change: ResourceChange,
  changes: Changes,
  seen: readonly string[] = [],
): string | undefined {
  const isOwn = differencesOf(change).some(
    ({ path, after }) =>
      after !== UNKNOWN &&
      change.replacePaths?.some((forcing) => JSON.stringify(forcing) === JSON.stringify(path)) === true,
  );
  if (isOwn || !isObject(change.afterUnknown)) return undefined;
  const unknown = Object.keys(change.afterUnknown);
  const leaders = unknown
    .flatMap((name) => referencesIn(change.after?.[name]))
    .filter((address) => !seen.includes(address))
    .flatMap((address) => {
      const leader = changes.get(address);
      return leader !== undefined && effectOf(leader) === "replace" ? [leader] : [];
    });
  const [leader] = leaders;
  if (leader === undefined) return undefined;
  return replacedWith(leader, changes, [...seen, change.address]) ?? leader.address;
}

function referencesIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value) ?? "";
  return [...text.matchAll(/\b([a-z]\w*\.[\w-]+)\.id\b/g)].flatMap(([, address]) => address ?? []);
}
