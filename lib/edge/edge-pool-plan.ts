import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import type { IEdgeCluster } from "../cluster/kinds";
import {
  declareFacts,
  fact,
  facts,
  isToken,
  isUnknown,
  orRefuse,
  unknown,
  type Fact,
  type FactList,
} from "../limits";
import type { Taint } from "../node-pool";
import { KubernetesVersion, ValueError } from "../values";
import { accessOptions, type EdgeNodeAccess } from "./edge-node-access";
import type { EdgePoolFacts, GivenTaint, NamedBlock } from "./facts";
import { edgeLabelsAreKnownLimit, edgePoolLimits } from "./limits";

/** The props of a planned pool of an edge cluster. */
export interface EdgePoolPlanOptions {
  /**
   * Name of the pool, 1 to 63 characters, unique in the cluster.
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * How machines and the cloud reach each other: over the internet (`basic`), or over Express Connect, a VPN or CEN
   * (`private`), from Kubernetes 1.22. Only `private` lets Pods at the edge reach the VPC.
   * @default "basic"
   */
  readonly interconnect?: "basic" | "private";

  /**
   * Gives Pods the network of their machine instead of one of their own.
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * Whether the machines of the pool reach each other without a gateway between.
   * @default false
   */
  readonly machinesAreConnected?: boolean;

  /**
   * Blocks of the addresses of the machines. Nothing is made of them: they are held against those of the cluster, as the
   * script does on each machine.
   * @default - unknown
   */
  readonly nodeCidrs?: readonly string[];

  /**
   * Labels of all machines of the pool.
   * @default - those of ACK alone
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Taints of all machines of the pool.
   * @default - none
   */
  readonly taints?: readonly Taint[];

  /**
   * How machines join.
   * @default - those of amd64, under their host names, with the components of ordinary nodes
   */
  readonly access?: EdgeNodeAccess;
}

export interface EdgePoolPlanProps extends EdgePoolPlanOptions {
  readonly cluster: IEdgeCluster;
}

/**
 * A pool of machines outside of the cloud, in an edge cluster. The provider can neither make such a pool nor give the script
 * with which machines join, so this is a plan: it is checked like everything else, and Terraform puts the requests that ACK takes
 * into an output.
 */
export class EdgePoolPlan extends Construct {
  public readonly cluster: IEdgeCluster;
  public readonly name: string;
  /** The requests, as `terraform output -json` gives them. Another name: `output.overrideLogicalId("shops")`. */
  public readonly output: TerraformOutput;

  constructor(scope: Construct, id: string, props: EdgePoolPlanProps) {
    super(scope, id);
    const { cluster, access = {} } = props;
    this.cluster = cluster;
    this.name = props.name ?? id;
    this.output = new TerraformOutput(this, "plan", {
      description: `Requests for the edge node pool ${id}, which Terraform cannot make`,
      value: {
        cluster_id: cluster.clusterId,
        create_node_pool: orRefuse(this, edgeLabelsAreKnownLimit, () => poolRequest(this.name, props)),
        attach_script: { arch: access.architecture ?? "amd64", options: accessOptions(access) },
        script_hours: access.scriptHours ?? 1,
      },
    });
    declareFacts(this, edgePoolLimits, factsOf(this.name, props));
  }
}

/** The body of CreateClusterNodePool. */
function poolRequest(name: string, props: EdgePoolPlanProps): object {
  if (isToken(props.labels)) {
    throw new ValueError({
      got: "labels as a whole that only Terraform knows",
      want: "literal keys; values may be unknown",
      fix: "write the labels out: { team: team.stringValue }",
    });
  }
  const { interconnect = "basic", hostNetwork = false, machinesAreConnected = false } = props;
  const labels = Object.entries(props.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    nodepool_info: { name, type: "edge" },
    interconnect_mode: interconnect,
    host_network: hostNetwork,
    intranet: machinesAreConnected,
    kubernetes_config: {
      labels: labels.map(([key, value]) => ({ key, value })),
      taints: (props.taints ?? []).map(({ key, value = "", effect }) => ({ key, value, effect })),
    },
  };
}

function factsOf(name: string, props: EdgePoolPlanProps): EdgePoolFacts {
  const { cluster, interconnect, access = {} } = props;
  const { architecture = "amd64", parameters = {} } = access;
  const version = versionOf(cluster);
  return {
    name: fact(name),
    version,
    versionOfPrivate: interconnect === "private" ? version : undefined,
    versionOfArm: architecture === "amd64" ? undefined : version,
    isPrivate: interconnect === "private",
    apiServerIsPublic: cluster.apiServer.isPublic,
    architecture,
    labels: [props.labels, access.labels].flatMap((labels) => membersOf(labels, Object.keys)),
    labelValues: [props.labels, access.labels].flatMap((labels) => membersOf(labels, Object.values)),
    taints: (props.taints ?? []).map(taintFact),
    nodeCidrs: facts(props.nodeCidrs) ?? [],
    clusterBlocks: blocksOf(cluster),
    addons: facts(access.addons),
    gpuVersion: fact(access.gpuVersion),
    networkInterface: fact(access.networkInterface),
    flannelInterface: parameters["flannelIface"],
    scriptHours: fact(access.scriptHours ?? 1),
    parameters: Object.keys(parameters),
  };
}

/** The keys or the values of labels; unknown is a map that Terraform alone knows. */
function membersOf(
  labels: Readonly<Record<string, string>> = {},
  list: (labels: Readonly<Record<string, string>>) => string[],
): Fact<string>[] {
  return isToken(labels) ? [unknown("labels")] : list(labels).map((member) => fact(member));
}

function versionOf({ kubernetesVersion }: IEdgeCluster): EdgePoolFacts["version"] {
  const known = fact(kubernetesVersion);
  return known === undefined || isUnknown(known) ? known : KubernetesVersion.tryParse(known);
}

function taintFact(taint: Taint): Fact<GivenTaint> {
  return [taint.key, taint.value, taint.effect].some(isToken) ? unknown(taint.key) : taint;
}

/** The blocks of a cluster, as far as the app knows them. */
function blocksOf({ network, vpc }: IEdgeCluster): FactList<NamedBlock> {
  const named: [string, string | undefined][] = [
    ...[vpc?.cidr, ...(vpc?.secondaryCidrs ?? [])].map((cidr): [string, string | undefined] => [
      "the VPC",
      cidr,
    ]),
    ["the Pods", network?.podCidr],
    ["the Services", network?.serviceCidr],
  ];
  return named.flatMap(([label, cidr]) =>
    cidr === undefined ? [] : [isToken(cidr) ? unknown(cidr) : { label, cidr }],
  );
}
