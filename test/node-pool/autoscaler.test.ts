import { Capacity, Expander, ProCluster, Scaler, type AutoscalerOptions } from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { poolOptions, severalTypes, testStack } from "../support/stacks";

const TYPE = "alicloud_cs_autoscaling_config";

function argumentsOf(options?: AutoscalerOptions): Arguments {
  const stack = testStack();
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }).addAutoscaler("autoscaler", options);
  const { resource, json } = synthesize(stack);
  expectAccepted(json);
  return resource(TYPE);
}

/** What the service has switched on by itself is written, and what it has off is not: the provider sends no false. */
const always = {
  cluster_id: "c123",
  scaler_type: "cluster-autoscaler",
  expander: "least-waste",
  scan_interval: "30s",
  scale_down_enabled: true,
  utilization_threshold: "0.5",
  gpu_utilization_threshold: "0.5",
  cool_down_duration: "10m",
  unneeded_duration: "10m",
  skip_nodes_with_system_pods: true,
  scale_up_from_zero: true,
  max_graceful_termination_sec: 14_400,
};

describe("the autoscaler of a cluster", () => {
  test("has exactly the arguments that keep the second plan empty", () => {
    expect(argumentsOf()).toEqual(always);
  });

  test("can be goatscaler, which knows least-waste alone", () => {
    const scaler = Scaler.goatscaler({ scanIntervalSeconds: 15, scaleDown: { utilizationThreshold: 0.3 } });
    expect(argumentsOf({ scaler })).toEqual({
      ...always,
      scaler_type: "goatscaler",
      scan_interval: "15s",
      utilization_threshold: "0.3",
    });
  });

  test("keeps every node where nothing is to shrink", () => {
    const scaler = Scaler.clusterAutoscaler({ scaleDown: false, expander: Expander.random() });
    expect(argumentsOf({ scaler })).toEqual({ ...always, scale_down_enabled: false, expander: "random" });
  });

  test("tells the time that a node is not needed from the time after a growth, which the provider names the other way round", () => {
    const scaler = Scaler.clusterAutoscaler({
      scaleDown: {
        unneededMinutes: 5,
        delayAfterScaleUpMinutes: 20,
        keepNodesWithLocalStorage: true,
        evictDaemonSets: true,
        gracefulTerminationSeconds: 60,
        minReplicas: 2,
        gpuUtilizationThreshold: 0.2,
      },
    });
    expect(argumentsOf({ scaler })).toEqual({
      ...always,
      cool_down_duration: "5m",
      unneeded_duration: "20m",
      skip_nodes_with_local_storage: true,
      daemonset_eviction_for_nodes: true,
      max_graceful_termination_sec: 60,
      min_replica_count: 2,
      gpu_utilization_threshold: "0.2",
    });
  });

  test("refers to the scaling groups of the pools that have priorities", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1" },
    });
    const capacity = Capacity.autoscale({ min: 1, max: 3 });
    const pools = ["spot", "base"].map((id) =>
      cluster.addNodePool(id, poolOptions({ capacity, instances: severalTypes })),
    );
    const expander = Expander.priority(
      ...pools.map((pool, index) => ({ priority: 20 - 10 * index, pools: [pool] })),
    );
    cluster.addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler({ expander }) });
    expect(synthesize(stack).resource(TYPE)).toMatchObject({
      expander: "priority",
      priorities: {
        "10": expect.stringMatching(
          /^\$\{alicloud_cs_kubernetes_node_pool\.cluster_base_.*\.scaling_group_id\}$/,
        ) as string,
        "20": expect.stringMatching(
          /^\$\{alicloud_cs_kubernetes_node_pool\.cluster_spot_.*\.scaling_group_id\}$/,
        ) as string,
      },
    });
  });
});
