import { alibabaCloud, kubernetes, type Source } from "../limits";
import { oldestNodeMinor } from "../upgrade";
import { KubernetesVersion } from "../values";
import type { Effect, ResourceChange, Values } from "./change";
import type { Problem, Severity } from "./finding";
import type { ChangeContext } from "./losses";

/** What nodes may no longer be from a minor version on. */
interface Ending {
  readonly minor: number;
  readonly severity: Severity;
  readonly argument: string;
  readonly isOver: (pool: Values) => boolean;
  readonly want: string;
  readonly fix: string;
  readonly source: Source;
}

const endings: readonly Ending[] = [
  {
    minor: 24,
    severity: "error",
    argument: "runtime_name",
    isOver: (pool) => pool["runtime_name"] === "docker",
    want: "containerd: Kubernetes 1.24 does not run Docker",
    fix: "move the workloads to a pool with containerd first, and remove this one",
    source: kubernetes("Dockershim removal"),
  },
  {
    minor: 30,
    severity: "warning",
    argument: "image_type",
    isOver: (pool) => pool["image_type"] === "CentOS" || pool["image_type"] === "AliyunLinux",
    want: "an operating system that ACK has at 1.30 or later, such as AliyunLinux3 or ContainerOS",
    fix: "change image_type, and upgrade the pool by replacing its system disks",
    source: alibabaCloud("ACK, Release notes for Kubernetes 1.30"),
  },
  {
    minor: 36,
    severity: "warning",
    argument: "runtime_version",
    isOver: ({ runtime_name: name, runtime_version: version }) =>
      (name === undefined || name === null || name === "containerd") &&
      typeof version === "string" &&
      version.startsWith("1."),
    want: "containerd 2: Kubernetes 1.35 was the last that takes containerd 1",
    fix: "write a version of containerd 2, and upgrade the pool first",
    source: alibabaCloud("ACK, Release notes for Kubernetes 1.36"),
  },
];

/** A pool whose nodes do not suit the version that the same plan gives their cluster. */
export function poolFitProblems(change: ResourceChange, effect: Effect, context: ChangeContext): Problem[] {
  const pool = change.after;
  if (change.type !== "alicloud_cs_kubernetes_node_pool" || effect === "create" || pool === null) return [];
  const was = KubernetesVersion.tryParse(context.clusterVersionBefore ?? "");
  const is = KubernetesVersion.tryParse(context.clusterVersion ?? "");
  if (was === undefined || is === undefined) return [];
  return endings
    .filter(({ minor, isOver }) => was.minor < minor && is.minor >= minor && isOver(pool))
    .map(({ severity, argument, want, fix, source }) => ({
      rule: "nodes-do-not-fit",
      severity,
      change: "version",
      arguments: [argument],
      got: `${argument} ${JSON.stringify(pool[argument])} in a cluster that goes from ${was} to ${is}`,
      want,
      fix,
      source,
    }));
}

/** The version that a pool is upgraded to, held against the one of its cluster. */
export function poolSkewProblems(version: string, ofCluster: string | undefined): Problem[] {
  const pool = KubernetesVersion.tryParse(version);
  const cluster = KubernetesVersion.tryParse(ofCluster ?? "");
  if (pool === undefined || cluster === undefined || pool.major !== cluster.major) return [];
  const oldest = oldestNodeMinor(cluster.minor);
  const isNewer = pool.compare(cluster) > 0;
  if (!isNewer && pool.minor >= oldest) return [];
  return [
    {
      rule: "version-step",
      severity: "error",
      change: "version",
      arguments: ["upgrade_policy.kubernetes_version"],
      got: `nodes of ${version} in a cluster of ${cluster}`,
      want: isNewer
        ? "nodes that are not newer than the control plane"
        : `nodes of 1.${oldest} or later: older ones do not work with this control plane`,
      fix: isNewer ? `write ${cluster}, or upgrade the cluster first` : `write ${cluster}`,
      source: kubernetes("Version skew policy, kubelet"),
    },
  ];
}
