import { blockOf, type Rendered } from "../resource";
import { firstUseRoles, type ServiceRoleName } from "./roles";

/** Something that a resource uses, and the roles that it needs in the account. */
export interface Feature {
  readonly what: string;
  readonly roles: readonly ServiceRoleName[];
  /** Whether the resource uses it; values that only Terraform knows count as used. */
  readonly isUsedBy: (one: Rendered) => boolean;
}

const managed = "alicloud_cs_managed_kubernetes";
const edge = "alicloud_cs_edge_kubernetes";
const serverless = "alicloud_cs_serverless_kubernetes";
const dedicated = "alicloud_cs_kubernetes";
const pool = "alicloud_cs_kubernetes_node_pool";
const addon = "alicloud_cs_kubernetes_addon";

/** The types of clusters, which wait for all roles that are created with them. */
export const clusterTypes: ReadonlySet<string> = new Set([managed, edge, serverless, dedicated]);

/** The types of resources that need service roles. */
export const typesWithRoles: ReadonlySet<string> = new Set([
  ...clusterTypes,
  pool,
  addon,
  "alicloud_cs_autoscaling_config",
  "alicloud_eci_virtual_node",
]);

const typeOf = ({ resource }: Rendered): string => resource.terraformResourceType;
/** Tells resources of some types. */
export const isA =
  (...types: readonly string[]) =>
  (one: Rendered): boolean =>
    types.includes(typeOf(one));

/** Clusters of Container Compute Service are of the type of managed ones, and act in roles of that service. */
export function isOfAcs(one: Rendered): boolean {
  return typeOf(one) === managed && one.body["profile"] === "Acs";
}

const isEdge = (one: Rendered): boolean =>
  typeOf(one) === edge || (typeOf(one) === managed && one.body["profile"] === "Edge");
const isHosted = (one: Rendered): boolean => isA(managed, edge, serverless)(one) && !isOfAcs(one);

/** Whether an argument says something other than off: a literal, or what only Terraform knows. */
export function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== "false" && value !== "";
}

/** The components that a cluster is made with, or the one that an add-on is. */
function componentsOf(one: Rendered): readonly unknown[] {
  if (typeOf(one) === addon) {
    return [one.body["name"]];
  }
  const blocks = clusterTypes.has(typeOf(one)) ? one.body["addons"] : undefined;
  return (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown) => {
    const { name, disabled } = block as Readonly<Record<string, unknown>>;
    return disabled === true ? [] : [name];
  });
}

const component = (
  what: string,
  names: readonly string[],
  ...roles: readonly ServiceRoleName[]
): Feature => ({
  what,
  roles,
  // In dedicated clusters components act in the role of the nodes.
  isUsedBy: (one) =>
    typeOf(one) !== dedicated &&
    !isOfAcs(one) &&
    componentsOf(one).some((name) => names.includes(name as string)),
});

/** Which roles what needs. Roles that every hosted cluster needs are in the first line, and in no other. */
export const features: readonly Feature[] = [
  { what: "a cluster whose control plane ACK runs", roles: firstUseRoles, isUsedBy: isHosted },
  { what: "a dedicated cluster", roles: ["AliyunCSDefaultRole"], isUsedBy: isA(dedicated) },
  {
    what: "a cluster of ACS, with its storage",
    roles: ["AliyunCSManagedCsiPluginRole", "AliyunCSManagedCsiProvisionerRole"],
    isUsedBy: isOfAcs,
  },
  { what: "an edge cluster", roles: ["AliyunCSManagedEdgeRole"], isUsedBy: isEdge },
  {
    what: "Pods on ECI",
    roles: ["AliyunECIContainerGroupRole"],
    isUsedBy: (one) =>
      isA(serverless, "alicloud_eci_virtual_node")(one) ||
      componentsOf(one).includes("ack-virtual-node") ||
      (typeOf(one) === managed && one.body["profile"] === "Serverless"),
  },
  {
    what: "a pool of a given size",
    roles: ["AliyunOOSLifecycleHook4CSRole"],
    isUsedBy: (one) => typeOf(one) === pool && isSaid(one.body["desired_size"]),
  },
  {
    what: "a pool that scales by itself, or the autoscaler",
    roles: ["AliyunCSManagedAutoScalerRole"],
    isUsedBy: (one) =>
      isA("alicloud_cs_autoscaling_config")(one) ||
      (typeOf(one) === pool && isSaid(blockOf(one.body, "scaling_config")["enable"])) ||
      (!isA(dedicated)(one) &&
        componentsOf(one).some((name) => name === "cluster-autoscaler" || name === "ack-goatscaler")),
  },
  {
    what: "a pool that ACK manages",
    roles: ["AliyunCSManagedNlcRole"],
    // The provider takes a block without the switch for one that is on.
    isUsedBy: (one) =>
      typeOf(one) === pool &&
      one.body["management"] !== undefined &&
      isSaid(blockOf(one.body, "management")["enable"] ?? true),
  },
  {
    what: "a cluster in auto mode, whose pools ACK manages",
    roles: ["AliyunCSManagedNlcRole"],
    isUsedBy: (one) => typeOf(one) === managed && isSaid(blockOf(one.body, "auto_mode")["enabled"]),
  },
  {
    what: "encryption of Secrets with KMS",
    roles: ["AliyunCSManagedSecurityRole"],
    isUsedBy: (one) =>
      isA(managed, serverless)(one) && !isOfAcs(one) && isSaid(one.body["encryption_provider_key"]),
  },
  component(
    "pulling of images without passwords",
    ["aliyun-acr-credential-helper", "managed-aliyun-acr-credential-helper"],
    "AliyunCSManagedAcrRole",
  ),
  component("cost analysis", ["ack-cost-exporter"], "AliyunCSManagedCostRole"),
  component("the backup centre", ["migrate-controller"], "AliyunCSManagedBackupRestoreRole"),
  component(
    "MSE Ingresses or microservice governance",
    ["mse-ingress-controller", "ack-onepilot"],
    "AliyunCSManagedMseRole",
  ),
];
