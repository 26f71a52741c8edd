import { checkChange, checkSynthesis, versionStepProblem } from "cdktf-ack/guard";
import * as fc from "fast-check";
import { CLUSTER, POOL, update } from "./support";

const SERVERLESS = "alicloud_cs_serverless_kubernetes";

const legal: [from: string, to: string][] = [
  ["1.34.1-aliyun.1", "1.34.1-aliyun.2"],
  ["1.34.1-aliyun.1", "1.34.3-aliyun.1"],
  ["1.34.1-aliyun.1", "1.35.0-aliyun.1"],
  ["1.28.9-aliyun.1", "1.30.1-aliyun.1"],
  ["1.30.1-aliyun.1", "1.31.1-aliyun.1"],
  ["1.24.6-aliyunedge.1", "1.26.3-aliyun.1"],
  ["1.22.15-aliyun.1", "1.24.6-aliyun.1"],
  ["1.34.1-aliyun.1", "1.34.1-aliyun.1"],
];
const illegal: [from: string, to: string, want: string][] = [
  ["1.34.1-aliyun.1", "1.33.3-aliyun.1", "1.34.1-aliyun.1 or later: ACK takes no version back"],
  ["1.34.3-aliyun.1", "1.34.1-aliyun.1", "1.34.3-aliyun.1 or later: ACK takes no version back"],
  ["1.34.1-aliyun.2", "1.34.1-aliyun.1", "1.34.1-aliyun.2 or later: ACK takes no version back"],
  ["1.30.1-aliyun.1", "1.32.1-aliyun.1", "a version of 1.31: ACK upgrades one minor at a time"],
  ["1.28.9-aliyun.1", "1.31.1-aliyun.1", "a version of 1.30: ACK upgrades one minor at a time"],
  ["1.26.3-aliyun.1", "1.30.1-aliyun.1", "a version of 1.28: ACK upgrades one minor at a time"],
  ["1.28.9-aliyun.1", "1.29.1-aliyun.1", "a version of 1.30: ACK never had 1.29"],
];

test.each(legal)("%s to %s is legal", (from, to) => {
  expect(versionStepProblem(from, to)).toBeUndefined();
  const findings = checkChange(update(CLUSTER, { version: from }, { version: to }));
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test.each(illegal)("%s to %s is not", (from, to, want) => {
  expect(versionStepProblem(from, to)).toMatchObject({ want });
  const [finding] = checkChange(update(CLUSTER, { version: from }, { version: to }));
  expect(finding).toMatchObject({
    rule: "version-step",
    severity: "error",
    want,
    got: `version "${from}" -> "${to}"`,
  });
});

test.each([
  ["1.30.1-aliyun.1", "1.32.1-aliyun.1", "apply 1.31, then 1.32.1-aliyun.1, each on its own"],
  [
    "1.31.1-aliyun.1",
    "1.34.1-aliyun.1",
    "apply 1.32 and 1.33, then 1.34.1-aliyun.1, each on its own; " +
      "cdktf-ack upgrade --from 1.31.1-aliyun.1 --to 1.34.1-aliyun.1 says what each needs",
  ],
  ["1.26.3-aliyun.1", "1.32.1-aliyun.1", "apply 1.28, 1.30 and 1.31, then 1.32.1-aliyun.1, each on its own"],
  [
    "1.16.9-aliyun.1",
    "1.40.1-aliyun.1",
    "apply 1.18, 1.20, 1.22, 1.24, 1.26, 1.28 and so on, then 1.40.1-aliyun.1, each on its own",
  ],
])("the message names the way from %s to %s", (from, to, fix) => {
  const [finding] = checkChange(update(CLUSTER, { version: from }, { version: to }));
  expect(finding?.fix).toContain(fix);
});

test.each([SERVERLESS, "alicloud_cs_kubernetes", "alicloud_cs_edge_kubernetes"])(
  "clusters of another type take the same steps: %s",
  (type) => {
    const step = (to: string) => checkChange(update(type, { version: "1.33.1-aliyun.1" }, { version: to }));
    expect(step("1.35.1-aliyun.1")[0]).toMatchObject({ rule: "version-step", severity: "error" });
    expect(step("1.34.1-aliyun.1")).toMatchObject([
      {
        rule: type === SERVERLESS ? "control-plane-restarts" : "nodes-roll",
        severity: "note",
        cost: "there is no way back to the version before",
      },
    ]);
  },
);

test("the fleet of ACK One has no version to judge", () => {
  const change = update("alicloud_ack_one_cluster", { version: "1.33" }, { version: "1.30" });
  expect(checkChange(change)).toEqual([]);
});

describe("a version that ACK chooses", () => {
  const auto = { operation_policy: [{ cluster_auto_upgrade: [{ enabled: true, channel: "stable" }] }] };

  test("is nothing when the state has a later one than before, and the code has none", () => {
    const later = { version: "1.36.1-aliyun.1", ...auto };
    expect(checkChange(update(CLUSTER, later, {}))).toEqual([]);
    expect(checkChange(update(CLUSTER, later, { tags: { team: "shop" } }))).toEqual([]);
  });

  test("is nothing when the code stops to name one", () => {
    expect(checkChange(update(CLUSTER, { version: "1.36.1-aliyun.1" }, { version: undefined }))).toEqual([]);
    const cluster = (values: object) => ({ resource: { [CLUSTER]: { shop: values } } });
    const report = checkSynthesis(cluster({ version: "1.34.1-aliyun.1" }), cluster({ ...auto }));
    expect(report.findings.filter(({ arguments: [name] }) => name === "version")).toEqual([]);
  });

  test("is not taken back by a code that names an older one, which says what to do", () => {
    const change = update(CLUSTER, { version: "1.36.1-aliyun.1", ...auto }, { version: "1.34.1-aliyun.1" });
    expect(checkChange(change)[0]).toMatchObject({
      rule: "version-step",
      severity: "error",
      fix: "remove version: ACK upgrades this cluster by itself",
    });
  });
});

describe("an upgrade that ACK makes", () => {
  const step = { version: "1.35.1-aliyun.1" };

  test.each([
    [{}, "nodes-roll"],
    [{ upgrade_policy: [{ control_plane_only: true }] }, "control-plane-restarts"],
  ])("says what it costs: %j", (policy, rule) => {
    expect(checkChange(update(CLUSTER, { version: "1.34.1-aliyun.1", ...policy }, step))).toMatchObject([
      { rule, severity: "note", cost: "there is no way back to the version before" },
    ]);
  });

  test("says so of a build that only Terraform will know, too", () => {
    const change = update(CLUSTER, { version: "1.34.1-aliyun.1" }, { version: undefined });
    expect(checkChange({ ...change, afterUnknown: { version: true } })).toMatchObject([
      { rule: "nodes-roll", got: 'version "1.34.1-aliyun.1" -> (known after apply)' },
    ]);
  });

  test("is none when the cluster is only imported", () => {
    expect(checkChange(update(CLUSTER, { version: null }, step))).toEqual([]);
  });
});

test.each([
  [CLUSTER, "ack.pro.small"],
  [CLUSTER, "ack.pro.xlarge"],
  [SERVERLESS, "ack.pro.small"],
])("a basic cluster becomes Pro in place, and stays so: %s %s", (type, tier) => {
  const change = update(type, { cluster_spec: "ack.standard" }, { cluster_spec: tier });
  expect(checkChange(change)).toMatchObject([
    { rule: "becomes-pro", severity: "note", arguments: ["cluster_spec"] },
  ]);
});

test.each(["latest", "${var.version}", "v1.35", ""])(
  "a version that nobody can read is not judged: %s",
  (to) => {
    expect(versionStepProblem("1.34.1-aliyun.1", to)).toBeUndefined();
  },
);

const version = fc
  .tuple(fc.integer({ min: 14, max: 60 }), fc.nat(20), fc.nat(5))
  .map(([minor, patch, build]) => ({
    key: [minor, patch, build],
    text: `1.${minor}.${patch}-aliyun.${build}`,
    minor,
  }));
const compare = (a: readonly number[], b: readonly number[]) =>
  a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

test("no step goes down, and every step within a minor that goes up is legal", () => {
  fc.assert(
    fc.property(version, version, (from, to) => {
      const problem = versionStepProblem(from.text, to.text);
      if (compare(to.key, from.key) < 0) expect(problem).toBeDefined();
      else if (to.minor === from.minor) expect(problem).toBeUndefined();
    }),
  );
});

test("to go up is legal to the next offered minor, and to none beyond", () => {
  const offered = [14, 16, 18, 20, 22, 24, 26, 28, ...Array.from({ length: 31 }, (_, index) => 30 + index)];
  fc.assert(
    fc.property(fc.nat(offered.length - 2), fc.nat(offered.length - 1), (from, to) => {
      const problem = versionStepProblem(`1.${offered[from]}.1-aliyun.1`, `1.${offered[to]}.1-aliyun.1`);
      expect(problem === undefined).toBe(to === from || to === from + 1);
    }),
  );
});

describe("a node pool", () => {
  const policy = (kubernetes_version: string) => [{ kubernetes_version }];

  test("may not be upgraded past its cluster", () => {
    const change = update(POOL, {}, { upgrade_policy: policy("1.35.1-aliyun.1") });
    expect(checkChange(change, { clusterVersion: "1.34.1-aliyun.1" })).toContainEqual(
      expect.objectContaining({
        rule: "version-step",
        got: "nodes of 1.35.1-aliyun.1 in a cluster of 1.34.1-aliyun.1",
      }),
    );
    expect(checkChange(change, { clusterVersion: "1.35.1-aliyun.1" }).map(({ rule }) => rule)).toEqual([
      "nodes-roll",
    ]);
  });

  test.each([
    ["1.34.1-aliyun.1", "1.31.9-aliyun.1", undefined],
    ["1.34.1-aliyun.1", "1.30.7-aliyun.1", "nodes of 1.31 or later"],
    ["1.24.6-aliyun.1", "1.22.15-aliyun.1", undefined],
    ["1.24.6-aliyun.1", "1.20.11-aliyun.1", "nodes of 1.22 or later"],
  ])("in a cluster of %s may be upgraded to %s, or may not", (clusterVersion, version, want) => {
    const change = update(POOL, {}, { upgrade_policy: policy(version) });
    const found = checkChange(change, { clusterVersion }).filter(({ severity }) => severity === "error");
    expect(found.map((finding) => finding.want.slice(0, want?.length))).toEqual(
      want === undefined ? [] : [want],
    );
  });

  test("takes the same steps as a cluster", () => {
    const change = update(
      POOL,
      { upgrade_policy: policy("1.32.1-aliyun.1") },
      { upgrade_policy: policy("1.34.1-aliyun.1") },
    );
    expect(checkChange(change)[0]).toMatchObject({
      rule: "version-step",
      arguments: ["upgrade_policy.kubernetes_version"],
    });
  });

  test("that keeps its upgrade policy in another update starts the upgrade again", () => {
    const change = update(POOL, { upgrade_policy: policy("1.34.1-aliyun.1") }, { desired_size: "5" });
    expect(checkChange(change)).toMatchObject([
      { rule: "upgrade-repeats", severity: "warning", change: "upgrade" },
    ]);
  });
});
