import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import {
  all,
  any,
  is,
  isAbsent,
  isNot,
  isNotPrepaid,
  isNotRenewed,
  isOtherThan,
  isSet,
  kmsPassword,
  not,
  onceMade,
  reads,
  sameMembers,
} from "./shared";

const isServerless = is("instance_charge_type", "Serverless");
const hasNoWhitelist = isAbsent("security_ips");
const doesNotScale = not(reads("storage_auto_scale", "enable"));

/** Times of an upgrade, of which there is none. */
const staysAtVersion: Predicate = (comparison) =>
  !isSet(comparison, "target_minor_version") ||
  comparison.get("target_minor_version") === comparison.prior("target_minor_version");

/** Storage that grows by itself is not what was configured any more. */
const growsByItself = all(
  ({ old, new: now }) => old !== "" && now !== "",
  any(is("storage_auto_scale", "Enable"), isServerless),
);

/** A key of the service is stored by its id. */
const sameEncryption: Predicate = ({ get, old }) => {
  const key = get("encryption_key");
  return old === "" ? key === "disabled" : key === "ServiceKey";
};

/** PostgreSQL answers with collation and type behind the name. SQL Server has its own instead of the default. */
const sameCharacterSet: Predicate = ({ creating, old, new: now }) => {
  const [first = "", ...rest] = old.toLowerCase().split(",");
  if (old.toLowerCase() === now.toLowerCase()) return true;
  if (!creating && rest.length > 0 && first === now.toLowerCase()) return true;
  return old === "Chinese_PRC_CI_AS" && now === "utf8";
};

const isPostPaidStore = reads("payment_type", "postpaid");
/** Read once, and by the service alone. */
const isOverlooked: Predicate = () => true;
const hasNoOwnKey = isNot("sse_key_type", "SSE_BYOK");

/** Databases, stores and tables. */
export const databaseHooks: HooksByType = {
  alicloud_db_account: { suppress: kmsPassword },
  alicloud_db_database: { suppress: { character_set: sameCharacterSet } },
  alicloud_db_instance: {
    suppress: {
      auto_renew: isNotPrepaid,
      auto_renew_period: isNotRenewed,
      auto_upgrade_minor_version: isNot("engine", "MySQL", "PostgreSQL"),
      db_instance_ip_array_attribute: hasNoWhitelist,
      db_instance_ip_array_name: hasNoWhitelist,
      encryption_key: any(
        isNot("engine", "PostgreSQL", "MySQL", "SQLServer"),
        all(is("engine", "PostgreSQL"), sameEncryption),
      ),
      instance_storage: growsByItself,
      manual_ha_time: isNot("ha_config", "Manual"),
      modify_mode: hasNoWhitelist,
      period: isNotPrepaid,
      pg_bouncer_enabled: isNot("engine", "PostgreSQL"),
      pg_hba_conf: isNot("engine", "PostgreSQL"),
      recovery_model: isNot("engine", "SQLServer"),
      security_ip_type: hasNoWhitelist,
      serverless_config: isOtherThan("instance_charge_type", "Serverless"),
      sql_collector_config_value: not(reads("sql_collector_status", "enabled")),
      ssl_action: all(isServerless, isNot("engine", "MySQL")),
      ssl_connection_string: isNot("ssl_action", "Open", "Update"),
      storage_threshold: doesNotScale,
      storage_upper_bound: doesNotScale,
      switch_time: staysAtVersion,
      upgrade_time: staysAtVersion,
      vswitch_id: ({ creating, new: now }) => !creating && now.includes(","),
      whitelist_network_type: hasNoWhitelist,
    },
  },
  alicloud_kvstore_instance: {
    suppress: {
      ...kmsPassword,
      auto_renew: isPostPaidStore,
      auto_renew_period: not(all(reads("payment_type", "prepaid"), is("auto_renew", true))),
      auto_use_coupon: isOverlooked,
      global_instance: isOverlooked,
      period: isPostPaidStore,
      security_group_id: sameMembers,
    },
  },
  alicloud_ots_instance: { suppress: { description: onceMade } },
  alicloud_ots_table: { suppress: { sse_key_id: hasNoOwnKey, sse_role_arn: hasNoOwnKey } },
};
