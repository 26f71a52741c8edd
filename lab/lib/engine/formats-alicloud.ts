import { isList, isObject } from "../values";
import type { Check, ProviderFormats } from "./formats";

/** A check of a text. Anything else has been checked by its type. */
function text(problemsOf: (value: string, key: string) => readonly string[]): Check {
  return (value, key) => {
    if (typeof value === "object" || isList(value) || isObject(value)) return [];
    return problemsOf(String(value), key);
  };
}

function matching(pattern: RegExp, problem: (value: string, key: string) => string): Check {
  return text((value, key) => (pattern.test(value) ? [] : [problem(value, key)]));
}

const vswitchId = matching(
  /^vsw-[a-z0-9]*$/,
  (_, key) => `invalid value for ${key} (should start with 'vsw-'.)`,
);

const nodeNameMode = matching(
  /^customized,[a-z0-9][-a-z0-9.]*,([5-9]|1[0-2]),[-a-z0-9.]*$/,
  (_, key) =>
    `invalid value for ${key} (Each node name consists of a prefix, an IP substring, and a suffix. The whole is customized,<prefix>,<5 to 12>,<suffix>)`,
);

const boolText = matching(
  /^(true|false)?$/,
  (value, key) => `expected ${key} to be an empty string or lowercase "true"/"false", got ${value}`,
);

const integerText = text((value, key) => {
  if (value === "") return [];
  if (!/^[+-]?\d+$/.test(value)) return [`expected ${key} to be empty or an integer string, got ${value}`];
  if (/^(0|-?[1-9]\d*)$/.test(value)) return [];
  return [`expected ${key} to be a canonical decimal integer string (e.g. "10"), got ${value}`];
});

const logProjectName = matching(
  /^[A-Za-z0-9_-]+$/,
  (_, key) => `invalid value for ${key} (The name of the log project. It takes letters, digits, - and _)`,
);

const date = matching(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  (value) => `"${value}" cannot be parsed as date YYYY-MM-DD Format`,
);

/** The patterns that recorded answers show; those of other arguments are not checked. */
export const alicloudFormats: ProviderFormats = {
  values: [
    { of: /^alicloud_cs_\w*kubernetes\.node_name_mode$/, check: nodeNameMode },
    { of: /\.containerd_config\.ignore_image_defined_volume$/, check: boolText },
    { of: /\.containerd_config\.limit_\w+$/, check: integerText },
    { of: /^alicloud_log_project\.(project_)?name$/, check: logProjectName },
    { of: /^alicloud_oss_bucket\.lifecycle_rule\..*date$/, check: date },
  ],
  elements: [{ of: /^alicloud_cs_(\w+_)?kubernetes\.\w*vswitch_ids$/, check: vswitchId }],
};
