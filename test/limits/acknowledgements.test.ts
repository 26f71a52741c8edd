import * as fs from "node:fs";
import * as path from "node:path";
import { TerraformStack, type App } from "cdktf";
import { Construct } from "constructs";
import { Limits, limitsOn, reportOf, type Authority } from "../../lib/limits";
import { brokenIn, limitErrorOf, newApp, text, Thing } from "./support";

interface Facts {
  readonly size: number;
}

const on = limitsOn<Facts>();
const small = (id: string, more: { authority?: Authority; advice?: true } = {}) =>
  on.range(id, "size", { min: 0, max: 10 }, { ...text, ...more });

const advice = [small("yield-advice", { advice: true })];
const manual = [small("yield-manual")];
const reason = { reason: "the manual is out of date", until: "2030-06-30" };
const counts = on.quota("yield-quota", "vpcRouteEntries", ["size"], text, () => []);

/** An app whose stack holds two constructs that break the limits, below a group and beside it. */
function appThatBreaks(limits = advice) {
  const app = newApp();
  const stack = new TerraformStack(app, "stack");
  const group = new Construct(stack, "group");
  new Thing(group, "inside", limits, { size: 11 });
  new Thing(stack, "group-beside", limits, { size: 12 });
  return { app, stack, group };
}

const paths = (list: readonly { path: string }[]) => list.map(({ path: where }) => where);

describe("advice", () => {
  test("warns once for each limit and stack, and stops nothing", () => {
    const { app } = appThatBreaks();
    new Thing(new TerraformStack(app, "other"), "third", advice, { size: 13 });
    app.synth();
    expect(paths(reportOf(app).warnings)).toEqual(["stack/group/inside", "other/third"]);
    expect(reportOf(app)).toMatchObject({
      broken: [],
      limits: { "yield-advice": { checked: 3, broken: 0 } },
    });
  });

  test("warns in each stack also when the construct at fault registered nothing itself", () => {
    const elsewhere = on.limit("yield-elsewhere", ["size"], { ...text, advice: true }, ({ size }) => [
      { got: `size ${size}`, want: "none", at: `stack${size}/child/vpc` },
    ]);
    const app = newApp();
    for (const size of [1, 2]) {
      new Thing(new TerraformStack(app, `stack${size}`), "thing", [elsewhere], { size });
    }
    expect(paths(reportOf(app).warnings)).toEqual(["stack1/child/vpc", "stack2/child/vpc"]);
  });

  test("that is acknowledged is reported with the reason and the end, and no longer warns", () => {
    const { app, stack } = appThatBreaks();
    Limits.of(stack).acknowledge("yield-advice", reason);
    app.synth();
    expect(reportOf(app)).toMatchObject({
      warnings: [],
      acknowledged: [
        { id: "yield-advice", path: "stack/group/inside", got: "size 11", ...reason },
        { id: "yield-advice", path: "stack/group-beside", got: "size 12", ...reason },
      ],
      unusedAcknowledgements: [],
    });
    expect(annotationsOf(app)).toEqual([]);
  });

  test("is acknowledged for a scope and what is below it, and for nothing else", () => {
    const { app, group } = appThatBreaks();
    Limits.of(group).acknowledge("yield-advice", { reason: "no end" });
    const { warnings, acknowledged } = reportOf(app);
    expect(paths(acknowledged)).toEqual(["stack/group/inside"]);
    expect(acknowledged[0]).not.toHaveProperty("until");
    expect(paths(warnings)).toEqual(["stack/group-beside"]);
  });

  test("is acknowledged for a whole app, also before its stacks are made", () => {
    const app = newApp();
    Limits.of(app).acknowledge("yield-advice", reason);
    new Thing(new TerraformStack(app, "stack"), "thing", advice, { size: 11 });
    expect(reportOf(app)).toMatchObject({
      broken: [],
      warnings: [],
      acknowledged: [{ path: "stack/thing" }],
    });
  });

  test("that nothing needed to acknowledge is reported as unused", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "stack");
    new Thing(stack, "good", advice, { size: 1 });
    Limits.of(stack).acknowledge("yield-advice", reason);
    app.synth();
    expect(reportOf(app).unusedAcknowledgements).toEqual([
      { id: "yield-advice", path: "stack", reason: reason.reason },
    ]);
  });
});

describe("a hard limit that only a manual knows", () => {
  test("becomes a warning in the report and no longer stops the synthesis", () => {
    const { app, stack } = appThatBreaks(manual);
    Limits.of(stack).warnOnly("yield-manual", reason);
    app.synth();
    expect(reportOf(app)).toMatchObject({ broken: [], acknowledged: [], unusedAcknowledgements: [] });
    expect(reportOf(app).turnedIntoWarnings).toMatchObject([
      { path: "stack/group/inside", ...reason },
      { path: "stack/group-beside", ...reason },
    ]);
    expect(annotationsOf(app)).toHaveLength(2);
  });

  test("still breaks outside of the scope", () => {
    const { app, group } = appThatBreaks(manual);
    Limits.of(group).warnOnly("yield-manual", reason);
    expect(brokenIn(limitErrorOf(() => app.synth()))).toEqual(["yield-manual at stack/group-beside"]);
  });

  test("cannot be acknowledged: the error names warnOnly, and the limit stays broken", () => {
    const { app, group } = appThatBreaks(manual);
    Limits.of(group).acknowledge("yield-manual", reason);
    const error = limitErrorOf(() => app.synth());
    expect(brokenIn(error)).toEqual([
      "acknowledged-limit-can-yield at stack/group",
      "yield-manual at stack/group/inside",
      "yield-manual at stack/group-beside",
    ]);
    expect(error.violations[0]?.fix).toBe("use warnOnly");
  });
});

describe("what cannot yield", () => {
  test.each<Authority>(["provider", "kubernetes", "addresses"])(
    "a limit of authority %s stays broken beside the attempt to turn it off",
    (authority) => {
      const { app, stack } = appThatBreaks([small(`yield-${authority}`, { authority })]);
      Limits.of(stack).warnOnly(`yield-${authority}`, reason);
      const error = limitErrorOf(() => app.synth());
      expect(brokenIn(error)).toEqual([
        "acknowledged-limit-can-yield at stack",
        `yield-${authority} at stack/group/inside`,
        `yield-${authority} at stack/group-beside`,
      ]);
      expect(error.violations[0]?.fix).toMatch(/^change the configuration/);
    },
  );

  test("a limit of the service can become a warning", () => {
    const { app, stack } = appThatBreaks([small("yield-service", { authority: "service" })]);
    Limits.of(stack).warnOnly("yield-service", reason);
    app.synth();
    expect(reportOf(app).turnedIntoWarnings).toHaveLength(2);
  });

  test("advice is not turned into a warning, and a quota is declared", () => {
    const { app, stack } = appThatBreaks();
    Limits.of(stack)
      .warnOnly("yield-advice", reason)
      .warnOnly(counts.id, reason)
      .acknowledge(counts.id, reason);
    expect(limitErrorOf(() => app.synth()).violations.map(({ got, fix }) => [got, fix])).toEqual([
      ['warnOnly on "yield-advice", advice', "use acknowledge"],
      [
        'warnOnly on "yield-quota", a quota',
        "declare the real quota: Quotas.of(scope).set({ vpcRouteEntries: ... })",
      ],
      [
        'acknowledge on "yield-quota", a quota',
        "declare the real quota: Quotas.of(scope).set({ vpcRouteEntries: ... })",
      ],
    ]);
  });

  test("an id that does not exist, no reason and an end that is no day are errors", () => {
    const { app, stack } = appThatBreaks();
    Limits.of(stack)
      .acknowledge("yield-advise", reason)
      .warnOnly("yield-manul", reason)
      .acknowledge("yield-advice", { reason: "" })
      .acknowledge("yield-advice", { reason: "r", until: "30.06.2030" });
    expect(limitErrorOf(() => app.synth()).violations.map(({ id, got }) => `${id}: ${got}`)).toEqual([
      'acknowledged-limit-exists: the id "yield-advise"',
      'acknowledged-limit-exists: the id "yield-manul"',
      "acknowledgement-reason: reason with 0 characters",
      'acknowledgement-until: until "30.06.2030"',
    ]);
  });
});

describe("warnings of a stack", () => {
  test("reach the manifest once each, without a path of the machine", () => {
    const { app, stack } = appThatBreaks();
    new Thing(new TerraformStack(app, "stack2"), "third", advice, { size: 13 });
    stack.toTerraform();
    app.synth();
    app.synth();
    const message = (where: string, size: number) =>
      `yield-advice: ${where}: got size ${size}; want a whole number from 0 to 10 (docs/limits.md#yield-advice)`;
    expect(annotationsOf(app)).toEqual([message("stack/group/inside", 11), message("stack2/third", 13)]);
    const manifest = fs.readFileSync(path.join(app.outdir, "manifest.json"), "utf8");
    expect(manifest).not.toContain(process.cwd());
  });
});

interface Manifest {
  readonly stacks: Record<string, { readonly annotations: readonly { level: string; message: string }[] }>;
}

/** The warnings that the cdktf command line prints. */
function annotationsOf(app: App): string[] {
  const file = path.join(app.outdir, "manifest.json");
  const { stacks } = JSON.parse(fs.readFileSync(file, "utf8")) as Manifest;
  return Object.values(stacks).flatMap(({ annotations }) =>
    annotations.filter(({ level }) => level === "@cdktf/warn").map(({ message }) => message),
  );
}
