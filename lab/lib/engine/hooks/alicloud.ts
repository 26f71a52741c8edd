import { isWhollyKnown } from "../../values";
import { isEquivalent } from "../normalise";
import { sameJson } from "./json";
import type { Comparison, HooksByType } from "./hooks";

const ALL_PORTS = "-1/-1";

/** Whether an argument has a value, which is known and not zero. */
function isSet({ get }: Comparison, name: string): boolean {
  const value = get(name);
  return isWhollyKnown(value) && !isEquivalent("dynamic", value, null);
}

const isPostPaid = (comparison: Comparison): boolean => comparison.get("instance_charge_type") === "PostPaid";

/** A NAT gateway that is not paid in advance has no period. */
const isNotSubscription = ({ get }: Comparison): boolean =>
  String(get("instance_charge_type")).toLowerCase() !== "prepaid" && get("payment_type") !== "Subscription";

const otherThanEssd =
  (category: string) =>
  (comparison: Comparison): boolean =>
    isSet(comparison, category) && comparison.get(category) !== "cloud_essd";

const isEncryptionOff = ({ get }: Comparison): boolean => get("disable_encryption") === true;

/** An unknown password counts as one. */
const withoutKmsPassword = ({ get }: Comparison): boolean => (get("kms_encrypted_password") ?? "") === "";

/** Billing of masters is decided when the cluster is made. */
const mastersPostPaid = ({ creating, get }: Comparison): boolean =>
  get("master_instance_charge_type") === "PostPaid" || (!creating && get("force_update") !== true);

/** The provider overlooks a plain text whose base64 form is in the configuration, not the other way round. */
const encodesTheState = ({ old, new: now }: Comparison): boolean =>
  !isBase64(old) && now === Buffer.from(old).toString("base64");

function isBase64(text: string): boolean {
  return text !== "" && Buffer.from(text, "base64").toString("base64") === text;
}

/** Ports exist for tcp and udp alone; for the others there is one range, and the provider drops whatever else is written. */
const portsDoNotApply = ({ get, new: now }: Comparison): boolean => {
  const protocol = get("ip_protocol");
  return protocol === "tcp" || protocol === "udp" ? now === ALL_PORTS : now !== ALL_PORTS;
};

/** The short form of an IPv6 block, in which the service stores it. */
function compressed(cidr: string): string {
  const [address = "", length] = cidr.split("/");
  const url = URL.parse?.(`http://[${address}]`) ?? null;
  return url === null ? cidr : `${url.hostname}/${length ?? "128"}`;
}

const clusters = { encryption_provider_key: isEncryptionOff, kms_encryption_context: withoutKmsPassword };
const json = ({ old, new: now }: Comparison): boolean => sameJson(old, now);

/** What the code of aliyun/alicloud 1.289.0 does to the plans of its resources. */
export const alicloudHooks: HooksByType = {
  alicloud_cs_managed_kubernetes: { suppress: clusters },
  alicloud_cs_serverless_kubernetes: { suppress: clusters },
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
      scaling_policy: (comparison) => !isSet(comparison, "scaling_config"),
      system_disk_performance_level: otherThanEssd("system_disk_category"),
      user_data: encodesTheState,
    },
  },
  alicloud_nat_gateway: {
    suppress: {
      period: isNotSubscription,
      specification: ({ get }) => get("internet_charge_type") === "PayByLcu",
      vswitch_id: ({ get }) => get("nat_type") !== "Enhanced",
    },
  },
  alicloud_security_group: {
    suppress: { inner_access_policy: ({ get }) => get("security_group_type") === "enterprise" },
  },
  alicloud_security_group_rule: {
    suppress: {
      port_range: portsDoNotApply,
      ipv6_cidr_ip: ({ old, new: now }) => compressed(old) === compressed(now),
      prefix_list_id: (comparison) =>
        ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id"].some((name) => isSet(comparison, name)),
    },
  },
  alicloud_kms_key: { suppress: { policy: json } },
  alicloud_ram_policy: { suppress: { policy_document: json, document: json } },
  alicloud_ram_role: { suppress: { assume_role_policy_document: json, document: json } },
  alicloud_oss_bucket_policy: { suppress: { policy: json } },
  alicloud_ecs_key_pair: { rewrite: { public_key: (text) => text.trim() } },
  alicloud_nas_file_system: {
    suppress: { "recycle_bin.reserved_days": ({ sibling }) => sibling("status") !== "Enable" },
  },
};
