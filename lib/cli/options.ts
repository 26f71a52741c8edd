import { InvalidArgumentError } from "commander";
import { checkDay } from "../values";

/** The value of an option that is a day. */
export function parseDay(text: string): string {
  try {
    return checkDay(text);
  } catch {
    throw new InvalidArgumentError("It is no day as YYYY-MM-DD.");
  }
}

/** The value of an option that counts something. */
export function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It is no whole number.");
  return Number(text);
}

/** What a command writes with --json. */
export function toJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
