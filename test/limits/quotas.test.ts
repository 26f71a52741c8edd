import { TerraformStack, type App, type AppConfig } from "cdktf";
import { Construct } from "constructs";
import { joinRelation, limitsOn, Quotas, reportOf, type QuotaValues, type Relation } from "../../lib/limits";
import { brokenIn, context, limitErrorOf, newApp, text, Thing } from "./support";

interface Facts {
  readonly entries: number;
}

const on = limitsOn<Facts>();
const limits = [
  on.quota("quota-entries", "vpcRouteEntries", ["entries"], text, ({ entries }, max) =>
    entries > max ? [{ got: `${entries} entries`, want: `at most ${max}` }] : [],
  ),
];

/** What a construct may have at most, as its limit was told. */
function maximumFor(
  declare: (app: App, stack: TerraformStack, group: Construct) => void,
  config: AppConfig = {},
) {
  const app = newApp(config);
  const stack = new TerraformStack(app, "stack");
  const group = new Construct(stack, "group");
  declare(app, stack, group);
  new Thing(group, "thing", limits, { entries: 0 });
  expect(reportOf(app).broken).toEqual([]);
  return reportOf(app).quotas.map(({ max }) => max);
}

describe("the quota that applies", () => {
  const inContext = context({ quotas: { vpcRouteEntries: 70 } });

  test("is the documented default when nobody says otherwise", () => {
    expect(maximumFor(() => undefined)).toEqual([48]);
  });

  test("is that of the context when the code says nothing", () => {
    expect(maximumFor(() => undefined, inContext)).toEqual([70]);
  });

  test("is the nearest declaration in code", () => {
    const onApp = (app: App) => Quotas.of(app).set({ vpcRouteEntries: 100 });
    const onStack = (app: App, stack: TerraformStack) => {
      Quotas.of(stack).set({ vpcRouteEntries: 60 });
      onApp(app);
    };
    expect(maximumFor(onApp, inContext)).toEqual([100]);
    expect(maximumFor(onStack, inContext)).toEqual([60]);
    expect(
      maximumFor((app, stack, group) => {
        Quotas.of(group).set({ vpcRouteEntries: 0 });
        onStack(app, stack);
      }, inContext),
    ).toEqual([0]);
  });

  test("is not touched by a declaration elsewhere, of another quota, or of nothing", () => {
    expect(
      maximumFor((app, stack) => {
        Quotas.of(new TerraformStack(app, "other")).set({ vpcRouteEntries: 60 });
        Quotas.of(new Construct(stack, "beside")).set({ vpcRouteEntries: 61 });
        Quotas.of(stack).set({ securityGroups: 62 });
      }),
    ).toEqual([48]);
    expect(
      maximumFor((_, stack) => {
        Quotas.of(stack).set({ vpcRouteEntries: 60 });
        Quotas.of(stack).set({ vpcRouteEntries: undefined });
        Quotas.of(stack).inAccount("prod");
      }),
    ).toEqual([60]);
  });

  test("is what the limit is held against", () => {
    const breaks = (entries: number, values: QuotaValues) => {
      const app = newApp();
      const stack = new TerraformStack(app, "stack");
      new Thing(stack, "thing", limits, { entries });
      Quotas.of(stack).set(values);
      return brokenIn({ violations: reportOf(app).broken });
    };
    expect(breaks(48, {})).toEqual([]);
    expect(breaks(49, {})).toEqual(["quota-entries at stack/thing"]);
    expect(breaks(49, { vpcRouteEntries: 200 })).toEqual([]);
    expect(breaks(201, { vpcRouteEntries: 200 })).toEqual(["quota-entries at stack/thing"]);
  });
});

test("a group is held against the most generous of the declarations of its members", () => {
  const relation: Relation<number, Facts> = {
    id: "quota-group",
    limits,
    facts: (members) => ({ entries: members.reduce((sum, { member }) => sum + member, 0) }),
  };
  const app = newApp();
  const stacks = ["one", "two", "three"].map((id) => new TerraformStack(app, id));
  stacks.forEach((stack, index) => {
    joinRelation(new Construct(stack, "m"), relation, "key", 30);
    if (index > 0) {
      Quotas.of(stack).set({ vpcRouteEntries: 100 * index });
    }
  });
  expect(reportOf(app).quotas).toEqual([{ quota: "vpcRouteEntries", group: "quota-group key", max: 200 }]);
  expect(reportOf(app).broken).toEqual([]);
});

describe("a quota that is told wrongly", () => {
  const wrong = { vpcRoutes: 200, vpcRouteEntries: "200", securityGroups: -1 };
  const ids = ["quota-exists", "quota-value", "quota-value"];

  function app(config: AppConfig = {}) {
    const made = newApp(config);
    const stack = new TerraformStack(made, "stack");
    new Thing(stack, "thing", limits, { entries: 0 });
    return { made, stack };
  }

  test("in the context is one error, at cdktf.json", () => {
    const { made } = app(context({ quotas: { ...wrong } }));
    const { violations } = limitErrorOf(() => made.synth());
    expect(violations.map(({ id }) => id)).toEqual([...ids.slice(0, 1), "quota-value", "quota-value"]);
    expect(violations.map(({ got }) => got)).toEqual([
      'the quota "vpcRoutes"',
      'vpcRouteEntries "200"',
      "securityGroups -1",
    ]);
    expect(violations[0]?.want).toMatch(/^one of vpcRouteEntries, securityGroups(, |$)/);
    expect(new Set(violations.map(({ path }) => path))).toEqual(new Set(["cdktf.json"]));
  });

  test("in code is one error, at the scope that was told", () => {
    const { made, stack } = app();
    Quotas.of(stack).set(wrong as unknown as QuotaValues);
    const { violations } = limitErrorOf(() => made.synth());
    expect(violations.map(({ id, path }) => `${id} at ${path}`)).toEqual(ids.map((id) => `${id} at stack`));
    expect(violations[0]?.origin).toMatch(/quotas\.test\.ts:\d+$/);
  });

  test.each([NaN, Infinity, 1.5, -8.1e298])("%p is no quota", (value) => {
    const { made, stack } = app();
    Quotas.of(stack).set({ vpcRouteEntries: value });
    expect(limitErrorOf(() => made.synth()).violations).toMatchObject([
      { id: "quota-value", got: `vpcRouteEntries ${value}` },
    ]);
  });

  test.each<[string, unknown, string]>([
    ["text", "quotas", 'cdktf-ack "quotas"'],
    ["a list of quotas", { quotas: [200] }, "quotas [200]"],
    ["a number for all quotas", { quotas: 200 }, "quotas 200"],
  ])("%s in the context is refused and not ignored", (_, settings, got) => {
    const { made } = app(context(settings));
    expect(limitErrorOf(() => made.synth()).violations).toMatchObject([
      { id: "context-settings", path: "cdktf.json", got },
    ]);
  });
});
