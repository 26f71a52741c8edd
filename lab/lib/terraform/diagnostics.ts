/** What Terraform says, as data. */
export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The resource that it is about. */
  readonly address?: string;
  /** The place in the configuration: `resource.alicloud_vpc.main`. */
  readonly context?: string;
  /** The text at that place. */
  readonly code?: string;
}

interface RawDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly snippet?: { readonly context?: string | null; readonly code?: string };
}

/** A line of Terraform's output under `-json`. */
export interface OutputLine {
  readonly type?: string;
  readonly diagnostic?: RawDiagnostic;
  readonly changes?: Readonly<Record<string, unknown>>;
}

export function toDiagnostic({
  severity,
  summary,
  detail,
  address,
  snippet,
}: RawDiagnostic): TerraformDiagnostic {
  const context = snippet?.context ?? undefined;
  const code = snippet?.code;
  return {
    severity,
    summary,
    detail: detail ?? "",
    ...(address !== undefined && { address }),
    ...(context !== undefined && { context }),
    ...(code !== undefined && { code }),
  };
}

/** The lines of an output that are JSON; others are passed over. */
export function parseLines(output: string): OutputLine[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    try {
      return [JSON.parse(line) as OutputLine];
    } catch {
      return [];
    }
  });
}

export function diagnosticsIn(lines: readonly OutputLine[]): TerraformDiagnostic[] {
  return lines.flatMap(({ diagnostic }) => (diagnostic ? [toDiagnostic(diagnostic)] : []));
}

/** Commands that know no `-json` print boxes: `│ Error: summary`, an empty line, and the detail. */
export function diagnosticsInText(output: string): TerraformDiagnostic[] {
  const lines = output.split("\n").map((line) => line.replace(/^[╷│╵] ?/, "").trimEnd());
  const heads = lines.flatMap((line, index) => (/^(Error|Warning): /.test(line) ? [index] : []));
  return heads.map((head, index) => {
    const [severity = "", ...summary] = (lines[head] ?? "").split(": ");
    return {
      severity: severity === "Warning" ? "warning" : "error",
      summary: summary.join(": "),
      detail: lines
        .slice(head + 1, heads[index + 1])
        .join("\n")
        .trim(),
    };
  });
}
