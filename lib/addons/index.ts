export { Addon, type AddonOptions, type AddonProps } from "./addon";
export { clusterAddons } from "./cluster-addons";
export { canonicalJson, renderConfig, type AddonConfig, type JsonValue } from "./config";
