import { isIP } from "node:net";
import type { Value } from "../values";
import { isObject } from "../values";
import type { Check } from "./formats";
import { labelValueProblems, portNameProblems, qualifiedNameProblems } from "./formats-names";

/** Checks of hashicorp/kubernetes that several arguments share. */

/** A check of a text or a number. */
export function scalar(problemsOf: (text: string, key: string) => readonly string[]): Check {
  return (value, key) => (typeof value === "object" ? [] : problemsOf(String(value), key));
}

/** A check that fails or does not. */
export function that(
  holds: (text: string) => boolean,
  problem: (text: string, key: string) => string,
): Check {
  return scalar((text, key) => (holds(text) ? [] : [problem(text, key)]));
}

export function named(problemsOf: (name: string) => readonly string[]): Check {
  return scalar((name, key) => problemsOf(name).map((problem) => `${key} ${problem}`));
}

/** A check of each member of a map. */
export function members(problemsOf: (name: string, value: Value, key: string) => readonly string[]): Check {
  return (value, key) =>
    isObject(value) ? Object.entries(value).flatMap(([name, member]) => problemsOf(name, member, key)) : [];
}

export function oneOf(...words: readonly string[]): Check {
  const listed = words.map((word) => JSON.stringify(word)).join(" ");
  return that(
    (text) => words.includes(text),
    (text, key) => `expected ${key} to be one of [${listed}], got ${text}`,
  );
}

/** The same in the words of an own check of the provider. */
export function containedIn(...words: readonly string[]): Check {
  const listed = words.map((word) => JSON.stringify(word)).join(", ");
  return that(
    (text) => words.includes(text),
    (text, key) => `"${key}" must contain a value from []string{${listed}}, got ${JSON.stringify(text)}`,
  );
}

export function between(least: number, most: number): Check {
  return that(
    (text) => Number(text) >= least && Number(text) <= most,
    (text, key) => `expected ${key} to be in the range (${least} - ${most}), got ${text}`,
  );
}

export function atLeast(least: number): Check {
  return that(
    (text) => Number(text) >= least,
    (text, key) => `expected ${key} to be at least (${least}), got ${text}`,
  );
}

export function matching(pattern: RegExp): Check {
  return that(
    (text) => pattern.test(text),
    (text, key) => `expected value of ${key} to match regular expression "${pattern.source}", got ${text}`,
  );
}

export const positive = that(
  (text) => Number(text) > 0,
  (_, key) => `${key} must be greater than 0`,
);
export const nonNegative = that(
  (text) => Number(text) >= 0,
  (_, key) => `${key} must be greater than or equal to 0`,
);

export const ip = that(
  (text) => isIP(text) > 0,
  (text, key) => `expected ${key} to contain a valid IP, got: ${text}`,
);
/** One of two checks has to hold; where neither does, both say so. */
export const ipOrNone: Check = (value, key) => {
  const none = oneOf("None")(value, key);
  const address = ip(value, key);
  return none.length > 0 && address.length > 0 ? [...none, ...address] : [];
};

export const cidr = that(
  (text) => {
    const [address = "", bits = "", ...rest] = text.split("/");
    const family = isIP(address);
    return family > 0 && rest.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  },
  (text, key) => `expected "${key}" to be a valid CIDR Value, got ${text}: invalid CIDR address: ${text}`,
);

export const port = that(
  (text) => Number(text) >= 1 && Number(text) <= 65535,
  (text, key) => `expected "${key}" to be a valid port number, got: ${text}`,
);
export const portOrZero = that(
  (text) => Number(text) >= 0 && Number(text) <= 65535,
  (text, key) => `expected "${key}" to be a valid port number or 0, got: ${text}`,
);
export const containerPort = that(
  (text) => Number(text) >= 1 && Number(text) <= 65535,
  (_, key) => `${key} must be between 1 and 65535, inclusive`,
);
export const portName = named(portNameProblems);
export const portNumberOrName: Check = (value, key) =>
  /^[+-]?\d+$/.test(String(value)) ? containerPort(value, key) : portName(value, key);

/** An integer in a text, or nothing. */
export const nullableInteger = that(
  (text) => text === "" || /^[+-]?\d+$/.test(text),
  (text, key) =>
    `${key}: cannot parse '${text}' as int: strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
);

export const modeBits = scalar((text, key) => {
  const octal = /^[0-7]+$/.test(text);
  const bits = octal ? parseInt(text, 8) : 0;
  return [
    ...(text.startsWith("0") ? [] : [`${key}: value ${text} should start with '0' (octal numeral)`]),
    ...(octal
      ? []
      : [
          `${key} :Cannot parse octal numeral (${JSON.stringify(text)}): strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
        ]),
    ...(bits > 0o777
      ? [`${key} (0${bits.toString(8)}) expects octal notation (a value between 0 and 0777)`]
      : []),
  ];
});

const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const QUANTITY_PROBLEM =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

export const quantity = that(
  (text) => QUANTITY.test(text),
  (text, key) => `${key}.${text} : ${QUANTITY_PROBLEM}`,
);
export const quantities = members((name, value, key) =>
  QUANTITY.test(String(value)) ? [] : [`${key}.${name} (${JSON.stringify(value)}): ${QUANTITY_PROBLEM}`],
);

export const labels = members((name, value, key) => [
  ...qualifiedNameProblems(name).map((problem) => `${key} (${JSON.stringify(name)}) ${problem}`),
  ...(typeof value === "string"
    ? labelValueProblems(value).map((problem) => `${key} (${JSON.stringify(value)}) ${problem}`)
    : []),
]);
export const annotations = members((name, _, key) =>
  qualifiedNameProblems(name.toLowerCase()).map((problem) => `${key} (${JSON.stringify(name)}) ${problem}`),
);

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const base64Members = members((name, value) =>
  BASE64.test(String(value).replace(/[\r\n]/g, ""))
    ? []
    : [`${name} (${JSON.stringify(value)}) ${name}: must be a base64-encoded string`],
);

/** A path inside of a volume. */
export const volumePath = scalar((text, key) => [
  ...(text.startsWith("/") ? ["must be a relative path"] : []),
  ...(text.split("/").includes("..") ? [`"${key}" must not contain ".."`] : []),
]);
