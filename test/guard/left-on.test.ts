import { checkChange, checkPlan, checkSynthesis, type ResourceChange, type Values } from "cdktf-ack/guard";
import { CLUSTER, entry, plan, POOL, update } from "./support";

interface Case {
  readonly type: string;
  readonly block: string;
  readonly on: Values;
  readonly off: Values;
}

const cases: readonly Case[] = [
  {
    type: CLUSTER,
    block: "operation_policy",
    on: { cluster_auto_upgrade: [{ enabled: true, channel: "patch" }] },
    off: { cluster_auto_upgrade: [{ enabled: false, channel: "" }] },
  },
  {
    type: "alicloud_cs_serverless_kubernetes",
    block: "operation_policy",
    on: { cluster_auto_upgrade: [{ enabled: true, channel: "patch" }] },
    off: { cluster_auto_upgrade: [] },
  },
  { type: CLUSTER, block: "audit_log_config", on: { enabled: true }, off: { enabled: false } },
  { type: POOL, block: "scaling_config", on: { enable: true }, off: { enable: false } },
  { type: POOL, block: "management", on: { enable: true }, off: { enable: false } },
];

/** What a plan says of a resource that stays as it is. */
function unchanged(type: string, before: Values, configured?: readonly string[]): ResourceChange {
  const change = { ...update(type, before, {}), actions: ["no-op"] as const };
  return configured === undefined ? change : { ...change, configured: new Set(configured) };
}

function leftOn(change: ResourceChange) {
  return checkChange(change).filter(({ rule }) => rule === "left-on");
}

describe.each(cases)("$block of $type", ({ type, block, on, off }) => {
  test("that is on and not written is left on", () => {
    expect(leftOn(unchanged(type, { [block]: [on] }, ["name"]))).toEqual([
      expect.objectContaining({
        severity: "warning",
        change: "ignored",
        arguments: [block],
        got: `${block} is on, and not in the configuration`,
        fix: expect.stringContaining(`write ${block} `) as unknown,
      }),
    ]);
  });

  test("that is off, or written, or of which the configuration is not known, is not", () => {
    expect(leftOn(unchanged(type, { [block]: [off] }, ["name"]))).toEqual([]);
    expect(leftOn(unchanged(type, { [block]: [] }, ["name"]))).toEqual([]);
    expect(leftOn(unchanged(type, { [block]: [on] }, ["name", block]))).toEqual([]);
    expect(leftOn(unchanged(type, { [block]: [on] }))).toEqual([]);
  });
});

test("a resource that is destroyed leaves nothing on", () => {
  const change = unchanged(POOL, { management: [{ enable: true }] }, ["name"]);
  expect(leftOn({ ...change, actions: ["delete"], after: null })).toEqual([]);
});

test("a plan says by its configuration what is written", () => {
  const cluster = unchanged(CLUSTER, { audit_log_config: [{ enabled: true }] });
  const withConfiguration = (expressions: object) => ({
    ...plan(entry(cluster)),
    configuration: { root_module: { resources: [{ address: cluster.address, expressions }] } },
  });
  const rules = (json: object) => checkPlan(json).findings.map(({ rule }) => rule);
  expect(rules(withConfiguration({ name: { constant_value: "shop" } }))).toEqual(["left-on"]);
  expect(rules(withConfiguration({ audit_log_config: [{ enabled: { constant_value: true } }] }))).toEqual([]);
  expect(rules(plan(entry(cluster)))).toEqual([]);
});

test("two synthesized documents say it by what is gone", () => {
  const document = (values: object) => ({ resource: { [CLUSTER]: { shop: { name: "shop", ...values } } } });
  const auto = { operation_policy: [{ cluster_auto_upgrade: [{ enabled: true, channel: "patch" }] }] };
  const once = { operation_policy: { cluster_auto_upgrade: { enabled: true, channel: "patch" } } };
  for (const before of [auto, once]) {
    expect(checkSynthesis(document(before), document({})).findings).toEqual([
      expect.objectContaining({ rule: "left-on", arguments: ["operation_policy"] }),
    ]);
  }
});
