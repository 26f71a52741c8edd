import type { App } from "cdktf";
import { TerraformStack, Testing } from "cdktf";
import { readContext } from "../context";
import { registryOf, reportOf, type LimitReport } from "../limits";

export interface TestAppOptions {
  /**
   * The cdktf.json whose context the app gets, as the cdktf command line would give it.
   * @default - cdktf.json in the working directory, if there is one
   */
  readonly configFile?: string;

  /** Context that wins over that of the file. */
  readonly context?: Record<string, unknown>;
}

/** An app for a test: it writes into a temporary folder and has the context of cdktf.json. */
export function createTestApp({ configFile, context }: TestAppOptions = {}): App {
  return Testing.app({ context: { ...readContext(configFile), ...context } });
}

/** The arguments of a resource or data source, as Terraform gets them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a stack became. */
export interface SynthesizedStack {
  /** The Terraform JSON, without the metadata of cdktf. */
  readonly json: Readonly<Record<string, unknown>>;
  /** What the documented limits said about the whole app. */
  readonly limits: LimitReport;
  /** The resources of a type, by the name in their Terraform address. */
  resources(type: string): Readonly<Record<string, Arguments>>;
  /** The only resource of a type; throws when there is none or more than one. */
  resource(type: string): Arguments;
}

/**
 * Synthesizes a stack as `cdktf synth` does, in memory. Quotas and other settings in the context of cdktf.json count,
 * also when the app was made without them.
 *
 * @throws LimitError when the app breaks a documented limit
 */
export function synthesize(
  stack: TerraformStack,
  options: Pick<TestAppOptions, "configFile"> = {},
): SynthesizedStack {
  registryOf(stack).context = readContext(options.configFile);
  prepareReferences(stack);
  const json = JSON.parse(Testing.synth(stack)) as Record<string, unknown>;
  const byType = (json["resource"] ?? {}) as Record<string, Record<string, Arguments>>;
  const resources = (type: string) => byType[type] ?? {};
  return {
    json,
    limits: reportOf(stack),
    resources,
    resource: (type) => {
      const found = Object.values(resources(type));
      const [only] = found;
      if (only === undefined || found.length > 1) {
        throw new Error(`Expected one ${type} in ${stack.node.path}, found ${found.length}`);
      }
      return only;
    },
  };
}

/** References between stacks become outputs and inputs in the prepare step of an app, which `Testing.synth` leaves out. */
function prepareReferences({ node: { root } }: TerraformStack): void {
  const stacks = root.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
  if (stacks.length > 1) {
    stacks.forEach((stack) => stack.prepareStack());
  }
}
