import type { IConstruct } from "constructs";
import { fact, facts } from "../limits";
import { defaultsFor, judgeOwn, withDefaults, type OwnedNodePoolFacts } from "../organisation";
import { regionOf, tagFacts, type Located } from "../resource";
import { asSystemDisk } from "./disk-use";
import { ImageType } from "./image-type";
import type { NodePoolProps } from "./node-pool-options";
import { defaultImageType, type ResolvedPoolProps } from "./pool-arguments";

/** The props of a pool, with the defaults of its organisation where they say nothing. */
export function withOrganisation(scope: IConstruct, id: string, given: NodePoolProps): NodePoolProps {
  const props = withDefaults(scope, id, given, ["tags", "resourceGroupId"]);
  const imageType = props.imageType ?? imageOf(scope, id, props);
  return imageType === props.imageType ? props : { ...props, imageType };
}

/** Pools that need an image of their own kind (Windows says so, sandboxes and Lingjun imply it) keep it. */
function imageOf(scope: IConstruct, id: string, props: NodePoolProps): ImageType | undefined {
  const { imageType, armImageType } = defaultsFor(scope, id);
  switch (defaultImageType(props)) {
    case ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED:
      return imageType;
    case ImageType.ALIBABA_CLOUD_LINUX_3_ARM64:
      return armImageType;
    default:
      return undefined;
  }
}

/** Judges a pool by the limits of its organisation. */
export function judgeByOrganisation(pool: Located, props: ResolvedPoolProps): void {
  judgeOwn(pool, "nodePools", (): OwnedNodePoolFacts => {
    const { cluster, instances, capacity } = props;
    const patterns = instances.patterns ?? [];
    return {
      clusterKind: cluster.kind,
      name: fact(props.name),
      region: regionOf(pool),
      resourceGroupId: fact(props.resourceGroupId),
      ...tagFacts(props.tags),
      instanceTypes: facts(instances.instanceTypes) ?? [],
      patternFamilies: facts(patterns.flatMap(({ families = [] }) => families)) ?? [],
      openPatterns: patterns.filter(({ families = [] }) => families.length === 0).length,
      imageType: fact(props.imageType?.name),
      minNodes: fact(capacity.min),
      maxNodes: fact(capacity.max),
      isAutoscaled: capacity.isAutoscaled,
      systemDiskGiB: fact(asSystemDisk(props.systemDisk).disk.options.sizeGiB),
      labelKeys: facts(Object.keys(props.labels ?? {})) ?? [],
    };
  });
}
