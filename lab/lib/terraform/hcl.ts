/**
 * What in a file of HCL ties it to a state that is not the lab's, or nothing.
 *
 * Only the outline is read: comments, strings and heredocs are left out, and words are looked for at their depth.
 */
export function stateTies(text: string): string | undefined {
  if (/^data\s+"?terraform_remote_state"?\s/m.test(outline(text, 0))) return "a terraform_remote_state";
  for (const settings of blocksNamed("terraform", text)) {
    if (/(^|[{\s])backend\s+"?\w+"?\s*\{/.test(settings)) return "a backend";
    if (/(^|[{\s])cloud\s*\{/.test(settings)) return "a cloud block";
  }
  return undefined;
}

/** The text without what is deeper than that many braces; labels of blocks stay. */
function outline(text: string, deepest: number): string {
  let depth = 0;
  let result = "";
  for (const token of withoutComments(text)) {
    if (token === "{") depth += 1;
    if (depth <= deepest) result += token;
    if (token === "}") depth -= 1;
  }
  return result;
}

function blocksNamed(name: string, text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let head = "";
  let body: string | undefined;
  for (const token of withoutComments(text)) {
    if (token === "{") {
      depth += 1;
      if (depth === 1 && head.trim().split("\n").at(-1)?.trim() === name) body = "";
    }
    if (depth === 0) head += token;
    // One level of the block is enough to see its own blocks; what they hold is theirs.
    else if (body !== undefined && (depth <= 1 || token === "{")) body += token;
    if (token === "}") {
      depth -= 1;
      if (depth !== 0) continue;
      if (body !== undefined) found.push(body);
      body = undefined;
      head = "";
    }
  }
  return found;
}

const TOKEN =
  /#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/|<<-?(?<mark>\w+)\n[^]*?\n[ \t]*\k<mark>(?=\n|$)|"(?:[^"\\\n]|\\.)*"|[{}]|[^"#/{}<]+|[^]/g;

function* withoutComments(text: string): Generator<string> {
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith("#") || token.startsWith("//") || token.startsWith("/*")) continue;
    if (token.startsWith("<<")) continue;
    // A label is a word in quotes; other strings may hold anything.
    if (token.startsWith('"') && !/^"[\w-]*"$/.test(token)) continue;
    yield token;
  }
}
