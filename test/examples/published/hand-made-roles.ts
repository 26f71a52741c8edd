import type { Configuration } from "../compare";

const key = "alicloud_key_pair.publickey[0]";
const vpc = "alicloud_vpc.vpc[0]";
const nat = "alicloud_nat_gateway.default[0]";
const eip = "alicloud_eip.eip[0]";
const association = "alicloud_eip_association.eipassoc[0]";
const numbers = [0, 1] as const;
const vswitch = (index: number) => `alicloud_vswitch.vswitches[${index}]`;
const snat = (index: number) => `alicloud_snat_entry.default[${index}]`;
const prefix = "k8s-ali-ref:random_id.cluster_name[0].hex";

/**
 * The network and the cluster of hajowieland/terraform-alicloud-k8s, main.tf of 2019-08-11 at commit 921c0c1, with the defaults of its
 * variables.
 *
 * Left out are the service roles that it makes by hand: five `alicloud_ram_policy`, six `alicloud_ram_role`, 35
 * `alicloud_ram_role_policy_attachment`, and the fourteen `alicloud_ram_policies` that they read. An account gives ACK these
 * roles once, under reserved names, and not with each cluster; this library makes none.
 */
export const handMadeRoles: Configuration = {
  "random_id.cluster_name[0]": { byte_length: 6 },
  [key]: { public_key: '${file("~/.ssh/id_rsa.pub")}' },
  "data.alicloud_zones.main[0]": { available_resource_creation: "VSwitch" },
  [vpc]: { cidr_block: "10.0.0.0/8", name: "k8svpc" },
  ...Object.fromEntries(
    numbers.map((index) => [
      vswitch(index),
      {
        vpc_id: `ref:${vpc}.id`,
        cidr_block: `10.0.${index + 1}.0/24`,
        availability_zone: `ref:data.alicloud_zones.main[0].zones[${index}].id`,
        name: `${prefix}-vswitch-${index}`,
        depends_on: [`ref:${vpc}`],
      },
    ]),
  ),
  [nat]: {
    vpc_id: `ref:${vpc}.id`,
    specification: "Small",
    name: `${prefix}-natgw`,
    lifecycle: { prevent_destroy: true },
    depends_on: numbers.map((index) => `ref:${vswitch(index)}`),
  },
  [eip]: { bandwidth: "10", depends_on: [`ref:${nat}`] },
  [association]: {
    allocation_id: `ref:${eip}.id`,
    instance_id: `ref:${nat}.id`,
    depends_on: [`ref:${eip}`],
  },
  ...Object.fromEntries(
    numbers.map((index) => [
      snat(index),
      {
        snat_table_id: `ref:${nat}.snat_table_ids`,
        source_vswitch_id: `ref:${vswitch(index)}.id`,
        snat_ip: `ref:${eip}.ip_address`,
        depends_on: [`ref:${association}`],
      },
    ]),
  ),
  "alicloud_cs_managed_kubernetes.ack[0]": {
    name: prefix,
    vswitch_ids: numbers.map((index) => `ref:${vswitch(index)}.id`),
    new_nat_gateway: false,
    worker_instance_types: ["ecs.sn1.medium"],
    worker_number: 2,
    key_name: `ref:${key}.key_name`,
    pod_cidr: "172.20.0.0/16",
    service_cidr: "172.21.0.0/20",
    install_cloud_monitor: true,
    slb_internet_enabled: true,
    cluster_network_type: "flannel",
    kube_config: "./kubeconfig_ack",
    force_update: true,
    depends_on: numbers.map((index) => `ref:${snat(index)}`),
  },
};
