import { fact, isToken, isUnknown, mapFact, unknown, type Fact } from "../limits";
import type { AddonConfig, JsonValue } from "./config";
import type { AddonSwitches } from "./facts";

const silent: AddonSwitches = { acceleratesTerway: undefined, checksPodSecurityPolicies: undefined };

/** What the settings of an add-on mean to others in its cluster. */
export function switchesOf(name: string, config: AddonConfig | undefined): AddonSwitches {
  if (config === undefined) {
    return silent;
  }
  switch (name) {
    case "terway-eniip":
      return { ...silent, acceleratesTerway: switchIn(config, "IPVlan") };
    case "kube-apiserver": {
      const plugins = setting(config, "EnableAdmissionPlugins");
      return plugins === undefined
        ? silent
        : { ...silent, checksPodSecurityPolicies: mapFact(textOf(plugins), names("PodSecurityPolicy")) };
    }
    default:
      return silent;
  }
}

/** A setting that components store as `true` or as the text of it. */
export function switchIn(config: AddonConfig, key: string): Fact<boolean> | undefined {
  const value = setting(config, key);
  return value === undefined ? undefined : mapFact(textOf(value), (text) => text === "true");
}

/** A member of the settings, also of one in another: `eventer.sinks.sls`. */
export function setting(config: AddonConfig, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = config;
  for (const key of path.split(".")) {
    value = isGroup(value) ? value[key] : undefined;
  }
  return value;
}

/** What stands in a setting, as components read it. */
export function textOf(value: JsonValue): Fact<string> {
  if (isToken(value)) {
    return unknown(String(value));
  }
  const text = Array.isArray(value) ? value.map(String).join(",") : String(value);
  const known = fact(text);
  return isUnknown(known) ? known : text;
}

function names(plugin: string) {
  return (list: string): boolean => list.split(",").some((name) => name.trim() === plugin);
}

// Array.isArray does not narrow a readonly array away from an object.
function isGroup(value: JsonValue | undefined): value is AddonConfig {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
