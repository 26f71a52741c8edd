import type { IConstruct } from "constructs";
import {
  declareFacts,
  fact,
  facts,
  isToken,
  isUnknown,
  mapFact,
  unknown,
  type Fact,
  type FactList,
} from "../limits";
import { judgeTags } from "../resource";
import type { Disk } from "./disks";
import type { KeyedDisk, LevelledDisk, NodePoolFacts, ProvisionedDisk, SizedDisk } from "./facts";
import { judgeNodeSettings } from "./judge-node-settings";
import { judgeHardware } from "./judge-hardware";
import { nodePoolLimits } from "./limits";
import { manages } from "./management";
import type { ResolvedPoolProps } from "./pool-arguments";
import type { Taint } from "./taint";

/** Registers the facts of a node pool. */
export function judgeNodePool(pool: IConstruct, props: ResolvedPoolProps): void {
  const { capacity, login, systemDisk } = props;
  const { autoscaling } = capacity;
  const disks = diskFacts(systemDisk, props.dataDisks ?? []);
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

type DiskFacts = Pick<NodePoolFacts, "dataDisks" | "levelledDisks" | "provisionedDisks" | "disksWithKey">;

function diskFacts(systemDisk: Disk, dataDisks: readonly Disk[]): DiskFacts {
  const levelledDisks: Fact<LevelledDisk>[] = [];
  const provisionedDisks: Fact<ProvisionedDisk>[] = [];
  const disksWithKey: KeyedDisk[] = [];
  const add = (disk: Disk, name: string): void => {
    const { options, performanceLevel, autoPl } = disk;
    if (performanceLevel !== undefined) {
      levelledDisks.push(mapFact(sized(disk, name), (known) => ({ ...known, performanceLevel })));
    }
    if (autoPl?.provisionedIops !== undefined) {
      provisionedDisks.push(provisioned(sized(disk, name), fact(autoPl.provisionedIops)));
    }
    if (options.kmsKeyId !== undefined) {
      disksWithKey.push({
        label: name,
        isEncrypted: options.encrypted === true || isToken(options.encrypted),
      });
    }
  };
  add(systemDisk, "the system disk");
  dataDisks.forEach((disk, index) => add(disk, label(index)));
  return {
    dataDisks: dataDisks.map((disk, index) => sized(disk, label(index))),
    levelledDisks,
    provisionedDisks,
    disksWithKey,
  };
}

function provisioned(disk: Fact<SizedDisk>, iops: Fact<number>): Fact<ProvisionedDisk> {
  return isUnknown(iops) ? iops : mapFact(disk, (known) => ({ ...known, provisionedIops: iops }));
}

function label(index: number): string {
  return `data disk ${index + 1}`;
}

function sized({ options }: Disk, name: string): Fact<SizedDisk> {
  const sizeGiB = fact(options.sizeGiB);
  return isUnknown(sizeGiB) ? sizeGiB : { label: name, sizeGiB };
}

function taintFacts(taints: readonly Taint[]): FactList<Taint> {
  const isUnknownTaint = ({ key, value, effect }: Taint): boolean =>
    isToken(key) || isToken(value) || isToken(effect);
  return taints.some(isUnknownTaint)
    ? taints.map((taint) => (isUnknownTaint(taint) ? unknown(taint.key) : taint))
    : taints;
}
