import { ackGuide, limitsOn, provider, type Fact } from "../limits";

/** What the limits of an add-on need to know. */
export interface AddonFacts {
  readonly name: Fact<string>;
}

const flexVolume = new Set(["flexvolume", "alicloud-disk-controller", "alicloud-nas-controller"]);

const addon = limitsOn<AddonFacts>();

export const addonLimits = [
  addon.format(
    "addon-name",
    "name",
    /^[a-z0-9][a-z0-9.-]*$/,
    "the name of a component: lower-case letters, digits, dots and hyphens",
    {
      statement: "An add-on is named like the component that it installs.",
      source: provider("alicloud_cs_kubernetes_addon.name (accepts any text)"),
    },
  ),
  addon.limit(
    "flexvolume-not-installable",
    ["name"],
    {
      statement: "The FlexVolume add-ons cannot be installed since Kubernetes 1.16; CSI took their place.",
      source: ackGuide("10.14 FlexVolume", "37098-37138"),
      rows: ["flex-no-new-install"],
      fix: "use csi-plugin and csi-provisioner",
    },
    ({ name }) => (flexVolume.has(name) ? [{ got: `the add-on ${name}`, want: "a CSI add-on" }] : []),
  ),
];
