import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { fact, isToken, joinRelation, mapFact, unknown, type Fact, type Relation } from "../limits";
import { KubernetesVersion } from "../values";
import { fleetLimits, type FleetBlock, type FleetFacts, type FleetVersion } from "./fleet-limits";

export interface FleetProps {
  /**
   * The oldest version of Kubernetes that a cluster may have, for example `1.33`.
   * @default - any
   */
  readonly oldestVersion?: string;

  /**
   * How many minor versions the oldest and the newest cluster may be apart.
   * @default - any number
   */
  readonly minorsApart?: number;
}

/**
 * Clusters of an app, in whatever stacks, that are kept alike: their VPCs and Flannel Pods have addresses that do not
 * overlap, and their versions follow one policy. It makes no resource. Make it in the app, above the stacks.
 */
export class Fleet extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: FleetProps = {},
  ) {
    super(scope, id);
  }

  /** Adds a cluster: its VPC, its Pods and its version are held against those of the others. */
  public add(...clusters: readonly ICluster[]): this {
    for (const cluster of clusters) {
      const { path } = cluster.node;
      const { oldestVersion, minorsApart } = this.props;
      joinRelation(
        cluster,
        fleetClusters,
        `new:${this.node.path}`,
        {
          blocks: blocksOf(cluster),
          version: versionOf(cluster, path),
          oldest: fact(oldestVersion),
          minorsApart,
        },
        path,
      );
    }
    return this;
  }
}

interface FleetMember {
  readonly blocks: readonly Fact<FleetBlock>[];
  readonly version: Fact<FleetVersion> | undefined;
  readonly oldest: Fact<string> | undefined;
  readonly minorsApart: number | undefined;
}

const fleetClusters: Relation<FleetMember, FleetFacts> = {
  id: "fleet-clusters",
  limits: fleetLimits,
  facts: (members) => {
    const [first] = members;
    return {
      blocks: members.flatMap(({ member }) => member.blocks),
      versions: members.flatMap(({ member }) => member.version ?? []),
      oldest: first?.member.oldest,
      minorsApart: first?.member.minorsApart,
    };
  },
};

function blocksOf({ vpc, network }: ICluster): Fact<FleetBlock>[] {
  const block = (path: string, label: string, cidr: string | undefined): Fact<FleetBlock>[] =>
    cidr === undefined ? [] : [mapFact(fact(cidr), (known) => ({ path, label, cidr: known }))];
  return [
    ...(vpc === undefined ? [] : block(vpc.node.path, "the VPC", vpc.cidr)),
    ...(vpc?.secondaryCidrs ?? []).flatMap((cidr) =>
      block(vpc?.node.path ?? "", "the secondary block", cidr),
    ),
    ...(network === undefined ? [] : block(network.node.path, "the Pod CIDR", network.podCidr)),
  ];
}

function versionOf({ kubernetesVersion }: ICluster, path: string): Fact<FleetVersion> | undefined {
  if (kubernetesVersion === undefined) {
    return undefined;
  }
  if (isToken(kubernetesVersion)) {
    return unknown(kubernetesVersion);
  }
  // A version that cannot be read is reported by the limit on its format.
  const version = KubernetesVersion.tryParse(kubernetesVersion);
  return version === undefined ? undefined : { path, version };
}
