import type { Effect, ResourceChange } from "./change";
import { formatPath } from "./change";
import { sendingOf } from "./create-only";
import { differencesOf, UNKNOWN } from "./difference";
import type { Problem } from "./finding";
import { propsOf } from "./props";
import { showDifference } from "./show-value";

/** What Terraform alone notes, or uses when it deletes: an import cannot know it, and to write it changes nothing. */
const local = new Set([
  ...["delete_options", "deletion_window_in_days", "force_delete", "pending_window_in_days"],
  ...["retain_resources", "skip_set_certificate_authority", "timeouts", "upgrade_policy"],
]);

/** Differences that one line names. */
const SHOWN = 3;

/** What a plan changes on a resource that it imports: the code says something else than what is there. */
export function adoptionProblems(change: ResourceChange, effect: Effect): Problem[] {
  if (change.importing !== true || effect !== "update") return [];
  const { createOnly } = sendingOf(change.type);
  const differences = differencesOf(change).filter(({ path: [name], after }) => {
    const isReportedElsewhere = createOnly.includes(String(name));
    return after !== UNKNOWN && !isReportedElsewhere && !local.has(String(name));
  });
  if (differences.length === 0) return [];
  const shown = differences
    .slice(0, SHOWN)
    .map((difference) => showDifference(formatPath(difference.path), difference, change));
  const more = differences.length > SHOWN ? `; and ${differences.length - SHOWN} more` : "";
  return [
    {
      rule: "adopted-changes",
      severity: "note",
      arguments: differences.map(({ path }) => formatPath(path)),
      got: `${shown.join("; ")}${more}`,
      want: "the resource as it is, unless the change is meant",
      fix: whatIsThere(
        change.type,
        differences.map(({ path: [name] }) => String(name)),
      ),
      source: { title: "Terraform documentation", chapter: "import block" },
    },
  ];
}

/** How the code comes to say what an imported resource is. */
export function whatIsThere(type: string, names: readonly string[]): string {
  return `write the value that it has into the code: ${propsOf(type, names).join("; ")}`;
}
