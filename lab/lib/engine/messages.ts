import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { ResourceModel } from "../schema";
import type { Notice } from "../schema/model";
import type { Path } from "../values";

/** Where an argument stands. */
export interface Place {
  /** Names alone, by which behaviour is known: `data_disks.size` */
  readonly names: string;
  /** As providers write it: `data_disks.0.size` */
  readonly key: string;
  readonly path: Path;
}

/** How a provider puts things: the two are built on two versions of the same SDK. */
export interface Messages {
  required(place: Place): Diagnostic;
  computedOnly(place: Place): Diagnostic;
  unknownKey(place: Place): Diagnostic;
  noneOf(place: Place, names: readonly string[]): Diagnostic;
  /** None of a list of which exactly one is wanted. */
  noneOfExactly(place: Place, names: readonly string[]): Diagnostic;
  severalOf(place: Place, names: readonly string[], given: readonly string[]): Diagnostic;
  notAllOf(place: Place, names: readonly string[]): Diagnostic;
  conflict(place: Place, other: string): Diagnostic;
  tooMany(place: Place, most: number, count: number): Diagnostic;
  tooFew(place: Place, least: number, count: number): Diagnostic;
  notWhole(place: Place, value: number): Diagnostic;
  deprecated(place: Place, notice: Notice): Diagnostic;
  removed(place: Place, notice: Notice): Diagnostic;
  /** Words of a list, as Go prints them. */
  words(values: readonly (string | number)[]): string;
}

const at = (summary: string, { path }: Place): Diagnostic => error(summary, undefined, path);

const alternatives = {
  none: ({ key }: Place, names: readonly string[]) =>
    `"${key}": one of \`${listed(names)}\` must be specified`,
  several: ({ key }: Place, names: readonly string[], given: readonly string[]) =>
    `"${key}": only one of \`${listed(names)}\` can be specified, but \`${listed(given)}\` were specified.`,
  notAll: ({ key }: Place, names: readonly string[]) =>
    `"${key}": all of \`${listed(names)}\` must be specified`,
  conflict: ({ key }: Place, other: string) => `"${key}": conflicts with ${other}`,
};

/** aliyun/alicloud: the whole message is the summary. */
const legacy: Messages = {
  required: (place) => at(`"${place.key}": required field is not set`, place),
  computedOnly: (place) => at(`"${place.key}": this field cannot be set`, place),
  unknownKey: (place) => at(`: invalid or unknown key: ${place.key}`, place),
  noneOf: (place, names) => at(alternatives.none(place, names), place),
  noneOfExactly: (place, names) => at(alternatives.none(place, names), place),
  severalOf: (place, names, given) => at(alternatives.several(place, names, given), place),
  notAllOf: (place, names) => at(alternatives.notAll(place, names), place),
  conflict: (place, other) => at(alternatives.conflict(place, other), place),
  tooMany: (place, most, count) =>
    at(`${place.key}: attribute supports ${most} item maximum, config has ${count} declared`, place),
  tooFew: (place, least, count) =>
    at(`${place.key}: attribute supports ${least} item as a minimum, config has ${count} declared`, place),
  notWhole: (place, value) => at(`${place.key}: must be a whole number, got ${value}`, place),
  deprecated: (place, notice) => ({
    severity: "warning",
    summary: `"${place.key}": [DEPRECATED] ${noticeText(notice, "deprecated")}`,
    path: place.path,
  }),
  removed: (place, notice) => at(`"${place.key}": [REMOVED] ${noticeText(notice, "removed")}`, place),
  words: (values) => `[${values.join(" ")}]`,
};

/** hashicorp/kubernetes: a summary for each kind of problem, with details. */
const current: Messages = {
  required: ({ key, path }) =>
    error(
      "Missing required argument",
      `The argument "${key}" is required, but no definition was found.`,
      path,
    ),
  computedOnly: ({ key, path }) =>
    error(
      "Value for unconfigurable attribute",
      `Can't configure a value for "${key}": its value will be decided automatically based on the result of applying this configuration.`,
      path,
    ),
  unknownKey: (place) => at("Invalid or unknown key", place),
  noneOf: (place, names) => error("Missing required argument", alternatives.none(place, names), place.path),
  noneOfExactly: (place, names) =>
    error("Invalid combination of arguments", alternatives.none(place, names), place.path),
  severalOf: (place, names, given) =>
    error("Invalid combination of arguments", alternatives.several(place, names, given), place.path),
  notAllOf: (place, names) =>
    error("Missing required argument", alternatives.notAll(place, names), place.path),
  conflict: (place, other) =>
    error("Conflicting configuration arguments", alternatives.conflict(place, other), place.path),
  tooMany: ({ key, path }, most, count) =>
    error(
      "Too many list items",
      `Attribute ${key} supports ${most} item maximum, but config has ${count} declared.`,
      path,
    ),
  tooFew: ({ key, path }, least, count) =>
    error(
      "Not enough list items",
      `Attribute ${key} requires ${least} item minimum, but config has only ${count} declared.`,
      path,
    ),
  notWhole: (place, value) => at(`Attribute must be a whole number, got ${value}`, place),
  deprecated: ({ path }, notice) => ({
    severity: "warning",
    summary: "Argument is deprecated",
    detail: noticeText(notice, "deprecated"),
    path,
  }),
  removed: (place, notice) => at(noticeText(notice, "removed"), place),
  words: (values) => `[${values.map((value) => JSON.stringify(value)).join(" ")}]`,
};

export function messagesOf({ type }: ResourceModel): Messages {
  return type.startsWith("kubernetes_") ? current : legacy;
}

/** Providers name the alternatives in order of the alphabet. */
function listed(names: readonly string[]): string {
  return [...names].sort().join(",");
}

function noticeText({ names: [name = "", other], since }: Notice, what: "deprecated" | "removed"): string {
  const version = since === undefined ? "" : ` from provider version ${since}`;
  const instead = other === undefined ? "" : ` Use '${other}' instead.`;
  return `Field '${name}' has been ${what}${version}.${instead}`;
}
