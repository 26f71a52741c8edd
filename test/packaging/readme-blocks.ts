export interface CodeBlock {
  /** The line on which the code starts. */
  readonly line: number;
  readonly code: string;
  /** What the program prints, when a `text` block with only blank lines between follows it. */
  readonly output?: string;
}

const FENCE = /^ {0,3}```(.*)$/;

/**
 * The TypeScript blocks of a Markdown text. Each is a complete program: a fragment cannot be compiled, and what is not
 * compiled goes stale.
 */
export function typeScriptBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let followsProgram = false;
  let open: { readonly info: string; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    const info = FENCE.exec(text)?.[1]?.trim();
    if (info === undefined) {
      open?.code.push(text);
      followsProgram &&= open !== undefined || text.trim() === "";
    } else if (!open) {
      open = { info, line: index + 2, code: [] };
    } else {
      const last = blocks.at(-1);
      if (isTypeScript(open.info, open.line)) {
        blocks.push({ line: open.line, code: open.code.join("\n") });
        followsProgram = true;
      } else {
        if (open.info === "text" && followsProgram && last) {
          blocks[blocks.length - 1] = { ...last, output: open.code.join("\n") };
        }
        followsProgram = false;
      }
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
