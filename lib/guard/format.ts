import { formatSource } from "../limits";
import type { Allowance } from "./allowance";
import type { GuardReport } from "./check-plan";
import type { GuardFinding, Severity } from "./finding";

/** At most six lines: it is read in the log of a pipeline, by somebody who did not write the stack. */
export function formatFinding(finding: GuardFinding): string {
  const { rule, severity, address, got, want, cost, fix, source } = finding;
  const lines: [string, string | undefined][] = [
    ["got ", got],
    ["want", want],
    ["cost", cost],
    ["fix ", fix],
    ["see ", `${formatSource(source)}, docs/guard.md#${rule}`],
  ];
  return [
    `  ${severity}  ${rule}   ${onOneLine(address)}`,
    ...lines.flatMap(([name, text]) => (text === undefined ? [] : [`    ${name}   ${onOneLine(text)}`])),
  ].join("\n");
}

/** The report of one plan, for people. */
export function formatGuardReport(name: string, report: GuardReport): string {
  const { findings, allowed, unusedAllowances, expiredAllowances } = report;
  return [
    `${name}: ${countFindings(report)}`,
    ...findings.map(formatFinding),
    ...section(
      "allowed",
      allowed.map(({ rule, address, reason, until }) => {
        return `  ${rule}   ${address}: ${reason}${untilText(until)}`;
      }),
    ),
    ...section("allowances that have ended", expiredAllowances.map(formatAllowance)),
    ...section("allowances that this plan does not need", unusedAllowances.map(formatAllowance)),
  ].join("\n\n");
}

/** `2 errors, 1 note in 14 resources` */
export function countFindings({ findings, resources }: GuardReport): string {
  const counts = (["error", "warning", "note"] satisfies Severity[]).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  return `${counts.length === 0 ? "nothing to say" : counts.join(", ")} in ${plural(resources, "resource")}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[`${title}:`, ...lines.map(onOneLine)].join("\n")];
}

function formatAllowance({ change, address, reason, until }: Allowance): string {
  return `  ${change}   ${address}: ${reason}${untilText(until)}`;
}

function untilText(until: string | undefined): string {
  return until === undefined ? "" : ` (until ${until})`;
}

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

/** Values and addresses come from elsewhere: no line breaks, and nothing that moves the cursor of a terminal. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "");
}
