import { checkPlan, formatGuardReport, guardRules, parsePlanJson, toGuardSarif } from "cdktf-ack/guard";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLUSTER, destruction, entry, plan, POOL, replacingPlan, update } from "./support";

describe("a plan", () => {
  test("gives what each of its changes gives, errors first", () => {
    const findings = checkPlan(
      plan(
        entry(update(CLUSTER, {}, { custom_san: "api.example.com" })),
        entry(destruction("alicloud_vswitch")),
        entry(destruction(POOL)),
        entry(update("alicloud_vpc", {}, { description: "x" })),
      ),
    ).findings;
    expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual([
      ["error", "node-pool-destroyed"],
      ["warning", "network-destroyed"],
      ["note", "control-plane-restarts"],
    ]);
  });

  test("that replaces a cluster names the pools that follow", () => {
    const { findings } = checkPlan(replacingPlan());
    expect(findings.map(({ rule, got }) => [rule, got])).toEqual([
      ["cluster-replaced", 'pod_cidr "172.20.0.0/16" -> "172.30.0.0/16"'],
      ["node-pool-replaced", 'cluster_id "c0123456789abcdef0123456789abcdef" -> (known after apply)'],
    ]);
  });

  test("knows the version of the cluster of a pool", () => {
    const pool = update(POOL, {}, { upgrade_policy: [{ kubernetes_version: "1.35.1-aliyun.1" }] });
    const cluster = { ...update(CLUSTER, {}, {}), actions: ["no-op"] as const };
    expect(checkPlan(plan(entry(cluster), entry(pool))).findings[0]?.rule).toBe("version-step");
  });

  test("that destroys a cluster says nothing of its add-ons", () => {
    const addon = destruction("alicloud_cs_kubernetes_addon", { cluster_id: "x" });
    const { findings } = checkPlan(plan(entry(destruction(CLUSTER)), entry(addon)));
    expect(findings.map(({ rule }) => rule)).toEqual(["cluster-destroyed"]);
  });

  test("leaves data sources alone", () => {
    expect(checkPlan(plan({ ...entry(destruction(CLUSTER)), mode: "data" }))).toMatchObject({
      resources: 0,
      findings: [],
    });
  });

  test("that puts changes off is a warning", () => {
    expect(checkPlan({ ...plan(), complete: false }).findings).toMatchObject([{ rule: "plan-incomplete" }]);
  });

  test("without any resource is a plan", () => {
    const empty = {
      format_version: "1.2",
      planned_values: { root_module: {} },
      configuration: { root_module: {} },
    };
    expect(checkPlan(empty)).toMatchObject({ resources: 0, findings: [] });
  });
});

describe("what is no plan", () => {
  test.each<[string, unknown, string]>([
    ["a list", [], "JSON that is no object"],
    ["something else", { a: 1 }, "JSON without a format_version"],
    ["a state", { format_version: "1.0", values: {} }, "a state"],
    ["nothing known", { format_version: "1.0" }, "JSON without resource_changes"],
    ["another format", { ...plan(), format_version: "2.0" }, 'a plan of format_version "2.0"'],
    [
      "a broken plan",
      { ...plan(), errored: true },
      "a plan that ended in an error, so that changes are missing",
    ],
    ["no change", plan({ address: "a.b", type: "a" }), "resource_changes[0] without a change"],
    [
      "no address",
      plan({ type: "a", change: { actions: [] } }),
      "resource_changes[0] without an address or a type",
    ],
    [
      "no actions",
      plan({ address: "a.b", type: "a", change: {} }),
      "resource_changes[0] without a list of actions",
    ],
    [
      "a new action",
      plan(entry(destruction("a"), { actions: ["melt"] })),
      'the action "melt" in resource_changes[0]',
    ],
    [
      "values as text",
      plan(entry(destruction("a"), { before: "x" })),
      "resource_changes[0].change.before that is no object",
    ],
    [
      "other paths",
      plan(entry(destruction("a"), { replace_paths: [[{}]] })),
      "resource_changes[0] with other replace_paths",
    ],
  ])("%s", (_, json, got) => {
    expect(() => checkPlan(json)).toThrow(expect.objectContaining({ name: "ValueError", got }));
  });

  test.each([
    ["", "no text at all"],
    ["PK\u0003\u0004", "the plan file itself, which only Terraform reads"],
    ['{"@level":"info"}\n{"@level":"info"}', "the log of terraform plan -json"],
    [JSON.stringify(plan()).slice(0, -20), expect.stringContaining("text that is no JSON")],
  ])("as text: %j", (text, got) => {
    expect(() => parsePlanJson(text)).toThrow(expect.objectContaining({ name: "ValueError", got }));
  });
});

describe("allowances", () => {
  const both = replacingPlan();

  test("take errors out, with their reason", () => {
    const allow = [
      { address: `${CLUSTER}.shop`, change: "replace", reason: "moves to Terway", until: "2026-12-31" },
    ] as const;
    const report = checkPlan(both, { allow, today: "2026-12-31" });
    expect(report.findings.map(({ rule }) => rule)).toEqual(["node-pool-replaced"]);
    expect(report.allowed).toMatchObject([
      { rule: "cluster-replaced", reason: "moves to Terway", until: "2026-12-31" },
    ]);
    expect(report).toMatchObject({ unusedAllowances: [], expiredAllowances: [] });
  });

  test("count until their last day, and without a day for ever", () => {
    const allow = [{ address: "*", change: "replace", reason: "planned", until: "2026-12-31" }] as const;
    expect(checkPlan(both, { allow, today: "2027-01-01" })).toMatchObject({
      findings: [{}, {}],
      allowed: [],
      expiredAllowances: allow,
    });
    expect(checkPlan(both, { allow }).findings).toEqual([]);
  });

  test("are for one kind of change, and are reported when nothing needs them", () => {
    const allow = [{ address: "*", change: "destroy", reason: "planned" }] as const;
    expect(checkPlan(both, { allow })).toMatchObject({ findings: [{}, {}], unusedAllowances: allow });
  });

  test.each([
    ["alicloud_vpc.a", "alicloud_vpc.a", true],
    ["alicloud_vpc.a", 'alicloud_vpc.a["x"]', true],
    ["alicloud_vpc.a", "alicloud_vpc.ab", false],
    ["alicloud_vpc.a", "module.m.alicloud_vpc.a", false],
    ["module.*.alicloud_vpc.a", "module.m.alicloud_vpc.a", true],
    ['alicloud_vpc.a["x"]', 'alicloud_vpc.a["y"]', false],
    ["alicloud_vpc.*", "alicloud_vpc.a", true],
    ["alicloud_vp..a", "alicloud_vpc.a", false],
  ])("for %s: %s is %s", (address, of, covered) => {
    const gone = { ...destruction("alicloud_vpc"), address: of };
    const report = checkPlan(plan(entry(gone)), { allow: [{ address, change: "destroy", reason: "old" }] });
    expect(report.allowed.length === 1).toBe(covered);
  });

  test.each([
    [{ address: "a.b", change: "replace", reason: " " }, "an allowance to replace a.b without a reason"],
    [{ address: "", change: "replace", reason: "x" }, 'an allowance for the address ""'],
    [{ address: "a.b", change: "melt", reason: "x" }, 'the change "melt" in the allowance for a.b'],
    [{ address: "a.b", change: "replace", reason: "x", until: "2026-02-30" }, 'the day "2026-02-30"'],
  ])("are refused: %j", (allowance, got) => {
    const allow = [allowance as never];
    expect(() => checkPlan(plan(), { allow })).toThrow(expect.objectContaining({ name: "ValueError", got }));
  });
});

describe("the report", () => {
  test("as text has what stands, what is allowed, and what nothing needs", () => {
    const reason = "moves to Terway";
    const report = checkPlan(replacingPlan(), {
      allow: [
        { address: `${CLUSTER}.shop`, change: "replace", reason },
        { address: "alicloud_vpc.old", change: "destroy", reason: "gone", until: "2026-12-31" },
      ],
    });
    const parts = formatGuardReport("plan.json", report).split("\n\n");
    expect(parts[0]).toBe("plan.json: 1 error in 2 resources");
    expect(parts[1]).toMatch(
      /^ {2}error {2}node-pool-replaced {3}alicloud_cs_kubernetes_node_pool\.shop\n {4}got/,
    );
    expect(parts.slice(2)).toEqual([
      `allowed:\n  cluster-replaced   ${CLUSTER}.shop: ${reason}`,
      "allowances that this plan does not need:\n  destroy   alicloud_vpc.old: gone (until 2026-12-31)",
    ]);
  });

  test("says when there is nothing to say", () => {
    expect(formatGuardReport("plan.json", checkPlan(plan()))).toBe(
      "plan.json: nothing to say in 0 resources",
    );
  });

  test("has no line breaks or terminal codes of values and addresses", () => {
    const gone = { ...destruction(POOL), address: `${POOL}.a["x\n\u001b[2J"]` };
    expect(formatGuardReport("p", checkPlan(plan(entry(gone))))).toContain(`${POOL}.a["x [2J"]\n    got`);
  });

  test("as SARIF has levels, the place, and what is allowed as suppressed", () => {
    const report = checkPlan(replacingPlan(), {
      allow: [{ address: `${POOL}.*`, change: "replace", reason: "planned" }],
    });
    expect(toGuardSarif([{ file: "out dir/plan.json", report }])).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "cdktf-ack guard",
              rules: [{ id: "cluster-replaced" }, { id: "node-pool-replaced" }],
            },
          },
          results: [
            {
              ruleId: "cluster-replaced",
              level: "error",
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: "out%20dir/plan.json" } },
                  logicalLocations: [{ fullyQualifiedName: `${CLUSTER}.shop` }],
                },
              ],
            },
            { ruleId: "node-pool-replaced", suppressions: [{ kind: "external", justification: "planned" }] },
          ],
        },
      ],
    });
  });
});

test("every rule has a section in docs/guard.md, and the page names no other", () => {
  const page = readFileSync(join(__dirname, "../../docs/guard.md"), "utf8");
  const sections = [...page.matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  expect(sections.sort()).toEqual(Object.keys(guardRules).sort());
});
