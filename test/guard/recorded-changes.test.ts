import { checkChange, type GuardFinding, type Path, type ResourceChange } from "cdktf-ack/guard";
import { replaced } from "./recorded-replacements";
import { states, type RecordedChange } from "./recorded-states";
import { flagged, quiet } from "./recorded-updates";

function changeOf({
  name,
  type,
  actions,
  before,
  after,
  afterUnknown,
  replacePaths,
}: RecordedChange): ResourceChange {
  const state = states[type];
  return {
    address: `${type}.${name.replace(/\W/g, "_")}`,
    type,
    actions,
    before: { ...state, ...before },
    after: { ...state, ...after },
    ...(afterUnknown === undefined ? {} : { afterUnknown }),
    ...(replacePaths === undefined ? {} : { replacePaths }),
  };
}

/** The last of the paths says most: Terraform names a block and the member of it. */
function argumentOf(paths: readonly Path[] = []): string {
  const last = paths.at(-1) ?? [];
  return last
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .slice(1);
}

describe("a recorded plan that replaces", () => {
  test.each(replaced)("$type: $name names the argument that forces it", (recorded) => {
    const rule =
      recorded.type === "alicloud_cs_managed_kubernetes" ? "cluster-replaced" : "node-pool-replaced";
    const argument = argumentOf(recorded.replacePaths);
    const [finding, ...others] = checkChange(changeOf(recorded));
    // What was recorded keeps its name, which the service does not give twice.
    const isCreatedFirst = recorded.actions[0] === "create";
    expect(others.map(({ rule: other }) => other)).toEqual(isCreatedFirst ? ["step-refused"] : []);
    const severity = isCreatedFirst ? "warning" : "error";
    expect(finding).toMatchObject({ rule, severity, change: "replace", arguments: [argument] });
    expect(finding?.got).toContain(`${argument} `);
  });

  test.each(replaced)("$type: $name is known to replace without the plan saying so", (recorded) => {
    const { replacePaths, ...change } = changeOf(recorded);
    const [finding] = checkChange(change);
    const top = String(replacePaths?.[0]?.[0]);
    expect(finding?.arguments.every((argument) => argument.startsWith(top))).toBe(true);
    expect(finding?.arguments).not.toEqual([]);
  });
});

test.each(flagged)("a recorded plan that the provider does not carry out is an error: $name", (recorded) => {
  const findings = checkChange(changeOf(recorded));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.rule).toMatch(/^(change-ignored|step-refused)$/);
  expect(findings[0]?.severity).toBe("error");
});

test.each(quiet)("a recorded plan that the provider carries out is none: $name", (recorded) => {
  const loud = (findings: readonly GuardFinding[]) => findings.filter(({ severity }) => severity !== "note");
  expect(loud(checkChange(changeOf(recorded)))).toEqual([]);
});

test.each(Object.entries(states))("a plan that changes nothing gives nothing: %s", (type, state) => {
  const change = { address: `${type}.same`, type, actions: ["no-op"] as const, before: state, after: state };
  expect(checkChange(change)).toEqual([]);
  expect(checkChange({ ...change, actions: ["update"] })).toEqual([]);
});
