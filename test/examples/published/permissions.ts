import type { Configuration } from "../compare";

const zones = "data.alicloud_enhanced_nat_available_zones.enhanced";
const version = "data.alicloud_cs_kubernetes_version.default";
const cluster = "ref:alicloud_cs_managed_kubernetes.default.id";
const user = "ref:alicloud_ram_user.user.id";
const name = "terraform-example-ref:random_integer.default.result";
const vswitch = (index: number, cidr: string) => ({
  [`alicloud_vswitch.default[${index}]`]: {
    vpc_id: "ref:alicloud_vpc.vpc.id",
    cidr_block: cidr,
    zone_id: `ref:${zones}.zones[${index}].zone_id`,
  },
});

/**
 * The example of the provider documentation for `alicloud_cs_kubernetes_permissions`, as published in
 * alibabacloud-automation/landing-with-terraform, quickstarts, Container_Service_for_Kubernetes(ACK),
 * 101-cs-kubernetes-permissions-docs-Example, on 2026-08-08, with what its functions come to.
 */
export const permissions: Configuration = {
  "random_integer.default": { min: 10_000, max: 99_999 },
  [zones]: {},
  [version]: { cluster_type: "ManagedKubernetes" },
  "alicloud_vpc.vpc": { cidr_block: "10.0.0.0/8" },
  ...vswitch(0, "10.1.0.0/16"),
  ...vswitch(1, "10.2.0.0/16"),
  "alicloud_cs_managed_kubernetes.default": {
    name,
    cluster_spec: "ack.pro.small",
    version: `ref:${version}.metadata[0].version`,
    worker_vswitch_ids: ["ref:alicloud_vswitch.default[0].id", "ref:alicloud_vswitch.default[1].id"],
    new_nat_gateway: false,
    pod_cidr: "172.16.0.0/16",
    service_cidr: "192.168.0.0/16",
    slb_internet_enabled: false,
  },
  "alicloud_ram_user.user": { name },
  "alicloud_cs_kubernetes_permissions.default": {
    uid: user,
    permissions: {
      cluster,
      role_type: "cluster",
      role_name: "admin",
      namespace: "",
      is_custom: false,
      is_ram_role: false,
    },
  },
  "alicloud_cs_kubernetes_permissions.attach": {
    uid: user,
    permissions: {
      cluster,
      role_type: "namespace",
      role_name: "cs:dev",
      namespace: "default",
      is_custom: true,
      is_ram_role: false,
    },
  },
};
