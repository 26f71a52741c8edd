import { ackGuide, alibabaCloud, limitsOn, type Fact, type FactList, type Named } from "../limits";
import type { NetworkPlugin } from "../network";

/** What the limits of the public address of Pods need to know. */
export interface PodEipFacts {
  /** Undefined for an existing cluster that does not say. */
  readonly plugin: NetworkPlugin | undefined;
  readonly bandwidthMbps: Fact<number> | undefined;
  readonly releaseStrategy: Fact<string> | undefined;
}

/** An address that exists. */
export interface SingleEipFacts {
  readonly instanceId: Fact<string>;
}

/** A workload of the app whose Pods take an address that exists. */
export interface WorkloadWithEip {
  readonly path: string;
  /** The id of the address, or the reference that gives it. */
  readonly instanceId: string;
  /** Undefined for a workload that has a Pod on each node. */
  readonly replicas: number | undefined;
}

/** All addresses that exist and Pods of the app take. */
export interface SinglePodFacts {
  readonly instances: FactList<Named>;
  readonly workloads: FactList<WorkloadWithEip>;
}

const eip = limitsOn<PodEipFacts>("Networks of Pods");
const single = limitsOn<SingleEipFacts>("Networks of Pods");
const pods = limitsOn<SinglePodFacts>("Networks of Pods");

export const podEipLimits = [
  eip.limit(
    "pod-eip-needs-terway",
    ["plugin"],
    {
      statement: "Pods have public addresses of their own in clusters with Terway alone.",
      source: ackGuide("7.3.6 Give a Pod a public EIP", "12055-12056"),
      rows: ["eip-terway-only"],
      fix: "leave it out, and let callers come by a Service of type LoadBalancer; another plug-in takes another cluster",
    },
    ({ plugin }) =>
      plugin === undefined || plugin === "terway"
        ? []
        : [{ got: `a public address for Pods of a cluster with ${plugin}`, want: "a cluster with Terway" }],
  ),
  eip.range(
    "pod-eip-bandwidth",
    "bandwidthMbps",
    { min: 1, max: 1000, unit: "Mbit/s" },
    {
      statement: "The address of a Pod has a bandwidth of 1 to 1,000 Mbit/s, or less by how it is billed.",
      source: alibabaCloud("EIP, AllocateEipAddress, Bandwidth"),
      authority: "service",
      fix: "take a bandwidth in these bounds; PayByTraffic has 200 at most",
    },
  ),
  eip.format(
    "pod-eip-release",
    "releaseStrategy",
    /^(Follow|Never|(\d+h)?(\d+m)?\d+s|(\d+h)?\d+m|\d+h)$/,
    'Follow, Never, or a time such as "10m" or "5m30s"',
    {
      statement: "The address of a Pod goes with the Pod, never, or some time after it.",
      source: alibabaCloud("ACK, Attach an independent EIP to a Pod, pod-eip-release-strategy"),
      fix: 'releaseStrategy: "10m"',
    },
  ),
];

export const singleEipLimits = [
  single.format("pod-eip-id", "instanceId", /^eip-[a-z0-9*]+$/, "the id of an EIP, such as eip-bp1example", {
    statement: "An address that exists is named by its id.",
    source: alibabaCloud("ACK, Attach an independent EIP to a Pod, pod-eip-instanceid"),
    authority: "service",
    fix: "write the id, not the address, or take that of an alicloud_eip_address",
  }),
];

const onePod = {
  source: ackGuide("7.3.6 Give a Pod a public EIP", "12198 and 12203"),
  rows: ["eip-instance-single-pod"],
} as const;

export const singlePodLimits = [
  pods.namesDiffer(
    "pod-eip-once",
    "instances",
    {
      got: (instanceId, earlier) => `the address ${instanceId}, which ${earlier} has already`,
      want: "an address of its own for each Pod",
    },
    {
      ...onePod,
      statement: "An EIP serves one Pod.",
      authority: "service",
      fix: "take another EIP, or PodEip.allocate, which makes one for each Pod",
    },
  ),
  pods.monotone(
    "pod-eip-one-pod",
    ["workloads"],
    {
      ...onePod,
      statement: "An EIP that exists is for one workload with one Pod: no more replicas, and no DaemonSet.",
      authority: "service",
      fix: "spec: { replicas: eip.replicas }, or PodEip.allocate, which makes an address for each Pod",
    },
    ({ workloads }) => {
      const first = new Map<string, string>();
      return workloads.flatMap(({ path, instanceId, replicas }) => {
        const earlier = first.get(instanceId);
        first.set(instanceId, earlier ?? path);
        if (earlier !== undefined) {
          return [
            { at: path, got: `an EIP that Pods of ${earlier} have already`, want: "an EIP of its own" },
          ];
        }
        return replicas === undefined || replicas > 1
          ? [
              {
                at: path,
                got:
                  replicas === undefined ? "one EIP for a Pod on each node" : `one EIP for ${replicas} Pods`,
                want: "one Pod",
              },
            ]
          : [];
      });
    },
  ),
];
