import { elementType, isList, isObject, type CtyType, type Value, type ValueObject } from "../../values";
import type { Query } from "../behaviour";
import type { Cloud } from "../cloud";
import { digest } from "../digest";
import { plausible } from "../plausible";
import { nameOf, texts } from "../reading";
import { Refusal } from "../refusal";
import type { StoredObject } from "../store";

/** A data source that lists objects of the account. */
export interface Listing {
  /** The resources whose objects it lists. */
  readonly of: readonly string[];
  /** The attributes that get the rows. */
  readonly as: readonly string[];
  /** The attribute of a row that has the id of the object under another name. */
  readonly self?: string;
  /** What a row has that its object has not. */
  row?(object: StoredObject, cloud: Cloud): Readonly<Record<string, Value>>;
  /** What every account has, without anybody having made it. */
  given?(cloud: Cloud): readonly StoredObject[];
  /** Filters that mean something else than an attribute of that name. */
  readonly filters?: Readonly<Record<string, (object: StoredObject, wanted: Value) => boolean>>;
}

/** Arguments that say nothing about which objects are meant. */
const aboutTheAnswer = new Set([
  ...["id", "ids", "names", "name_regex", "description_regex", "output_file", "enable_details", "dry_run"],
  ...["page_number", "page_size", "timeouts", "tags", "sort_field", "sort_order"],
]);

export function listing(list: Listing): Query {
  return (config, cloud, model) => {
    const all = [...(list.given?.(cloud) ?? []), ...cloud.ofType(...list.of)];
    const found = all.filter((object) => isMeant(object, config, list));
    const answer: Record<string, Value> = {
      ids: found.map(({ id }) => id),
      names: found.map(({ type, values }) => nameOf(type, values) ?? ""),
      descriptions: found.map(({ values }) => String(values["description"] ?? "")),
      total_count: found.length,
    };
    for (const name of list.as) {
      const type = elementType(model.block.attributes.get(name)?.type ?? "dynamic");
      answer[name] = found.map((object) => rowOf(type, object, list, cloud));
    }
    return answer;
  };
}

function isMeant(object: StoredObject, config: ValueObject, { filters = {} }: Listing): boolean {
  const ids = texts(config, "ids");
  if (ids.length > 0 && !ids.includes(object.id)) return false;
  if (!matches(config["name_regex"], nameOf(object.type, object.values) ?? "")) return false;
  if (!matches(config["description_regex"], String(object.values["description"] ?? ""))) return false;
  const tags = isObject(config["tags"]) ? Object.entries(config["tags"]) : [];
  const own = isObject(object.values["tags"]) ? object.values["tags"] : {};
  if (!tags.every(([key, value]) => own[key] === value)) return false;
  return Object.entries(config).every(([name, wanted]) => {
    if (wanted === null || aboutTheAnswer.has(name)) return true;
    const filter = filters[name];
    if (filter !== undefined) return filter(object, wanted);
    const has = object.values[name];
    return has === undefined || isList(wanted) || isList(has) || has === wanted;
  });
}

/** Whether a text fits a pattern as Go reads it, which can start with flags. Without a pattern, everything does. */
export function matches(pattern: Value | undefined, text: string): boolean {
  if (typeof pattern !== "string" || pattern === "") return true;
  const [head = "", flags = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  try {
    return new RegExp(pattern.slice(head.length), flags).test(text);
  } catch {
    throw new Refusal("InvalidRegex", `error parsing regexp: ${pattern}`);
  }
}

function rowOf(type: CtyType, object: StoredObject, list: Listing, cloud: Cloud): Value {
  if (typeof type !== "object" || type[0] !== "object") return object.id;
  const own = { ...object.values, id: object.id, ...list.row?.(object, cloud) };
  const members = Object.entries(type[1]).map(([member, of]): [string, Value] => {
    if (member === list.self) return [member, object.id];
    const value = fitting(of, own[member as keyof typeof own]);
    const invented = plausible(of, member, digest(object.id, member), cloud.scene);
    return [member, value ?? (member === "name" ? (nameOf(object.type, own) ?? "") : invented)];
  });
  return Object.fromEntries(members);
}

/** The value, if an attribute of that type can hold it. */
export function fitting(type: CtyType, value: Value | undefined): Value | undefined {
  if (value === undefined || value === null) return undefined;
  if (type === "string") return isList(value) || isObject(value) ? undefined : String(value);
  if (type === "number") return typeof value === "number" || typeof value === "bigint" ? value : undefined;
  if (type === "bool") return typeof value === "boolean" ? value : undefined;
  if (type === "dynamic") return value;
  if (type[0] === "map") return isObject(value) ? value : undefined;
  if (type[0] !== "object") {
    if (!isList(value)) return undefined;
    return value.map((one) => fitting(type[1], one)).filter((one) => one !== undefined);
  }
  if (!isObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(type[1]).map(([name, of]) => [name, fitting(of, value[name]) ?? emptyOf(of)]),
  );
}

function emptyOf(type: CtyType): Value {
  if (typeof type === "object" && ["list", "set"].includes(type[0])) return [];
  return null;
}

/** The type of an attribute of a data source. */
export function typeOf(model: Parameters<Query>[2], attribute: string): CtyType {
  return model.block.attributes.get(attribute)?.type ?? "dynamic";
}

/** Rows that are made by hand: members that are left out get plausible values. */
export function rows(type: CtyType, given: readonly Readonly<Record<string, Value>>[], cloud: Cloud): Value {
  const of = elementType(type);
  if (typeof of !== "object" || of[0] !== "object") return given.map(({ id }) => id ?? null);
  const members = Object.entries(of[1]);
  return given.map((row) =>
    Object.fromEntries(
      members.map(([name, member]) => [
        name,
        row[name] ?? plausible(member, name, digest(JSON.stringify(row), name), cloud.scene),
      ]),
    ),
  );
}
