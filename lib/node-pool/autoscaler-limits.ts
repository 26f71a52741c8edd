import { ackGuide, isToken, limitsOn, provider, type Fact, type FactList } from "../limits";

/** What the limits of an autoscaler need to know. */
export interface AutoscalerFacts {
  readonly scanIntervalSeconds: Fact<number> | undefined;
  readonly utilizationThreshold: Fact<number> | undefined;
  readonly gpuUtilizationThreshold: Fact<number> | undefined;
  readonly unneededMinutes: Fact<number> | undefined;
  readonly delayAfterScaleUpMinutes: Fact<number> | undefined;
  readonly gracefulTerminationSeconds: Fact<number> | undefined;
  readonly minReplicas: Fact<number> | undefined;
  /** As they were given: each becomes the key of a map, which Terraform cannot fill in. */
  readonly priorities: readonly number[] | undefined;
  /** Paths of the pools that have a priority. */
  readonly prioritisedPools: readonly string[] | undefined;
}

const autoscaler = limitsOn<AutoscalerFacts>("Autoscalers");

const chapter = "15.2 Autoscaling of nodes";
const share = {
  statement: "A node is not needed when Pods request less than a share of it, from 0 to 1.",
  source: provider("alicloud_cs_autoscaling_config.utilization_threshold (accepts any text)"),
  authority: "service",
  fix: "write 50 % as 0.5",
} as const;
const duration = {
  source: provider("alicloud_cs_autoscaling_config (accepts any text)"),
  authority: "service",
} as const;

export const autoscalerLimits = [
  autoscaler.range(
    "autoscaler-utilization",
    "utilizationThreshold",
    { min: 0, max: 1, integer: false },
    share,
  ),
  autoscaler.range(
    "autoscaler-gpu-utilization",
    "gpuUtilizationThreshold",
    { min: 0, max: 1, integer: false },
    share,
  ),
  autoscaler.range(
    "autoscaler-unneeded-time",
    "unneededMinutes",
    { min: 0, max: 100_000, unit: "minutes" },
    {
      statement: "A node goes after a number of whole minutes in which it was not needed.",
      ...duration,
      fix: "unneededMinutes: 10",
    },
  ),
  autoscaler.range(
    "autoscaler-delay",
    "delayAfterScaleUpMinutes",
    { min: 0, max: 100_000, unit: "minutes" },
    {
      statement: "Nothing shrinks for a number of whole minutes after a growth.",
      ...duration,
      fix: "delayAfterScaleUpMinutes: 10",
    },
  ),
  autoscaler.range(
    "autoscaler-grace",
    "gracefulTerminationSeconds",
    // The provider does not send 0, and the service then takes its default of four hours.
    { min: 1, max: 1_000_000, unit: "seconds" },
    {
      statement: "Pods of a node that goes have a number of whole seconds to end in.",
      ...duration,
      fix: "gracefulTerminationSeconds: 600",
    },
  ),
  autoscaler.range(
    "autoscaler-min-replicas",
    "minReplicas",
    { min: 0, max: 1_000_000, unit: "replicas" },
    {
      statement: "A workload keeps its node below a whole number of replicas.",
      ...duration,
      fix: "minReplicas: 1",
    },
  ),
  autoscaler.oneOf("ca-sensitivity", "scanIntervalSeconds", [15, 30, 60], {
    statement: "The console offers 15, 30 and 60 seconds between two looks of the autoscaler.",
    source: ackGuide(chapter, "47765-47768"),
    rows: ["ca-sensitivity"],
    advice: true,
    fix: "take scanIntervalSeconds: 30",
  }),
  autoscaler.limit(
    "ca-priority-value",
    ["priorities"],
    {
      statement: "A priority of pools is a whole number from 1 to 100.",
      source: ackGuide(chapter, "47791"),
      rows: ["ca-priority-value"],
      fix: "take numbers such as 20 and 10: the highest goes first",
    },
    ({ priorities = [] }) =>
      priorities.flatMap((priority) =>
        Number.isInteger(priority) && priority >= 1 && priority <= 100
          ? []
          : [
              {
                got: isToken(priority) ? "a priority that only Terraform knows" : `the priority ${priority}`,
                want: "a whole number from 1 to 100",
              },
            ],
      ),
  ),
  autoscaler.unique("ca-priority-once", "priorities", {
    statement: "Each priority is listed once, with all pools that have it.",
    source: provider("alicloud_cs_autoscaling_config.priorities (a map)"),
    authority: "provider",
    fix: "put all pools of one priority into one list: { priority: 10, pools: [one, other] }",
  }),
  autoscaler.unique("ca-priority-pool-once", "prioritisedPools", {
    statement: "A pool has one priority.",
    source: ackGuide(chapter, "47793-47795"),
    rows: ["ca-priority-complete"],
    prop: "priorities",
    fix: "leave the pool in one of the lists",
  }),
];

/** What a cluster and its autoscaler have to agree on. */
export interface ClusterScalingFacts {
  readonly autoscalers: readonly string[];
  /** Autoscaled pools without a priority, where the autoscaler goes by priority. */
  readonly withoutPriority: readonly string[];
  /** Autoscalers of a cluster that runs outside of ACK, in which they run. */
  readonly outsideAutoscalers: readonly string[];
  /** Pools on whose nodes they may run, and that keep one. */
  readonly autoscalerHomes: FactList<string>;
  /** Autoscaled pools on whose nodes they may run. */
  readonly shortLivedHomes: FactList<string>;
}

const scaling = limitsOn<ClusterScalingFacts>("Autoscalers");

const homes = {
  source: ackGuide("25.5.2 Autoscaling of a registered cluster", "65293-65301"),
  rows: ["reg-ca-normal-pool"],
  // The pools of a registered cluster need not be those of the app.
  advice: true,
} as const;

export const clusterScalingLimits = [
  scaling.limit(
    "registered-autoscaler-home",
    ["outsideAutoscalers", "autoscalerHomes"],
    {
      statement:
        "The autoscaler of a registered cluster runs in the cloud, on a node that stays: one with the label alibabacloud.com/cloud-worker-nodes, of a pool of a fixed size.",
      ...homes,
      fix: 'add a pool with Capacity.fixed(1) and labels: { "alibabacloud.com/cloud-worker-nodes": "true" }, or acknowledge this where another stack has one',
    },
    ({ outsideAutoscalers, autoscalerHomes }) =>
      autoscalerHomes.length > 0
        ? []
        : outsideAutoscalers.map((at) => ({
            at,
            got: "an autoscaler in a registered cluster without a node that it may run on",
            want: "a pool of a fixed size with the label alibabacloud.com/cloud-worker-nodes",
          })),
  ),
  scaling.monotone(
    "registered-autoscaler-stays",
    ["shortLivedHomes"],
    {
      statement:
        "The label that lets the autoscaler of a registered cluster onto nodes is not for autoscaled pools, whose nodes it takes away.",
      ...homes,
      fix: "leave the label alibabacloud.com/cloud-worker-nodes out of the pool",
    },
    ({ shortLivedHomes }) =>
      shortLivedHomes.map((at) => ({
        at,
        got: "the label alibabacloud.com/cloud-worker-nodes on an autoscaled pool",
        want: "it on a pool of a fixed size",
      })),
  ),
  scaling.limit(
    "autoscaler-once",
    ["autoscalers"],
    {
      statement: "A cluster has one autoscaler: the settings of a second one overwrite those of the first.",
      source: provider("alicloud_cs_autoscaling_config (its id is that of the cluster)"),
      authority: "service",
      fix: "keep one of them",
    },
    ({ autoscalers: [first, ...others] }) =>
      others.map((at) => ({
        at,
        got: `a second autoscaler beside ${String(first)}`,
        want: "one for a cluster",
      })),
  ),
  scaling.limit(
    "ca-priority-complete",
    ["withoutPriority"],
    {
      statement: "Where pools grow by priority, each autoscaled pool has one: without it a pool never grows.",
      source: ackGuide(chapter, "47796-47802, 47817-47819"),
      rows: ["ca-priority-complete"],
      advice: true,
      fix: "add the pool to Expander.priority(...)",
    },
    ({ withoutPriority }) =>
      withoutPriority.map((at) => ({
        at,
        got: "an autoscaled pool without a priority",
        want: "one, since the autoscaler goes by priority",
      })),
  ),
];
