import { CsKubernetesNodePool } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { TerraformProvider, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { INodeCluster } from "../cluster/kinds";
import { fact, isToken, joinRelation, orRefuse } from "../limits";
import { vpcAddresses, vswitchVpcs } from "../network";
import { inheritProvider, metaArguments } from "../resource";
import { addonNeeds } from "./addon-needs";
import type { Capacity } from "./capacity";
import { clusterPools } from "./cluster-pools";
import { withExclusiveEni } from "./exclusive-eni";
import { withGpuLabels } from "./gpu-facts";
import { hasAddress, joinSurroundings } from "./join-surroundings";
import { judgeNodePool } from "./judge-node-pool";
import { placementLimit } from "./limits";
import { upgradesNodes } from "./management";
import type { NodePoolProps } from "./node-pool-options";
import { poolArguments, usualSystemDisk } from "./pool-arguments";
import { Placement } from "./placement";
import { nameWithDigest } from "./replacement";
import { judgeReplacement } from "./replacement-limits";
import { upgradeWindows } from "./upgrade-windows";
import { judgeByOrganisation, withOrganisation } from "./with-organisation";

/** A group of nodes of a cluster that are alike. */
export class NodePool extends Construct {
  /** The generated resource: every attribute, and `addOverride` for every argument. */
  public readonly resource: CsKubernetesNodePool;
  public readonly cluster: INodeCluster;
  public readonly provider: TerraformProvider | undefined;
  /** Its name in ACK: of a pool that is created before its predecessor goes, with the digest. */
  public readonly name: string;
  public readonly capacity: Capacity;

  constructor(scope: Construct, id: string, own: NodePoolProps) {
    super(scope, id);
    const props = withOrganisation(scope, id, own);
    const { cluster, capacity } = props;
    const name = props.name ?? id;
    this.cluster = cluster;
    this.capacity = capacity;
    const vswitchIds = orRefuse(this, placementLimit, () =>
      (props.placement ?? Placement.everywhere()).vswitchIds(cluster),
    );
    const resolved = {
      ...props,
      name,
      vswitchIds,
      labels: withExclusiveEni({ ...props, labels: withGpuLabels(props) }),
      systemDisk: props.systemDisk ?? usualSystemDisk,
    };

    const given = poolArguments(this, resolved);
    this.name = props.replacement === "create-first" ? nameWithDigest(name, given) : name;
    this.provider = inheritProvider(this, props.provider, cluster.provider);
    this.resource = new CsKubernetesNodePool(this, "pool", {
      ...metaArguments(this, { ...props, provider: this.provider }, { lifecycle: ownLifecycle(props) }),
      ...given,
      nodePoolName: this.name,
    });
    cluster.nodesComeFrom(this.resource, capacity.min > 0 || isToken(capacity.min));

    joinSurroundings(this, props, vswitchIds);
    judgeNodePool(this, resolved);
    judgeByOrganisation(this, resolved);
    judgeReplacement(this, resolved);
    const pool = {
      kind: "pool",
      name: fact(this.name),
      min: fact(capacity.min),
      max: fact(capacity.max),
      isAutoscaled: capacity.isAutoscaled,
      hasAddress: hasAddress(props),
      network: cluster.network,
      vswitchIds,
      instanceTypes: props.instances.instanceTypes,
      labels: resolved.labels,
    } as const;
    joinRelation(this, clusterPools, cluster.groupKey, pool, this.name);
    if (upgradesNodes(props.management)) {
      joinRelation(this, upgradeWindows, cluster.groupKey, "upgraded pool", this.node.path);
    }
    if (props.placement?.namesVSwitches === true && cluster.vpc !== undefined) {
      const use = { vpc: cluster.vpc.groupKey, vswitchIds, isCluster: false };
      joinRelation(this, vswitchVpcs, "app", use, this.node.path);
    }
    const needs = addonNeeds(resolved);
    if (needs !== undefined) {
      joinRelation(this, clusterAddons, cluster.groupKey, needs, this.node.path);
    }
    if (cluster.nodesTakeRoutes && cluster.vpc !== undefined) {
      const routes = [{ label: "the nodes", entries: fact(capacity.max) }];
      joinRelation(this, vpcAddresses, cluster.vpc.groupKey, { ranges: [], routes }, this.node.path);
    }
  }

  // Attributes are made when somebody asks: cdktf takes a stack trace for each, and few pools are asked.

  public get nodePoolId(): string {
    return this.resource.nodePoolId;
  }

  /** The scaling group that ACK made for the pool. */
  public get scalingGroupId(): string {
    return this.resource.scalingGroupId;
  }
}

/** What others change on a pool, and Terraform would change back in every plan, and what comes first in a replacement. */
function ownLifecycle({ cluster, capacity, replacement }: NodePoolProps): TerraformResourceLifecycle {
  const ignoreChanges = [
    // The autoscaler moves the number that a fixed pool would own.
    ...(capacity.isAutoscaled ? ["desired_size"] : []),
    ...(cluster.kind === "edge" ? ["labels"] : []),
  ];
  return {
    ...(replacement === "create-first" ? { createBeforeDestroy: true } : {}),
    ...(ignoreChanges.length === 0 ? {} : { ignoreChanges }),
  };
}
