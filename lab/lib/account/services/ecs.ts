import type { Behaviours } from "../behaviour";
import { letters } from "../digest";
import { text } from "../reading";

/** Security groups, key pairs and instances. */
export const ecs: Behaviours = {
  alicloud_security_group: {
    aliases: [["security_group_name", "name"]],
    fills: {
      security_group_name: "",
      security_group_type: "normal",
      inner_access_policy: ({ values }) => (values["inner_access"] === false ? "Drop" : "Accept"),
      inner_access: ({ values }) => values["inner_access_policy"] !== "Drop",
      vpc_id: "",
    },
    settle: (values) => ({ ...values, inner_access: values["inner_access_policy"] !== "Drop" }),
  },

  alicloud_security_group_rule: {
    // The parts of a rule are its id.
    id({ values }) {
      const part = (name: string, otherwise: string): string => text(values, name) ?? otherwise;
      const peer = ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id", "prefix_list_id"]
        .map((name) => text(values, name))
        .find((one) => one !== undefined);
      const nic = part("nic_type", "intranet");
      const ports = part("port_range", "-1/-1");
      const head = [part("security_group_id", ""), part("type", ""), part("ip_protocol", ""), ports, nic];
      return [...head, peer ?? "", part("policy", "accept"), String(values["priority"] ?? 1)].join(":");
    },
    fills: {
      nic_type: "intranet",
      prefix_list_id: "",
      security_group_rule_id: ({ id }, cloud) => `sgr-${letters(cloud.hex(id, "rule"), 20)}`,
    },
  },

  alicloud_ecs_key_pair: {
    aliases: [["key_pair_name", "key_name"]],
    fills: {
      key_pair_name: ({ values, hex }) =>
        `${text(values, "key_name_prefix") ?? "terraform-"}${hex("name").slice(0, 12)}`,
      finger_print: ({ id }, cloud) => (cloud.hex(id, "print").slice(0, 32).match(/../g) ?? []).join(":"),
    },
    id: ({ values, hex }) =>
      text(values, "key_pair_name") ??
      text(values, "key_name") ??
      `${text(values, "key_name_prefix") ?? "terraform-"}${hex("name").slice(0, 12)}`,
    unique: {
      argument: "key_pair_name",
      code: "KeyPair.AlreadyExist",
      message: (name) => `The key pair ${name} already exist.`,
    },
    // The service never gives a key back.
    unread: ["public_key", "key_file", "key_name_prefix"],
  },

  alicloud_ecs_launch_template: {
    aliases: [
      ["launch_template_name", "name"],
      ["user_data", "userdata"],
    ],
    fills: { default_version_number: 1, latest_version_number: 1, userdata: "" },
  },

  alicloud_ecs_disk: {
    aliases: [
      ["disk_name", "name"],
      ["zone_id", "availability_zone"],
    ],
    fills: { disk_name: "" },
  },
  alicloud_ecs_auto_snapshot_policy: { aliases: [["auto_snapshot_policy_name", "name"]] },
  alicloud_ecs_deployment_set: {
    fills: { domain: "Default", granularity: "Host", strategy: "Availability" },
  },
  alicloud_image: { aliases: [["image_name", "name"]] },
  alicloud_instance: {
    fills: {
      status: "Running",
      instance_name: ({ id }) => id,
      host_name: ({ id }) => id.replace(/^i-/, "iz"),
      spot_strategy: "NoSpot",
      internet_charge_type: "PayByTraffic",
      key_name: "",
      role_name: "",
    },
    unread: ["dry_run", "force_delete", "password", "user_data", "include_data_disks"],
  },
};
