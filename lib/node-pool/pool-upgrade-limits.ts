import { fact, kubernetes, limitsOn, provider, type Fact } from "../limits";
import { KubernetesVersion } from "../values";
import type { NodePoolProps } from "./node-pool-options";
import { upgradesSomething } from "./pool-upgrade";
import { versionFact } from "./version-fact";

interface UpgradeFacts {
  readonly isOfSomething: boolean;
  readonly nodeVersion: Fact<string> | undefined;
  readonly clusterVersion: Fact<KubernetesVersion> | undefined;
  readonly toImage: boolean;
  readonly hasImage: boolean;
  readonly toRuntime: boolean;
  readonly hasRuntimeVersion: boolean;
}

const pool = limitsOn<UpgradeFacts>("Node pools");
const policy = "alicloud_cs_kubernetes_node_pool.upgrade_policy";

export const upgradeLimits = [
  pool.limit(
    "pool-upgrade-of-something",
    ["isOfSomething"],
    {
      statement: "An upgrade of nodes is one of the kubelet, the image or the container runtime.",
      source: provider(policy),
      authority: "library",
      fix: 'upgrade: { kubernetesVersion: "1.35.2-aliyun.1" }, or no upgrade',
    },
    ({ isOfSomething }) =>
      isOfSomething
        ? []
        : [{ got: "an upgrade of nothing", want: "kubernetesVersion, image or runtime in it" }],
  ),
  pool.limit(
    "pool-upgrade-version",
    ["nodeVersion"],
    {
      statement: "The nodes of a pool are upgraded to a version of Kubernetes as ACK writes it.",
      source: provider(`${policy}.kubernetes_version`),
      authority: "service",
      fix: 'kubernetesVersion: "1.35.2-aliyun.1"',
    },
    ({ nodeVersion }) =>
      nodeVersion === undefined || KubernetesVersion.tryParse(nodeVersion)?.aliyun !== undefined
        ? []
        : [
            {
              got: `upgrade kubernetesVersion ${JSON.stringify(nodeVersion)}`,
              want: "a whole version such as 1.35.2-aliyun.1",
            },
          ],
  ),
  pool.limit(
    "pool-upgrade-not-newer",
    ["nodeVersion", "clusterVersion"],
    {
      statement: "Nodes are not newer than the control plane of their cluster.",
      source: kubernetes("Releases, Version Skew Policy"),
      authority: "kubernetes",
      fix: "upgrade the cluster first, or take its version for the pool",
    },
    ({ nodeVersion, clusterVersion }) => {
      const version = nodeVersion === undefined ? undefined : KubernetesVersion.tryParse(nodeVersion);
      return version === undefined || clusterVersion === undefined || !isNewer(version, clusterVersion)
        ? []
        : [
            {
              got: `upgrade kubernetesVersion ${String(version)} in a cluster of ${String(clusterVersion)}`,
              want: `${String(clusterVersion)} or earlier`,
            },
          ];
    },
  ),
  pool.limit(
    "pool-upgrade-image",
    ["toImage", "hasImage"],
    {
      statement: "Nodes go over to an image of which the pool has the id.",
      source: provider(`${policy}.image_id`),
      authority: "provider",
      fix: 'imageType: ImageType.custom("m-bp1example"), or upgrade without image',
    },
    ({ toImage, hasImage }) =>
      toImage && !hasImage
        ? [
            {
              got: "an upgrade of the image in a pool without an image of one's own",
              want: "ImageType.custom",
            },
          ]
        : [],
  ),
  pool.limit(
    "pool-upgrade-runtime",
    ["toRuntime", "hasRuntimeVersion"],
    {
      statement: "Nodes go over to a container runtime of which the pool has the version.",
      source: provider(`${policy}.runtime_version`),
      authority: "provider",
      fix: 'runtime: ContainerRuntime.containerd("2.1.5"), or upgrade without runtime',
    },
    ({ toRuntime, hasRuntimeVersion }) =>
      toRuntime && !hasRuntimeVersion
        ? [
            {
              got: "an upgrade of the runtime in a pool that names no version",
              want: "a runtime with a version",
            },
          ]
        : [],
  ),
];

/** A cluster of "1.35" may have any build of it. */
function isNewer(version: KubernetesVersion, cluster: KubernetesVersion): boolean {
  return cluster.aliyun === undefined
    ? version.minor > cluster.minor || version.major > cluster.major
    : version.compare(cluster) > 0;
}

/** Undefined for pools that are not upgraded. */
export function upgradeFacts({
  upgrade,
  cluster,
  imageType,
  runtime,
}: NodePoolProps): UpgradeFacts | undefined {
  return (
    upgrade && {
      isOfSomething: upgradesSomething(upgrade),
      nodeVersion: fact(upgrade.kubernetesVersion),
      clusterVersion: versionFact(cluster.kubernetesVersion),
      toImage: upgrade.image === true,
      hasImage: imageType?.imageId !== undefined,
      toRuntime: upgrade.runtime === true,
      hasRuntimeVersion: runtime?.version !== undefined,
    }
  );
}
