import { provider } from "../limits";
import { removedKeys } from "./addon-config";
import { formatPath, schemaPath, type Effect, type ResourceChange } from "./change";
import { sendingOf } from "./create-only";
import { differencesOf, isNothing, UNKNOWN, within, type Difference } from "./difference";
import type { Problem, Severity } from "./finding";
import type { ChangeContext } from "./losses";
import { showDifference } from "./show-value";

/** Changes that are planned, applied without an error, and never made. */
export function ignoredProblems(change: ResourceChange, effect: Effect, context: ChangeContext): Problem[] {
  switch (effect) {
    case "create":
      return notSentAtCreation(change);
    case "update": {
      const differences = differencesOf(change);
      return [
        ...createOnly(change, differences),
        ...neverEmptied(change, differences),
        ...tier(change, differences),
        ...addonKeys(change, differences),
        ...dropped(change, differences),
        ...passwordAlone(change, differences),
      ];
    }
    case "destroy":
      return context.clusterGoes === true ? [] : staysBehind(change);
    default:
      return [];
  }
}

function createOnly(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  const sending = sendingOf(change.type);
  return sending.createOnly.flatMap((argument) => {
    const inside = within(differences, argument);
    if (inside.length === 0 || isMigration(change, argument)) return [];
    const imported = isImported(change) && inside.every(({ before }) => isNothing(before));
    const severity: Severity = sending.withoutEffect.includes(argument) ? "warning" : "error";
    return [
      {
        ...ignored(change, argument, inside),
        severity: imported ? "note" : severity,
        want: imported
          ? `the value that the imported resource really has: Terraform cannot read ${argument}`
          : `${argument} as it was created: the provider sends it at creation alone`,
        fix: instead[argument] ?? `put the old value back, or add ${argument} to ignore_changes`,
      },
    ];
  });
}

/** Where today's way to make the change is another one. */
const instead: Readonly<Record<string, string>> = {
  addons: "put the old list back, and manage the add-on with alicloud_cs_kubernetes_addon (cluster.addAddon)",
  slb_internet_enabled:
    "put the old value back, and manage the endpoints with control_plane_endpoints_config",
  load_balancer_spec: "remove the argument: clusters are billed without it today",
};

/** `worker_vswitch_ids` and `zone_ids` are given up for `vswitch_ids`, as the provider advises. */
function isMigration({ after }: ResourceChange, argument: string): boolean {
  return (
    ["worker_vswitch_ids", "zone_ids"].includes(argument) &&
    isNothing(after?.[argument]) &&
    !isNothing(after?.["vswitch_ids"])
  );
}

/** A resource that was just imported has in its state none of what the provider never reads, not even the defaults. */
function isImported({ type, before, importing }: ResourceChange): boolean {
  const hasDefaultPrefix = ["alicloud_cs_managed_kubernetes", "alicloud_cs_kubernetes"].includes(type);
  const isState = typeof before?.["id"] === "string";
  return importing === true || (isState && hasDefaultPrefix && isNothing(before["name_prefix"]));
}

function neverEmptied(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  return sendingOf(change.type).neverEmptied.flatMap((argument) => {
    const inside = within(differences, argument);
    const emptied = inside.every(({ before, after }) => !isNothing(before) && isNothing(after));
    // Of a list, all members must go: what stays is sent.
    if (inside.length === 0 || !emptied || !isNothing(change.after?.[argument])) return [];
    return [
      {
        ...ignored(change, argument, inside),
        want: `${argument} with a value: the provider does not send an empty one`,
        fix: "put the old value back, and change it in the console of ACK first",
      },
    ];
  });
}

function notSentAtCreation(change: ResourceChange): Problem[] {
  const { after } = change;
  return Object.entries(sendingOf(change.type).defaultsOfService).flatMap(([argument, value]) => {
    const given = after?.[argument];
    if (given === undefined || given === null || !isNothing(given)) return [];
    return [
      {
        ...ignored(change, argument, [{ path: [argument], before: undefined, after: given }]),
        want: `a value that is sent: the service takes ${value} instead of an empty one`,
        fix: `leave ${argument} out, or change it in the console of ACK`,
      },
    ];
  });
}

/** The provider migrates Basic clusters to Pro, and nothing else. */
function tier(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (!["alicloud_cs_managed_kubernetes", "alicloud_cs_serverless_kubernetes"].includes(change.type))
    return [];
  return within(differences, "cluster_spec").flatMap((difference) => {
    const { before, after } = difference;
    const isBasic = isNothing(before) || before === "ack.standard";
    if (
      typeof after !== "string" ||
      after.includes("${") ||
      (isBasic && (after.includes("pro") || after === "ack.standard"))
    )
      return [];
    return [
      {
        ...ignored(change, "cluster_spec", [difference]),
        want: "the tier as it is: the provider migrates from ack.standard to Pro, and makes no other change of tiers",
        fix: "put the old tier back; change it in the console of ACK, then in the code",
      },
    ];
  });
}

/** The settings of an add-on are merged into those that the cluster has. */
function addonKeys(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (change.type !== "alicloud_cs_kubernetes_addon") return [];
  return within(differences, "config").flatMap(({ before, after }) => {
    const removed = removedKeys(before, after);
    if (removed.length === 0) return [];
    return [
      {
        ...ignored(change, "config", []),
        got: `config without ${removed.join(", ")}`,
        want: "all keys that were set: the provider merges the settings, and clears none",
        fix: "write the default of the add-on into the key instead of removing it",
      },
    ];
  });
}

/** To scale in by `node_count` is the only thing that its apply does. */
function dropped(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (change.type !== "alicloud_cs_kubernetes_node_pool" || !isScaledInByCount(differences)) return [];
  const others = differences.filter(({ path, after }) => path[0] !== "node_count" && after !== UNKNOWN);
  const [first] = others;
  if (first === undefined) return [];
  return [
    {
      ...ignored(change, schemaPath(first.path), others),
      want: "a smaller node_count alone: the provider drops all other changes of the same apply",
      fix: "apply the other changes first, or scale with desired_size",
    },
  ];
}

/** The provider looks at the encrypted password only when something else of the pool has changed. */
function passwordAlone(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  const argument = "kms_encrypted_password";
  const inside = within(differences, argument);
  const isPool = change.type === "alicloud_cs_kubernetes_node_pool";
  if (!isPool || inside.length === 0 || inside.length < differences.length) return [];
  return [
    {
      ...ignored(change, argument, inside),
      want: `${argument} together with another change of the pool: alone, it is not sent`,
      fix: "change another argument of the pool in the same apply, a tag for example",
    },
  ];
}

export function isScaledInByCount(differences: readonly Difference[]): boolean {
  return differences.some(
    ({ path, before, after }) => path[0] === "node_count" && Number(after ?? 0) < Number(before ?? 0),
  );
}

/** What Terraform forgets and the cluster keeps. */
function staysBehind(change: ResourceChange): Problem[] {
  const kept: Readonly<Record<string, string>> = {
    alicloud_cs_kubernetes_addon: "the add-on stays installed: the provider uninstalls none",
    alicloud_cs_autoscaling_config: "the autoscaler keeps its settings: the provider deletes none",
  };
  const want = Object.hasOwn(kept, change.type) ? kept[change.type] : undefined;
  if (want === undefined) return [];
  return [
    {
      rule: "change-ignored",
      severity: "warning",
      change: "ignored",
      got: "destroyed",
      want,
      fix: "remove it in the console of ACK, too, or say with a removed block that it stays",
      source: provider(change.type),
    },
  ];
}

function ignored(change: ResourceChange, argument: string, inside: readonly Difference[]) {
  const [first, ...others] = inside;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  const text = first === undefined ? "" : showDifference(formatPath(first.path), first, change);
  return {
    rule: "change-ignored",
    severity: "error",
    change: "ignored",
    arguments: [argument],
    got: `${text}${more}`,
    source: provider(`${change.type}.${argument}`),
  } as const;
}
