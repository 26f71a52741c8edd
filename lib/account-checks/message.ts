import type { Term } from "./terms";

/** What a check says when the account does not have what the stack asks for. Terms stand in `${...}`. */
export interface CheckMessage {
  readonly id: string;
  readonly statement: string;
  /** The constructs that ask for it. */
  readonly paths: readonly string[];
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** A condition of Terraform with its message, in the form that broken limits have. */
export function checked(condition: Term, { id, statement, paths, got, want, fix }: CheckMessage) {
  return {
    condition: `\${${condition}}`,
    errorMessage: [
      statement,
      `  check  ${id}   ${paths.map(plain).join(", ")}`,
      `  got    ${got}`,
      `  want   ${want}`,
      `  fix    ${fix}`,
      `  see    docs/account-checks.md#${id}.`,
    ].join("\n"),
  };
}

/** Text that Terraform must not take for a template. */
export function plain(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

/** The value of a term in a message. */
export function valueOf(term: Term): string {
  return /^[\d.]+$/.test(term) ? term : `\${${term}}`;
}

/** Members of a list of texts, in a message. */
export function listOf(term: Term): string {
  return `\${join(", ", ${term})}`;
}
