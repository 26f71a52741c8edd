import { Lab, TerraformError } from "../../lib";
import { printedAlike } from "../oracle/printed";
import { readRecording } from "../oracle/recordings";
import { configuration, planned, UNKNOWN_SOURCES, type Resources } from "./oracle";

/** A line of `plan-create`: see the README beside the recordings. */
interface Case {
  readonly id: string;
  readonly resources: Resources;
  readonly data?: object;
  readonly variable?: object;
  readonly locals?: object;
  readonly planned?: Readonly<Record<string, RecordedChange>>;
  readonly error?: readonly string[];
}

interface RecordedChange {
  readonly actions: readonly string[];
  readonly after: object;
  readonly after_unknown?: object;
}

const all = readRecording<Case>("plan-create");
const scenarios = all.filter(({ id }) => id.startsWith("scenario/"));
/** Those about one resource of a type that the lab serves. */
const single = all.filter(
  ({ id, error }) =>
    !id.startsWith("scenario/") &&
    !id.startsWith("alicloud_cs_kubernetes_autoscaler/") &&
    error === undefined,
);

let lab: Lab;
beforeAll(async () => {
  lab = await Lab.start();
});
afterAll(() => lab.stop());

/** The changes of resources of the two providers, as far as they differ from the recorded ones. */
function differing(
  changes: Awaited<ReturnType<typeof planned>>,
  recorded: Readonly<Record<string, RecordedChange>>,
): object[] {
  const byAddress = new Map(changes.map(({ address, change }) => [address, change]));
  return Object.entries(recorded).flatMap(([address, theirs]) => {
    const ours = byAddress.get(address);
    const same =
      ours !== undefined &&
      ours.actions.join() === theirs.actions.join() &&
      printedAlike(ours.after, theirs.after) &&
      printedAlike(ours.after_unknown ?? {}, theirs.after_unknown ?? {});
    return same ? [] : [{ address, ours, theirs }];
  });
}

test("every single new resource is planned as recorded, when Terraform asks the lab", async () => {
  const resources: Record<string, Record<string, object>> = {};
  const recorded: Record<string, RecordedChange> = {};
  single.forEach((one, index) => {
    for (const [address, change] of Object.entries(one.planned ?? {})) {
      const [type = "", name = ""] = address.split(".");
      const body = one.resources[type]?.[name];
      if (type === "terraform_data" || body === undefined) continue;
      (resources[type] ??= {})[`case_${index}`] = body;
      recorded[`${type}.case_${index}`] = change;
    }
  });
  const changes = await planned(lab, "single", configuration({ ...resources, ...UNKNOWN_SOURCES }));
  expect(differing(changes, recorded)).toEqual([]);
});

test.each(scenarios.map((one) => [one.id, one] as const))("%s", async (id, one) => {
  const { resources, data, variable, locals, error } = one;
  const config = configuration(resources, {
    ...(data && { data }),
    ...(variable && { variable }),
    ...(locals && { locals }),
  });
  const planning = planned(lab, id.replaceAll("/", "-"), config);
  if (error === undefined) {
    expect(differing(await planning, one.planned ?? {})).toEqual([]);
    return;
  }
  const failure: unknown = await planning.catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(TerraformError);
  for (const message of error) expect(String(failure)).toContain(message);
});
