/** A word that the shell takes as it is. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

export function command(...words: readonly string[]): string {
  return words.map(quote).join(" ");
}

/** Says something on the error output, and fails. */
export function fail(message: string): string {
  return `printf '%s\\n' ${quote(message)} >&2\nexit 1\n`;
}
