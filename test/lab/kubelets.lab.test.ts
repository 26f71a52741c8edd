import { ContainerRuntime, ImageType, RemovalPolicy, type NodePoolOptions } from "cdktf-ack";
import { checkPlan } from "cdktf-ack/guard";
import type { Lab } from "cdktf-ack-lab";
import { poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster with a pool, as it stands in the code at one time. */
const cluster = (props: Partial<NodePoolOptions>): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const made = proCluster(stack, {
        removalPolicy: RemovalPolicy.DESTROY,
        // There before the pool is, as nodes that ACK repairs need it.
        addons: [{ name: "ack-node-problem-detector" }],
      });
      made.addNodePool("workers", poolOptions(props));
    }),
  );

/** What the next version of the code changes, and what the guard says of it. */
async function changed(lab: Lab, props: Partial<NodePoolOptions>) {
  const stack = version(lab, cluster(props));
  const plan = await stack.plan();
  const { findings } = checkPlan(plan.json);
  await applied(stack);
  return [plan.update.length, plan.replace.length, findings.map(({ rule }) => rule)];
}

const poolIn = (lab: Lab) =>
  lab.account.objects().find(({ type }) => type === "alicloud_cs_kubernetes_node_pool")?.values;

test("kubelets are configured, plan nothing more, change on all nodes in place, and go with their pool", () =>
  inLab(async (lab) => {
    const kubelet: NodePoolOptions["kubelet"] = {
      registryPullQps: 10,
      registryBurst: 20,
      serializeImagePulls: true,
      kubeReserved: { cpu: "500m", memory: "1Gi" },
      systemReserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
      evictionHard: { "memory.available": "1024Mi", "nodefs.available": "10%" },
      evictionSoft: { "memory.available": "2Gi" },
      evictionSoftGracePeriod: { "memory.available": "90s" },
      containerLogMaxSize: "200Mi",
      containerLogMaxFiles: 3,
      maxPods: 40,
      readOnlyPort: 0,
      featureGates: { CustomCPUCFSQuotaPeriod: true },
      cpuCfsQuotaPeriod: "10ms",
      memoryManagerPolicy: "Static",
      reservedMemory: [{ numaNode: 0, limits: { memory: "3Gi" } }],
      allowedUnsafeSysctls: ["net.ipv4.route.min_pmtu"],
      tracing: { samplingRatePerMillion: 0 },
    };
    await applied(version(lab, cluster({ kubelet, rollingPolicy: { maxParallelism: 1 } })));
    expect(poolIn(lab)?.["kubelet_configuration"]).toMatchObject([
      { max_pods: "40", registry_pull_qps: "10", serialize_image_pulls: "true" },
    ]);

    const more = { kubelet: { ...kubelet, maxPods: 30 }, rollingPolicy: { maxParallelism: 3 } };
    expect(await changed(lab, more)).toEqual([1, 0, ["nodes-roll"]]);
    expect(poolIn(lab)?.["kubelet_configuration"]).toMatchObject([{ max_pods: "30" }]);
    const batches = { ...more, rollingPolicy: { maxParallelism: 2 } };
    expect(await changed(lab, batches)).toEqual([1, 0, []]);

    await version(lab, cluster(batches)).destroy();
    expect(poolIn(lab)).toBeUndefined();
  }));

test("a pool is upgraded once, and its labels reach the nodes that it has", () =>
  inLab(async (lab) => {
    const usual: Partial<NodePoolOptions> = {
      imageType: ImageType.custom("m-bp1example"),
      runtime: ContainerRuntime.containerd("2.1.5"),
    };
    await applied(version(lab, cluster(usual)));
    const upgrade = { image: true, runtime: true, useReplace: true };
    expect(await changed(lab, { ...usual, upgrade })).toEqual([1, 0, ["nodes-roll"]]);
    const labels = { tier: "web" };
    const left = { ...usual, upgrade, labels, updateNodes: true };
    expect(checkPlan((await version(lab, cluster(left)).plan()).json).findings).toMatchObject([
      { rule: "upgrade-repeats", severity: "warning" },
    ]);
    expect(await changed(lab, { ...usual, labels, updateNodes: true })).toEqual([1, 0, []]);
  }));

test("a pool that ACK manages changes what it lets ACK do, and ends it", () =>
  inLab(async (lab) => {
    const management: NodePoolOptions["management"] = {
      autoRepair: { restartNodes: true },
      autoUpgrade: { kubelet: false },
      autoVulFix: { levels: ["asap", "later"] },
      maxUnavailable: 2,
    };
    await applied(version(lab, cluster({ management })));
    expect(
      await changed(lab, { management: { autoVulFix: { levels: ["asap"], restartNodes: true } } }),
    ).toEqual([1, 0, []]);
    expect(await changed(lab, { management: { autoVulFix: false, maxUnavailable: 1 } })).toEqual([1, 0, []]);
    expect(poolIn(lab)?.["management"]).toMatchObject([{ enable: false }]);
  }));
