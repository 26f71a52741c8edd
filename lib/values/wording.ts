const LONGEST_QUOTE = 80;

/** Any value on one line of an error message, however strange: callers may be JavaScript without types. */
export function describe(value: unknown): string {
  if (typeof value === "string") {
    const shown = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}...` : value;
    return JSON.stringify(shown);
  }
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" || typeof value === "function") return `a value of type ${typeof value}`;
  return `${String(value)} (a ${typeof value})`;
}

/** 131072 as "131,072". */
export function thousands(count: number): string {
  return count.toLocaleString("en-US");
}
