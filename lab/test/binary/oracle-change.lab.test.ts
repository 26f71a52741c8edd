import { Lab } from "../../lib";
import { formatPath, type Path } from "../../lib/values";
import { readRecording } from "../oracle/recordings";
import { configuration, planned, stateOf, UNKNOWN_SOURCES, type Resources } from "./oracle";

/** A line of `plan-change`: see the README beside the recordings. */
interface Case {
  readonly id: string;
  readonly type: string;
  readonly state: object;
  readonly config: object | null;
  readonly actions: readonly string[];
  readonly replace_paths?: readonly string[];
  readonly planned?: Readonly<Record<string, RecordedChange>>;
}

interface RecordedChange {
  readonly actions: readonly string[];
  readonly replace_paths?: readonly string[];
}

/** All cases go through the engine elsewhere; of those about one resource, every so many go through Terraform, too. */
const EVERY = 4;

const all = readRecording<Case>("plan-change");
const single = all.filter(
  ({ type, actions }, index) =>
    type !== "chain" &&
    type !== "alicloud_cs_kubernetes_autoscaler" &&
    !actions.includes("error") &&
    index % EVERY === 0,
);
const chains = all.filter(({ type }) => type === "chain");

let lab: Lab;
beforeAll(async () => {
  lab = await Lab.start();
});
afterAll(() => lab.stop());

function forcing(change: { readonly replace_paths?: readonly Path[] }): string[] {
  return (change.replace_paths ?? []).map(formatPath).sort();
}

test("one resource after the other changes as recorded, when Terraform asks the lab", async () => {
  const resources: Record<string, Record<string, object>> = {};
  single.forEach(({ type, config }, index) => {
    if (config !== null) (resources[type] ??= {})[`case_${index}`] = config;
  });
  const state = stateOf(
    single.map(({ type, state: attributes }, index) => ({ type, name: `case_${index}`, attributes })),
  );
  const changes = await planned(lab, "single", configuration({ ...resources, ...UNKNOWN_SOURCES }), state);
  const byAddress = new Map(changes.map((change) => [change.address, change.change]));
  const wrong = single.flatMap(({ id, type, actions, replace_paths: recorded = [] }, index) => {
    const change = byAddress.get(`${type}.case_${index}`);
    const ours = { actions: change?.actions, replace: forcing(change ?? {}) };
    const theirs = { actions, replace: [...recorded].sort() };
    return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ id, ours, theirs }];
  });
  expect(wrong).toEqual([]);
});

test.each(chains.map((one) => [one.id, one] as const))("%s", async (id, one) => {
  const instances = Object.entries(one.state as Record<string, object>).map(([address, attributes]) => {
    const [type = "", name = ""] = address.split(".");
    return { type, name, attributes };
  });
  const name = id.replace("/", "-");
  const changes = await planned(
    lab,
    name,
    configuration((one.config ?? {}) as Resources),
    stateOf(instances),
  );
  const ours = changes.map(({ address, change }) => [address, change.actions, forcing(change)]);
  const theirs = Object.entries(one.planned ?? {}).map(([address, recorded]) => [
    address,
    recorded.actions,
    [...(recorded.replace_paths ?? [])].sort(),
  ]);
  expect(Object.fromEntries(ours.map(([address, ...rest]) => [address, rest]))).toEqual(
    Object.fromEntries(theirs.map(([address, ...rest]) => [address, rest])),
  );
});
