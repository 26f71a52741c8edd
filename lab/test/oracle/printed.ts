/** Whether two parts of a printed plan say the same: absent, null, false and empty are one, and sets have no order. */
export function printedAlike(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** One text for all that is alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = Object.entries(value)
    .map(([name, member]) => [name, canonical(member)] as const)
    .filter(([, text]) => !isNothing(text))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, text]) => `${name}:${text}`).join()}}`;
}

/** Null, false, an empty object, or a list of nothing else. */
function isNothing(text: string): boolean {
  return /^\[?(?:(?:null|false|\{\}|\[\]),?)*\]?$/.test(text);
}
