import type { CtyType } from "../values";
import type { Json, JsonObject } from "./json";
import { isJsonList, isJsonObject, membersOf } from "./json";
import type { Mode } from "./judge-models";
import { hasArgument, modelOf, providerName } from "./judge-models";
import type { Report } from "./judge-problem";
import { expressionsIn } from "./templates";

interface Reference {
  /** `alicloud_vpc`, or the root of another name: `var`, `local`, `module`. */
  readonly root: string;
  readonly name: string;
  readonly mode: Mode;
  readonly attribute?: string;
}

const TRAVERSAL =
  /(?<![\w."-])(?<data>data\.)?(?<root>[A-Za-z][\w-]*)\.(?<name>[A-Za-z_][\w-]*)(?:\[[^\]]*\])?(?:\.(?<attribute>[A-Za-z_][\w-]*))?/g;

function referencesIn(expression: string): Reference[] {
  // The text of a plain literal is not code.
  const code = expression.replace(/"[^"$\\]*"/g, '""');
  return [...code.matchAll(TRAVERSAL)].map(({ groups = {} }) => ({
    root: groups["root"] ?? "",
    name: groups["name"] ?? "",
    mode: groups["data"] ? "data" : "resource",
    ...(groups["attribute"] && { attribute: groups["attribute"] }),
  }));
}

/** The type of the attribute that an expression refers to, where it is one plain reference. */
export function typeOfReference(expression: string): CtyType | undefined {
  const [reference] = referencesIn(expression);
  if (reference?.attribute === undefined) return undefined;
  const { mode, root, name, attribute } = reference;
  // With an index or a member behind it, it is not the whole attribute.
  const whole = `${mode === "data" ? "data." : ""}${root}.${name}.${attribute}`;
  return whole === expression ? modelOf(mode, root)?.block.attributes.get(attribute)?.type : undefined;
}

/** Providers that may be used without being required: the lab has them, or Terraform brings them along. */
const ALWAYS_THERE = ["alicloud", "kubernetes", "terraform"];

/** Judges what one file refers to: every name must be declared in it, every attribute be in the schema. */
export class References {
  private readonly providers: ReadonlySet<string>;

  constructor(private readonly file: JsonObject) {
    const terraform = file["terraform"];
    const required = isJsonObject(terraform) ? membersOf(terraform["required_providers"]) : [];
    this.providers = new Set([...required.map(([name]) => name), ...ALWAYS_THERE]);
  }

  /** A type belongs to the provider whose name it starts with. */
  public isProvided(type: string): boolean {
    return this.providers.has(providerName(type));
  }

  /** Every interpolation inside a value, comments left out. */
  public checkTemplates(value: Json, path: string, report: Report): void {
    if (typeof value === "string") {
      for (const expression of expressionsIn(value)) this.checkExpression(expression, path, report);
    } else if (isJsonList(value)) {
      value.forEach((item, index) => this.checkTemplates(item, `${path}[${index}]`, report));
    } else {
      for (const [name, member] of membersOf(value)) {
        this.checkTemplates(member, path === "" ? name : `${path}.${name}`, report);
      }
    }
  }

  /** Arguments of Terraform that hold references as plain text. */
  public checkMeta(mode: Mode, type: string, body: JsonObject, report: Report): void {
    for (const entry of itemsOf(body["depends_on"])) {
      const [reference] = referencesIn(String(entry));
      const problem = reference === undefined ? `${String(entry)} is no address` : this.problemOf(reference);
      if (problem !== undefined) report("depends_on", problem);
    }
    const lifecycle = body["lifecycle"];
    if (!isJsonObject(lifecycle)) return;
    for (const trigger of itemsOf(lifecycle["replace_triggered_by"])) {
      this.checkExpression(String(trigger), "lifecycle.replace_triggered_by", report);
    }
    for (const ignored of itemsOf(lifecycle["ignore_changes"])) {
      const [name = ""] = String(ignored).split(/[.[]/);
      if (!hasArgument(mode, type, name)) report("lifecycle.ignore_changes", `${type} has no "${name}"`);
    }
  }

  private checkExpression(expression: string, path: string, report: Report): void {
    for (const reference of referencesIn(expression)) {
      const problem = this.problemOf(reference);
      if (problem !== undefined) report(path, problem);
    }
  }

  private problemOf({ root, name, mode, attribute }: Reference): string | undefined {
    const section = { var: "variable", local: "locals", module: "module" }[root];
    if (section !== undefined) return this.has(section, name) ? undefined : `${root}.${name} is not declared`;
    // Anything else with one dot is a name of the language: each.value, count.index, the variable of a "for".
    if (!root.includes("_") || !this.isProvided(root)) return undefined;
    const address = `${mode === "data" ? "data." : ""}${root}.${name}`;
    if (!this.has(mode, root, name)) return `refers to ${address}, which is not declared`;
    if (attribute === undefined || hasArgument(mode, root, attribute)) return undefined;
    return `refers to ${address}.${attribute}, but ${root} has no "${attribute}"`;
  }

  private has(...path: string[]): boolean {
    let at: Json | undefined = this.file;
    for (const name of path) at = isJsonObject(at) ? at[name] : undefined;
    return at !== undefined;
  }
}

function itemsOf(json: Json | undefined): readonly Json[] {
  return isJsonList(json) ? json : [];
}
