export { Addon, type AddonOptions, type AddonProps } from "./addon";
export { judgeControlPlaneAddon } from "./control-plane-limits";
export { addonLimits } from "./limits";
export { clusterAddons } from "./cluster-addons";
export { canonicalJson, renderConfig, type AddonConfig, type JsonValue } from "./config";
