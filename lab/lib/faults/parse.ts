import { readFileSync } from "node:fs";
import { FAULTS, type Fault } from "./fault";
import { OPERATIONS } from "./operation";

/** Faults as they are written down. */
export interface FaultPlan {
  readonly faults: readonly Fault[];
}

type Check = (value: unknown) => string | undefined;

const names = Object.keys(FAULTS);
const operations: readonly string[] = [...OPERATIONS, "any"];

const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && known.includes(value) ? undefined : `one of ${known.join(", ")}`;
const wholeFrom1: Check = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 ? undefined : "a whole number from 1";
const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "a text");
const seconds: Check = (value) =>
  typeof value === "number" && value >= 0 && value <= 3600 ? undefined : "a number from 0 to 3600";
const flag: Check = (value) => (typeof value === "boolean" ? undefined : "true or false");

const checks: Readonly<Record<keyof Fault, Check>> = {
  fault: oneOf(names),
  on: oneOf(operations),
  type: text,
  name: text,
  nth: wholeFrom1,
  times: wholeFrom1,
  code: text,
  message: text,
  seconds,
  after: flag,
};

/** Reads faults, or says what is wrong with them and what there is to choose from. */
export function parseFaults(content: unknown, origin = "the faults"): readonly Fault[] {
  if (!isRecord(content) || !Array.isArray(content["faults"])) {
    throw new Error(`${origin}: expected { "faults": [ … ] }`);
  }
  const stray = Object.keys(content).find((key) => key !== "faults");
  if (stray !== undefined) throw new Error(`${origin}: unknown key "${stray}"; known is faults`);
  return content["faults"].map((one: unknown, index) => parseFault(one, `${origin}: faults[${index}]`));
}

export function parseFaultText(content: string, origin: string): readonly Fault[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw new Error(`${origin}: is not JSON`);
  }
  return parseFaults(parsed, origin);
}

export function loadFaults(path: string): readonly Fault[] {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    throw new Error(`the file of faults ${path} cannot be read`);
  }
  return parseFaultText(content, path);
}

function parseFault(fault: unknown, where: string): Fault {
  if (!isRecord(fault)) throw new Error(`${where}: expected an object`);
  if (fault["fault"] === undefined)
    throw new Error(`${where}: "fault" is missing; known are ${names.join(", ")}`);
  for (const [key, value] of Object.entries(fault)) {
    if (!isKey(key))
      throw new Error(`${where}: unknown key "${key}"; known are ${Object.keys(checks).join(", ")}`);
    const expected = checks[key](value);
    if (expected === undefined) continue;
    if (key === "fault")
      throw new Error(`${where}: unknown fault ${JSON.stringify(value)}; known are ${names.join(", ")}`);
    throw new Error(`${where}.${key}: expected ${expected}, got ${JSON.stringify(value)}`);
  }
  refuseMismatch(fault, where);
  return fault as unknown as Fault;
}

/** Keys that mean nothing to a fault are mistakes, not decoration. */
function refuseMismatch({ fault, on, seconds: long, after }: Record<string, unknown>, where: string): void {
  if (long !== undefined && fault !== "slow")
    throw new Error(`${where}.seconds: only the fault slow takes it`);
  if (after !== undefined && fault !== "crash")
    throw new Error(`${where}.after: only the fault crash takes it`);
  if (fault === "timeout-after-create" && on !== undefined && on !== "create") {
    throw new Error(`${where}.on: timeout-after-create is about create, not ${JSON.stringify(on)}`);
  }
}

function isKey(key: string): key is keyof Fault {
  return Object.hasOwn(checks, key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
