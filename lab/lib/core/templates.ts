/** Where a text of Terraform holds expressions. */

/** A text that stands for itself, `${expression}`, or `%{directive}`. */
export interface TemplatePart {
  readonly kind: "text" | "expression" | "directive";
  readonly text: string;
}

const ESCAPES: readonly (readonly [escape: string, text: string])[] = [
  ["$${", "${"],
  ["%%{", "%{"],
];

export function partsOf(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let plain = "";
  let at = 0;
  while (at < template.length) {
    const escape = ESCAPES.find(([written]) => template.startsWith(written, at));
    if (escape !== undefined) {
      plain += escape[1];
      at += escape[0].length;
    } else if (template.startsWith("${", at) || template.startsWith("%{", at)) {
      const end = closingBrace(template, at + 2);
      if (plain !== "") parts.push({ kind: "text", text: plain });
      plain = "";
      const kind = template[at] === "$" ? "expression" : "directive";
      parts.push({ kind, text: template.slice(at + 2, end) });
      at = end + 1;
    } else {
      plain += template[at];
      at += 1;
    }
  }
  if (plain !== "") parts.push({ kind: "text", text: plain });
  return parts;
}

/** Whether Terraform has to work the text out: it holds an expression or a directive. */
export function isTemplate(text: string): boolean {
  return partsOf(text).some(({ kind }) => kind !== "text");
}

/** The expression of a text that is nothing else, so that its value may have any type. */
export function soleExpression(text: string): string | undefined {
  const [first, ...rest] = partsOf(text);
  return first?.kind === "expression" && rest.length === 0 ? first.text.trim() : undefined;
}

/** What stands inside each `${}` and `%{}` of a text. */
export function expressionsIn(text: string): string[] {
  return partsOf(text)
    .filter(({ kind }) => kind !== "text")
    .map((part) => part.text);
}

/** A brace may stand in a text of the expression, and that text may hold a template again. */
function closingBrace(text: string, from: number): number {
  const open: ("{" | '"')[] = [];
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (open.at(-1) === '"') {
      if (character === "\\") at++;
      else if (character === '"') open.pop();
      else if (text.startsWith("$${", at)) at += 2;
      else if (text.startsWith("${", at)) {
        open.push("{");
        at++;
      }
    } else if (character === '"' || character === "{") {
      open.push(character);
    } else if (character === "}") {
      if (open.length === 0) return at;
      open.pop();
    }
  }
  return text.length;
}
