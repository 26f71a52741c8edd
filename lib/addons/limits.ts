import { ackGuide, alibabaCloud, limitsOn, provider, type Fact } from "../limits";

/** What the limits of an add-on need to know. */
export interface AddonFacts {
  readonly name: Fact<string>;
  readonly version: Fact<string> | undefined;
}

const flexVolume = new Set(["flexvolume", "alicloud-disk-controller", "alicloud-nas-controller"]);

/** Parts of the control plane that ACK installs and upgrades itself. */
const controlPlane = new Set(["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"]);

const addon = limitsOn<AddonFacts>("Add-ons");

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
  addon.limit(
    "control-plane-addon-version",
    ["name", "version"],
    {
      statement:
        "The components of the control plane have the version of the cluster; only their settings are yours.",
      source: alibabaCloud("ACK, Customize the parameters of control plane components"),
      authority: "service",
      fix: "leave version out",
    },
    ({ name, version }) =>
      controlPlane.has(name) && version !== undefined
        ? [{ got: `version ${version} for ${name}`, want: "no version" }]
        : [],
  ),
];
