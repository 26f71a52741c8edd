import type { Value, ValueObject } from "../../values";
import type { Behaviours, ResourceBehaviour } from "../behaviour";
import type { Cloud } from "../cloud";
import { below, digest } from "../digest";
import { flag, text } from "../reading";
import { Refusal } from "../refusal";
import type { StoredObject } from "../store";

/** Roles, policies, users, groups, and who may do what. */
export const ram: Behaviours = {
  alicloud_ram_role: {
    aliases: [
      ["role_name", "name"],
      ["assume_role_policy_document", "document"],
    ],
    fills: {
      arn: ({ id }, { scene }) => `acs:ram::${scene.accountId}:role/${id.toLowerCase()}`,
      role_id: ({ id }, cloud) => numericId(cloud.hex(id, "role")),
      assume_role_policy_document: "",
      max_session_duration: 3600,
    },
    unique: {
      argument: "role_name",
      code: "EntityAlreadyExists.Role",
      message: (name) => `The role ${name} already exists.`,
    },
    unread: ["force"],
    beforeDelete: detachIfForced("alicloud_ram_role_policy_attachment", "role_name"),
  },

  alicloud_ram_policy: {
    aliases: [
      ["policy_name", "name"],
      ["policy_document", "document"],
    ],
    fills: { type: "Custom", default_version: "v1", version_id: "v1", policy_document: "" },
    unique: {
      argument: "policy_name",
      code: "EntityAlreadyExists.Policy",
      message: (name) => `The policy ${name} already exists.`,
    },
    unread: ["force", "rotate_strategy"],
    beforeDelete(policy, cloud) {
      const attachments = ["role", "user", "group"].map((kind) => `alicloud_ram_${kind}_policy_attachment`);
      for (const type of attachments) detachIfForced(type, "policy_name")(policy, cloud);
    },
  },

  alicloud_ram_user: {
    id: ({ hex }) => numericId(hex("id")),
    unique: {
      argument: "name",
      code: "EntityAlreadyExists.User",
      message: (name) => `The user ${name} already exists.`,
    },
    unread: ["force"],
    beforeDelete: detachIfForced("alicloud_ram_user_policy_attachment", "user_name", "name"),
  },

  alicloud_ram_group: {
    aliases: [["group_name", "name"]],
    unique: {
      argument: "group_name",
      code: "EntityAlreadyExists.Group",
      message: (name) => `The group ${name} already exists.`,
    },
    unread: ["force"],
    beforeDelete: detachIfForced("alicloud_ram_group_policy_attachment", "group_name"),
  },

  alicloud_ram_role_policy_attachment: attachment("Role", "role_name"),
  alicloud_ram_user_policy_attachment: attachment("User", "user_name"),
  alicloud_ram_group_policy_attachment: attachment("Group", "group_name"),

  alicloud_ims_oidc_provider: {
    fills: {
      arn: ({ id }, { scene }) => `acs:ram::${scene.accountId}:oidc-provider/${id}`,
      issuance_limit_time: 12,
    },
    unique: {
      argument: "oidc_provider_name",
      code: "EntityAlreadyExists.OIDCProvider",
      message: (name) => `The OIDC provider ${name} already exists.`,
    },
  },
};

/** One policy can be attached to one principal once. */
function attachment(kind: string, principal: string): ResourceBehaviour {
  const same = (one: ValueObject, other: ValueObject): boolean =>
    ["policy_name", "policy_type", principal].every((name) => one[name] === other[name]);
  return {
    refuseCreate({ type, values }, cloud) {
      const twin = cloud.ofType(type).find((other) => same(other.values, values));
      if (twin === undefined) return;
      const [policy, who] = [text(values, "policy_name") ?? "", text(values, principal) ?? ""];
      throw new Refusal(`EntityAlreadyExists.${kind}.Policy`, `${policy} is attached to ${who} already.`);
    },
  };
}

/** With `force`, what is attached goes along. */
function detachIfForced(
  type: string,
  argument: string,
  by = "id",
): (object: StoredObject, cloud: Cloud) => void {
  return ({ values }, cloud) => {
    if (!flag(values, "force")) return;
    const name: Value = values[by] ?? null;
    for (const one of cloud.ofType(type)) if (one.values[argument] === name) cloud.remove(one);
  };
}

/** RAM counts its users and roles with long numbers. */
function numericId(hex: string): string {
  return `3${[0, 8].map((at) => String(below(1e8, digest(hex, at))).padStart(8, "0")).join("")}`;
}
