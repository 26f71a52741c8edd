import { limitsOn, provider, type Fact } from "../limits";

/** What the limits of an add-on need to know. */
export interface AddonFacts {
  readonly name: Fact<string>;
}

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
];
