import { ValueError } from "../values";
import { checkAllowance, type Allowance } from "./allowance";
import { isObject } from "./change";

/** The file of a stack that has its allowances: the one with its Terraform JSON. */
export const ALLOWANCES_FILE = "cdk.tf.json";

/** What stands in a file of allowances that is written by hand. */
export interface AllowancesFile {
  readonly version: 1;
  readonly allowances: readonly Allowance[];
}

const KEY = "cdktf-ack";

/** What synthesis adds to the metadata of a stack. */
export function inMetadata(allowances: readonly Allowance[]): object {
  const guard: AllowancesFile = { version: 1, allowances };
  return { [KEY]: { guard } };
}

/**
 * Reads the allowances of a stack from its cdk.tf.json, or from a file that has nothing else. A stack that allows
 * nothing has none.
 *
 * @throws ValueError when the text is something else, and for an allowance that lacks something
 */
export function readAllowances(text: string): readonly Allowance[] {
  const json = parse(text);
  const own = isStack(json) ? ofStack(json) : json;
  if (own === undefined) return [];
  if (!isObject(own) || own["version"] !== 1 || !Array.isArray(own["allowances"])) {
    throw new ValueError({
      got: "JSON that is neither a synthesized stack nor a list of allowances of version 1",
      want: `the cdk.tf.json of the stack, or { "version": 1, "allowances": [] }`,
    });
  }
  return own["allowances"].map(checkAllowance);
}

/** cdktf writes its metadata into every stack. */
function isStack(json: unknown): json is Readonly<Record<string, unknown>> {
  return isObject(json) && isObject(json["//"]);
}

function ofStack(stack: Readonly<Record<string, unknown>>): unknown {
  const comment = stack["//"];
  const metadata = isObject(comment) ? comment["metadata"] : undefined;
  const own = isObject(metadata) ? metadata[KEY] : undefined;
  return isObject(own) ? own["guard"] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ValueError({
      got: `text that is no JSON (${error instanceof Error ? error.message : String(error)})`,
      want: "the cdk.tf.json of the stack, or a file of allowances",
    });
  }
}
