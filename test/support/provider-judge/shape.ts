import type { Json, JsonObject } from "./json";
import { bodiesOf, entriesOf, isObject } from "./json";
import type { Report } from "./problem";
import { child } from "./problem";
import { typeOfReference } from "./references";
import type { Block, BlockType, TypeName } from "./schema";
import { isExpression, isTemplate } from "./templates";

/** What Terraform itself checks against the schema: names, required arguments, types, numbers of blocks. */
export function checkShape(block: Block, body: JsonObject, report: Report): void {
  const checkBody = (inner: Block, members: JsonObject, path: string): void => {
    for (const [name, value] of entriesOf(members)) {
      const here = child(path, name);
      const attribute = inner.attributes?.[name];
      const nested = inner.block_types?.[name];
      if (attribute !== undefined) {
        const problem = typeProblem(attribute.type, value);
        if (problem !== undefined) report(here, problem);
      } else if (nested !== undefined) {
        checkBlocks(nested, value, here);
      } else {
        report(here, `no argument or block is named "${name}"`);
      }
    }
    for (const [name, attribute] of Object.entries(inner.attributes ?? {})) {
      if (attribute.required && !(name in members)) report(child(path, name), "is required, but not given");
    }
    for (const [name, nested] of Object.entries(inner.block_types ?? {})) {
      if (nested.min_items && !(name in members)) {
        report(child(path, name), "is a required block, but not given");
      }
    }
  };

  const checkBlocks = (nested: BlockType, value: Json, path: string): void => {
    if (typeof value !== "object") {
      report(path, "is a block: takes an object or a list of objects");
      return;
    }
    const blocks = bodiesOf(value);
    if (Array.isArray(value) && blocks.length < value.length) {
      report(path, "holds something that is not an object");
    }
    const most = nested.nesting_mode === "single" ? 1 : (nested.max_items ?? Infinity);
    const least = nested.min_items ?? 0;
    if (blocks.length > most) report(path, `takes at most ${most} blocks, has ${blocks.length}`);
    if (blocks.length < least) report(path, `takes at least ${least} blocks, has ${blocks.length}`);
    blocks.forEach((one, index) => {
      checkBody(nested.block, one, nested.nesting_mode === "single" ? path : `${path}[${index}]`);
    });
  };

  checkBody(block, body, "");
}

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const BOOL = /^(true|false|0|1)$/;

/** Why a value cannot become the type, by the conversions of Terraform: "5" is a number, 5 a string, "true" a bool. */
function typeProblem(type: TypeName, value: Json): string | undefined {
  if (value === null) return undefined;
  if (typeof value === "string" && isExpression(value)) return referenceProblem(type, typeOfReference(value));
  const isText = (pattern: RegExp): boolean =>
    typeof value === "string" && (isTemplate(value) || pattern.test(value));
  const got = `, got ${JSON.stringify(value)}`;
  switch (type) {
    case "string":
      return typeof value === "object" ? `takes a string${got}` : undefined;
    case "number":
      return typeof value === "number" || isText(NUMBER) ? undefined : `takes a number${got}`;
    case "bool":
      return typeof value === "boolean" || isText(BOOL) ? undefined : `takes a bool${got}`;
  }
  if (type[0] === "object") return isObject(value) ? undefined : `takes an object${got}`;
  const [kind, element] = type;
  if (kind === "map" ? !isObject(value) : !Array.isArray(value)) return `takes a ${kind}${got}`;
  const members: Json[] = Object.values(value);
  const problem = members.map((member) => typeProblem(element, member)).find((found) => found !== undefined);
  return problem && `an element ${problem}`;
}

function referenceProblem(wanted: TypeName, given: TypeName | undefined): string | undefined {
  const kind = (type: TypeName): string =>
    typeof type === "string" ? "single value" : type[0] === "set" ? "list" : type[0];
  if (given === undefined || kind(given) === kind(wanted)) return undefined;
  return `takes a ${kind(wanted)}, and refers to a ${kind(given)}`;
}
