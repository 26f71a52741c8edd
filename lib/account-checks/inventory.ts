import type { TerraformProvider, TerraformStack } from "cdktf";
import { blockOf, renderedIn, type Rendered } from "../resource";
import { choice, numberTerm, termOf, type Term } from "./terms";

/** A cluster that the stack makes. */
export interface Cluster extends Rendered {
  readonly name: Term | undefined;
  /** Undefined where ACK chooses. */
  readonly version: Term | undefined;
  readonly type: "Kubernetes" | "ManagedKubernetes";
  readonly profile: Term;
}

/** A node pool that the stack makes. */
export interface Pool extends Rendered {
  readonly name: Term | undefined;
  readonly clusterId: Term | undefined;
  /** Undefined for a cluster that exists, or that another stack makes. */
  readonly cluster: Cluster | undefined;
  readonly min: Term;
  readonly max: Term;
}

/** What a stack makes in one provider configuration, and so in one region of one account. */
export interface Inventory {
  readonly provider: TerraformProvider | undefined;
  readonly clusters: readonly Cluster[];
  readonly pools: readonly Pool[];
  readonly securityGroups: readonly Rendered[];
  readonly eips: readonly Rendered[];
}

/** What each type of cluster is for the data source of versions. */
const kinds: ReadonlyMap<string, Pick<Cluster, "type" | "profile">> = new Map([
  ["alicloud_cs_managed_kubernetes", { type: "ManagedKubernetes", profile: '"Default"' }],
  ["alicloud_cs_kubernetes", { type: "Kubernetes", profile: '"Default"' }],
  ["alicloud_cs_edge_kubernetes", { type: "ManagedKubernetes", profile: '"Edge"' }],
  ["alicloud_cs_serverless_kubernetes", { type: "ManagedKubernetes", profile: '"Serverless"' }],
]);

const poolTypes = new Set(["alicloud_cs_kubernetes_node_pool"]);
const groupTypes = new Set(["alicloud_security_group"]);
const eipTypes = new Set(["alicloud_eip_address", "alicloud_eip"]);

/** What the stack makes, by provider configuration. */
export function inventoriesOf(stack: TerraformStack): Inventory[] {
  const clusters = renderedIn(stack, new Set(kinds.keys())).map(clusterOf);
  const pools = renderedIn(stack, poolTypes).map((pool) => poolOf(pool, clusters));
  const securityGroups = renderedIn(stack, groupTypes);
  const eips = renderedIn(stack, eipTypes);
  const providers = new Set(
    [...clusters, ...pools, ...securityGroups, ...eips].map(({ provider }) => provider),
  );
  return [...providers].map((provider) => {
    const isIts = (one: Rendered): boolean => one.provider === provider;
    return {
      provider,
      clusters: clusters.filter(isIts),
      pools: pools.filter(isIts),
      securityGroups: securityGroups.filter(isIts),
      eips: eips.filter(isIts),
    };
  });
}

function clusterOf(rendered: Rendered): Cluster {
  const { resource, body } = rendered;
  const { type, profile } = kinds.get(resource.terraformResourceType) ?? {
    type: "ManagedKubernetes",
    profile: "null",
  };
  return {
    ...rendered,
    type,
    profile: given(body["profile"]) ?? profile,
    name: given(body["name"]),
    version: given(body["version"]),
  };
}

function poolOf(rendered: Rendered, clusters: readonly Cluster[]): Pool {
  const { body } = rendered;
  const clusterId = given(body["cluster_id"]);
  const scaling = blockOf(body, "scaling_config");
  const size = numberTerm(body["desired_size"] ?? body["node_count"]);
  return {
    ...rendered,
    name: given(body["node_pool_name"] ?? body["name"]),
    clusterId,
    cluster: clusters.find(({ address }) => clusterId === `${address}.id`),
    min: choice(scaling["enable"], numberTerm(scaling["min_size"]), size),
    max: choice(scaling["enable"], numberTerm(scaling["max_size"]), size),
  };
}

function given(value: unknown): Term | undefined {
  return value === undefined || value === null ? undefined : termOf(value);
}
