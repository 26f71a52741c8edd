import type { ValueObject } from "../../values";
import type { Behaviours } from "../behaviour";
import { goJson, parseJson } from "../go-json";
import { text } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import { addonVersion, REQUIRED_ADDONS } from "./catalogue";
import { hasAddon } from "./cluster-made";
import type { Cloud } from "../cloud";

/** Add-ons, and what is set up through them. */
export const addon: Behaviours = {
  alicloud_cs_kubernetes_addon: {
    fills: {
      version: ({ values }) => addonVersion(text(values, "name") ?? ""),
      config: "",
      required: ({ values }) => REQUIRED_ADDONS.includes(text(values, "name") ?? ""),
      can_upgrade: false,
      next_version: "",
    },
    unread: ["cleanup_cloud_resources"],
    // To create what is installed already is to take it over.
    adopts: ({ values }, cloud) =>
      cloud.find("alicloud_cs_kubernetes_addon", `${String(values["cluster_id"])}:${String(values["name"])}`),
    refuseCreate: ({ values }) => refuseBrokenJson(values),
    refuseUpdate: (_object, planned) => refuseBrokenJson(planned),
    settle: asGoWrites,
    // This version of the provider never uninstalls: it forgets.
    outlivesDestroy: true,
  },

  alicloud_cs_autoscaling_config: {
    settle: (values) => ({
      ...values,
      // False and zero are never sent, and what the service takes instead is read back.
      skip_nodes_with_system_pods:
        values["skip_nodes_with_system_pods"] === false
          ? true
          : (values["skip_nodes_with_system_pods"] ?? null),
      scale_up_from_zero:
        values["scale_up_from_zero"] === false ? true : (values["scale_up_from_zero"] ?? null),
    }),
    adopts: ({ type, values }, cloud) => cloud.find(type, values["cluster_id"]),
    outlivesDestroy: true,
  },

  // Several resources can be about one user, each with grants of its own, and none hears of those of the others.
  alicloud_cs_kubernetes_permissions: { unrefreshed: ["permissions"] },

  alicloud_cs_kubernetes_policy_instance: {
    fills: { action: "deny", instance_name: ({ id }) => id.slice(id.lastIndexOf(":") + 1) },
    refuseCreate: ({ values }, cloud) => refuseWithoutGatekeeper(values, cloud),
  },
};

function refuseBrokenJson(values: ValueObject): void {
  const config = text(values, "config");
  if (config === undefined || parseJson(config) !== undefined) return;
  throw new Refusal("InvalidParameter.Config", "json config parse error");
}

/** Read writes the settings anew, whatever they looked like; a text that is not written that way differs for ever. */
function asGoWrites(values: ValueObject): ValueObject {
  const config = text(values, "config");
  const parsed = config === undefined ? undefined : parseJson(config);
  return parsed === undefined ? values : { ...values, config: goJson(parsed.value) };
}

function refuseWithoutGatekeeper(values: ValueObject, cloud: Cloud): void {
  const cluster = cloud.find(CLUSTERS, values["cluster_id"]);
  if (cluster === undefined) return;
  const missing = ["gatekeeper", "policy-template-controller"].find(
    (name) => !hasAddon(cluster.id, name, cloud),
  );
  if (missing === undefined) return;
  throw new Refusal(
    "WaitForStateTimeout",
    `timeout while waiting for the addon ${missing} of ${cluster.id} to be running`,
  );
}
