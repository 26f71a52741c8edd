import type { IConstruct } from "constructs";
import { declareFacts, fact, facts, isToken, unknown, type FactList } from "../limits";
import { judgeTags } from "../resource";
import { diskFacts } from "./disk-facts";
import { asSystemDisk } from "./disk-use";
import { judgeNodeSettings } from "./judge-node-settings";
import { judgeHardware } from "./judge-hardware";
import { nodePoolLimits } from "./limits";
import { manages } from "./management";
import type { ResolvedPoolProps } from "./pool-arguments";
import type { Taint } from "./taint";

/** Registers the facts of a node pool. */
export function judgeNodePool(pool: IConstruct, props: ResolvedPoolProps): void {
  const { capacity, login } = props;
  const { autoscaling } = capacity;
  const systemDisk = asSystemDisk(props.systemDisk).disk;
  const disks = diskFacts(props);
  declareFacts(pool, nodePoolLimits, {
    isEdge: props.cluster.kind === "edge",
    name: fact(props.name),
    minNodes: fact(capacity.min),
    maxNodes: fact(capacity.max),
    isAutoscaled: autoscaling !== undefined,
    scalingPolicy: autoscaling?.scalingPolicy,
    eip: fact(autoscaling?.eip?.bandwidthMbps),
    publicIp: fact(props.publicIp?.bandwidthMbps),
    instanceTypes: facts(props.instances.instanceTypes) ?? [],
    hasPatterns: props.instances.patterns !== undefined || props.instances.lingjunGroup !== undefined,
    vswitchCount: isToken(props.vswitchIds) ? unknown("vswitchIds") : props.vswitchIds.length,
    securityGroupIds: facts(props.securityGroupIds),
    imageType: fact(props.imageType?.name),
    imageId: fact(props.imageType?.imageId),
    isManaged: props.management !== undefined && manages(props.management),
    osHardening: props.osHardening,
    usesPassword: login?.passwordVariable !== undefined,
    passwordIsSensitive: login?.passwordVariable?.sensitive === true,
    systemDiskSize: fact(systemDisk.options.sizeGiB),
    systemDiskCategory: systemDisk.category,
    // One by one: a spread in the middle makes all facts of thousands of pools slower to write and to read.
    dataDisks: disks.dataDisks,
    levelledDisks: disks.levelledDisks,
    provisionedDisks: disks.provisionedDisks,
    disksWithKey: disks.disksWithKey,
    labels: facts(Object.keys(props.labels ?? {})) ?? [],
    labelValues: facts(Object.values(props.labels ?? {})) ?? [],
    taints: taintFacts(props.taints ?? []),
  });
  judgeNodeSettings(pool, props);
  judgeHardware(pool, props);
  judgeTags(pool, props.tags);
}

function taintFacts(taints: readonly Taint[]): FactList<Taint> {
  const isUnknownTaint = ({ key, value, effect }: Taint): boolean =>
    isToken(key) || isToken(value) || isToken(effect);
  return taints.some(isUnknownTaint)
    ? taints.map((taint) => (isUnknownTaint(taint) ? unknown(taint.key) : taint))
    : taints;
}
