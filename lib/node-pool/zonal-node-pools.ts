import { Construct } from "constructs";
import type { INodeCluster } from "../cluster/kinds";
import { declareFacts, isToken, kubernetes, limitsOn, orRefuse, provider, type Limit } from "../limits";
import { ValueError } from "../values";
import { Capacity } from "./capacity";
import { NodePool } from "./node-pool";
import type { NodePoolOptions } from "./node-pool-options";
import { Placement } from "./placement";
import { spread } from "./spread";

/** The props of a node pool for each zone. */
export interface ZonalNodePoolsOptions extends Omit<NodePoolOptions, "capacity" | "name" | "placement"> {
  /**
   * How many nodes all zones have together: a number, or bounds for the autoscaler. It is spread over the zones evenly, with
   * what does not divide in the first ones.
   */
  readonly capacity: Capacity<undefined>;

  /**
   * The zones, by their keys in the network of the cluster, in which there is a pool each. Another zone is a pool more, and
   * lets those that there are shrink to their new share; without a zone its pool is removed with its nodes.
   * @default - all zones of the network
   */
  readonly zones?: readonly string[];

  /**
   * What the names of the pools start with; the key of the zone follows: `web-h`. Can be changed in place.
   * @default - the id of the construct
   */
  readonly name?: string;

  /** Each pool is in its zone. */
  readonly placement?: never;
}

export interface ZonalNodePoolsProps extends ZonalNodePoolsOptions {
  readonly cluster: INodeCluster;
}

interface ZonalFacts {
  readonly most: number;
  readonly zoneCount: number;
}

const pools = limitsOn<ZonalFacts>("Node pools for each zone");

/** Refused at once: there are no pools for what cannot be spread. */
export const zonalPoolsSpreadLimit = pools.limit(
  "zonal-pools-spread",
  [],
  {
    statement:
      "Nodes that are spread over zones are a whole number that is known at synth, in zones that differ.",
    source: provider("alicloud_cs_kubernetes_node_pool.desired_size"),
    authority: "library",
  },
  () => [],
);

export const zonalPoolsLimits: readonly Limit<ZonalFacts>[] = [
  pools.limit(
    "zonal-pools-fewer-nodes-than-zones",
    ["most", "zoneCount"],
    {
      statement: "Pools for each zone have a node in each zone at least.",
      source: kubernetes("Running in multiple zones"),
      advice: true,
      fix: "take more nodes, or name fewer zones: zones: [...]",
    },
    ({ most, zoneCount }) =>
      most > 0 && most < zoneCount
        ? [{ got: `at most ${most} nodes in ${zoneCount} zones`, want: `${zoneCount} nodes or more` }]
        : [],
  ),
];

/**
 * A node pool for each zone, with a share of the nodes: where a volume, a reservation or the autoscaler has to find nodes in
 * one zone. Each pool has the key of its zone in its address, so that another zone moves none of the others.
 */
export class ZonalNodePools extends Construct {
  /** The pools, by the keys of their zones. */
  public readonly pools: ReadonlyMap<string, NodePool>;

  constructor(scope: Construct, id: string, props: ZonalNodePoolsProps) {
    super(scope, id);
    const { capacity, name = id, zones, ...options } = props;
    const { keys, shares } = orRefuse(this, zonalPoolsSpreadLimit, () => {
      const known = knownZones(zones ?? [...props.cluster.nodeVSwitches.keys()]);
      return { keys: known, shares: sharesOf(capacity, known.length) };
    });
    this.pools = new Map(
      keys.map((key, index) => [
        key,
        new NodePool(this, key, {
          ...options,
          capacity: shares[index] ?? capacity,
          name: `${name}-${key}`,
          placement: Placement.zones(key),
        }),
      ]),
    );
    declareFacts(this, zonalPoolsLimits, { most: capacity.max, zoneCount: keys.length });
  }
}

function knownZones(keys: readonly string[]): readonly string[] {
  if (isToken(keys) || keys.some(isToken)) {
    throw new ValueError({
      got: "zones that only Terraform knows",
      want: "keys of the zones of the network",
      fix: 'write the keys out: zones: ["h", "i"]',
    });
  }
  if (keys.length === 0) {
    throw new ValueError({
      got: "no zone",
      want: "a zone of the network of the cluster",
      fix: "leave zones out for all of them",
    });
  }
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) {
    throw new ValueError({
      got: `the zone "${twice}" more than once`,
      want: "zones that differ",
      fix: "leave the second one out",
    });
  }
  return keys;
}

/** The share of each zone. */
function sharesOf({ min, max, autoscaling }: Capacity<undefined>, zones: number): readonly Capacity[] {
  const most = spread(spreadable(max, "nodes"), zones);
  if (autoscaling === undefined) {
    return most.map((nodes) => Capacity.fixed(nodes));
  }
  const least = spread(spreadable(min, "min"), zones);
  if (min > max) {
    throw new ValueError({
      got: `min ${min} and max ${max} for all zones together`,
      want: "min at most max",
      fix: "Capacity.autoscale({ min: 3, max: 30 })",
    });
  }
  return most.map((nodes, index) =>
    Capacity.autoscale({ ...autoscaling, min: least[index] ?? 0, max: nodes }),
  );
}

function spreadable(count: number, what: string): number {
  if (isToken(count)) {
    throw new ValueError({
      got: `a number of ${what} that only Terraform knows`,
      want: "a number, which is spread over the zones",
      fix: "write the number out, or add a pool for each zone yourself: cluster.addNodePool",
    });
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new ValueError({
      got: `${what} ${count}`,
      want: "a whole number from 0",
      fix: "Capacity.fixed(3)",
    });
  }
  return count;
}
