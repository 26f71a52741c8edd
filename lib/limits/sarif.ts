import type { Violation } from "./limit-error";
import type { LimitReport } from "./report";

/** The report in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the line. */
export function toSarif(report: LimitReport): object {
  const results = [
    ...report.broken.map((violation) => result(violation, "error")),
    ...[...report.warnings, ...report.turnedIntoWarnings].map((violation) => result(violation, "warning")),
    ...report.acknowledged.map((excused) => ({
      ...result(excused, "note"),
      suppressions: [{ kind: "inSource", justification: excused.reason }],
    })),
  ];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "cdktf-ack", rules: rulesOf(report) } }, results }],
  };
}

/** The rules that the results name, sorted by id. */
function rulesOf({ broken, warnings, turnedIntoWarnings, acknowledged }: LimitReport): object[] {
  const statements = new Map(
    [...broken, ...warnings, ...turnedIntoWarnings, ...acknowledged].map(({ id, statement }) => [
      id,
      statement,
    ]),
  );
  return [...statements]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => ({ id, shortDescription: { text } }));
}

function result(violation: Violation, level: "error" | "warning" | "note") {
  const fix = violation.fix === undefined ? "" : ` Fix: ${violation.fix}.`;
  return {
    ruleId: violation.id,
    level,
    message: { text: `${violation.path}: got ${violation.got}; want ${violation.want}.${fix}` },
    locations: [
      { ...physicalLocation(violation), logicalLocations: [{ fullyQualifiedName: violation.path }] },
    ],
  };
}

function physicalLocation({ origin }: Violation): object {
  const [, uri, line] = /^(.*):(\d+)$/.exec(origin ?? "") ?? [];
  return uri === undefined
    ? {}
    : { physicalLocation: { artifactLocation: { uri }, region: { startLine: Number(line) } } };
}
