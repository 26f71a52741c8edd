import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { OwnedCluster } from "../cluster";
import { renderedIn, resolved, type Rendered } from "../resource";
import { claimed, counted, hasNodes, poolsOf, type ClaimFinding, type Fault } from "./claim";
import { isBalanced, isSpot, leastNodes, sum } from "./pool-nodes";

export interface ZoneLossOptions {
  /**
   * Nodes that must be left for certain in the other zones.
   * @default 1
   */
  readonly nodes?: number;
}

/**
 * Whichever zone is lost, the control plane of each cluster has vSwitches in another, and nodes are left there for certain: of the
 * least number that its pools have, where they are spread evenly. Spot instances are not certain. It says nothing of data on disks, which
 * are of one zone, of what runs on the nodes, and of the way to the internet.
 */
export function survivesZoneLoss(
  scope: IConstruct,
  { nodes = 1 }: ZoneLossOptions = {},
): readonly ClaimFinding[] {
  return claimed("survives the loss of one zone", scope, ({ clusters }) =>
    clusters.flatMap((cluster) => {
      const zones = zonesOf(cluster, cluster.body["vswitch_ids"]);
      return [
        ...faultsOfControlPlane(cluster, zones),
        ...(hasNodes(cluster) ? lossFaults(cluster, nodes) : []),
      ];
    }),
  );
}

function faultsOfControlPlane({ path }: Rendered, zones: readonly Zone[]): readonly Fault[] {
  const known = new Set(zones.filter((zone) => zone !== undefined));
  return known.size > 1
    ? []
    : [
        {
          path,
          got: `a control plane with vSwitches in ${known.size === 1 ? "1 known zone" : `${known.size} known zones`}`,
          want: "vSwitches in two zones or more",
        },
      ];
}

function lossFaults(cluster: Rendered, nodes: number): readonly Fault[] {
  const pools = poolsOf(cluster).map((pool) => ({ pool, zones: zonesOf(pool, pool.body["vswitch_ids"]) }));
  const lost = [...new Set(pools.flatMap(({ zones }) => zones))].filter((zone) => zone !== undefined).sort();
  const want = `at least ${counted(nodes)} in the other zones`;
  if (lost.length === 0) {
    return [{ path: cluster.path, got: "no pool in a known zone", want }];
  }
  return lost.flatMap((zone) => {
    const byPool = new Map(pools.map(({ pool, zones }) => [pool, leftWithout(zone, pool, zones)]));
    const left = sum([...byPool.keys()], (pool) => byPool.get(pool) ?? 0);
    return left >= nodes
      ? []
      : [{ path: cluster.path, got: `${counted(left)} for certain when ${zone} is lost`, want }];
  });
}

function leftWithout(lost: string, pool: Rendered, zones: readonly Zone[]): number {
  const nodes = isSpot(pool) || pool.body["instances"] !== undefined ? 0 : leastNodes(pool);
  if (zones.length === 0 || zones.includes(undefined)) {
    return 0;
  }
  if (!zones.includes(lost)) {
    return nodes;
  }
  // Several vSwitches of a pool may lie in one zone.
  const share = zones.filter((zone) => zone === lost).length / zones.length;
  return isBalanced(pool) ? nodes - Math.ceil(nodes * share) : 0;
}

/** Undefined for a vSwitch of which only Terraform, or nobody, knows the zone. */
type Zone = string | undefined;

function zonesOf({ resource }: Rendered, ids: unknown): Zone[] {
  const known = zonesById(TerraformStack.of(resource));
  return Array.isArray(ids) ? ids.map((id: unknown) => known.get(String(id))) : [];
}

/** By the id of the vSwitch as arguments name it. Of one that exists already, the key in its network says the zone. */
function zonesById(stack: TerraformStack): ReadonlyMap<string, string> {
  const made = renderedIn(stack, new Set(["alicloud_vswitch"])).flatMap(
    ({ address, body }): [string, string][] => {
      const zone = body["zone_id"];
      return typeof zone === "string" && !zone.includes("${") ? [[`\${${address}.id}`, zone]] : [];
    },
  );
  const existing = stack.node
    .findAll()
    .filter((node) => node instanceof OwnedCluster)
    .flatMap((cluster) =>
      [...cluster.nodeVSwitches].map(([key, id]): [unknown, string] => [resolved(id, cluster), key]),
    )
    .filter((entry): entry is [string, string] => typeof entry[0] === "string" && !entry[0].includes("${"));
  return new Map([...existing, ...made]);
}
