/**
 * What in a file of HCL ties it to a state that is not the lab's, or nothing.
 *
 * Only the outline is read: comments, texts and heredocs are left out, and words are looked for at their depth.
 */
export function stateTies(text: string): string | undefined {
  const { top, settings } = outline(text);
  if (/^\s*data\s+"?terraform_remote_state"?\s/m.test(top)) return "a terraform_remote_state";
  if (/(^|[{}\s])backend\s+"?[\w-]+"?\s*\{/.test(settings)) return "a backend";
  if (/(^|[{}\s])cloud\s*\{/.test(settings)) return "a cloud block";
  return undefined;
}

interface Outline {
  /** What stands outside of all blocks: their heads. */
  readonly top: string;
  /** What stands in the `terraform` blocks, without what is in the blocks there. */
  readonly settings: string;
}

function outline(text: string): Outline {
  let depth = 0;
  let top = "";
  let settings = "";
  let isSettings = false;
  for (const piece of pieces(text)) {
    if (piece === "{") {
      depth += 1;
      if (depth === 1) isSettings = /(^|\n)\s*terraform\s*$/.test(top);
    }
    if (depth === 0) top += piece;
    else if (isSettings && (depth === 1 || (depth === 2 && piece === "{"))) settings += piece;
    if (piece === "}") {
      depth -= 1;
      // Whatever follows is a new head.
      if (depth === 0) top += "\n";
    }
  }
  return { top, settings };
}

const COMMENT = /#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const HEREDOC = /<<-?([\w-]+)\r?\n[^]*?\n[ \t]*\1(?=\r?\n|$)/y;
const PLAIN = /[^"#/{}<]+/y;

/** The text in pieces: braces alone, the rest as it comes; of quoted texts only labels of blocks, which hold no blank. */
function* pieces(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const skipped = match(COMMENT, text, at) ?? match(HEREDOC, text, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    if (text[at] === '"') {
      const end = endOfQuotes(text, at);
      const quoted = text.slice(at, end);
      if (/^"[\w-]*"$/.test(quoted)) yield quoted;
      at = end;
      continue;
    }
    const piece = match(PLAIN, text, at) ?? text.charAt(at);
    yield piece;
    at += piece.length;
  }
}

/** Where a quoted text ends, whose templates may hold quoted texts again. */
function endOfQuotes(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at += 2;
    else if (/^[$%]\{/.test(text.slice(at, at + 2)) && text[at - 1] !== text[at])
      at = endOfTemplate(text, at + 2);
    else at += 1;
  }
  return at + 1;
}

function endOfTemplate(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    if (text[at] === '"') {
      at = endOfQuotes(text, at);
      continue;
    }
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    at += 1;
  }
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
