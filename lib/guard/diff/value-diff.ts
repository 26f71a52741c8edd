import { formatPath, isObject, schemaPath, valueAt, type Path, type ResourceChange } from "../change";
import { differencesOf, isNothing, UNKNOWN, type Difference } from "../difference";
import type { GuardFinding, GuardRule } from "../finding";
import { forceNew } from "../force-new";
import { forcingPaths } from "../forcing-paths";
import { propsOf } from "../props";
import { showAt } from "../show-value";
import { withoutDigest } from "./subject";

/** What it takes to make one change of a resource that stays, or does not. */
export type How =
  | "in place"
  | "new nodes only"
  | "restarts the control plane"
  | "rolls the nodes"
  | "releases nodes"
  | "upgrades again"
  | "no way back"
  | "may replace"
  | "stays as it is"
  | "stays on"
  | "ignored"
  | "refused"
  | "replaces";

/** One argument that is not what it was. */
export interface ValueDiff {
  /** The prop of the construct. */
  readonly prop: string;
  /** The argument of the provider, as `scaling_config.max_size`. */
  readonly argument: string;
  /** `10 to 12`, `+team=shop`, `changed`; secrets are not shown. */
  readonly change: string;
  readonly how: How;
}

/** How an argument is called where its block alone would not say what has changed. */
const shortNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alicloud_cs_kubernetes_node_pool: {
    "scaling_config.enable": "autoscaling",
    "scaling_config.max_size": "max",
    "scaling_config.min_size": "min",
    desired_size: "nodes",
    node_count: "nodes",
    spot_strategy: "spot",
  },
  alicloud_cs_managed_kubernetes: { cluster_spec: "tier" },
  alicloud_vswitch: { cidr_block: "cidr" },
};

/** What a pool gives to the nodes that it makes from then on, and nodes that are there never get. */
const forNewNodes =
  /^(instance_(types|patterns|charge_type)|system_disk_|data_disks|image_(id|type)$|runtime_|user_data|pre_user_data|rds_instances|spot_|private_pool_options|unschedulable|cpu_policy|key_name|internet_|vswitch_ids|install_cloud_monitor)/;

const howOf: Readonly<Partial<Record<GuardRule, How>>> = {
  "change-ignored": "ignored",
  "step-refused": "refused",
  "version-step": "refused",
  "nodes-released": "releases nodes",
  "upgrade-repeats": "upgrades again",
  "becomes-pro": "no way back",
  "nodes-roll": "rolls the nodes",
  "control-plane-restarts": "restarts the control plane",
  "left-on": "stays on",
};

/** What differs in a resource that stays or is replaced, one entry for each argument. */
export function valueDiffs(change: ResourceChange, findings: readonly GuardFinding[]): readonly ValueDiff[] {
  const differences = differencesOf(change).filter(({ after }) => after !== UNKNOWN);
  const forcing = forcingPaths(change).map(schemaPath);
  return argumentsIn(change, differences).map((path) => {
    const argument = schemaPath(path);
    return {
      prop: propOf(change.type, argument),
      argument,
      change: describe(path, valueAt(change.before, path), valueAt(change.after, path)),
      how: howIs(change, argument, forcing, findings),
    };
  });
}

/** Lists are told as a whole, and so are blocks that come or go; of a block that stays each member that differs. */
function argumentsIn({ before, after }: ResourceChange, differences: readonly Difference[]): readonly Path[] {
  const found = differences.map(({ path }) => {
    const end = path.findIndex((part, index) => typeof part === "number" && !isBlock(path.slice(0, index)));
    return end === -1 ? path : path.slice(0, end);
  });
  return [...new Map(found.map((path) => [formatPath(path), path])).values()];

  function isBlock(path: Path): boolean {
    return [valueAt(before, path), valueAt(after, path)].every(
      (value) => !Array.isArray(value) || (value.length === 1 && isObject(value[0]) && !("key" in value[0])),
    );
  }
}

function propOf(type: string, argument: string): string {
  const short = Object.hasOwn(shortNames, type) ? shortNames[type]?.[argument] : undefined;
  if (short !== undefined) return short;
  const [first = "", ...inside] = argument.split(".");
  const [prop = first] = propsOf(type, [first]);
  const [own = prop] = propsOf("", [first]);
  const rest = propsOf("", inside).map((name) => `.${name}`);
  if (prop === own) return `${prop}${rest.join("")}`;
  // Several arguments come from one prop: which of them has changed is worth its name.
  const [word = prop] = prop.split(/[ ,]/);
  return word === "the" || own.startsWith(word) ? own : word;
}

function howIs(
  { type, after }: ResourceChange,
  argument: string,
  forcing: readonly string[],
  findings: readonly GuardFinding[],
): How {
  if (forcing.some((path) => isInside(path, argument) || isInside(argument, path))) return "replaces";
  const about = findings.filter(({ arguments: names }) =>
    names.some(
      (name) => isInside(argument, withoutPositions(name)) || isInside(withoutPositions(name), argument),
    ),
  );
  const known = Object.entries(howOf).find(([rule]) => about.some((finding) => finding.rule === rule));
  if (known !== undefined) return known[1];
  if (isFilledIn(type, argument)) return isNothing(after?.[argument]) ? "stays as it is" : "may replace";
  if (type !== "alicloud_cs_kubernetes_node_pool") return "in place";
  const isPushed = after?.["update_nodes"] === true;
  return forNewNodes.test(argument) || (/^(labels|taints)$/.test(argument) && !isPushed)
    ? "new nodes only"
    : "in place";
}

/** What the service has chosen where nothing was given, and takes no other value for: nobody knows with which value. */
function isFilledIn(type: string, argument: string): boolean {
  return Object.hasOwn(forceNew, type) && forceNew[type]?.filledIn?.includes(argument) === true;
}

function isInside(path: string, argument: string): boolean {
  return `${path}.`.startsWith(`${argument}.`);
}

function withoutPositions(name: string): string {
  return name.replaceAll(/\[\d+\]/g, "");
}

/** What has become of a value, as short as it can be said. */
function describe(path: Path, before: unknown, after: unknown): string {
  if (isHidden(path, before) || isHidden(path, after)) return "changed";
  const [was, is] = [membersOf(before), membersOf(after)];
  if (was !== undefined && is !== undefined) {
    const [gone, come] = [
      was.filter((member) => !is.includes(member)),
      is.filter((member) => !was.includes(member)),
    ];
    if (gone.length + come.length === 0) return "in another order";
    const told = [...come.map((member) => `+${member}`), ...gone.map((member) => `-${member}`)].join(" ");
    return told.length <= LONGEST ? told : `+${come.length} -${gone.length}`;
  }
  if (isNothing(before) && typeof before !== "number" && isShort(after)) return `set to ${show(path, after)}`;
  if (isNothing(after) && typeof after !== "number" && isShort(before)) {
    return after === undefined
      ? `${show(path, before)} taken out`
      : `${show(path, before)} to ${show(path, after)}`;
  }
  return isShort(before) && isShort(after) ? `${show(path, before)} to ${show(path, after)}` : "changed";
}

const LONGEST = 100;

function isShort(value: unknown): boolean {
  return typeof value !== "object" && String(value).length <= LONGEST / 2;
}

function show(path: Path, value: unknown): string {
  return showAt(path, typeof value === "string" ? readable(value) : value);
}

/** The members of a list or a map, each on its own; undefined where they are no short texts. */
function membersOf(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const members = (value as readonly unknown[]).map(memberOf);
    return members.every((member) => member !== undefined) ? members : undefined;
  }
  if (!isObject(value)) return undefined;
  const pairs = Object.entries(value);
  return pairs.every(([, inner]) => isShort(inner))
    ? pairs.map(([key, inner]) => `${key}=${String(inner)}`)
    : undefined;
}

function isHidden(path: Path, value: unknown): boolean {
  return showAt(path, value).includes("(not shown)");
}

/** Labels and taints say themselves as kubectl does. */
function memberOf(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return readable(String(value));
  if (!isObject(value) || typeof value["key"] !== "string") return undefined;
  const { key, value: text, effect } = value;
  return `${key}=${String(text ?? "")}${typeof effect === "string" ? `:${effect}` : ""}`;
}

/** References without the digests that cdktf puts into names. */
function readable(text: string): string {
  return text.replaceAll(/\$\{[a-z]\w*\.([\w-]+)\.(\w+)\}/g, (_, name: string, attribute: string) => {
    return `${withoutDigest(name)}.${attribute}`;
  });
}
