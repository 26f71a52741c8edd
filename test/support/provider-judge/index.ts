import { checkBeyondValidate } from "./beyond-validate";
import type { Json, JsonObject } from "./json";
import { entriesOf, isObject } from "./json";
import type { Problem, Report } from "./problem";
import { References } from "./references";
import { Rules } from "./rules";
import type { Mode } from "./schema";
import { schemaOf } from "./schema";
import { checkShape } from "./shape";

export type { Problem } from "./problem";

/** Arguments of Terraform, which no schema has. */
const META = ["depends_on", "provider", "lifecycle", "count", "for_each", "provisioner", "connection"];

/**
 * What the real provider would refuse in a synthesized stack, or later crash on; empty when it is fine.
 *
 * Resources of other providers are only looked up, their arguments are not judged. `dynamic` blocks are not known.
 */
export function judge(terraformJson: object): Problem[] {
  const file = terraformJson as JsonObject;
  const references = new References(file);
  const problems: Problem[] = [];
  const reporter =
    (address: string): Report =>
    (path, message) =>
      problems.push({ address, path, message });

  for (const [section, content] of entriesOf(file)) {
    if (section === "resource" || section === "data") {
      for (const [type, bodies] of entriesOf(content)) {
        for (const [name, body] of entriesOf(bodies)) {
          const report = reporter(`${section === "data" ? "data." : ""}${type}.${name}`);
          judgeBody(section, type, body, references, report);
          references.checkTemplates(body, "", report);
        }
      }
    } else {
      for (const [name, value] of entriesOf(content)) {
        references.checkTemplates(value, "", reporter(`${section}.${name}`));
      }
    }
  }
  return problems;
}

/** Throws a list of all that the provider would refuse. */
export function expectAccepted(terraformJson: object): void {
  const lines = judge(terraformJson).map(({ address, path, message }) => `  ${address}  ${path}: ${message}`);
  if (lines.length > 0) throw new Error(`the provider would refuse this stack:\n${lines.join("\n")}`);
}

function judgeBody(mode: Mode, type: string, body: Json, references: References, report: Report): void {
  if (!isObject(body)) {
    report("", "is not an object");
    return;
  }
  references.checkMeta(mode, type, body, report);
  const block = schemaOf(mode, type);
  if (block === undefined) {
    const kind = mode === "data" ? "data source" : "resource";
    if (type.startsWith("alicloud_")) report("", `the provider has no ${kind} ${type}`);
    else if (!references.isProvided(type)) report("", `no required provider has ${type}`);
    return;
  }
  const members = Object.fromEntries(entriesOf(body).filter(([name]) => !META.includes(name)));
  let misshapen = false;
  checkShape(block, members, (path, message) => {
    misshapen = true;
    report(path, message);
  });
  // Terraform asks the provider only about what has the right shape.
  if (misshapen) return;
  new Rules(mode, type, block, members, report).check();
  if (mode === "resource") checkBeyondValidate(type, members, report);
}
