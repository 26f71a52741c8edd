import type { Severity } from "./finding";

/** What a resource is to those who run it, and what is gone with it. */
export interface Precious {
  readonly kind: "cluster" | "node-pool" | "data" | "network";
  /** In a sentence: "the NAT gateway". */
  readonly name: string;
  readonly replace: Severity;
  readonly destroy: Severity;
  readonly cost: string;
  /** What a replacement weighs and costs when the new resource is created first. */
  readonly createdFirst?: { readonly replace: Severity; readonly cost: string };
}

const cluster: Precious = {
  kind: "cluster",
  name: "the cluster",
  replace: "error",
  destroy: "error",
  cost: "everything in the cluster: workloads, Secrets, volumes, the address of the API server, and all pools and add-ons with it",
};

const data = (name: string, cost: string): Precious => ({
  kind: "data",
  name,
  replace: "error",
  destroy: "error",
  cost,
});

const network = (name: string, severity: Severity, cost: string, destroy = severity): Precious => ({
  kind: "network",
  name,
  replace: severity,
  destroy,
  cost,
});

const loadBalancer = network(
  "the load balancer",
  "warning",
  "its address, and all traffic until names are changed",
);
const namespace = data(
  "the namespace",
  "everything in the namespace, its Secrets and volume claims included",
);
const claim = data("the volume claim", "the data of the volume, unless its storage class retains it");

/**
 * The resources that a pipeline must not lose. Errors are what nothing brings back, or what takes a cluster with it; a
 * warning is an outage that ends when the new resource is there, or a step that belongs to ordinary work, such as giving
 * up the vSwitch of a zone.
 */
const precious: Readonly<Record<string, Precious>> = {
  alicloud_cs_managed_kubernetes: cluster,
  alicloud_cs_kubernetes: cluster,
  alicloud_cs_edge_kubernetes: cluster,
  alicloud_cs_serverless_kubernetes: cluster,
  alicloud_ack_one_cluster: {
    ...cluster,
    name: "the fleet",
    cost: "the fleet with its applications and policies; member clusters live on, alone",
  },
  alicloud_cs_kubernetes_node_pool: {
    kind: "node-pool",
    name: "the node pool",
    replace: "error",
    destroy: "error",
    cost: "all nodes of the pool at once: the provider deletes a pool by force and drains nothing, unless force_delete is false",
    createdFirst: {
      replace: "warning",
      cost: "the Pods of the old nodes, which start anew on the new ones: the provider deletes the old pool by force and drains nothing, unless force_delete is false",
    },
  },

  alicloud_kms_key: data(
    "the KMS key",
    "all that is encrypted with the key, Secrets of a cluster and its backups included",
  ),
  alicloud_kms_instance: data(
    "the KMS instance",
    "all keys of the instance, and all that is encrypted with them",
  ),
  alicloud_kms_secret: data("the secret", "all versions of the secret"),
  alicloud_nas_file_system: data("the file system", "all files of the volumes on it"),
  alicloud_oss_bucket: data("the bucket", "all objects of the bucket"),
  alicloud_ecs_disk: data("the disk", "the data of the disk"),
  alicloud_log_project: data("the log project", "all logs of the project, those of audits included"),
  alicloud_log_store: data("the log store", "all logs of the store"),
  alicloud_cr_ee_instance: data("the registry", "all images of the registry"),
  alicloud_cr_ee_namespace: data("the namespace of the registry", "all images of the namespace"),
  alicloud_cr_ee_repo: data("the image repository", "all images of the repository"),
  kubernetes_namespace: namespace,
  kubernetes_namespace_v1: namespace,
  kubernetes_persistent_volume_claim: claim,
  kubernetes_persistent_volume_claim_v1: claim,

  alicloud_vpc: network("the VPC", "error", "everything in the VPC: a cluster cannot move to another one"),
  alicloud_vswitch: network(
    "the vSwitch",
    "error",
    "the addresses of its nodes and Pods; the apply fails half-way while a cluster uses it",
    "warning",
  ),
  alicloud_nat_gateway: network(
    "the NAT gateway",
    "warning",
    "the way out of all nodes until the new one has its entries",
  ),
  alicloud_eip_address: network(
    "the public address",
    "warning",
    "the address itself: others may have it in their allow lists, and it cannot be had again",
  ),
  alicloud_security_group: network(
    "the security group",
    "warning",
    "the apply fails half-way while a cluster uses the group: ACK protects it",
  ),
  alicloud_slb_load_balancer: loadBalancer,
  alicloud_alb_load_balancer: loadBalancer,
  alicloud_nlb_load_balancer: loadBalancer,
};

export function preciousOf(type: string): Precious | undefined {
  return Object.hasOwn(precious, type) ? precious[type] : undefined;
}

/** The types that are not lost in silence, for tests and docs. */
export const preciousTypes: readonly string[] = Object.keys(precious);
