export { Addon, type AddonOptions, type AddonProps } from "./addon";
export { addonLimits } from "./limits";
export { clusterAddons } from "./cluster-addons";
export { canonicalJson, renderConfig, type AddonConfig, type JsonValue } from "./config";
