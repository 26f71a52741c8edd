import type { Behaviours } from "../behaviour";
import { text } from "../reading";

/** What a project takes along when it goes. */
const contents = [
  "alicloud_log_store",
  "alicloud_log_store_index",
  "alicloud_log_machine_group",
  "alicloud_log_alert",
  "alicloud_sls_alert",
  "alicloud_sls_etl",
];

/** The log service. */
export const sls: Behaviours = {
  alicloud_log_project: {
    aliases: [["project_name", "name"]],
    fills: { status: "Normal" },
    unique: {
      argument: "project_name",
      code: "ProjectAlreadyExist",
      message: (name) => `project ${name} already exists`,
    },
    deleted({ id }, cloud) {
      for (const one of cloud.ofType(...contents)) {
        if (id === (text(one.values, "project_name") ?? text(one.values, "project"))) cloud.remove(one);
      }
    },
  },

  alicloud_log_store: {
    aliases: [
      ["logstore_name", "name"],
      ["project_name", "project"],
    ],
    fills: { mode: "standard", metering_mode: "ChargeByFunction" },
    unique: {
      argument: "logstore_name",
      within: "project_name",
      code: "LogStoreAlreadyExist",
      message: (name) => `logstore ${name} already exists`,
    },
  },
};
