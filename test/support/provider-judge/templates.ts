/** Terraform's interpolation in texts: where it is, and what it holds. */

import type { Json } from "./json";
import { isObject } from "./json";

/** A text with an interpolation or a directive; `$${` and `%%{` are escaped ones. */
export function isTemplate(value: Json): boolean {
  return typeof value === "string" && /[$%]\{/.test(value.replaceAll("$${", "").replaceAll("%%{", ""));
}

/** A text that is one expression and nothing else, so that its value may have any type. */
export function isExpression(text: string): boolean {
  return text.startsWith("${") && expressionsIn(text)[0]?.length === text.length - "${}".length;
}

/** Whether no part of a value waits for another resource: the SDK validates nothing else. */
export function isWhollyKnown(value: Json): boolean {
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  if (isObject(value)) return Object.values(value).every(isWhollyKnown);
  return !isTemplate(value);
}

/** What stands between `${` and its closing brace, for each interpolation of a text. */
export function expressionsIn(text: string): string[] {
  const found: string[] = [];
  let start = text.search(OPENING);
  while (start >= 0) {
    const end = closingBrace(text, start + 2);
    found.push(text.slice(start + 2, end));
    const next = text.slice(end + 1).search(OPENING);
    start = next < 0 ? next : end + 1 + next;
  }
  return found;
}

const OPENING = /(?<!\$)\$\{/;

function closingBrace(text: string, from: number): number {
  const open: ("{" | '"')[] = [];
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (open.at(-1) === '"') {
      if (character === "\\") at++;
      else if (character === '"') open.pop();
      else if (text.startsWith("${", at)) open.push("{");
    } else if (character === '"' || (character === "{" && text[at - 1] !== "$")) {
      open.push(character);
    } else if (character === "}") {
      if (open.length === 0) return at;
      open.pop();
    }
  }
  return text.length;
}
