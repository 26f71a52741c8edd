import type { CtyType, Value } from "../values";
import { below, letters, uuid } from "./digest";

/** What invented values may depend on. */
export interface Scene {
  readonly region: string;
  readonly accountId: string;
}

export const CREATED_AT = "2026-01-01T00:00:00Z";

/** The resource group that things without one are in. */
export const DEFAULT_RESOURCE_GROUP = "rg-acfm0000000default";

type Invent = (hex: string, scene: Scene, name: string) => string;

/** What the name of an attribute tells about its text. The first that matches counts; the rest stay empty, as most things do unless set. */
const texts: readonly (readonly [RegExp, Invent])[] = [
  [/^resource_group_id$/, () => DEFAULT_RESOURCE_GROUP],
  [/^region(_id)?$|^location$/, (_hex, { region }) => region],
  [
    /^(account|owner|.*_owner)_id$|^(owner|creator|resource_share_owner)$/,
    (_hex, { accountId }) => accountId,
  ],
  [/^(end_time|expired_time|.*_expire_time|expiration)$/, () => "2036-01-01T00:00:00Z"],
  [/^(delete|last_rotation|next_rotation)_date$|^planned_delete_time$/, () => ""],
  [/(_time|_date|time_stamp|gmt_create)$|^create_?time$/, () => CREATED_AT],
  [/^uid$|^uuid$/, (hex) => uuid(hex)],
  [/^resource_version$/, (hex) => String(1000 + below(9000, hex))],
  [/^payment_type$/, () => "PayAsYouGo"],
  [/^instance_charge_type$/, () => "PostPaid"],
  [/^status$|^task_state$/, () => "Available"],
  [/^(availability_zone|zone_id|zone|master_zone_id)$/, (_hex, { region }) => `${region}-h`],
  [/^slave_zone_id$/, (_hex, { region }) => `${region}-i`],
  [/arn$/, (hex, { region, accountId }) => `acs:lab:${region}:${accountId}:${letters(hex, 16)}`],
  [/(private|intranet).*ip|^primary_ip/, (hex) => privateIp(hex)],
  [/(^|_)ip(_address)?$|^address$|^slb_internet$/, (hex) => publicIp(hex)],
  [
    /(domain|dns_name|endpoint|connection_string)$/,
    (hex, { region }) => `${letters(hex, 12)}.${region}.aliyuncs.com`,
  ],
  [/(^|_)url$/, (hex, { region }) => `https://${letters(hex, 12)}.${region}.aliyuncs.com`],
  [
    /^(?!.*(kms|snapshot|encryption|image|acl|pool|ipam|template)).*_id$/,
    (hex, _scene, name) => idLike(name, hex),
  ],
  [
    /(^|_)name$/,
    (hex, _scene, name) => `${name.replace(/_?name$/, "") || "lab"}-${letters(hex, 8)}`.replace(/_/g, "-"),
  ],
];

/** A value of a type that its attribute could well have. The digits decide, so that it is the same each time. */
export function plausible(type: CtyType, name: string, hex: string, scene: Scene): Value {
  if (type === "string") return texts.find(([pattern]) => pattern.test(name))?.[1](hex, scene, name) ?? "";
  if (type === "number") return name === "generation" ? 1 : 0;
  if (type === "bool") return false;
  if (type === "dynamic") return null;
  if (type[0] === "map") return {};
  if (type[0] !== "object") return [];
  const members = Object.entries(type[1]);
  return Object.fromEntries(members.map(([member, of]) => [member, plausible(of, member, hex, scene)]));
}

export function publicIp(hex: string): string {
  return `47.${96 + below(16, hex.slice(0, 8))}.${below(256, hex.slice(8, 16))}.${1 + below(254, hex.slice(16, 24))}`;
}

export function privateIp(hex: string): string {
  return `10.${below(256, hex.slice(0, 8))}.${below(256, hex.slice(8, 16))}.${1 + below(254, hex.slice(16, 24))}`;
}

function idLike(name: string, hex: string): string {
  return `${name.replace(/_id$/, "").replace(/[^a-z0-9]/g, "")}-${letters(hex, 20)}`;
}
