import { checkChange, versionStepProblem } from "cdktf-ack/guard";
import * as fc from "fast-check";
import { CLUSTER, POOL, update } from "./support";

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
