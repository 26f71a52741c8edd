/**
 * The third state of a value. A prop of a construct may be present, absent (`undefined`), or only known to
 * Terraform at plan or apply time (a token). A limit must not guess about the third kind, so facts say it.
 */

/** Registered globally, so that two copies of the library recognise each other's unknowns. */
export const unknownMark: unique symbol = Symbol.for("cdktf-ack/unknown") as never;

/** A value that Terraform will know and synthesis does not. */
export interface Unknown {
  readonly [unknownMark]: true;
  /** The token as it was given, shortened: what a report shows. */
  readonly token: string;
  /** The value as it was given, for preconditions; absent where the fact is made from it and not it. */
  readonly source?: unknown;
}

/** A value that a limit judges, or the knowledge that it is unknown. */
export type Fact<T> = T | Unknown;

/** A list of which the whole, or single members, may be unknown. */
export type FactList<T> = Fact<readonly Fact<T>[]>;

/** Interpolations in text, and number tokens that were pasted into text. */
const interpolation = /[$%#&]\{/;
const numberTokenInText = /\de\+2[89]\d/;

// Nearly all text is ordinary, and a search for a word is much faster than a pattern.
function containsToken(text: string): boolean {
  return (
    (text.includes("{") && interpolation.test(text)) || (text.includes("e+2") && numberTokenInText.test(text))
  );
}

/**
 * Number tokens lie near -8.1e298, the only member of a token of a list of numbers near -1.9e289; arithmetic on one
 * stays out there. Infinity is a (wrong) value that somebody wrote.
 */
const largestOrdinaryNumber = 1e280;
const largestNumberListToken = 1e290;

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && unknownMark in value;
}

export function unknown(token: string): Unknown {
  return { [unknownMark]: true, token: token.length > 60 ? `${token.slice(0, 57)}...` : token };
}

function unknownValue(value: unknown): Unknown {
  return { ...unknown(String(value)), source: value };
}

/** Whether Terraform has to compute this value, however it is wrapped. */
export function isToken(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return containsToken(value);
    case "number":
      return Number.isFinite(value) && Math.abs(value) > largestOrdinaryNumber;
    case "object":
      return value !== null && isTokenObject(value);
    default:
      return false;
  }
}

function isTokenObject(value: object): boolean {
  if (Array.isArray(value)) {
    return isListToken(value);
  }
  // What cdktf calls an IResolvable is recognised by its method, also across two copies of cdktf.
  return (
    ("resolve" in value && typeof value.resolve === "function") || Object.keys(value).some(isMapTokenKey)
  );
}

function isListToken(value: readonly unknown[]): boolean {
  const [only] = value;
  if (value.length !== 1) {
    return false;
  }
  return typeof only === "number"
    ? isToken(only) && Math.abs(only) < largestNumberListToken
    : typeof only === "string" && only.startsWith("#{");
}

function isMapTokenKey(key: string): boolean {
  return key.startsWith("&{");
}

/** The fact of one prop: itself, absent, or unknown. */
export function fact<T>(value: T): Fact<T> {
  return isToken(value) ? unknownValue(value) : value;
}

/**
 * The facts of a list prop. The list is tested as a whole first: a list token looks like a list of one string, and
 * some functions of Terraform give a text where their type says list.
 */
export function facts<T>(values: readonly T[] | undefined): FactList<T> | undefined {
  if (values === undefined) {
    return undefined;
  }
  if (isToken(values)) {
    return unknownValue(values);
  }
  return values.some(isToken) ? values.map((value) => fact(value)) : values;
}

/**
 * Applies `map` to what is known; an unknown stays one, an absent value stays absent. Terraform does not know `map`, so
 * no precondition comes of it.
 */
export function mapFact<T, R>(
  value: Fact<T>,
  map: (known: Exclude<T, undefined>) => R,
): Fact<R> | Extract<T, undefined> {
  if (isUnknown(value)) {
    return unknown(value.token);
  }
  return value === undefined ? (value as Extract<T, undefined>) : map(value as Exclude<T, undefined>);
}
