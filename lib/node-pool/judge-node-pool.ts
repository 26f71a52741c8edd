import type { IConstruct } from "constructs";
import { declareFacts, fact, facts, isToken, mapFact, unknown, type Fact } from "../limits";
import { judgeTags } from "../resource";
import type { Disk } from "./disks";
import type { KeyedDisk, LevelledDisk, NodePoolFacts, SizedDisk } from "./facts";
import { nodePoolLimits } from "./limits";
import type { ResolvedPoolProps } from "./pool-arguments";

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
    taints: (props.taints ?? []).map((taint) =>
      [taint.key, taint.value, taint.effect].some(isToken) ? unknown(taint.key) : taint,
    ),
  });
  judgeTags(pool, props.tags);
}

type DiskFacts = Pick<NodePoolFacts, "dataDisks" | "levelledDisks" | "disksWithKey">;

function diskFacts(systemDisk: Disk, given: readonly Disk[]): DiskFacts {
  const dataDisks: Fact<SizedDisk>[] = [];
  const levelledDisks: Fact<LevelledDisk>[] = [];
  const disksWithKey: KeyedDisk[] = [];
  for (const [index, { options, performanceLevel }] of [systemDisk, ...given].entries()) {
    const label = index === 0 ? "the system disk" : `data disk ${index}`;
    const size = fact(options.sizeGiB);
    if (index > 0) {
      dataDisks.push(mapFact(size, (sizeGiB) => ({ label, sizeGiB })));
    }
    if (performanceLevel !== undefined) {
      levelledDisks.push(mapFact(size, (sizeGiB) => ({ label, sizeGiB, performanceLevel })));
    }
    if (options.kmsKeyId !== undefined) {
      disksWithKey.push({ label, isEncrypted: options.encrypted === true || isToken(options.encrypted) });
    }
  }
  return { dataDisks, levelledDisks, disksWithKey };
}
