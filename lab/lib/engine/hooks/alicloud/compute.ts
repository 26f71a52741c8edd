import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import { any, is, isNot, isNotPrepaid, kmsPassword } from "./shared";

/** Traffic of an instance that has no way to the Internet. */
const hasNoInternet: Predicate = ({ get }) => {
  const bandwidth = get("internet_max_bandwidth_out");
  return typeof bandwidth !== "number" || bandwidth <= 0;
};

/** What the launch template brings is not removed by leaving it out; a template that is not known yet is one. */
const comesFromTemplate =
  (name: string): Predicate =>
  ({ get, new: now }) =>
    now === "" &&
    (get(name) ?? "") !== "" &&
    ["launch_template_name", "launch_template_id"].some((template) => (get(template) ?? "") !== "");

/** The service answers without seconds. */
const sameMinute: Predicate = ({ old, new: now }) =>
  old !== "" && now !== "" && now.startsWith(old.replace(/^[:0Z]+|[:0Z]+$/g, ""));

const isNotPostPaid = isNot("instance_charge_type", "PostPaid");

/** Instances, their disks and keys. */
export const computeHooks: HooksByType = {
  alicloud_instance: {
    suppress: {
      ...kmsPassword,
      auto_release_time: any(
        comesFromTemplate("auto_release_time"),
        is("instance_charge_type", "PrePaid"),
        sameMinute,
      ),
      auto_renew_period: any(is("instance_charge_type", "PostPaid"), isNot("renewal_status", "AutoRenewal")),
      deployment_set_id: comesFromTemplate("deployment_set_id"),
      force_delete: isNotPrepaid,
      include_data_disks: isNotPrepaid,
      internet_charge_type: hasNoInternet,
      internet_max_bandwidth_in: hasNoInternet,
      period: isNotPrepaid,
      period_unit: isNotPrepaid,
      renewal_status: isNotPrepaid,
      spot_price_limit: any(isNotPostPaid, isNot("spot_strategy", "SpotWithPriceLimit")),
      spot_strategy: isNotPostPaid,
      system_disk_performance_level: isNot("system_disk_category", "cloud_essd"),
      user_data: comesFromTemplate("user_data"),
    },
  },
  alicloud_ecs_disk: { suppress: { performance_level: isNot("category", "cloud_essd") } },
  alicloud_ecs_key_pair: { rewrite: { public_key: (text) => text.trim() } },
};
