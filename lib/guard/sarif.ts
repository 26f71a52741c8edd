import type { AllowedFinding, GuardReport } from "./check-plan";
import { guardRules, type GuardFinding } from "./finding";

/** The report of one plan, with the name of its file. */
export interface NamedReport {
  readonly file: string;
  readonly report: GuardReport;
}

/** Reports in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show. */
export function toGuardSarif(reports: readonly NamedReport[]): object {
  const results = reports.flatMap(({ file, report }) => [
    ...report.findings.map((finding) => result(finding, file)),
    ...report.allowed.map((finding) => ({ ...result(finding, file), suppressions: [suppression(finding)] })),
  ]);
  const named = new Set(results.map(({ ruleId }) => ruleId));
  const rules = Object.entries(guardRules)
    .filter(([id]) => named.has(id as keyof typeof guardRules))
    .map(([id, text]) => ({ id, shortDescription: { text } }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "cdktf-ack guard", rules } }, results }],
  };
}

function result({ rule, severity, address, got, want, cost, fix }: GuardFinding, file: string) {
  const more = [cost === undefined ? "" : ` Cost: ${cost}.`, fix === undefined ? "" : ` Fix: ${fix}.`].join(
    "",
  );
  return {
    ruleId: rule,
    level: severity,
    message: { text: `${address}: got ${got}; want ${want}.${more}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: address, kind: "resource" }],
      },
    ],
  };
}

function suppression({ reason }: AllowedFinding) {
  return { kind: "external", justification: reason };
}

function uriOf(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join("/");
}
