export { Addon, type AddonOptions, type AddonProps } from "./addon";
export { AddonSecret, type AddonSecretProps } from "./addon-secret";
export type { AddonMember } from "./facts";
export { judgeAddon } from "./judge-addon";
export { switchesOf } from "./switches";
export { clusterAddons } from "./cluster-addons";
export { canonicalJson, renderConfig, type AddonConfig, type JsonValue } from "./config";
