import type { Lab, Stack, TerraformError } from "../../lib";

export type Body = Readonly<Record<string, unknown>>;
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

export const CLUSTER = "alicloud_cs_managed_kubernetes";
export const POOL = "alicloud_cs_kubernetes_node_pool";
export const ADDON = "alicloud_cs_kubernetes_addon";

export function stackOf(lab: Lab, name: string, resource: Resources): Stack {
  const content = {
    terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
    provider: { alicloud: { region: "cn-hangzhou" } },
    resource,
  };
  return lab.stack(content, { name });
}

export const network = {
  alicloud_vpc: { main: { vpc_name: "shop", cidr_block: "10.0.0.0/8" } },
  alicloud_vswitch: {
    nodes: { vpc_id: "${alicloud_vpc.main.id}", cidr_block: "10.1.0.0/16", zone_id: "cn-hangzhou-h" },
    pods: { vpc_id: "${alicloud_vpc.main.id}", cidr_block: "10.2.0.0/16", zone_id: "cn-hangzhou-h" },
  },
} as const;

/** A cluster that ACK makes, as a base of those that it does not. */
export function cluster(name: string, more: Body = {}): Body {
  return {
    name,
    vswitch_ids: ["${alicloud_vswitch.nodes.id}"],
    pod_cidr: "172.20.0.0/16",
    service_cidr: "172.21.0.0/20",
    new_nat_gateway: false,
    slb_internet_enabled: false,
    ...more,
  };
}

export function pool(name: string, more: Body = {}): Body {
  return {
    cluster_id: `\${${CLUSTER}.main.id}`,
    node_pool_name: name,
    vswitch_ids: ["${alicloud_vswitch.nodes.id}"],
    instance_types: ["ecs.g7.xlarge"],
    system_disk_category: "cloud_essd",
    system_disk_size: 120,
    ...more,
  };
}

export const scaled = { scaling_config: { enable: true, min_size: 1, max_size: 3 } };

/** The codes of the service, or the words of the provider, by the address of the resource. */
export function told({ diagnostics }: TerraformError): Record<string, string> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return Object.fromEntries(
    errors.map(({ address = "", summary }) => [address, summary.replace(/^.* failed: /, "")]),
  );
}

/** Terraform does not say the address of what it cannot destroy: the codes by the type of the resource. */
export function toldOfDeletes({ summaries }: TerraformError): Record<string, string> {
  const parts = summaries.map((summary) => /\/(\w+): delete failed: (.*)$/.exec(summary));
  return Object.fromEntries(parts.map((found) => [found?.[1] ?? "", found?.[2] ?? ""]));
}
