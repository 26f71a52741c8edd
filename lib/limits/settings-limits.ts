import { canBecomeWarning } from "./catalogue";
import type { Limit } from "./limit";
import { limitsOn } from "./limits-on";
import { isRecord } from "./quota-lookup";
import { isQuotaName, isQuotaValue, quotas } from "./quota-names";
import type { Acknowledgement } from "./registry";
import type { Source } from "./source";

/** What a team told the engine of limits: told wrongly, it would be silently without effect. */
const handbook: Source = { title: "cdktf-ack, README", chapter: "A mistake and its message" };

interface AcknowledgementFacts {
  readonly id: string;
  /** The limit of this id, if there is one. */
  readonly limit: Limit<never> | undefined;
  readonly effect: Acknowledgement["effect"];
  readonly reason: string;
  readonly until: string | undefined;
}

const acknowledgement = limitsOn<AcknowledgementFacts>("Settings");

export const acknowledgementLimits = [
  acknowledgement.limit(
    "acknowledged-limit-exists",
    ["id", "limit"],
    {
      statement: "A limit that is acknowledged or turned into a warning exists.",
      source: handbook,
      authority: "library",
    },
    ({ id, limit }) =>
      limit === undefined
        ? [{ got: `the id "${id}"`, want: "the id of a limit, as docs/limits.md lists them" }]
        : [],
  ),
  acknowledgement.limit(
    "acknowledged-limit-can-yield",
    ["id", "limit", "effect"],
    {
      statement:
        "Advice can be acknowledged; a hard limit that rests on a manual can become a warning; nothing else yields.",
      source: handbook,
      authority: "library",
    },
    ({ id, limit, effect }) => {
      if (
        limit === undefined ||
        (effect === "acknowledge" ? limit.kind === "advice" : canBecomeWarning(limit))
      ) {
        return [];
      }
      const isQuota = limit.kind === "quota";
      const what = isQuota ? "a quota" : limit.kind === "advice" ? "advice" : "a hard limit";
      const instead =
        limit.kind === "advice"
          ? "use acknowledge"
          : isQuota
            ? `declare the real quota: Quotas.of(scope).set({ ${limit.quota ?? ""}: ... })`
            : canBecomeWarning(limit)
              ? "use warnOnly"
              : "change the configuration: the deployment would fail";
      return [
        {
          got: `${effect === "warn" ? "warnOnly" : "acknowledge"} on "${id}", ${what}`,
          want: "a limit that can yield so",
          fix: instead,
        },
      ];
    },
  ),
  acknowledgement.length(
    "acknowledgement-reason",
    "reason",
    { min: 1, max: 1000, of: "characters" },
    { statement: "An acknowledgement says why.", source: handbook, authority: "library" },
  ),
  acknowledgement.format(
    "acknowledgement-until",
    "until",
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    "a day written as YYYY-MM-DD",
    { statement: "The end of an acknowledgement is a day.", source: handbook, authority: "library" },
  ),
];

interface QuotaFacts {
  readonly name: string;
  readonly value: unknown;
}

const quota = limitsOn<QuotaFacts>("Settings");

export const quotaSettingLimits = [
  quota.limit(
    "quota-exists",
    ["name"],
    { statement: "A declared quota is one that limits know.", source: handbook, authority: "library" },
    ({ name }) =>
      isQuotaName(name)
        ? []
        : [{ got: `the quota "${name}"`, want: `one of ${Object.keys(quotas).join(", ")}` }],
  ),
  quota.limit(
    "quota-value",
    ["name", "value"],
    { statement: "The value of a quota is a whole number.", source: handbook, authority: "library" },
    ({ name, value }) =>
      isQuotaValue(value)
        ? []
        : [
            {
              got: `${name} ${typeof value === "number" ? value : JSON.stringify(value)}`,
              want: "a whole number that is not negative",
            },
          ],
  ),
];

interface ContextFacts {
  readonly setting: string;
  readonly value: unknown;
}

const context = limitsOn<ContextFacts>("Settings");

export const contextLimits = [
  context.limit(
    "context-settings",
    ["setting", "value"],
    {
      statement: "The settings of this library in the context of cdktf.json are objects.",
      source: handbook,
      authority: "library",
    },
    ({ setting, value }) =>
      isRecord(value)
        ? []
        : [{ got: `${setting} ${JSON.stringify(value)}`, want: `{ "cdktf-ack": { "quotas": { ... } } }` }],
  ),
];
