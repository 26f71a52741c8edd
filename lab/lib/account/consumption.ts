import type { ValueObject } from "../values";
import type { Cloud } from "./cloud";
import { blocks, flag, number, text, texts } from "./reading";
import { CLUSTERS } from "./references";
import type { QuotaName } from "./quotas";
import type { StoredObject } from "./store";

/** Quotas that count objects of a type, in an account or in one parent. */
const counted: readonly { type: string | readonly string[]; quota: QuotaName; within?: string }[] = [
  { type: "alicloud_vpc", quota: "vpcs" },
  { type: "alicloud_vswitch", quota: "vswitchesPerVpc", within: "vpc_id" },
  { type: "alicloud_nat_gateway", quota: "natGatewaysPerVpc", within: "vpc_id" },
  { type: "alicloud_security_group", quota: "securityGroups" },
  { type: "alicloud_eip_address", quota: "eips" },
  { type: "alicloud_slb_load_balancer", quota: "slbs" },
  { type: CLUSTERS, quota: "clusters" },
  { type: "alicloud_cs_kubernetes_node_pool", quota: "nodePoolsPerCluster", within: "cluster_id" },
  { type: "alicloud_ram_role", quota: "ramRoles" },
  { type: "alicloud_log_project", quota: "logProjects" },
  { type: "alicloud_ecs_key_pair", quota: "keyPairs" },
];

/** How much of a quota the account uses; nothing for one that is counted in a parent. */
export function usageOf(name: QuotaName, cloud: Cloud): number | undefined {
  const found = counted.find(({ quota, within }) => quota === name && within === undefined);
  if (found === undefined) return undefined;
  return cloud.ofType(...(typeof found.type === "string" ? [found.type] : found.type)).length;
}

/** Takes what an object needs from the quotas, or refuses. Of a change only what it needs more. */
export function takeQuotas(type: string, values: ValueObject, cloud: Cloud, before?: StoredObject): void {
  if (before === undefined) {
    for (const { type: of, quota, within } of counted) {
      const types = typeof of === "string" ? [of] : of;
      if (!types.includes(type)) continue;
      const parent = within === undefined ? undefined : text(values, within);
      if (within !== undefined && parent === undefined) continue;
      const peers = cloud
        .ofType(...types)
        .filter((one) => within === undefined || one.values[within] === parent);
      cloud.quotas.take(quota, 1, peers.length, parent);
    }
  }
  if (type === "alicloud_route_entry" && before === undefined)
    takeRoutes(vpcOfTable(text(values, "route_table_id"), cloud), 1, cloud);
  if (type === "alicloud_cs_kubernetes_node_pool") takeNodes(values, cloud, before);
}

function takeNodes(values: ValueObject, cloud: Cloud, before?: StoredObject): void {
  const clusterId = text(values, "cluster_id");
  const more = nodesOf(values) - (before === undefined ? 0 : nodesOf(before.values));
  if (more <= 0 || clusterId === undefined) return;
  cloud.quotas.take("nodesPerNodePool", more, nodesOf(values) - more, text(values, "node_pool_name"));
  cloud.quotas.take("nodesPerCluster", more, nodesIn(clusterId, cloud), clusterId);
  const cluster = cloud.find(CLUSTERS, clusterId);
  if (cluster !== undefined && isFlannel(cluster.values))
    takeRoutes(text(cluster.values, "vpc_id"), more, cloud);
}

/** How many nodes a pool starts with: its size, or the least that its auto scaling keeps. */
export function nodesOf(pool: ValueObject): number {
  const scaling = blocks(pool, "scaling_config")[0];
  if (scaling !== undefined && flag(scaling, "enable")) return number(scaling, "min_size");
  const size =
    text(pool, "desired_size") === undefined ? number(pool, "node_count") : number(pool, "desired_size");
  return Math.max(size, texts(pool, "instances").length);
}

function nodesIn(clusterId: string, cloud: Cloud): number {
  const pools = cloud
    .ofType("alicloud_cs_kubernetes_node_pool")
    .filter(({ values }) => values["cluster_id"] === clusterId);
  return pools.reduce((sum, { values }) => sum + nodesOf(values), 0);
}

/** Whether each node takes a route of the VPC. */
export function isFlannel(cluster: ValueObject): boolean {
  return text(cluster, "pod_cidr") !== undefined && texts(cluster, "pod_vswitch_ids").length === 0;
}

function takeRoutes(vpcId: string | undefined, more: number, cloud: Cloud): void {
  if (vpcId === undefined) return;
  const entries = cloud
    .ofType("alicloud_route_entry")
    .filter(({ values }) => vpcOfTable(text(values, "route_table_id"), cloud) === vpcId);
  const clusters = cloud
    .ofType(...CLUSTERS)
    .filter(({ values }) => values["vpc_id"] === vpcId && isFlannel(values));
  const nodes = clusters.reduce((sum, { id }) => sum + nodesIn(id, cloud), 0);
  cloud.quotas.take("vpcRouteEntries", more, entries.length + nodes, vpcId);
}

function vpcOfTable(table: string | undefined, cloud: Cloud): string | undefined {
  if (table === undefined) return undefined;
  const own = cloud.find("alicloud_route_table", table);
  if (own !== undefined) return text(own.values, "vpc_id");
  return cloud.ofType("alicloud_vpc").find(({ values }) => values["route_table_id"] === table)?.id;
}
