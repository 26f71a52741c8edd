import { judge } from "../../lib/core";

export const CLUSTER = "alicloud_cs_managed_kubernetes";
export const POOL = "alicloud_cs_kubernetes_node_pool";

export const vpc = { vpc_name: "shop", cidr_block: "10.0.0.0/16" };
export const vswitch = {
  vpc_id: "${alicloud_vpc.main.id}",
  zone_id: "cn-hangzhou-h",
  cidr_block: "10.0.0.0/24",
};
export const cluster = { name: "shop", vswitch_ids: ["${alicloud_vswitch.a.id}"] };
export const pool = { cluster_id: "c1", node_pool_name: "workers" };

/** A stack that is fine, with more resources beside. */
export function stack(more: Record<string, Record<string, object>> = {}, rest: object = {}): object {
  const fine = { alicloud_vpc: { main: vpc }, alicloud_vswitch: { a: vswitch } };
  const types = new Set([...Object.keys(fine), ...Object.keys(more)]);
  const resource = Object.fromEntries(
    [...types].map((type) => [type, { ...(fine as typeof more)[type], ...more[type] }]),
  );
  return { resource, ...rest };
}

/** The problems of one resource `it`, as `path: message`. */
export function problemsOf(type: string, body: object, rest: object = {}): string[] {
  return judge(stack({ [type]: { it: body } }, rest)).map(({ path, message }) => `${path}: ${message}`);
}
