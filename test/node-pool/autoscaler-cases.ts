import type { TerraformStack } from "cdktf";
import {
  Autoscaler,
  Capacity,
  Expander,
  Limits,
  ProCluster,
  RegisteredCluster,
  Scaler,
  type ClusterAutoscalerOptions,
  type NodePool,
  type NodePoolOptions,
  type PriorityOfPools,
  type ScaleDown,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, poolOptions, severalTypes, textToken } from "../support/stacks";

const at = "shop/cluster/autoscaler";

/** A cluster that exists, so that nothing else is said about it. */
const cluster = (stack: TerraformStack) =>
  ProCluster.fromAttributes(stack, "cluster", {
    clusterId: "c123",
    nodeVSwitches: { h: "vsw-1", i: "vsw-2" },
  });
const scaler = (options: (stack: TerraformStack) => ClusterAutoscalerOptions) => (stack: TerraformStack) =>
  cluster(stack).addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler(options(stack)) });
const scaleDown = (settings: ScaleDown) => scaler(() => ({ scaleDown: settings }));
const unknownScaleDown = (settings: (token: number) => ScaleDown) => ({
  "a number that only Terraform knows": {
    build: scaler((stack) => ({ scaleDown: settings(numberToken(stack)) })),
    limit: "silent",
  } as const,
});

/** An autoscaler that goes by these priorities of two autoscaled pools. */
const byPriority =
  (priorities: (one: NodePool, other: NodePool) => readonly PriorityOfPools[]) => (stack: TerraformStack) => {
    const home = cluster(stack);
    const pool = (id: string) =>
      home.addNodePool(
        id,
        poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 5 }), instances: severalTypes }),
      );
    const expander = Expander.priority(...priorities(pool("one"), pool("other")));
    home.addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler({ expander }) });
  };
const priority = (value: number) => byPriority((one, other) => [{ priority: value, pools: [one, other] }]);
const wrongPriority = (value: number) => ({
  build: priority(value),
  at,
  got: `the priority ${value}`,
  want: "a whole number from 1 to 100",
  fix: "take numbers such as 20 and 10: the highest goes first",
});
const outside = (settings: ScaleDown, got: string, want: string, fix?: string) => ({
  build: scaleDown(settings),
  at,
  got,
  want,
  ...(fix === undefined ? {} : { fix }),
});

const half = "write 50 % as 0.5";
const minutes = "a whole number from 0 to 100000 minutes";

/** The autoscaler of a cluster. */
const homeLabel = "alibabacloud.com/cloud-worker-nodes";

/** A registered cluster with an autoscaler and its AccessKey, and with pools. */
const registered =
  (...pools: readonly ((stack: TerraformStack) => Partial<NodePoolOptions>)[]) =>
  (stack: TerraformStack) => {
    const cluster = RegisteredCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1", i: "vsw-2" },
    });
    Limits.of(cluster).acknowledge("registered-addon-secret", { reason: "onectl made it" });
    cluster.addAutoscaler("autoscaler");
    pools.forEach((props, index) => cluster.addNodePool(`pool-${index + 1}`, poolOptions(props(stack))));
  };
const home = () => ({ labels: { [homeLabel]: "true" } });
const scaled = () => ({ capacity: Capacity.autoscale({ min: 1, max: 5 }) });

export const autoscalerCases: CasesById = {
  "registered-autoscaler-home": {
    violating: {
      "autoscaled pools alone": {
        build: registered(scaled),
        at,
        got: "an autoscaler in a registered cluster without a node that it may run on",
        want: "a pool of a fixed size with the label alibabacloud.com/cloud-worker-nodes",
        rows: ["reg-ca-normal-pool"],
      },
      "a pool that keeps no node": {
        build: registered(() => ({ ...home(), capacity: Capacity.fixed(0) })),
        at,
        got: "an autoscaler in a registered cluster without a node that it may run on",
        want: "a pool of a fixed size with the label alibabacloud.com/cloud-worker-nodes",
      },
      "a label with another value": {
        build: registered(() => ({ labels: { [homeLabel]: "false" } })),
        at,
        got: "an autoscaler in a registered cluster without a node that it may run on",
        want: "a pool of a fixed size with the label alibabacloud.com/cloud-worker-nodes",
      },
    },
    legal: {
      "a pool of a fixed size with the label": {
        build: registered(home, scaled),
        rows: ["reg-ca-normal-pool"],
      },
      "a cluster whose autoscaler ACK runs": (stack) => cluster(stack).addAutoscaler("autoscaler"),
    },
    unknown: {
      "a label that only Terraform knows": {
        build: registered((stack) => ({ labels: { [homeLabel]: textToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "registered-autoscaler-stays": {
    violating: {
      "the label on an autoscaled pool": {
        build: registered(home, () => ({ ...home(), ...scaled() })),
        at: "shop/cluster/pool-2",
        got: "the label alibabacloud.com/cloud-worker-nodes on an autoscaled pool",
        want: "it on a pool of a fixed size",
        rows: ["reg-ca-normal-pool"],
      },
    },
    legal: {
      "the label on a pool of a fixed size": {
        build: registered(home, scaled),
        rows: ["reg-ca-normal-pool"],
      },
    },
    unknown: {
      "a label that only Terraform knows": {
        build: registered(home, (stack) => ({ ...scaled(), labels: { [homeLabel]: textToken(stack) } })),
        limit: "partly",
      },
    },
  },
  "autoscaler-utilization": {
    violating: {
      "50 % as a whole number": outside(
        { utilizationThreshold: 50 },
        "utilizationThreshold 50",
        "a number from 0 to 1",
        half,
      ),
    },
    legal: { "a half": scaleDown({ utilizationThreshold: 0.5 }), "the default": scaleDown({}) },
    unknown: unknownScaleDown((utilizationThreshold) => ({ utilizationThreshold })),
  },
  "autoscaler-gpu-utilization": {
    violating: {
      "less than nothing": outside(
        { gpuUtilizationThreshold: -0.1 },
        "gpuUtilizationThreshold -0.1",
        "a number from 0 to 1",
        half,
      ),
    },
    legal: { "a third": scaleDown({ gpuUtilizationThreshold: 0.33 }) },
    unknown: unknownScaleDown((gpuUtilizationThreshold) => ({ gpuUtilizationThreshold })),
  },
  "autoscaler-unneeded-time": {
    violating: {
      "half a minute": outside({ unneededMinutes: 0.5 }, "unneededMinutes 0.5 minutes", minutes),
    },
    legal: { "ten minutes": scaleDown({ unneededMinutes: 10 }) },
    unknown: unknownScaleDown((unneededMinutes) => ({ unneededMinutes })),
  },
  "autoscaler-delay": {
    violating: {
      "a time before": outside(
        { delayAfterScaleUpMinutes: -1 },
        "delayAfterScaleUpMinutes -1 minutes",
        minutes,
      ),
    },
    legal: { "at once": scaleDown({ delayAfterScaleUpMinutes: 0 }) },
    unknown: unknownScaleDown((delayAfterScaleUpMinutes) => ({ delayAfterScaleUpMinutes })),
  },
  "autoscaler-grace": {
    violating: {
      "no time, which the provider does not send": outside(
        { gracefulTerminationSeconds: 0 },
        "gracefulTerminationSeconds 0 seconds",
        "a whole number from 1 to 1000000 seconds",
      ),
    },
    legal: { "a minute": scaleDown({ gracefulTerminationSeconds: 60 }) },
    unknown: unknownScaleDown((gracefulTerminationSeconds) => ({ gracefulTerminationSeconds })),
  },
  "autoscaler-min-replicas": {
    violating: {
      "one and a half": outside(
        { minReplicas: 1.5 },
        "minReplicas 1.5 replicas",
        "a whole number from 0 to 1000000 replicas",
      ),
    },
    legal: { none: scaleDown({ minReplicas: 0 }), two: scaleDown({ minReplicas: 2 }) },
    unknown: unknownScaleDown((minReplicas) => ({ minReplicas })),
  },
  "ca-sensitivity": {
    violating: {
      "every 20 seconds": {
        build: scaler(() => ({ scanIntervalSeconds: 20 })),
        at,
        got: "scanIntervalSeconds 20",
        want: "one of 15, 30, 60",
        fix: "take scanIntervalSeconds: 30",
        rows: ["ca-sensitivity"],
      },
    },
    legal: {
      "every 15 seconds": { build: scaler(() => ({ scanIntervalSeconds: 15 })), rows: ["ca-sensitivity"] },
    },
    unknown: {
      "an interval that only Terraform knows": {
        build: scaler((stack) => ({ scanIntervalSeconds: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
  "ca-priority-value": {
    violating: {
      "no priority": { ...wrongPriority(0), rows: ["ca-priority-value"] },
      "a priority above 100": wrongPriority(101),
      "half a priority": wrongPriority(1.5),
      "a priority that only Terraform knows": {
        build: (stack) => priority(numberToken(stack))(stack),
        at,
        got: "a priority that only Terraform knows",
        want: "a whole number from 1 to 100",
        fix: "take numbers such as 20 and 10: the highest goes first",
      },
    },
    legal: {
      "the lowest": { build: priority(1), rows: ["ca-priority-value"] },
      "the highest": priority(100),
    },
  },
  "ca-priority-once": {
    violating: {
      "one priority in two places": {
        build: byPriority((one, other) => [
          { priority: 10, pools: [one] },
          { priority: 10, pools: [other] },
        ]),
        at,
        got: "priorities with 10 more than once",
        want: "members that differ",
      },
    },
    legal: {
      "two pools of one priority": priority(10),
      "two priorities": byPriority((one, other) => [
        { priority: 20, pools: [one] },
        { priority: 10, pools: [other] },
      ]),
    },
  },
  "ca-priority-pool-once": {
    violating: {
      "a pool with two priorities": {
        build: byPriority((one, other) => [
          { priority: 20, pools: [one, other] },
          { priority: 10, pools: [one] },
        ]),
        at,
        got: 'priorities with "shop/cluster/one" more than once',
        want: "members that differ",
        rows: ["ca-priority-complete"],
      },
    },
    legal: {
      "a priority for each pool": {
        build: byPriority((one, other) => [
          { priority: 20, pools: [one] },
          { priority: 10, pools: [other] },
        ]),
        rows: ["ca-priority-complete"],
      },
    },
  },
  "ca-priority-complete": {
    violating: {
      "a pool without a priority": {
        build: byPriority((one) => [{ priority: 20, pools: [one] }]),
        at: "shop/cluster/other",
        got: "an autoscaled pool without a priority",
        want: "one, since the autoscaler goes by priority",
        fix: "add the pool to Expander.priority(...)",
        rows: ["ca-priority-complete"],
      },
    },
    legal: {
      "a priority for each pool": { build: priority(10), rows: ["ca-priority-complete"] },
      "a pool of a fixed size without one": (stack) => {
        const home = cluster(stack);
        home.addNodePool("fixed", poolOptions());
        home.addAutoscaler("autoscaler", {
          scaler: Scaler.clusterAutoscaler({ expander: Expander.priority() }),
        });
      },
      "no priorities at all": scaler(() => ({ expander: Expander.random() })),
    },
  },
  "autoscaler-once": {
    violating: {
      "two of one cluster": {
        build: (stack) => {
          const home = cluster(stack);
          home.addAutoscaler("autoscaler");
          new Autoscaler(stack, "other", { cluster: home });
        },
        at: "shop/other",
        got: "a second autoscaler beside shop/cluster/autoscaler",
        want: "one for a cluster",
        fix: "keep one of them",
      },
    },
    legal: { one: (stack) => cluster(stack).addAutoscaler("autoscaler", { scaler: Scaler.goatscaler() }) },
  },
};
