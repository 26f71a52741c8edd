import { checkPlan } from "cdktf-ack/guard";
import { CLUSTER, entry, plan, POOL, update } from "./support";

describe("the nodes of a cluster that a plan upgrades", () => {
  type Pool = Readonly<Record<string, unknown>>;
  const upgrade = (from: string, to: string, before: Pool, after: Pool) => {
    const cluster = update(CLUSTER, { id: "c1", version: from }, { version: to });
    const pool = { ...update(POOL, { cluster_id: "c1", ...before }, after), actions: ["no-op"] as const };
    const { findings } = checkPlan(plan(entry(cluster), entry(pool)));
    return findings.filter(({ rule }) => rule === "nodes-do-not-fit");
  };

  test.each<[string, string, Pool, object]>([
    [
      "1.22.15-aliyun.1",
      "1.24.6-aliyun.1",
      { runtime_name: "docker", runtime_version: "19.03.15" },
      {
        severity: "error",
        arguments: ["runtime_name"],
        got: 'runtime_name "docker" in a cluster that goes from 1.22.15-aliyun.1 to 1.24.6-aliyun.1',
        change: "version",
      },
    ],
    ["1.28.9-aliyun.1", "1.30.1-aliyun.1", { image_type: "CentOS" }, { severity: "warning" }],
    ["1.28.9-aliyun.1", "1.30.1-aliyun.1", { image_type: "AliyunLinux" }, { arguments: ["image_type"] }],
    [
      "1.35.2-aliyun.1",
      "1.36.1-aliyun.1",
      { runtime_name: "containerd", runtime_version: "1.6.39" },
      { severity: "warning", arguments: ["runtime_version"] },
    ],
  ])("do not fit when it goes from %s to %s with %j", (from, to, pool, finding) => {
    expect(upgrade(from, to, pool, {})).toMatchObject([finding]);
  });

  test.each<[string, string, Pool, Pool]>([
    ["1.24.6-aliyun.1", "1.26.3-aliyun.1", { runtime_name: "docker" }, {}],
    ["1.22.15-aliyun.1", "1.24.6-aliyun.1", { runtime_name: "containerd", runtime_version: "1.5.13" }, {}],
    ["1.28.9-aliyun.1", "1.30.1-aliyun.1", { image_type: "AliyunLinux3" }, {}],
    ["1.30.1-aliyun.1", "1.31.1-aliyun.1", { image_type: "CentOS" }, {}],
    ["1.34.1-aliyun.1", "1.35.1-aliyun.1", { runtime_name: "containerd", runtime_version: "1.6.39" }, {}],
    ["1.35.2-aliyun.1", "1.36.1-aliyun.1", { runtime_name: "containerd", runtime_version: "2.1.6" }, {}],
    [
      "1.35.2-aliyun.1",
      "1.36.1-aliyun.1",
      { runtime_name: "Sandboxed-Container.runv", runtime_version: "1.1.0" },
      {},
    ],
    ["1.35.2-aliyun.1", "1.36.1-aliyun.1", { runtime_version: "1.6.39" }, { runtime_version: "2.1.6" }],
    ["1.35.2-aliyun.1", "1.36.1-aliyun.1", { cluster_id: "c2", runtime_version: "1.6.39" }, {}],
  ])("fit when it goes from %s to %s with %j", (from, to, before, after) => {
    expect(upgrade(from, to, before, after)).toEqual([]);
  });

  test("are not judged when the pool goes with the same plan", () => {
    const cluster = update(
      CLUSTER,
      { id: "c1", version: "1.22.15-aliyun.1" },
      { version: "1.24.6-aliyun.1" },
    );
    const { before } = update(POOL, { cluster_id: "c1", runtime_name: "docker" }, {});
    const pool = { address: "p", type: POOL, actions: ["delete"] as const, before, after: null };
    const { findings } = checkPlan(plan(entry(cluster), entry(pool)));
    expect(findings.map(({ rule }) => rule)).not.toContain("nodes-do-not-fit");
  });

  test("can be allowed, as can the step", () => {
    const cluster = update(
      CLUSTER,
      { id: "c1", version: "1.22.15-aliyun.1" },
      { version: "1.26.3-aliyun.1" },
    );
    const pool = {
      ...update(POOL, { cluster_id: "c1", runtime_name: "docker" }, {}),
      actions: ["no-op"] as const,
    };
    const allow = [{ address: "*", change: "version", reason: "rehearsed in the lab" }] as const;
    const { findings, allowed } = checkPlan(plan(entry(cluster), entry(pool)), { allow });
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(allowed.map(({ rule }) => rule)).toEqual(["version-step", "nodes-do-not-fit"]);
  });
});
