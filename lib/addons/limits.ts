import { ackGuide, alibabaCloud, limitsOn, provider } from "../limits";
import type { AddonFacts } from "./facts";
import { addonVersionLimits } from "./version-limits";

const flexVolume = new Set(["flexvolume", "alicloud-disk-controller", "alicloud-nas-controller"]);

/** Parts of the control plane that ACK installs and upgrades itself. */
const controlPlane = new Set(["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"]);

/** Of managed clusters with Flannel. */
const forWindows = new Set(["managed-kube-proxy-windows", "kube-flannel-ds-windows"]);

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
      fix: 'name: "metrics-server"; docs of ACK list the components',
    },
  ),
  addon.limit(
    "flexvolume-not-installable",
    ["name"],
    {
      statement: "The FlexVolume add-ons cannot be installed since Kubernetes 1.16; CSI took their place.",
      source: ackGuide("10.14 FlexVolume", "37098-37138"),
      rows: ["csi-flexvolume-exclusive", "flex-no-new-install", "storage-plugin-choice"],
      fix: "use csi-plugin and csi-provisioner",
    },
    ({ name }) => (flexVolume.has(name) ? [{ got: `the add-on ${name}`, want: "a CSI add-on" }] : []),
  ),
  // The list of components still has it, so this is no refusal.
  addon.limit(
    "ack-cgpu-dedicated-only",
    ["name"],
    {
      statement:
        "The basic edition of shared GPUs (ack-cgpu) is for dedicated clusters; others take ack-ai-installer.",
      source: ackGuide("18.3 Shared GPU scheduling", "55608-55631"),
      advice: true,
      rows: ["cgpu-basic-dedicated-only", "cgpu-basic-not-on-pro"],
      fix: 'name: "ack-ai-installer"',
    },
    ({ name }) => (name === "ack-cgpu" ? [{ got: "the add-on ack-cgpu", want: "ack-ai-installer" }] : []),
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
  addon.limit(
    "component-windows-managed-only",
    ["name", "isEdge"],
    {
      statement:
        "The network components of Windows nodes are those of managed clusters; edge clusters have none.",
      source: ackGuide("9.1 Overview of components", "27228-27234"),
      rows: ["component-windows-managed-only"],
      fix: "leave it out: ACK installs it where a pool has Windows",
    },
    ({ name, isEdge }) =>
      isEdge && forWindows.has(name)
        ? [{ got: `${name} in an edge cluster`, want: "a managed cluster" }]
        : [],
  ),
  addon.limit(
    "kritis-cluster-types",
    ["name", "isEdge"],
    {
      statement: "The check of image signatures (kritis-validation-hook) is not for edge clusters.",
      source: ackGuide("8.2.1 The component kritis-validation-hook", "24877"),
      rows: ["kritis-cluster-types"],
      fix: "leave it out, or use a ManagedCluster or a ProCluster",
    },
    ({ name, isEdge }) =>
      isEdge && name === "kritis-validation-hook"
        ? [{ got: `${name} in an edge cluster`, want: "a managed cluster" }]
        : [],
  ),
  addon.limit(
    "terway-ipvlan-shared-eni-only",
    ["name", "acceleratesTerway"],
    {
      // DataPath V2 took the place of IPvlan in Terway 1.8; the setting is still called IPVlan.
      statement: "Terway forwards with eBPF (IPvlan, DataPath V2) where Pods share ENIs.",
      source: ackGuide("4.3.2 Create a managed cluster", "4655"),
      rows: ["terway-ipvlan-shared-eni-only"],
      fix: "use terway-eniip, or leave IPVlan out",
    },
    ({ name, acceleratesTerway }) =>
      name === "terway-eni" && acceleratesTerway === true
        ? [{ got: "IPVlan with terway-eni, which gives each Pod an ENI", want: "terway-eniip" }]
        : [],
  ),
  ...addonVersionLimits,
];
