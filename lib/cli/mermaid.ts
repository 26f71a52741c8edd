import type { Diagram, DiagramKind, DiagramNode } from "./diagram-model";

const shapes: Readonly<Record<Exclude<DiagramKind, "vpc" | "zone">, readonly [string, string]>> = {
  vswitch: ["[", "]"],
  nat: ["{{", "}}"],
  cluster: ["([", "])"],
  pool: ["[[", "]]"],
  existing: ["[/", "/]"],
};

/** A flowchart of Mermaid: VPCs and zones are boxes with what lies in them. */
export function toMermaid({ nodes, edges }: Diagram): string {
  const lines = ["flowchart TB", ...within(nodes, undefined, "  ")];
  for (const { from, to, label } of edges) {
    lines.push(label === undefined ? `  ${from} --> ${to}` : `  ${from} -. ${quote([label])} .-> ${to}`);
  }
  return `${lines.join("\n")}\n`;
}

function within(
  nodes: readonly DiagramNode[],
  parent: string | undefined,
  indent: string,
): readonly string[] {
  return nodes
    .filter(({ inside }) => inside === parent)
    .flatMap(({ id, kind, label }) => {
      if (kind === "vpc" || kind === "zone") {
        const inner = within(nodes, id, `${indent}  `);
        // An empty box is drawn as a node in any case.
        return [`${indent}subgraph ${id}[${quote(label)}]`, ...inner, `${indent}end`];
      }
      const [open, close] = shapes[kind];
      return [`${indent}${id}${open}${quote(label)}${close}`];
    });
}

/** What ends a label, or starts HTML, Markdown or an entity in it, is written as the entities of Mermaid. */
function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/\s+/g, " ").replace(/[#"<>&`\\*[\]{}|]/g, (char) => `#${String(char.codePointAt(0))};`),
  );
  return `"${escaped.join("<br/>")}"`;
}
