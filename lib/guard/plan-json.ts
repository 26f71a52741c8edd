import { ValueError } from "../values";
import { isObject, valueAt, type Action, type Path, type ResourceChange, type Values } from "./change";

/** What the guard needs of a plan. */
export interface Plan {
  readonly changes: readonly ResourceChange[];
  /** Whether Terraform has put changes off to a later plan. */
  readonly isPartial: boolean;
}

const HOW = "terraform plan -out tfplan && terraform show -json tfplan > plan.json";

/**
 * Parses the text of `terraform show -json <plan>`, and says what else it is when it is no JSON.
 *
 * @throws ValueError
 */
export function parsePlanJson(text: string): unknown {
  if (text.startsWith("PK")) refuse("the plan file itself, which only Terraform reads", HOW);
  if (text.trim() === "") refuse("no text at all", HOW);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/^\s*\{"@level"/.test(text)) refuse("the log of terraform plan -json", HOW);
    return refuse(`text that is no JSON (${error instanceof Error ? error.message : String(error)})`, HOW);
  }
}

/**
 * Reads the plan of Terraform or OpenTofu, as `show -json` gives it.
 *
 * @throws ValueError when the JSON is no plan, or one in a format that is not known
 */
export function readPlan(json: unknown): Plan {
  if (!isObject(json)) return refuse("JSON that is no object", HOW);
  const version = json["format_version"];
  if (typeof version !== "string") return refuse("JSON without a format_version", HOW);
  if (!/^1\.\d+$/.test(version)) {
    return refuse(
      `a plan of format_version ${JSON.stringify(version)}`,
      "use a newer cdktf-ack",
      "format_version 1",
    );
  }
  if (json["errored"] === true) {
    return refuse(
      "a plan that ended in an error, so that changes are missing",
      "mend the error and plan again",
    );
  }
  const changes = json["resource_changes"];
  // Terraform leaves the list out when a plan has no resource at all; a state never has planned values.
  if (changes === undefined && isObject(json["planned_values"]))
    return { changes: [], isPartial: isPartial(json) };
  if (!Array.isArray(changes)) {
    return refuse(isObject(json["values"]) ? "a state" : "JSON without resource_changes", HOW);
  }
  const configured = configuredIn(json["configuration"]);
  return {
    changes: changes.flatMap(readChange).map((change) => withConfigured(change, configured)),
    isPartial: isPartial(json),
  };
}

/** What the configuration of the root module writes, by address; cdktf makes no other modules. */
function configuredIn(configuration: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const resources = valueAt(configuration, ["root_module", "resources"]);
  const list: readonly unknown[] = Array.isArray(resources) ? resources : [];
  return new Map(
    list.flatMap((resource): [string, ReadonlySet<string>][] => {
      if (!isObject(resource) || typeof resource["address"] !== "string") return [];
      const { address, expressions } = resource;
      return isObject(expressions) ? [[address, new Set(Object.keys(expressions))]] : [];
    }),
  );
}

function withConfigured(
  change: ResourceChange,
  configured: ReadonlyMap<string, ReadonlySet<string>>,
): ResourceChange {
  const written = configured.get(change.address);
  return written === undefined ? change : { ...change, configured: written };
}

function isPartial(json: Values): boolean {
  return json["complete"] === false;
}

function readChange(json: unknown, index: number): ResourceChange[] {
  const at = `resource_changes[${index}]`;
  if (!isObject(json) || !isObject(json["change"])) return refuse(`${at} without a change`, HOW);
  const { address, type, mode, change, action_reason: reason, deposed } = json;
  if (typeof address !== "string" || typeof type !== "string") {
    return refuse(`${at} without an address or a type`, HOW);
  }
  if (mode === "data") return [];
  const { before_sensitive: beforeSensitive, after_sensitive: afterSensitive } = change;
  return [
    {
      address,
      type,
      actions: readActions(change["actions"], at),
      before: readValues(change["before"], `${at}.change.before`),
      after: readValues(change["after"], `${at}.change.after`),
      afterUnknown: change["after_unknown"],
      beforeSensitive,
      afterSensitive,
      ...(change["replace_paths"] === undefined
        ? {}
        : { replacePaths: readPaths(change["replace_paths"], at) }),
      ...(typeof reason === "string" && reason !== "replace_because_cannot_update" ? { reason } : {}),
      ...(isObject(change["importing"]) ? { importing: true } : {}),
      ...(typeof deposed === "string" ? { deposed } : {}),
    },
  ];
}

const actions: readonly Action[] = ["no-op", "create", "read", "update", "delete", "forget"];

function readActions(json: unknown, at: string): Action[] {
  const list: readonly unknown[] = Array.isArray(json)
    ? json
    : refuse(`${at} without a list of actions`, HOW);
  return list.map(
    (given) =>
      actions.find((action) => action === given) ??
      refuse(
        `the action ${JSON.stringify(given)} in ${at}`,
        "use a newer cdktf-ack",
        `one of ${actions.join(", ")}`,
      ),
  );
}

function readValues(json: unknown, at: string): Values | null {
  if (json === null || json === undefined) return null;
  return isObject(json) ? json : refuse(`${at} that is no object`, HOW);
}

function readPaths(json: unknown, at: string): Path[] {
  const isPath = (path: unknown): path is Path =>
    Array.isArray(path) && path.every((part) => typeof part === "string" || typeof part === "number");
  return Array.isArray(json) && json.every(isPath) ? json : refuse(`${at} with other replace_paths`, HOW);
}

function refuse(got: string, fix: string, want = "the JSON of a plan"): never {
  throw new ValueError({ got, want, fix });
}
