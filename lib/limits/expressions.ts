/**
 * Terraform expressions as text, for preconditions. Each judges as the shape of limit does that it belongs to, and where
 * Terraform cannot say the same, it lets pass what that shape would let pass.
 */

/** A known value. */
export function literal(value: unknown): string {
  const json = JSON.stringify(value ?? null) as string | undefined;
  return (json ?? "null").replace(/\\[\\bf]/g, escapeOfTerraform).replace(/([$%])\{/g, "$1$1{");
}

/** Terraform has no short form for two control characters that JSON has one for. */
function escapeOfTerraform(escape: string): string {
  return escape === "\\b" ? "\\u0008" : escape === "\\f" ? "\\u000c" : escape;
}

/** An unset variable is an absent prop, of which limits on values say nothing. */
export function absentOr(term: string, condition: string): string {
  return `${term} == null || ${condition}`;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: false;
}

export function isWithin(term: string, { min, max, integer }: Bounds): string {
  const parts = [
    ...(Number.isFinite(min) ? [`${term} >= ${min}`] : []),
    ...(Number.isFinite(max) ? [`${term} <= ${max}`] : []),
    // Unlike a comparison with the rounded value this takes a number in text, as Terraform does everywhere.
    ...(integer === false ? [] : [`${term} % 1 == 0`]),
  ];
  return `(${parts.length === 0 ? "true" : parts.join(" && ")})`;
}

/** The members of a list, or the characters of a text: `length` would count a family of emojis as one. */
export function lengthOfTerm(term: string): string {
  return `length(try(regexall("(?s).", ${term}), ${term}))`;
}

export function isOneOf(term: string, allowed: readonly (string | number)[]): string {
  return `contains([${allowed.map((member) => literal(String(member))).join(", ")}], tostring(${term}))`;
}

/** Whether a text matches; undefined where the expressions of Terraform do not have what the pattern uses. */
export function isLike(term: string, pattern: RegExp): string | undefined {
  const source = terraformPattern(pattern);
  // Not `regex`, which fails for null as it does for what does not match.
  return source === undefined ? undefined : `length(regexall(${literal(source)}, ${term})) > 0`;
}

/** Present and not switched off, as `isGiven` says of known values; text that says false is what the provider takes for it. */
export function isGivenTerm(term: string): string {
  return `(${term} == null ? false : try(tostring(${term}) != "false", true))`;
}

/** Compares major, minor and patch; what a version leaves out counts as 0, and so does its build. */
export function isAtLeastVersion(term: string, version: string): string {
  const number = (text: string): string =>
    `sum([for place, part in slice(split(".", format("%s.0", split("-", ${text})[0])), 0, 3) : tonumber(part) * pow(1000, 2 - place)])`;
  return `${number(term)} >= ${number(literal(version))}`;
}

/** A condition on each member of a list; undefined where there is none. */
export function isEach(
  list: string,
  conditionOn: (member: string) => string | undefined,
): string | undefined {
  const condition = conditionOn("member");
  return condition === undefined
    ? undefined
    : absentOr(list, `alltrue([for member in ${list} : ${absentOr("member", condition)}])`);
}

/** What the patterns of JavaScript have, and those of Terraform do not, or read differently. */
const unlike = /\(\?(?!:)|\\[1-9bBkpPsSucx]|\[\^?\]|\{\d{4}/;
const portableFlags = /^[gu]*$/;

function terraformPattern({ source, flags }: RegExp): string | undefined {
  const ignoresCase = flags.includes("i");
  if (unlike.test(source) || !portableFlags.test(flags.replace("i", ""))) {
    return undefined;
  }
  return ignoresCase ? `(?i)${source}` : source;
}

/** What an expression refers to: `var.size`, `alicloud_vpc.main.id`. */
export function referencesOf(expression: string): readonly string[] {
  return expression.replace(plainText, '""').match(/[A-Za-z_][\w-]*(?:\.[\w-]+)+/g) ?? [];
}

const plainText = /"(?:[^"\\$%]|\\.|[$%](?!\{))*"/g;
