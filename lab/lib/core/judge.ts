import type { Diagnostic } from "../diagnostic";
import { validateResource } from "../engine";
import type { Block } from "../schema";
import { formatPath } from "../values";
import { decodeConfig } from "./decode";
import type { Json, JsonObject } from "./json";
import { isJsonList, isJsonObject, membersOf } from "./json";
import { checkBeyondValidate } from "./judge-beyond";
import type { Mode } from "./judge-models";
import { modelOf, providerOf } from "./judge-models";
import type { Problem, Report } from "./judge-problem";
import { References, typeOfReference } from "./references";

export type { Problem } from "./judge-problem";

/**
 * What Terraform and the real providers would refuse in a synthesized stack, or later crash on; empty when it is fine.
 *
 * Resources of providers that the lab does not have are only looked up, their arguments are not judged.
 */
export function judge(terraformJson: object): Problem[] {
  const file = terraformJson as JsonObject;
  const references = new References(file);
  const problems: Problem[] = [];
  const reporter =
    (address: string): Report =>
    (path, message) =>
      problems.push({ address, path, message });

  for (const [section, content] of membersOf(file)) {
    if (section === "resource" || section === "data") {
      for (const [type, bodies] of membersOf(content)) {
        for (const [name, body] of membersOf(bodies)) {
          const report = reporter(`${section === "data" ? "data." : ""}${type}.${name}`);
          judgeBody(section, type, body, references, report);
          references.checkTemplates(body, "", report);
        }
      }
    } else {
      for (const [name, value] of membersOf(content)) {
        const report = reporter(`${section}.${name}`);
        if (section === "provider") judgeProvider(name, value, report);
        references.checkTemplates(value, "", report);
      }
    }
  }
  return problems;
}

/** Throws a list of all that would be refused. */
export function expectAccepted(terraformJson: object): void {
  const lines = judge(terraformJson).map(({ address, path, message }) => `  ${address}  ${path}: ${message}`);
  if (lines.length > 0) throw new Error(`the provider would refuse this stack:\n${lines.join("\n")}`);
}

function judgeBody(mode: Mode, type: string, body: Json, references: References, report: Report): void {
  if (!isJsonObject(body)) {
    report("", "is not an object");
    return;
  }
  references.checkMeta(mode, type, body, report);
  const model = modelOf(mode, type);
  if (model === undefined) {
    const kind = mode === "data" ? "data source" : "resource";
    if (providerOf(type) !== undefined) report("", `the provider has no ${kind} ${type}`);
    else if (!references.isProvided(type)) report("", `no required provider has ${type}`);
    return;
  }
  const value = decoded(model.block, body, report);
  // Terraform asks the provider only about what has the right shape.
  if (value === undefined) return;
  reportErrors(validateResource(model, value), report);
  if (mode === "resource") checkBeyondValidate(type, value, report);
}

/** Arguments of Terraform in a provider block. */
const PROVIDER_META = ["alias", "version"];

function judgeProvider(name: string, bodies: Json, report: Report): void {
  const block = providerOf(name)?.config;
  if (block === undefined) return;
  for (const body of isJsonList(bodies) ? bodies : [bodies]) {
    const settings = membersOf(body).filter(([argument]) => !PROVIDER_META.includes(argument));
    decoded(block, Object.fromEntries(settings), report);
  }
}

function decoded(block: Block, body: JsonObject, report: Report): ReturnType<typeof decodeConfig>["value"] {
  const { value, diagnostics } = decodeConfig(block, body, { typeOf: typeOfReference });
  reportErrors(diagnostics, report);
  return value;
}

/** What is only deprecated is fine. */
function reportErrors(diagnostics: readonly Diagnostic[], report: Report): void {
  for (const { severity, summary, detail, path } of diagnostics) {
    if (severity === "error") report(formatPath(path ?? []), detail ?? summary);
  }
}
