import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { CtyType, Path } from "../values";
import { elementType, memberType } from "../values";

/** Elements of a set have no name in the protocol: a path that goes into one ends at the set. */
export function toAttributePath(path: Path, type: CtyType): object {
  const steps: object[] = [];
  let within = type;
  for (const step of path) {
    if (isOf("set", within)) break;
    if (typeof step === "number") steps.push({ element_key_int: step });
    else steps.push(isOf("map", within) ? { element_key_string: step } : { attribute_name: step });
    within = typeof step === "number" ? elementType(within) : memberType(within, step);
  }
  return { steps };
}

function isOf(kind: "set" | "map", type: CtyType): boolean {
  return typeof type === "object" && type[0] === kind;
}

export function toWireDiagnostic(
  type: CtyType,
  { severity, summary, detail = "", path }: Diagnostic,
): object {
  return {
    severity: severity.toUpperCase(),
    summary,
    detail,
    ...(path && path.length > 0 && { attribute: toAttributePath(path, type) }),
  };
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** What is thrown in here is nobody's configuration: it is a defect of the lab, and is called one. */
export function defect(call: string, type: string, thrown: unknown): Diagnostic {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return error(
    `Defect of cdktf-ack-lab in ${call}${type && ` of ${type}`}`,
    `This is no fault of the configuration. Please report it.\n\n${text}`,
  );
}
