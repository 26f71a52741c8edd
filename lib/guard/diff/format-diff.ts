import { preciousOf } from "../precious";
import type { ResourceDiff, SynthesisDiff } from "./diff-syntheses";
import { counted } from "./subject";
import type { How, ValueDiff } from "./value-diff";

/** The difference of two syntheses for people, a line for each cluster, pool and construct; empty when there is none. */
export function formatDiff({ resources, surroundings }: SynthesisDiff): string {
  const isTold = (diff: ResourceDiff) =>
    isOfInterest(diff) || diff.effect === "update" || diff.effect === "replace";
  const followers = (diff: ResourceDiff) => resources.filter(({ follows }) => follows === diff.address);
  const lines = resources.flatMap((diff): string[] => {
    const onItsOwn = diff.follows === undefined || hasOwnChanges(diff);
    return onItsOwn && isTold(diff) ? [lineOf(diff, followers(diff))] : [];
  });
  const rest = resources.filter((diff) => diff.follows === undefined && !isTold(diff));
  const others = surroundings.map(({ what, effect, change }) => `${what}: ${change ?? effects[effect]}`);
  return [...lines, ...groupsOf(rest), ...others].map(onOneLine).join("\n");
}

const effects = {
  create: "added",
  destroy: "REMOVED",
  forget: "let go, lives on",
  update: "changed",
  replace: "REPLACED",
} as const;

/** Clusters, pools and what holds data are told by name; the rest of what comes and goes by construct. */
function isOfInterest({ type }: ResourceDiff): boolean {
  const kind = preciousOf(type)?.kind;
  return kind !== undefined && kind !== "network";
}

/** What follows a cluster, and would not have changed but for it, is counted beside it. */
function hasOwnChanges({ effect, values }: ResourceDiff): boolean {
  return effect === "replace" && values.length > 0;
}

function lineOf(diff: ResourceDiff, followers: readonly ResourceDiff[]): string {
  const { kind, name, effect, values, createdFirst } = diff;
  const what = `${kind} \`${name}\``;
  switch (effect) {
    case "create":
      return `${what}: added${withOthers(followers, " with ")}`;
    case "destroy":
      return `${what}: REMOVED${withOthers(followers, " with its ")}`;
    case "forget":
      return `${what}: ${effects.forget}`;
    default: {
      const last = createdFirst ? ", the new one first" : "";
      const told = clauses(values, `REPLACES the ${kind}${withOthers(followers, " and its ")}${last}`);
      const own = told.some((clause) => clause.includes("REPLACES"));
      const because = effect === "replace" && !own ? ["REPLACED with what it stands on"] : [];
      return `${what}: ${[...told, ...because].join("; ")}`;
    }
  }
}

/** One clause for all that is done in the same way: `max 10 to 12, nodes 3 to 4, in place`. */
function clauses(values: readonly ValueDiff[], replaces: string): readonly string[] {
  const ways = [...new Set(values.map(({ how }) => how))].sort(
    (a, b) => weights.indexOf(a) - weights.indexOf(b),
  );
  return ways.map((way) => {
    const told = values.filter(({ how }) => how === way).map(({ prop, change }) => `${prop} ${change}`);
    return `${told.join(", ")}, ${way === "replaces" ? replaces : words[way]}`;
  });
}

const words: Readonly<Record<Exclude<How, "replaces">, string>> = {
  "in place": "in place",
  "new nodes only": "new nodes only",
  "restarts the control plane": "in place, restarts the control plane",
  "rolls the nodes": "in place, rolls the nodes",
  "releases nodes": "RELEASES nodes undrained",
  "upgrades again": "in place, UPGRADES the nodes again",
  "no way back": "in place, with no way back",
  "may replace": "REPLACES it unless that is what the service has chosen",
  "stays as it is": "stays as it is",
  "stays on": "STAYS ON: the provider switches nothing off",
  ignored: "IGNORED by the provider",
  refused: "REFUSED",
};

const weights: readonly How[] = ["replaces", ...(Object.keys(words) as Exclude<How, "replaces">[]).reverse()];

function withOthers(followers: readonly ResourceDiff[], link: string): string {
  // "its pool" rather than "its 1 pool".
  return followers.length === 0 ? "" : `${link}${countsOf(followers)}`.replace(/ its 1 /, " its ");
}

/** `3 pools, 2 add-ons`, in the order of their names, pools first. */
function countsOf(diffs: readonly ResourceDiff[]): string {
  const kinds = [...new Set(diffs.map(({ kind }) => kind))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return kinds.map((kind) => counted(diffs.filter((diff) => diff.kind === kind).length, kind)).join(", ");
}

function rank(kind: string): number {
  const found = ["cluster", "pool"].indexOf(kind);
  return found === -1 ? 2 : found;
}

/** What comes and goes with one construct: `network: 3 vSwitches added`. */
function groupsOf(diffs: readonly ResourceDiff[]): readonly string[] {
  const groups = new Map<string, ResourceDiff[]>();
  for (const diff of diffs) {
    const construct = diff.path?.split("/", 1)[0] ?? `${diff.kind} \`${diff.name}\``;
    const key = `${construct}\n${diff.effect}`;
    groups.set(key, [...(groups.get(key) ?? []), diff]);
  }
  return [...groups].map(([key, members]) => {
    const [construct = "", effect = "create"] = key.split("\n");
    const how = effects[effect as keyof typeof effects];
    return members[0]?.path === undefined
      ? `${construct}: ${how}`
      : `${construct}: ${countsOf(members)} ${how}`;
  });
}

/** Values come from elsewhere. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "");
}
