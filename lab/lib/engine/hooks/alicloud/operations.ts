import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import { all, any, is, sameDocument } from "./shared";

/** A rule that runs when something changes has no frequency. */
const runsOnChange = any(
  is("config_rule_trigger_types", "ConfigurationItemChangeNotification"),
  is("source_detail_message_type", "ConfigurationItemChangeNotification"),
);

/** Objects of a JSON list in any order; leaving the list out keeps it. */
const sameDimensions: Predicate = ({ old, new: now }) =>
  now === "" || (old !== "" && dimensions(old) === dimensions(now));

function dimensions(text: string): string {
  const objects = text.replace(/^\[/, "").replace(/\]$/, "").split("}");
  return objects
    .map((object) => object.trim().replace(/^,+|,+$/g, ""))
    .sort()
    .join();
}

/** Storage, logs, alarms, compliance and the registry of services. */
export const operationsHooks: HooksByType = {
  alicloud_cms_alarm: { suppress: { metric_dimensions: sameDimensions } },
  alicloud_config_rule: {
    suppress: {
      maximum_execution_frequency: runsOnChange,
      source_maximum_execution_frequency: runsOnChange,
    },
  },
  alicloud_hbr_vault: { suppress: { kms_key_id: is("encrypt_type", "HBR_PRIVATE") } },
  alicloud_log_store: {
    suppress: { mode: ({ new: now }) => now === "", shard_count: ({ old }) => old !== "" },
  },
  alicloud_mse_cluster: {
    suppress: { acl_entry_list: all(is("pub_network_flow", "0"), is("net_type", "privatenet")) },
  },
  alicloud_nas_file_system: {
    suppress: { "recycle_bin.reserved_days": ({ sibling }) => sibling("status") !== "Enable" },
  },
  alicloud_oss_bucket_policy: { suppress: { policy: sameDocument } },
  alicloud_ros_stack: { suppress: { stack_policy_body: sameDocument, template_body: sameDocument } },
};
