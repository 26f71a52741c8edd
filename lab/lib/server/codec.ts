import { Decoder, Encoder, ExtensionCodec } from "@msgpack/msgpack";
import type { CtyType, Value } from "../values";
import { isList, isObject, isUnknown, UNKNOWN } from "../values";
import { elementAt, impliedType, memberOf, partsOf, type WireType } from "./open-type";

/** Extension types of the wire format: a plain unknown value, and one of which Terraform knows something. */
const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

const extensions = new ExtensionCodec();
extensions.register({
  type: PLAIN_UNKNOWN,
  encode: (value) => (value === UNKNOWN ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
extensions.register({ type: REFINED_UNKNOWN, encode: () => null, decode: () => UNKNOWN });

const encoder = new Encoder({ extensionCodec: extensions, useBigInt64: true });
const decoder = new Decoder({ extensionCodec: extensions, useBigInt64: true });

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

/** Terraform's types of values whose schema leaves the type open; whoever hands the same value back keeps its type. */
const openTypes = new WeakMap<object, WireType>();

/** Reads what Terraform has sent. */
export function decodeValue(type: CtyType, bytes: Uint8Array): Value {
  return fromWire(type, decoder.decode(bytes));
}

/** Writes a value for Terraform. What an object lacks is sent as null. */
export function encodeValue(type: CtyType, value: Value): Buffer {
  return Buffer.from(encoder.encode(toWire(type, value)));
}

/** Changes what the decoder has made in place: most of it is as it should be. */
function fromWire(type: WireType, raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  if (raw === UNKNOWN || isAsDecoded(type)) return raw as Value;
  if (type === "number") return numberFromWire(raw);
  if (type === "dynamic") return openFromWire(raw);
  if (Array.isArray(raw)) {
    for (let index = 0; index < raw.length; index++)
      raw[index] = fromWire(elementAt(type, index), raw[index]);
    return raw;
  }
  const members = raw as Record<string, Value>;
  for (const name of Object.keys(members)) {
    const of = memberOf(type, name);
    if (!isAsDecoded(of)) members[name] = fromWire(of, members[name]);
  }
  return members;
}

const asDecoded = new WeakMap<object, boolean>();

/** Whether all values of the type leave the decoder as the rest of the lab wants them: numbers and open types do not. */
function isAsDecoded(type: WireType): boolean {
  if (typeof type === "string") return type === "string" || type === "bool";
  const known = asDecoded.get(type) ?? partsOf(type).every(isAsDecoded);
  asDecoded.set(type, known);
  return known;
}

function numberFromWire(raw: unknown): Value {
  if (typeof raw === "bigint") return narrow(raw);
  if (typeof raw !== "string") return raw as number;
  if (/^-?\d+$/.test(raw)) return narrow(BigInt(raw));
  // Longer fractions than a double holds stay as they were written.
  return String(Number(raw)) === raw ? Number(raw) : raw;
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function openFromWire(raw: unknown): Value {
  const [json, inner] = raw as [Uint8Array, unknown];
  const type = JSON.parse(new TextDecoder().decode(json)) as WireType;
  const value = fromWire(type, inner);
  if (isList(value) || isObject(value)) openTypes.set(value, type);
  return value;
}

function toWire(type: WireType, value: Value): unknown {
  if (value === null || isUnknown(value)) return value;
  if (type === "dynamic") return openToWire(value);
  if (type === "number") return numberToWire(value);
  if (isList(value)) return value.map((item, index) => toWire(elementAt(type, index), item));
  if (!isObject(value)) return value;
  const names = typeof type === "object" && type[0] === "object" ? Object.keys(type[1]) : Object.keys(value);
  const result: Record<string, unknown> = {};
  for (const name of names) result[name] = toWire(memberOf(type, name), value[name] ?? null);
  return result;
}

function openToWire(value: Value): unknown {
  const known = isList(value) || isObject(value) ? openTypes.get(value) : undefined;
  const type = known ?? impliedType(value);
  return [new TextEncoder().encode(JSON.stringify(type)), toWire(type, value)];
}

/** A fraction goes as text: its nearest double is another number to Terraform. */
function numberToWire(value: Value): unknown {
  if (typeof value === "bigint") return value > MAX_INT64 || value < MIN_INT64 ? value.toString() : value;
  if (typeof value === "number" && !Number.isInteger(value)) return value.toString();
  return value;
}
