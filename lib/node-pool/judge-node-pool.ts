import type { IConstruct } from "constructs";
import { declareFacts, fact, facts, isToken, mapFact, unknown, type Fact } from "../limits";
import { judgeTags } from "../resource";
import type { Disk } from "./disks";
import type { KeyedDisk, LevelledDisk, SizedDisk } from "./facts";
import { nodePoolLimits } from "./limits";
import type { ResolvedPoolProps } from "./pool-arguments";

/** Registers the facts of a node pool. */
export function judgeNodePool(pool: IConstruct, props: ResolvedPoolProps): void {
  const { capacity, login, systemDisk } = props;
  const dataDisks = (props.dataDisks ?? []).map((disk, index) => named(`data disk ${index + 1}`, disk));
  declareFacts(pool, nodePoolLimits, {
    name: fact(props.name),
    minNodes: fact(capacity.min),
    maxNodes: fact(capacity.max),
    isAutoscaled: capacity.isAutoscaled,
    instanceTypes: facts(props.instances.instanceTypes) ?? [],
    vswitchCount: isToken(props.vswitchIds) ? unknown("vswitchIds") : props.vswitchIds.length,
    imageType: props.imageType?.name,
    usesPassword: login?.passwordVariable !== undefined,
    passwordIsSensitive: login?.passwordVariable?.sensitive === true,
    systemDiskSize: fact(systemDisk.options.sizeGiB),
    dataDisks: dataDisks.map(sizedDisk),
    levelledDisks: [named("the system disk", systemDisk), ...dataDisks].flatMap(levelledDisk),
    disksWithKey: [named("the system disk", systemDisk), ...dataDisks].flatMap(diskWithKey),
    labelKeys: facts(Object.keys(props.labels ?? {})) ?? [],
    labelValues: facts(Object.values(props.labels ?? {})) ?? [],
    taints: (props.taints ?? []).map((taint) =>
      [taint.key, taint.value, taint.effect].some(isToken) ? unknown(taint.key) : taint,
    ),
  });
  judgeTags(pool, props.tags);
}

interface NamedDisk {
  readonly label: string;
  readonly disk: Disk;
}

function named(label: string, disk: Disk): NamedDisk {
  return { label, disk };
}

function sizedDisk({ label, disk }: NamedDisk): Fact<SizedDisk> {
  return mapFact(fact(disk.options.sizeGiB), (sizeGiB) => ({ label, sizeGiB }));
}

function levelledDisk({ label, disk }: NamedDisk): Fact<LevelledDisk>[] {
  const { performanceLevel } = disk;
  return performanceLevel === undefined
    ? []
    : [mapFact(fact(disk.options.sizeGiB), (sizeGiB) => ({ label, sizeGiB, performanceLevel }))];
}

function diskWithKey({ label, disk: { options } }: NamedDisk): KeyedDisk[] {
  return options.kmsKeyId === undefined
    ? []
    : [{ label, isEncrypted: options.encrypted === true || isToken(options.encrypted) }];
}
