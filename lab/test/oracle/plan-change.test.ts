import { planChange } from "../../lib/core/change";
import type { Lifecycle, ResourceChange } from "../../lib/core/change";
import type { ResourceModel } from "../../lib/schema";
import type { ValueObject } from "../../lib/values";
import { formatPath } from "../../lib/values";
import { differences, isSetAt, outsideOfSets } from "./differences";
import { decoded, modelOf } from "./models";
import { readRecording } from "./recordings";

/** A line of `plan-change`: see the README beside the recordings. */
interface Case {
  readonly id: string;
  readonly type: string;
  readonly state: object;
  readonly config: ({ readonly lifecycle?: RecordedLifecycle } & object) | null;
  readonly actions: readonly string[];
  readonly replace_paths?: readonly string[];
  readonly changed?: readonly string[];
  readonly zeroed?: readonly string[];
  readonly unknown?: readonly string[];
}

interface RecordedLifecycle {
  readonly create_before_destroy?: boolean;
  readonly ignore_changes?: readonly string[] | "all";
}

const NOT_SERVED = "the resource is not in the committed schema";
const SEVERAL = "several resources that refer to each other: the tests with the binary replay them";

/** Cases that are left out, by the start of their id. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ["alicloud_cs_kubernetes_autoscaler/", NOT_SERVED],
  ["chain/", SEVERAL],
]);

/** Cases in which we differ. One that is no longer true fails, too. */
const exceptions: ReadonlyMap<string, string> = new Map([
  [
    "kubernetes_deployment_v1/spec[0].template[0].spec[0].init_container/append_block",
    "where a plan holds unknown blocks, Terraform's JSON does not tell an empty map from an absent one",
  ],
]);

const cases = readRecording<Case>("plan-change");
const replayed = cases.filter(({ id }) => ![...leftOut.keys()].some((start) => id.startsWith(start)));

function plannedAgain({ config, state }: Case, model: ResourceModel): ResourceChange {
  const { create_before_destroy: createFirst = false, ignore_changes: ignoreChanges = [] } =
    config?.lifecycle ?? {};
  const lifecycle: Lifecycle = { createBeforeDestroy: createFirst, ignoreChanges };
  return planChange(model, decoded(model, state), config && decoded(model, config), lifecycle);
}

/** Where our plan and the recorded one part, in words. */
function disagreements(one: Case): string[] {
  const model = modelOf(one.type);
  const { actions, after, replacePaths, diagnostics } = plannedAgain(one, model);
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const found = [different("actions", failed ? ["error"] : actions, one.actions)];
  const forcing = replacePaths.map(formatPath).filter((path) => path !== "id");
  found.push(different("replace_paths", forcing, one.replace_paths));
  if (!failed && after !== null && one.actions.includes("update"))
    found.push(...differently(model, one, after));
  if (one.actions.includes("create") && after !== null) found.push(...replacedBy(model, one, after));
  return found.filter((text) => text !== undefined);
}

function differently({ block }: ResourceModel, one: Case, after: ValueObject): (string | undefined)[] {
  const model = modelOf(one.type);
  const ours = differences(block.type, decoded(model, one.state), after);
  const theirs = (paths: readonly string[] = []): string[] => outsideOfSets(block.type, paths);
  // A recording tells inside of a set which element changed how; of ours we know that the set did.
  const inSets = (paths: readonly string[]): string[] => paths.filter((path) => isSetAt(block.type, path));
  const plain = (paths: readonly string[]): string[] => paths.filter((path) => !isSetAt(block.type, path));
  const all = [...theirs(one.changed), ...theirs(one.zeroed), ...theirs(one.unknown)];
  return [
    different("changed", plain(ours.changed), plain(theirs(one.changed))),
    different("unknown", plain(ours.unknown), plain(theirs(one.unknown))),
    // With unknown values in it, Terraform's JSON leaves out empty maps as it leaves out absent ones.
    (one.unknown ?? []).length === 0
      ? different("zeroed", plain(ours.zeroed), plain(theirs(one.zeroed)))
      : undefined,
    different("sets", inSets([...ours.changed, ...ours.zeroed, ...ours.unknown]), [...new Set(inSets(all))]),
  ];
}

/** What is unknown after a replacement; the recordings leave it out where it is what any new resource leaves unknown. */
function replacedBy({ block }: ResourceModel, one: Case, after: ValueObject): (string | undefined)[] {
  if (one.unknown === undefined) return [];
  const ours = differences(block.type, decoded(modelOf(one.type), one.state), after);
  return [different("unknown", ours.unknown, outsideOfSets(block.type, one.unknown))];
}

function different(
  what: string,
  ours: readonly string[],
  theirs: readonly string[] = [],
): string | undefined {
  const [a, b] = [ours, theirs].map((paths) => [...paths].sort().join(", "));
  return a === b ? undefined : `${what}: ours [${a ?? ""}], recorded [${b ?? ""}]`;
}

test("every recorded change plans as the real provider planned it, but for the listed exceptions", () => {
  const wrong = replayed
    .map((one) => ({ id: one.id, disagreements: disagreements(one) }))
    .filter((one) => one.disagreements.length > 0);
  expect(wrong.filter(({ id }) => !exceptions.has(id))).toEqual([]);
  expect(wrong.map(({ id }) => id)).toEqual([...exceptions.keys()]);
});

test("what is left out and what differs stay below 2 in 100", () => {
  const outside = cases.length - replayed.length + exceptions.size;
  expect(outside / cases.length).toBeLessThan(0.02);
  for (const start of leftOut.keys()) expect(cases.some(({ id }) => id.startsWith(start))).toBe(true);
});

test("the recordings hold replacements, updates and plans without a change for the main resources", () => {
  for (const type of ["alicloud_cs_managed_kubernetes", "alicloud_cs_kubernetes_node_pool", "alicloud_vpc"]) {
    const kinds = new Set(cases.filter((one) => one.type === type).map(({ actions }) => actions.join()));
    expect([...kinds]).toEqual(expect.arrayContaining(["no-op", "update", "delete,create", "delete"]));
  }
});
