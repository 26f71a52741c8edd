import type { App, TerraformStack } from "cdktf";
import {
  Capacity,
  InstanceSelection,
  Login,
  ManagedCluster,
  planUpgrade,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  type ClusterProps,
} from "cdktf-ack";
import { checkPlan, type GuardReport } from "cdktf-ack/guard";
import type { Lab } from "cdktf-ack-lab";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const POOL = expect.stringContaining("alicloud_cs_kubernetes_node_pool") as string;
const CLUSTER = expect.stringContaining("alicloud_cs_managed_kubernetes") as string;

interface Given extends Partial<ClusterProps> {
  readonly isBasic?: boolean;
  /** To what the pool is upgraded. */
  readonly pool?: string;
}

/** A cluster with one pool, as it stands in the code at one time. */
function cluster({ isBasic = false, pool, ...given }: Given): string {
  return synthesized((app: App): TerraformStack =>
    stackOf(app, (stack) => {
      const network = TerwayNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
      });
      const props = { name: "shop", network, removalPolicy: RemovalPolicy.DESTROY, ...given };
      const made = isBasic
        ? new ManagedCluster(stack, "cluster", props)
        : new ProCluster(stack, "cluster", props);
      made.addNodePool("workers", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(3),
        login: Login.keyPair("ops"),
        ...(pool !== undefined && { upgrade: { kubernetesVersion: pool } }),
      });
    }),
  );
}

/** Plans what the code says next, and has the guard judge it. */
async function planned(lab: Lab, given: Given) {
  const stack = version(lab, cluster(given));
  const plan = await stack.plan();
  return { stack, plan, report: checkPlan(plan.json) };
}

const rulesOf = ({ findings }: GuardReport) => findings.map(({ rule, severity }) => [rule, severity]);
const clustersIn = (lab: Lab) =>
  lab.account.objects().filter(({ type }) => type === "alicloud_cs_managed_kubernetes");
const versionsIn = (lab: Lab) => clustersIn(lab).map(({ values }) => values["version"]);

test("a cluster goes up one minor version at a time, in the steps that the planner names", () =>
  inLab(async (lab) => {
    const from = "1.32.7-aliyun.1";
    await applied(version(lab, cluster({ version: from })));
    for (const { to } of planUpgrade(from, "1.34.3-aliyun.1").steps) {
      const { stack, plan, report } = await planned(lab, { version: to });
      expect([plan.create, plan.update, plan.replace, plan.delete]).toEqual([[], [CLUSTER], [], []]);
      expect(rulesOf(report)).toEqual([["nodes-roll", "note"]]);
      await applied(stack);
      expect(versionsIn(lab)).toEqual([to]);
    }
  }));

test("the control plane goes up alone when the code says so, and the pool afterwards, once", () =>
  inLab(async (lab) => {
    await applied(version(lab, cluster({ version: "1.33.3-aliyun.1" })));
    const alone = { version: "1.34.3-aliyun.1", upgradeControlPlaneOnly: true };
    const first = await planned(lab, alone);
    expect(first.plan.update).toEqual([CLUSTER]);
    expect(rulesOf(first.report)).toEqual([["control-plane-restarts", "note"]]);
    await applied(first.stack);

    const second = await planned(lab, { ...alone, pool: "1.34.3-aliyun.1" });
    expect(second.plan.update).toEqual([POOL]);
    expect(rulesOf(second.report)).toEqual([["nodes-roll", "note"]]);
    await applied(second.stack);

    // Nothing comes of a pool that would be newer than the control plane.
    expect(() => cluster({ ...alone, pool: "1.35.2-aliyun.1" })).toThrow("pool-upgrade-not-newer");

    const third = await planned(lab, alone);
    expect(third.plan.update).toEqual([POOL]);
    expect(third.report.findings).toEqual([]);
    await applied(third.stack);
  }));

test.each([
  ["1.35.2-aliyun.1", "apply 1.34, then 1.35.2-aliyun.1, each on its own", "its next version is 1.34"],
  ["1.32.7-aliyun.1", "write 1.33.3-aliyun.1", "cannot go back to 1.32.7-aliyun.1"],
])("the guard says of %s what the service would answer", (to, fix, answer) =>
  inLab(async (lab) => {
    await applied(version(lab, cluster({ version: "1.33.3-aliyun.1" })));
    const { stack, plan, report } = await planned(lab, { version: to });
    expect(rulesOf(report)[0]).toEqual(["version-step", "error"]);
    expect(report.findings[0]?.fix).toContain(fix);
    await expect(stack.apply({ plan })).rejects.toThrow(answer);
    expect(versionsIn(lab)).toEqual(["1.33.3-aliyun.1"]);
  }),
);

test("a version that is left out is what ACK makes of it, whatever that is", () =>
  inLab(async (lab) => {
    const given: Given = {
      maintenanceWindow: { start: "2026-01-05T01:00:00.000+08:00", hours: 3, autoUpgrade: "stable" },
    };
    await applied(version(lab, cluster(given)));
    const [made] = clustersIn(lab);
    expect(made?.values["version"]).toBe("1.35.2-aliyun.1");
    // ACK upgrades it in its window.
    Object.assign(made?.values ?? {}, { version: "1.36.1-aliyun.1" });
    const { stack, plan, report } = await planned(lab, given);
    expect([plan.create, plan.update, plan.replace]).toEqual([[], [], []]);
    expect(report.findings).toEqual([]);
    const pinned = await planned(lab, { version: "1.35.2-aliyun.1" });
    expect(pinned.report.findings[0]).toMatchObject({ rule: "version-step", severity: "error" });
    await applied(stack);
    expect(versionsIn(lab)).toEqual(["1.36.1-aliyun.1"]);
  }));

test("a basic cluster becomes Pro in place, and the way back is an error", () =>
  inLab(async (lab) => {
    await applied(version(lab, cluster({ isBasic: true })));
    const { stack, plan, report } = await planned(lab, { isBasic: false });
    expect([plan.update, plan.replace]).toEqual([[CLUSTER], []]);
    expect(rulesOf(report)).toEqual([["becomes-pro", "note"]]);
    await applied(stack);
    const back = await planned(lab, { isBasic: true });
    expect(rulesOf(back.report)).toEqual([["change-ignored", "error"]]);
  }));

test("upgrades by ACK end when the code says so, and not when it says nothing of them any more", () =>
  inLab(async (lab) => {
    const window = { start: "2026-01-05T01:00:00.000+08:00", hours: 3 };
    await applied(version(lab, cluster({ maintenanceWindow: { ...window, autoUpgrade: "patch" } })));
    const silent = await planned(lab, {});
    expect([silent.plan.update, silent.plan.replace]).toEqual([[], []]);
    expect(rulesOf(silent.report)).toEqual([["left-on", "warning"]]);

    const ended = await planned(lab, { maintenanceWindow: window });
    expect(ended.plan.update).toEqual([CLUSTER]);
    expect(ended.report.findings).toEqual([]);
    await applied(ended.stack);
    expect(rulesOf((await planned(lab, {})).report)).toEqual([]);
  }));
