import * as fs from "node:fs";
import * as path from "node:path";
import type { App } from "cdktf";
import { TerraformStack, Testing, type AppConfig } from "cdktf";
import { limitsOn, reportOf, unknown, type Fact } from "../../lib/limits";
import { AlicloudProvider } from "@cdktf/provider-alicloud/lib/provider";
import { brokenIn, context, filesIn, limitErrorOf, newApp, text, Thing, writtenReport } from "./support";

interface Facts {
  readonly size: Fact<number>;
}

let judged = 0;
const limits = [
  limitsOn<Facts>().range("collected-size", "size", { min: 1, max: 10 }, text),
  limitsOn<Facts>().limit("collected-even", ["size"], text, ({ size }) => {
    judged++;
    return size % 2 === 0 ? [] : [{ got: `size ${size}`, want: "an even size" }];
  }),
];

const thing = (stack: TerraformStack, id: string, size: Fact<number>) =>
  new Thing(stack, id, limits, { size });

const stackFiles = (app: App) => filesIn(app.outdir).filter((file) => file.startsWith("stacks"));

describe("what several constructs in several stacks break", () => {
  function brokenApp(config: AppConfig = {}): App {
    const app = newApp(config);
    const [plain, one, two] = ["a-plain", "b-one", "c-two"].map((id) => new TerraformStack(app, id));
    if (plain === undefined || one === undefined || two === undefined) {
      throw new Error("Three stacks were made");
    }
    new AlicloudProvider(plain, "alicloud", { region: "cn-hangzhou" });
    thing(one, "first", 11);
    thing(one, "good", 2);
    thing(two, "second", 3);
    return app;
  }

  const all = [
    "collected-size at b-one/first",
    "collected-even at b-one/first",
    "collected-even at c-two/second",
  ];

  test.each<[string, AppConfig]>([
    ["in a plain synthesis", {}],
    ["when validation is skipped", { skipValidation: true }],
    ["when HCL is written", { hclOutput: true }],
  ])("comes out in one error %s, and no stack is written", (_, config) => {
    const app = brokenApp(config);
    const error = limitErrorOf(() => app.synth());
    expect(brokenIn(error)).toEqual(all);
    expect(error.message).toMatch(/^3 documented limits are broken\n/);
    expect(filesIn(app.outdir)).toEqual(["limits.json"]);
    expect(brokenIn({ violations: writtenReport(app).broken })).toEqual(all);
  });

  test("comes out of the test helpers of cdktf, whichever stack they look at", () => {
    const app = brokenApp();
    const stack = TerraformStack.of(app.node.findChild("c-two").node.findChild("second"));
    expect(brokenIn(limitErrorOf(() => Testing.synth(stack)))).toEqual(all);
    expect(brokenIn(limitErrorOf(() => Testing.synthHcl(stack)))).toEqual(all);
    expect(brokenIn(limitErrorOf(() => Testing.fullSynth(stack)))).toEqual(all);
  });

  test("comes out again when the synthesis is tried again", () => {
    const app = brokenApp();
    limitErrorOf(() => app.synth());
    expect(brokenIn(limitErrorOf(() => app.synth()))).toEqual(all);
  });
});

describe("an app that breaks nothing", () => {
  function goodApp(config: AppConfig = {}, things = true): App {
    const app = newApp(config);
    for (const id of ["one", "two"]) {
      const stack = new TerraformStack(app, id);
      new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });
      if (things) {
        thing(stack, "good", 2);
      }
    }
    return app;
  }

  test.each<[string, AppConfig, string]>([
    ["JSON", {}, "cdk.tf.json"],
    ["HCL", { hclOutput: true }, "cdk.tf"],
  ])("gets the same %s as without limits", (_, config, file) => {
    const [judgedApp, plainApp] = [goodApp(config), goodApp(config, false)];
    judgedApp.synth();
    plainApp.synth();
    for (const stack of ["one", "two"]) {
      const [written, plain] = [judgedApp, plainApp].map(({ outdir }) =>
        fs.readFileSync(path.join(outdir, "stacks", stack, file), "utf8"),
      );
      expect(written).toContain("cn-hangzhou");
      expect(written).toBe(plain);
    }
    expect(stackFiles(judgedApp)).toEqual(stackFiles(plainApp));
  });

  test("leaves a report beside the stacks", () => {
    const app = goodApp();
    app.synth();
    expect(filesIn(app.outdir).filter((file) => file.startsWith("limits"))).toEqual(["limits.json"]);
    expect(writtenReport(app)).toEqual(reportOf(app));
    expect(writtenReport(app)).toMatchObject({
      version: 1,
      limits: { "collected-size": { checked: 2, silent: 0, partly: 0, broken: 0 } },
      broken: [],
    });
  });

  test("leaves no report when only asked what the limits say", () => {
    const app = goodApp();
    reportOf(app);
    const [stack] = app.node.children;
    Testing.synth(stack as TerraformStack);
    expect(filesIn(app.outdir)).toEqual([]);
  });

  test("writes the same bytes each time", () => {
    const reports = [goodApp(), goodApp()].map((app) => {
      app.synth();
      return fs.readFileSync(path.join(app.outdir, "limits.json"), "utf8");
    });
    expect(reports[0]).toBe(reports[1]);
  });
});

describe("SARIF", () => {
  test.each([{ sarif: false }, { sarif: "true" }, {}])("is not written for %p", (settings) => {
    const app = newApp(context(settings));
    thing(new TerraformStack(app, "stack"), "good", 2);
    app.synth();
    expect(filesIn(app.outdir)).not.toContain("limits.sarif");
  });

  test.each([2, 3])("is written on request, for size %p", (size) => {
    const app = newApp(context({ sarif: true }));
    thing(new TerraformStack(app, "stack"), "thing", size);
    if (size === 2) {
      app.synth();
    } else {
      limitErrorOf(() => app.synth());
    }
    const sarif = JSON.parse(fs.readFileSync(path.join(app.outdir, "limits.sarif"), "utf8")) as object;
    expect(sarif).toMatchObject({ version: "2.1.0", runs: [{ results: { length: size - 2 } }] });
  });
});

describe("an app is judged", () => {
  test("once, however often it is synthesized", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "stack");
    judged = 0;
    thing(stack, "one", 2);
    Testing.synth(stack);
    app.synth();
    reportOf(stack);
    expect(judged).toBe(1);
  });

  test("anew after another construct was made", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "stack");
    thing(stack, "one", 2);
    app.synth();
    thing(stack, "two", 3);
    expect(brokenIn(limitErrorOf(() => app.synth()))).toEqual(["collected-even at stack/two"]);
  });
});

test("a limit that could not judge is reported with the names of what was unknown", () => {
  const app = newApp();
  thing(new TerraformStack(app, "stack"), "late", unknown("${var.size}"));
  app.synth();
  expect(writtenReport(app)).toMatchObject({
    limits: {
      "collected-even": { checked: 0, silent: 1 },
      "collected-size": { checked: 0, silent: 1 },
    },
    silent: [
      { id: "collected-size", path: "stack/late", unknown: ["size"] },
      { id: "collected-even", path: "stack/late", unknown: ["size"] },
    ],
  });
});
