export interface CodeBlock {
  /** The line on which the code starts. */
  readonly line: number;
  readonly code: string;
}

const FENCE = /^ {0,3}```(.*)$/;

/**
 * The TypeScript blocks of a Markdown text. Each is a complete program: a fragment cannot be compiled, and what is not
 * compiled goes stale.
 */
export function typeScriptBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly info: string; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    const info = FENCE.exec(text)?.[1]?.trim();
    if (info === undefined) {
      open?.code.push(text);
    } else if (!open) {
      open = { info, line: index + 2, code: [] };
    } else {
      if (isTypeScript(open.info, open.line)) blocks.push({ line: open.line, code: open.code.join("\n") });
      open = undefined;
    }
  }
  if (open) throw new Error(`The block at line ${open.line} is not closed.`);
  return blocks;
}

function isTypeScript(info: string, line: number): boolean {
  const [language, ...rest] = info.split(/\s+/);
  if (language !== "ts" && language !== "typescript") return false;
  if (language !== "ts" || rest.length > 0) {
    throw new Error(
      `The block at line ${line} is marked "${info}": write "ts" and make it a complete program.`,
    );
  }
  return true;
}
