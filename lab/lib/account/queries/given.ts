import type { ValueObject } from "../../values";
import { DEFAULT_RESOURCE_GROUP } from "../plausible";
import type { StoredObject } from "../store";

/** The resource group that an account begins with. */
export const defaultResourceGroup = given(
  "alicloud_resource_manager_resource_group",
  DEFAULT_RESOURCE_GROUP,
  {
    resource_group_name: "default",
    name: "default",
    display_name: "Default Resource Group",
    status: "OK",
  },
);

/** Products, by the name that their policies have. */
const products = [
  ...["ARMS", "BSS", "CDN", "CEN", "CMS", "CR", "CS", "DNS", "ECI", "ECS", "EIP", "ESS", "KMS", "KvStore"],
  ...["Log", "MNS", "NAS", "OOS", "OSS", "PolarDB", "Pvtz", "RAM", "RDS", "ROS", "SLB", "STS", "VPC"],
];

/** Policies that Alibaba Cloud has written: a few for each product, and those of everything. */
export const systemPolicies: readonly StoredObject[] = [
  ...["AdministratorAccess", "ReadOnlyAccess"],
  ...products.flatMap((product) => [`Aliyun${product}FullAccess`, `Aliyun${product}ReadOnlyAccess`]),
].map((name) =>
  given("alicloud_ram_policy", name, { policy_name: name, name, type: "System", default_version: "v1" }),
);

function given(type: string, id: string, values: ValueObject): StoredObject {
  return { type, id, values: { ...values, id }, madeBy: "service" };
}
