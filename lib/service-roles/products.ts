import type { IConstruct } from "constructs";
import { renderedIn, type Rendered } from "../resource";
import { clusterTypes, isA, isOfAcs, isSaid, typesWithRoles } from "./features";
import { rolesOf, stacksIn } from "./needs";

/** A product that has to be activated in the account, and why. */
export interface NeededProduct {
  readonly product: string;
  readonly because: string;
}

interface Product {
  readonly product: string;
  readonly why: string;
  readonly isUsedBy: (one: Rendered) => boolean;
}

const isCluster = isA(...clusterTypes);

/** Products that are activated once for an account, and charge for what is used. */
const products: readonly Product[] = [
  {
    product: "Container Service for Kubernetes (ACK)",
    why: "clusters",
    isUsedBy: (one) => isCluster(one) && !isOfAcs(one),
  },
  { product: "Container Compute Service (ACS)", why: "clusters of ACS", isUsedBy: isOfAcs },
  { product: "Virtual Private Cloud (VPC)", why: "the network of clusters", isUsedBy: isCluster },
  {
    product: "Server Load Balancer (SLB)",
    why: "the API server of clusters",
    isUsedBy: isCluster,
  },
  {
    product: "NAT Gateway",
    why: "the way of nodes to the internet",
    isUsedBy: (one) => isA("alicloud_nat_gateway")(one) || isSaid(one.body["new_nat_gateway"]),
  },
  {
    product: "Auto Scaling (ESS)",
    why: "node pools",
    isUsedBy: isA("alicloud_cs_kubernetes_node_pool", "alicloud_cs_kubernetes"),
  },
  {
    product: "Elastic Container Instance (ECI)",
    why: "Pods on ECI",
    isUsedBy: (one) => rolesOf(one).has("AliyunECIContainerGroupRole"),
  },
  {
    product: "Log Service (SLS)",
    why: "logs",
    isUsedBy: (one) =>
      isA("alicloud_log_project")(one) ||
      (isCluster(one) &&
        (one.body["audit_log_config"] !== undefined ||
          one.body["control_plane_log_components"] !== undefined)),
  },
  {
    product: "Key Management Service (KMS)",
    why: "encryption with keys",
    isUsedBy: (one) =>
      isA("alicloud_kms_key", "alicloud_kms_instance")(one) || isSaid(one.body["encryption_provider_key"]),
  },
  {
    product: "File Storage NAS",
    why: "file systems",
    isUsedBy: isA("alicloud_nas_file_system"),
  },
  {
    product: "Object Storage Service (OSS)",
    why: "buckets",
    isUsedBy: isA("alicloud_oss_bucket"),
  },
  {
    product: "PrivateZone",
    why: "private zones",
    isUsedBy: isA("alicloud_pvtz_zone"),
  },
];

const typesWithProducts: ReadonlySet<string> = new Set([
  ...typesWithRoles,
  "alicloud_nat_gateway",
  "alicloud_log_project",
  "alicloud_kms_key",
  "alicloud_kms_instance",
  "alicloud_nas_file_system",
  "alicloud_oss_bucket",
  "alicloud_pvtz_zone",
]);

/** The products that a stack needs activated, or all stacks of an app. */
export function neededProducts(scope: IConstruct): NeededProduct[] {
  const users = stacksIn(scope).flatMap((stack) => renderedIn(stack, typesWithProducts));
  return products
    .filter(({ isUsedBy }) => users.some(isUsedBy))
    .map(({ product, why }) => ({ product, because: why }));
}
