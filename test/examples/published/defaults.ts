import type { ArgumentValue } from "../compare";
import { typeToday } from "./deprecations";

/** What holds for an argument that is not given. */
export interface ArgumentDefault {
  readonly value: ArgumentValue;
  /**
   * Where it is said: `provider` is a default in the code of aliyun/alicloud 1.289.0, so both ways give one plan;
   * `request` is what that code puts into the request; `service` is the documentation of the API; `removed` is a default that
   * the provider had as long as it had the argument.
   */
  readonly origin: "provider" | "request" | "service" | "removed";
  readonly fact: string;
}

const provider = (value: ArgumentValue): ArgumentDefault => ({
  value,
  origin: "provider",
  fact: `The provider's default is ${JSON.stringify(value)}.`,
});

const removed = (value: ArgumentValue): ArgumentDefault => ({
  value,
  origin: "removed",
  fact: `The provider's default was ${JSON.stringify(value)} before the argument was removed.`,
});

const neverSent = (value: false | 0): ArgumentDefault => ({
  value,
  origin: "request",
  fact: `The provider never sends ${value}, which is what the autoscaler has by itself.`,
});

const byUse = { value: "PayAsYouGo", origin: "service" } as const;

/** By type and argument. Those of a deprecated type come before those of the type that takes its place. */
export const defaults: Readonly<Record<string, ArgumentDefault>> = {
  "alicloud_cs_managed_kubernetes.cluster_domain": provider("cluster.local"),
  "alicloud_cs_managed_kubernetes.node_cidr_mask": provider(24),
  "alicloud_cs_managed_kubernetes.proxy_mode": provider("ipvs"),
  "alicloud_cs_managed_kubernetes.slb_internet_enabled": provider(true),
  "alicloud_cs_kubernetes_node_pool.install_cloud_monitor": provider(true),
  "alicloud_cs_edge_kubernetes.worker_disk_category": provider("cloud_efficiency"),
  "alicloud_cs_edge_kubernetes.worker_disk_size": provider(40),
  "alicloud_cs_kubernetes.cluster_domain": provider("cluster.local"),
  "alicloud_cs_kubernetes.deletion_protection": provider(false),
  "alicloud_cs_kubernetes.enable_ssh": provider(false),
  "alicloud_cs_kubernetes.install_cloud_monitor": provider(true),
  "alicloud_cs_kubernetes.master_disk_size": provider(40),
  "alicloud_cs_kubernetes.master_instance_charge_type": provider("PostPaid"),
  "alicloud_cs_kubernetes.node_cidr_mask": provider(24),
  "alicloud_cs_kubernetes.os_type": provider("Linux"),
  "alicloud_cs_kubernetes.slb_internet_enabled": provider(true),
  "alicloud_cs_autoscaling_config.daemonset_eviction_for_nodes": neverSent(false),
  "alicloud_cs_autoscaling_config.min_replica_count": neverSent(0),
  "alicloud_cs_autoscaling_config.recycle_node_deletion_enabled": neverSent(false),
  "alicloud_cs_autoscaling_config.skip_nodes_with_local_storage": neverSent(false),
  "alicloud_cs_autoscaling_config.skip_nodes_with_system_pods": {
    value: true,
    origin: "service",
    fact: "CreateAutoscalingConfig of the ACK API: nodes with Pods of the system are kept unless something else is asked for.",
  },
  "alicloud_cs_kubernetes_addon.config": {
    value: "{}",
    origin: "service",
    fact: "InstallClusterAddons of the ACK API: an add-on without settings has those that ACK gives it.",
  },
  "alicloud_cs_managed_kubernetes.ip_stack": {
    value: "ipv4",
    origin: "service",
    fact: "CreateCluster of the ACK API: the default of ip_stack is ipv4.",
  },
  "alicloud_cs_edge_kubernetes.addons[flannel]": {
    value: {},
    origin: "service",
    fact: "The manual knows edge clusters with Flannel alone: edge guide, lines 296-297 and 385.",
  },
  "alicloud_cs_kubernetes_node_pool.instance_charge_type": {
    value: "PostPaid",
    origin: "service",
    fact: "CreateClusterNodePool of the ACK API: the default of instance_charge_type is PostPaid.",
  },
  "alicloud_cs_kubernetes_node_pool.spot_instance_remedy": {
    value: false,
    origin: "service",
    fact: "CreateClusterNodePool of the ACK API: the default of spot_instance_remedy is false.",
  },
  "alicloud_cs_kubernetes_node_pool.spot_strategy": {
    value: "NoSpot",
    origin: "service",
    fact: "CreateClusterNodePool of the ACK API: the default of spot_strategy is NoSpot.",
  },
  "alicloud_kms_key.deletion_protection": {
    value: "Disabled",
    origin: "service",
    fact: "CreateKey of the KMS API: a key is not protected against deletion unless that is asked for.",
  },
  "alicloud_kms_key.key_spec": {
    value: "Aliyun_AES_256",
    origin: "service",
    fact: "CreateKey of the KMS API: the default of KeySpec is Aliyun_AES_256.",
  },
  "alicloud_kms_key.key_usage": {
    value: "ENCRYPT/DECRYPT",
    origin: "service",
    fact: "CreateKey of the KMS API: a symmetric key is for ENCRYPT/DECRYPT.",
  },
  "alicloud_nat_gateway.network_type": {
    value: "internet",
    origin: "service",
    fact: "CreateNatGateway of the VPC API: the default of NetworkType is internet.",
  },
  "alicloud_kms_key.status": {
    value: "Enabled",
    origin: "service",
    fact: "CreateKey of the KMS API: a key whose material KMS makes is enabled.",
  },
  "alicloud_cs_managed_kubernetes.cluster_spec": {
    value: "ack.standard",
    origin: "service",
    fact: "CreateCluster of the ACK API: the default of cluster_spec is ack.standard.",
  },
  "alicloud_cs_managed_kubernetes.worker_disk_category": removed("cloud_efficiency"),
  "alicloud_cs_managed_kubernetes.worker_disk_size": removed(40),
  "alicloud_eip_address.internet_charge_type": {
    value: "PayByTraffic",
    origin: "service",
    fact: "AllocateEipAddress of the VPC API, for accounts of the international site: the default is PayByTraffic.",
  },
  "alicloud_eip_address.payment_type": {
    ...byUse,
    fact: "AllocateEipAddress of the VPC API: an address is paid by use unless something else is asked for.",
  },
  "alicloud_eip_association.instance_type": {
    value: "Nat",
    origin: "service",
    fact: "The id of the instance tells its type: ngw-... is a NAT gateway.",
  },
  "alicloud_nat_gateway.payment_type": {
    ...byUse,
    fact: "CreateNatGateway of the VPC API: a gateway is paid by use unless something else is asked for.",
  },
  "alicloud_cs_managed_kubernetes.profile": {
    value: "Default",
    origin: "request",
    fact: 'The provider sends "Default" when the argument is empty.',
  },
  "alicloud_cs_managed_kubernetes.enable_rrsa": {
    value: false,
    origin: "request",
    fact: "The provider sends nothing when the argument is false.",
  },
  "alicloud_cs_managed_kubernetes.deletion_protection": {
    value: false,
    origin: "service",
    fact: "CreateCluster of the ACK API: the default of deletion_protection is false.",
  },
};

/** The default of an argument of a type, or of the type that takes its place. */
export function defaultFor(type: string, argument: string): ArgumentDefault | undefined {
  return defaults[`${type}.${argument}`] ?? defaults[`${typeToday(type)}.${argument}`];
}
