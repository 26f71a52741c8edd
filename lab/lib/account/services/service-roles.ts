import type { ValueObject } from "../../values";
import type { Cloud } from "../cloud";
import { text } from "../reading";
import { Refusal } from "../refusal";

/** Roles in whose name ACK acts. An account has none of them until somebody authorises the service. */
const CLUSTER_ROLES = [
  "AliyunCSDefaultRole",
  "AliyunCSManagedKubernetesRole",
  "AliyunCSManagedNetworkRole",
  "AliyunCSManagedLogRole",
  "AliyunCSManagedCmsRole",
  "AliyunCSManagedCsiRole",
  "AliyunCSManagedCsiProvisionerRole",
  "AliyunCSManagedCsiPluginRole",
  "AliyunCSServerlessKubernetesRole",
  "AliyunCSKubernetesAuditRole",
];

const SCALING_ROLE = "AliyunOOSLifecycleHook4CSRole";

export function refuseUnauthorisedCluster(cloud: Cloud): void {
  const missing = CLUSTER_ROLES.filter((role) => !cloud.hasServiceRole(role));
  if (missing.length === 0) return;
  throw new Refusal(
    "ErrManagedAddonRoleNotAttach",
    `please complete the cluster addon's service ramrole authorization at https://ram.console.aliyun.com/role/authorize (missing: ${missing.join(", ")})`,
  );
}

/** Pools of a given size are scaled by OOS, which needs a role of its own. */
export function refuseUnauthorisedPool(pool: ValueObject, cloud: Cloud): void {
  if (text(pool, "desired_size") === undefined || cloud.hasServiceRole(SCALING_ROLE)) return;
  throw new Refusal(
    `MissingAuth.${SCALING_ROLE}`,
    `please complete the ${SCALING_ROLE} ramrole authorization at https://ram.console.aliyun.com/role/authorize`,
  );
}
