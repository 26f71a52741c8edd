import type { Behaviours } from "../behaviour";

/** Object and file storage. */
export const storage: Behaviours = {
  alicloud_oss_bucket: {
    fills: {
      acl: "private",
      creation_date: "2026-01-01",
      location: (_draft, { scene }) => `oss-${scene.region}`,
      extranet_endpoint: (_draft, { scene }) => `oss-${scene.region}.aliyuncs.com`,
      intranet_endpoint: (_draft, { scene }) => `oss-${scene.region}-internal.aliyuncs.com`,
      access_monitor: [{ status: "Disabled" }],
    },
    unique: {
      argument: "bucket",
      code: "BucketAlreadyExists",
      message: (name) => `The bucket ${name} is taken.`,
    },
    unread: ["force_destroy", "lifecycle_rule_allow_same_action_overlap"],
  },

  alicloud_nas_file_system: {
    fills: {
      capacity: 10485760,
      file_system_type: "standard",
      status: "Running",
      redundancy_type: "LRS",
      kms_key_id: "",
      nfs_acl: [{ enabled: false }],
      recycle_bin: [{ status: "Disable", enable_time: "", reserved_days: 0, secondary_size: 0, size: 0 }],
    },
  },
  alicloud_nas_access_group: {
    aliases: [
      ["access_group_name", "name"],
      ["access_group_type", "type"],
    ],
    fills: { access_group_type: "Vpc" },
  },
  alicloud_nas_access_rule: {
    fills: { access_rule_id: ({ id }) => id.slice(id.indexOf(":") + 1), file_system_type: "standard" },
  },
  alicloud_nas_mount_target: {
    fills: {
      mount_target_domain: ({ values, hex }, { scene }) =>
        `${String(values["file_system_id"])}-${hex("domain").slice(0, 5)}.${scene.region}.nas.aliyuncs.com`,
      network_type: "Vpc",
      status: "Active",
    },
  },
};
