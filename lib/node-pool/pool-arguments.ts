import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { IConstruct } from "constructs";
import { isToken, orRefuse } from "../limits";
import { ValueError } from "../values";
import { dataDiskArguments, systemDiskArguments } from "./disk-arguments";
import type { SystemDisk } from "./disk-use";
import { Disk } from "./disks";
import { ImageType } from "./image-type";
import { isArmPattern } from "./instance-pattern";
import { isArm } from "./instance-types";
import { labelsAreKnownLimit } from "./limits";
import { nodeArguments } from "./node-arguments";
import type { NodePoolProps } from "./node-pool-options";
import type { Taint } from "./taint";

export interface ResolvedPoolProps extends NodePoolProps {
  readonly name: string;
  readonly vswitchIds: string[];
  readonly systemDisk: Disk | SystemDisk;
}

/** What nodes have unless the user says otherwise. */
export const usualSystemDisk = Disk.essd({ sizeGiB: 120 });

/**
 * The arguments of `alicloud_cs_kubernetes_node_pool`. The provider compares lists by position, so what has no order
 * of its own is sorted.
 */
export function poolArguments(scope: IConstruct, props: ResolvedPoolProps): CsKubernetesNodePoolConfig {
  return {
    clusterId: props.cluster.clusterId,
    nodePoolName: props.name,
    vswitchIds: props.vswitchIds,
    ...props.instances.poolArguments,
    ...props.capacity.poolArguments,
    ...props.login?.poolArguments,
    securityGroupIds: props.securityGroupIds === undefined ? undefined : [...props.securityGroupIds],
    ...nodeArguments(props),
    ...imageArguments(props.imageType ?? defaultImageType(props)),
    ...(hasNoSystemDisk(props) ? {} : systemDiskArguments(props.systemDisk)),
    dataDisks: props.dataDisks?.length === 0 ? undefined : props.dataDisks?.map(dataDiskArguments),
    labels: labelArguments(scope, props.labels),
    taints: taintArguments(props.taints),
    // The default of the provider is not what its documentation says, so it is spelled out.
    installCloudMonitor: props.cloudMonitor ?? true,
    resourceGroupId: props.resourceGroupId,
    tags: props.tags,
    timeouts: props.timeouts,
  };
}

/** The image of a pool that names none; undefined where ACK decides. */
export function defaultImageType({ instances, runtime }: NodePoolProps): ImageType | undefined {
  const { instanceTypes, patterns, lingjunGroup } = instances;
  if (lingjunGroup !== undefined) {
    return undefined;
  }
  if (runtime?.isSandboxed === true) {
    return ImageType.ALIBABA_CLOUD_LINUX_3;
  }
  if (isToken(instanceTypes) || instanceTypes.some(isToken)) {
    return undefined;
  }
  return instanceTypes.some(isArm) || patterns?.some(isArmPattern) === true
    ? ImageType.ALIBABA_CLOUD_LINUX_3_ARM64
    : ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED;
}

function imageArguments(imageType: ImageType | undefined) {
  return { imageType: imageType?.name, imageId: imageType?.imageId };
}

/** Nodes of Lingjun bring their disks. */
function hasNoSystemDisk({ instances, systemDisk }: ResolvedPoolProps): boolean {
  return instances.lingjunGroup !== undefined && systemDisk === usualSystemDisk;
}

function labelArguments(scope: IConstruct, labels: Readonly<Record<string, string>> | undefined) {
  if (labels === undefined) {
    return undefined;
  }
  orRefuse(scope, labelsAreKnownLimit, () => {
    if (isToken(labels)) {
      throw new ValueError({
        got: "labels as a whole that only Terraform knows",
        want: "literal keys; values may be unknown",
        fix: "write the labels out: { team: team.stringValue }",
      });
    }
  });
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? undefined : sorted.map(([key, value]) => ({ key, value }));
}

function taintArguments(taints: readonly Taint[] = []) {
  const identity = ({ key, effect }: Taint) => `${key}:${effect}`;
  return taints.length === 0 ? undefined : [...taints].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
}
