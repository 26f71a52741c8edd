import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import { is, isAbsent, kmsPassword, otherThanEssd, withoutKmsPassword } from "./shared";

const isPostPaid = is("instance_charge_type", "PostPaid");

/** Billing of masters is decided when the cluster is made. */
const mastersPostPaid: Predicate = ({ creating, get }) =>
  get("master_instance_charge_type") === "PostPaid" || (!creating && get("force_update") !== true);

/** The provider overlooks a plain text whose base64 form is in the configuration, not the other way round. */
const encodesTheState: Predicate = ({ old, new: now }) =>
  !isBase64(old) && now === Buffer.from(old).toString("base64");

function isBase64(text: string): boolean {
  return text !== "" && Buffer.from(text, "base64").toString("base64") === text;
}

const isNotEncrypted = is("disable_encryption", true);

/** Clusters, their pools, and registries. */
export const containerHooks: HooksByType = {
  alicloud_cr_ee_instance: { suppress: kmsPassword },
  alicloud_cs_managed_kubernetes: { suppress: { encryption_provider_key: isNotEncrypted } },
  alicloud_cs_serverless_kubernetes: { suppress: { encryption_provider_key: isNotEncrypted } },
  alicloud_cs_kubernetes: {
    suppress: {
      master_auto_renew: mastersPostPaid,
      master_auto_renew_period: mastersPostPaid,
      master_period: mastersPostPaid,
      master_period_unit: mastersPostPaid,
      master_disk_performance_level: otherThanEssd("master_disk_category"),
      kms_encryption_context: withoutKmsPassword,
    },
  },
  alicloud_cs_edge_kubernetes: {
    suppress: { worker_disk_performance_level: otherThanEssd("worker_disk_category") },
  },
  alicloud_cs_kubernetes_node_pool: {
    suppress: {
      auto_renew: isPostPaid,
      auto_renew_period: isPostPaid,
      period: isPostPaid,
      period_unit: isPostPaid,
      kms_encryption_context: withoutKmsPassword,
      scaling_policy: isAbsent("scaling_config"),
      system_disk_performance_level: otherThanEssd("system_disk_category"),
      user_data: encodesTheState,
    },
  },
};
