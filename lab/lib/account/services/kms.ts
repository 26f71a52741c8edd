import type { Behaviours } from "../behaviour";
import { uuid } from "../digest";
import { Refusal } from "../refusal";

/** Keys, their other names, and secrets. */
export const kms: Behaviours = {
  alicloud_kms_key: {
    id: ({ hex }) => uuid(hex("id")),
    // The two names of the pending window are no such pair: neither is ever read.
    aliases: [["status", "key_state"]],
    fills: {
      arn: ({ id }, { scene }) => `acs:kms:${scene.region}:${scene.accountId}:key/${id}`,
      status: "Enabled",
      is_enabled: true,
      key_spec: "Aliyun_AES_256",
      key_usage: "ENCRYPT/DECRYPT",
      origin: "Aliyun_KMS",
      automatic_rotation: "Disabled",
      deletion_protection: "Disabled",
      dkms_instance_id: "",
      material_expire_time: "",
      policy: "",
      primary_key_version: ({ id }, cloud) => uuid(cloud.hex(id, "version")),
    },
    unread: ["pending_window_in_days", "deletion_window_in_days", "deletion_protection_description"],
    beforeDelete({ id, values }) {
      if (values["deletion_protection"] !== "Enabled") return;
      throw new Refusal("Rejected.DeletionProtection", `The key ${id} is protected from deletion.`);
    },
  },

  alicloud_kms_alias: {
    unique: {
      argument: "alias_name",
      code: "Rejected.AliasAlreadyExists",
      message: (name) => `The alias ${name} is in use.`,
    },
  },

  alicloud_kms_secret: {
    fills: { secret_type: "Generic", policy: "", version_stages: ["ACSCurrent"] },
    unique: {
      argument: "secret_name",
      code: "Rejected.ResourceExist",
      message: (name) => `The secret ${name} already exists.`,
    },
    unread: ["force_delete_without_recovery", "recovery_window_in_days"],
  },
};
