import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { OwnedCluster } from "../cluster";
import { fact, isUnknown, registryOf, reportOf, type LimitReport, type LimitTally } from "../limits";
import { Vpc, vpcAddresses, type AddressMember } from "../network";
import { NodePool } from "../node-pool";
import { neededProducts, neededRoles, type NeededProduct, type NeededRole } from "../service-roles";
import { Cidr, freeSpace } from "../values";
import { clusterHolds, type ClusterHolds } from "./network-holds";

export interface PoolSummary {
  readonly path: string;
  readonly name: string;
  /** `undefined` where only Terraform knows. */
  readonly minNodes: number | undefined;
  readonly maxNodes: number | undefined;
}

export interface ClusterSummary {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly plugin: string;
  readonly serviceCidr: string;
  readonly podCidr: string | undefined;
  readonly pools: readonly PoolSummary[];
  /** What the network of the cluster can hold; `undefined` where only Terraform, or nobody, knows its blocks. */
  readonly holds: ClusterHolds | undefined;
}

export interface VpcSummary {
  readonly path: string;
  readonly cidr: string;
  readonly vswitches: readonly {
    readonly label: string;
    readonly cidr: string;
    readonly usable: number | undefined;
  }[];
  /** Addresses of the primary block that no vSwitch takes. */
  readonly freeAddresses: number | undefined;
}

export interface StackSummary {
  readonly stack: string;
  readonly clusters: readonly ClusterSummary[];
  readonly vpcs: readonly VpcSummary[];
  /** The service roles that the account has to have. */
  readonly serviceRoles: readonly NeededRole[];
  /** The products that have to be activated in the account. */
  readonly products: readonly NeededProduct[];
  /** How often limits were applied to the constructs of the stack, and what came of it. */
  readonly limits: Readonly<LimitTally>;
}

export interface AppSummary {
  readonly stacks: readonly StackSummary[];
  readonly limits: LimitReport;
}

/** What an app builds, in the words of those who run it: clusters, pools, nodes, addresses, and what the limits said. */
export function summarize(app: IConstruct): AppSummary {
  const stacks = app.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
  const limits = reportOf(app);
  // The pools of a cluster may lie in other stacks than the cluster.
  const pools = stacks.flatMap((stack) => stack.node.findAll().filter((node) => node instanceof NodePool));
  return { stacks: stacks.map((stack) => summarizeStack(stack, pools, limits)), limits };
}

function summarizeStack(
  stack: TerraformStack,
  pools: readonly NodePool[],
  report: LimitReport,
): StackSummary {
  const constructs = stack.node.findAll();
  return {
    stack: stack.node.path,
    clusters: constructs
      .filter((node) => node instanceof OwnedCluster)
      .map((cluster) => summarizeCluster(cluster, pools)),
    vpcs: constructs.filter((node) => node instanceof Vpc).map(summarizeVpc),
    serviceRoles: neededRoles(stack),
    products: neededProducts(stack),
    limits: report.stacks[stack.node.path] ?? { checked: 0, silent: 0, partly: 0, broken: 0 },
  };
}

function summarizeCluster(cluster: OwnedCluster, pools: readonly NodePool[]): ClusterSummary {
  return {
    path: cluster.node.path,
    name: cluster.name,
    kind: cluster.kind,
    plugin: cluster.network.plugin,
    serviceCidr: cluster.network.serviceCidr,
    podCidr: cluster.network.podCidr,
    pools: pools
      .filter((pool) => pool.cluster === cluster)
      .map(({ node, name, capacity }) => ({
        path: node.path,
        name,
        minNodes: known(capacity.min),
        maxNodes: known(capacity.max),
      })),
    holds: clusterHolds(cluster),
  };
}

function summarizeVpc(vpc: Vpc): VpcSummary {
  const ranges = registryOf(vpc)
    .members.filter(({ relation, key }) => relation.id === vpcAddresses.id && key === vpc.groupKey)
    .flatMap(({ member }) => (member as AddressMember).ranges.filter(({ role }) => role === "vswitch"));
  const blocks = ranges.map(({ label, cidr }) => ({ label, cidr, block: Cidr.tryParse(cidr) }));
  const parent = Cidr.tryParse(vpc.cidr);
  const taken = blocks.flatMap(({ block }) => block ?? []);
  return {
    path: vpc.node.path,
    cidr: vpc.cidr,
    vswitches: blocks.map(({ label, cidr, block }) => ({ label, cidr, usable: block?.usableInVSwitch })),
    freeAddresses:
      parent === undefined || taken.length < blocks.length ? undefined : freeSpace(parent, taken),
  };
}

function known<T>(value: T): T | undefined {
  const judged = fact(value);
  return isUnknown(judged) ? undefined : judged;
}
