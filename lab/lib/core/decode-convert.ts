import type { CtyType, Path, Value, ValueObject } from "../values";
import { UNKNOWN, elementType, equal, isList, isObject, isUnknown, memberType } from "../values";
import type { Evaluated } from "./decode-scope";

/** A value that cannot become the type that its argument has. */
export class ConversionError extends Error {
  constructor(
    message: string,
    public readonly path: Path,
  ) {
    super(message);
  }
}

type Evaluate = (text: string) => Evaluated;

/**
 * A value as the type of its argument, by the conversions of Terraform: 5 becomes "5", "true" a bool, a list a set.
 *
 * @param evaluate what texts stand for, in a value that is still as the configuration has it
 * @throws ConversionError where there is no conversion
 */
export function convert(value: Value, type: CtyType, evaluate?: Evaluate, path: Path = []): Value {
  if (typeof value === "string" && evaluate !== undefined) {
    const evaluated = evaluate(value);
    if (isUnknown(evaluated.value)) return unknownAs(type, evaluated.type, path);
    return convert(evaluated.value, type, undefined, path);
  }
  if (value === null || isUnknown(value)) return value;
  if (typeof type === "string") {
    return type === "dynamic" ? anything(value, evaluate, path) : primitive(value, type, path);
  }
  switch (type[0]) {
    case "object":
      return object(value, type, evaluate, path);
    case "map":
      if (!isObject(value)) throw required(type, path);
      return mapValues(value, (member, key) => convert(member, elementType(type), evaluate, [...path, key]));
    default: {
      if (!isList(value)) throw required(type, path);
      const items = value.map((item, index) => convert(item, elementType(type), evaluate, [...path, index]));
      return type[0] === "set" ? withoutDuplicates(elementType(type), items) : items;
    }
  }
}

/** What is unknown is equal to nothing: two of them stay two. */
export function withoutDuplicates(type: CtyType, items: readonly Value[]): Value[] {
  return items.reduce<Value[]>(
    (kept, item) => (kept.some((other) => equal(type, other, item)) ? kept : [...kept, item]),
    [],
  );
}

/** The words of Terraform for a type: `list of string`. */
export function typeName(type: CtyType): string {
  if (typeof type === "string") return type;
  return type[0] === "object" ? "object" : `${type[0]} of ${typeName(type[1])}`;
}

function required(type: CtyType, path: Path): ConversionError {
  return new ConversionError(`${typeName(type)} required`, path);
}

function unknownAs(type: CtyType, given: CtyType | undefined, path: Path): Value {
  if (given !== undefined && !fits(given, type)) throw required(type, path);
  return UNKNOWN;
}

/** Whether values of one type may become another, as far as the kinds say. */
function fits(given: CtyType, wanted: CtyType): boolean {
  if (given === "dynamic" || wanted === "dynamic") return true;
  const kind = (type: CtyType): string =>
    typeof type === "string" ? "one" : type[0] === "object" ? "map" : type[0] === "set" ? "list" : type[0];
  return kind(given) === kind(wanted);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const BOOLS: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };

function primitive(value: Value, type: "string" | "number" | "bool", path: Path): Value {
  if (typeof value === "object") throw required(type, path);
  if (type === "string") return String(value);
  if (type === "number") {
    if (typeof value === "string" && NUMBER.test(value)) return numberOf(value);
    if (typeof value === "number" || typeof value === "bigint") return value;
    throw typeof value === "string"
      ? new ConversionError("a number is required", path)
      : required(type, path);
  }
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") throw required(type, path);
  const bool = Object.hasOwn(BOOLS, value) ? BOOLS[value] : undefined;
  if (bool === undefined) {
    const [, lowercase] = /^(true|false)$/.exec(value.toLowerCase()) ?? [];
    const hint = lowercase === undefined ? "" : `; to convert from string, use lowercase "${lowercase}"`;
    throw new ConversionError(`a bool is required${hint}`, path);
  }
  return bool;
}

function numberOf(text: string): number | bigint {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

function object(value: Value, type: CtyType, evaluate: Evaluate | undefined, path: Path): Value {
  if (!isObject(value)) throw required(type, path);
  const members = typeof type === "object" && type[0] === "object" ? Object.keys(type[1]) : [];
  const missing = members.filter((name) => !Object.hasOwn(value, name));
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(", ");
    throw new ConversionError(
      missing.length === 1 ? `attribute ${names} is required` : `attributes ${names} are required`,
      path,
    );
  }
  return Object.fromEntries(
    members.map((name) => [
      name,
      convert(value[name] ?? null, memberType(type, name), evaluate, [...path, name]),
    ]),
  );
}

function anything(value: Value, evaluate: Evaluate | undefined, path: Path): Value {
  const inner = (member: Value): Value => convert(member, "dynamic", evaluate, path);
  if (isList(value)) return value.map(inner);
  return isObject(value) ? mapValues(value, inner) : value;
}

function mapValues(value: ValueObject, map: (member: Value, name: string) => Value): ValueObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member, name)]));
}
