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
import type { KeyedDisk, LevelledDisk, NodePoolFacts, SizedDisk } from "./facts";
import { nodePoolLimits } from "./limits";
import type { ResolvedPoolProps } from "./pool-arguments";
import type { Taint } from "./taint";

/** Registers the facts of a node pool. */
export function judgeNodePool(pool: IConstruct, props: ResolvedPoolProps): void {
  const { capacity, login, systemDisk } = props;
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
    ...diskFacts(systemDisk, props.dataDisks ?? []),
    labelKeys: facts(Object.keys(props.labels ?? {})) ?? [],
    labelValues: facts(Object.values(props.labels ?? {})) ?? [],
    taints: taintFacts(props.taints ?? []),
  });
  judgeTags(pool, props.tags);
}

type DiskFacts = Pick<NodePoolFacts, "dataDisks" | "levelledDisks" | "disksWithKey">;

function diskFacts(systemDisk: Disk, dataDisks: readonly Disk[]): DiskFacts {
  const levelledDisks: Fact<LevelledDisk>[] = [];
  const disksWithKey: KeyedDisk[] = [];
  const add = (disk: Disk, name: string): void => {
    const { options, performanceLevel } = disk;
    if (performanceLevel !== undefined) {
      levelledDisks.push(mapFact(sized(disk, name), (known) => ({ ...known, performanceLevel })));
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
    disksWithKey,
  };
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
