import type { IConstruct } from "constructs";
import { declareFacts, fact, facts, isToken, unknown } from "../limits";
import { judgeTags } from "../resource";
import type { Disk } from "./disks";
import type { DiskFacts } from "./facts";
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
    systemDisk: diskFacts(systemDisk, "the system disk"),
    dataDisks: (props.dataDisks ?? []).map((disk, index) => diskFacts(disk, `data disk ${index + 1}`)),
    labels: Object.entries(props.labels ?? {}).map(([key, value]) => ({ key, value: fact(value) })),
    taints: (props.taints ?? []).map((taint) =>
      [taint.key, taint.value, taint.effect].some(isToken) ? unknown(taint.key) : taint,
    ),
  });
  judgeTags(pool, props.tags);
}

function diskFacts({ options, performanceLevel }: Disk, label: string): DiskFacts {
  return {
    label,
    sizeGiB: fact(options.sizeGiB),
    performanceLevel,
    isEncrypted: options.encrypted === true || isToken(options.encrypted),
    hasKey: options.kmsKeyId !== undefined,
  };
}
