import { TerraformStack } from "cdktf";
import {
  allLimits,
  canBecomeWarning,
  findLimit,
  Limits,
  limitsOn,
  reportOf,
  toSarif,
  unknown,
  type Fact,
  type FactList,
  type LimitReport,
  type LimitTally,
} from "../../lib/limits";
import { newApp, text, Thing } from "./support";

interface Facts {
  readonly size: Fact<number>;
  readonly zones: FactList<string>;
}

const on = limitsOn<Facts>();
const limits = [
  on.range("report-size", "size", { min: 0, max: 10 }, { ...text, fix: "take 10" }),
  on.range("report-advice", "size", { min: 0, max: 5 }, { ...text, advice: true }),
  on.unique("report-zones", "zones", text),
];

/** One of each: broken, warned about, acknowledged, turned into a warning, silent and partly judged. */
function reportOfEach() {
  const stack = new TerraformStack(newApp(), "stack");
  const other = new TerraformStack(stack.node.root, "other");
  new Thing(stack, "broken", limits, { size: 11, zones: ["a", "a"] });
  new Thing(stack, "late", limits, { size: unknown("${var.size}"), zones: ["a", unknown("${var.b}")] });
  new Thing(other, "yields", limits, { size: 12, zones: [] });
  Limits.of(other)
    .acknowledge("report-advice", { reason: "accepted" })
    .warnOnly("report-size", { reason: "manual is old" });
  return reportOf(stack);
}

function sumOverStacks({ stacks }: LimitReport): LimitTally {
  const sum = { checked: 0, silent: 0, partly: 0, broken: 0 };
  for (const tally of Object.values(stacks)) {
    sum.checked += tally.checked;
    sum.silent += tally.silent;
    sum.partly += tally.partly;
    sum.broken += tally.broken;
  }
  return sum;
}

describe("the tallies of a report", () => {
  test("count each limit on each construct, by id, sorted", () => {
    const { limits: tallies } = reportOfEach();
    expect(Object.keys(tallies)).toEqual([...Object.keys(tallies)].sort());
    expect(tallies).toMatchObject({
      "report-size": { checked: 2, silent: 1, partly: 0, broken: 2 },
      "report-advice": { checked: 2, silent: 1, partly: 0, broken: 0 },
      "report-zones": { checked: 3, silent: 0, partly: 1, broken: 1 },
    });
  });

  test("add up over all stacks, what teams told the engine included", () => {
    expect(sumOverStacks(reportOfEach())).toEqual({
      checked: 2 + 2 + 3 + 2 * 3 + 2,
      silent: 2,
      partly: 1,
      broken: 3,
    });
  });

  test("are zero for an app without constructs", () => {
    expect(sumOverStacks(reportOf(newApp()))).toEqual({ checked: 0, silent: 0, partly: 0, broken: 0 });
  });
});

describe("a report as SARIF", () => {
  const place = (fullyQualifiedName: string) => ({
    physicalLocation: {
      artifactLocation: { uri: "test/limits/support.ts" },
      region: { startLine: expect.any(Number) },
    },
    logicalLocations: [{ fullyQualifiedName }],
  });

  test("has errors, warnings and suppressed notes, with the line of the construct", () => {
    expect(toSarif(reportOfEach())).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          results: [
            {
              ruleId: "report-size",
              level: "error",
              message: { text: "stack/broken: got size 11; want a whole number from 0 to 10. Fix: take 10." },
              locations: [place("stack/broken")],
            },
            { ruleId: "report-zones", level: "error", locations: [place("stack/broken")] },
            { ruleId: "report-advice", level: "warning", locations: [place("stack/broken")] },
            { ruleId: "report-size", level: "warning", locations: [place("other/yields")] },
            {
              ruleId: "report-advice",
              level: "note",
              suppressions: [{ kind: "inSource", justification: "accepted" }],
            },
          ],
        },
      ],
    });
  });

  test("describes each rule once, sorted", () => {
    const shortDescription = { text: text.statement };
    expect(toSarif(reportOfEach())).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              name: "cdktf-ack",
              rules: [
                { id: "report-advice", shortDescription },
                { id: "report-size", shortDescription },
                { id: "report-zones", shortDescription },
              ],
            },
          },
        },
      ],
    });
  });

  test("has no line where none is known", () => {
    const report = reportOfEach();
    const broken = report.broken.map((violation) => ({ ...violation, origin: undefined }));
    const { runs } = toSarif({ ...report, broken }) as { runs: [{ results: { locations: object[] }[] }] };
    expect(runs[0].results[0]?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "stack/broken" }] },
    ]);
  });
});

describe("the catalogue", () => {
  test("knows each limit by its id and lists them sorted", () => {
    expect(findLimit("report-size")).toBe(limits[0]);
    expect(findLimit("no-such-limit")).toBeUndefined();
    const ids = allLimits().map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(["report-size", "report-zones", "quota-exists"]));
  });

  test("says which limits can become a warning", () => {
    const can = (id: string) => {
      const limit = findLimit(id);
      return limit !== undefined && canBecomeWarning(limit);
    };
    expect([can("report-size"), can("report-advice"), can("quota-exists")]).toEqual([true, false, false]);
  });
});
