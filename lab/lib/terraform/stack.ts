import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticsIn, toDiagnostic, type OutputLine, type TerraformDiagnostic } from "./diagnostics";
import { TerraformError } from "./errors";
import type { Mirror } from "./mirror";
import { explained } from "./other-providers";
import { Plan, type PlanJson } from "./plan";
import type { Runner } from "./runner";
import { resourcesOf, type StateJson, type StateResource } from "./state";

/** Values of the variables of a stack. */
export type Variables = Readonly<Record<string, unknown>>;

export interface StackOptions {
  readonly variables?: Variables;
}

export interface PlanOptions extends StackOptions {
  /** Plans the end of all resources. */
  readonly destroy?: boolean;
  /** Only takes note of what has changed in the account. */
  readonly refreshOnly?: boolean;
  /** Plans a replacement of these addresses. */
  readonly replace?: readonly string[];
  /** Only these addresses, and what they depend on. */
  readonly target?: readonly string[];
}

export interface ApplyOptions extends StackOptions {
  /** Applies this plan, as it stands. Without it Terraform plans anew. */
  readonly plan?: Plan;
}

/** What an apply or a destroy has done. */
export interface Applied {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly imported: number;
  readonly warnings: readonly TerraformDiagnostic[];
}

/** What a stack needs of its lab. */
export interface StackHost {
  /** Terraform, with the providers listening. */
  runner(): Promise<Runner>;
  /** A file that does not exist yet. */
  planFile(): string;
}

/**
 * A stack in the lab. Each method runs the real Terraform, which initializes by itself when it has to.
 *
 * @throws TerraformError when Terraform fails; its `diagnostics` say why.
 * @throws LabError when the lab itself cannot go on.
 */
export class Stack {
  constructor(
    public readonly name: string,
    private readonly mirror: Mirror,
    private readonly host: StackHost,
    /** The configuration of a stack that comes as an object. */
    private readonly content?: string,
  ) {}

  /** Has Terraform check the configuration. Gives the warnings. */
  public async validate(): Promise<readonly TerraformDiagnostic[]> {
    const args = ["validate", "-json"];
    const runner = await this.ready();
    const finished = await runner.run(this.folder, args);
    const { diagnostics } = JSON.parse(finished.stdout) as {
      diagnostics: Parameters<typeof toDiagnostic>[0][];
    };
    const told = diagnostics.map(toDiagnostic);
    if (finished.exitCode === 0) return told;
    throw new TerraformError("terraform validate", finished.exitCode, told, finished.stdout);
  }

  /** Plans, and gives the plan as data. */
  public async plan(options: PlanOptions = {}): Promise<Plan> {
    const runner = await this.ready();
    const file = this.host.planFile();
    await runner.events(this.folder, ["plan", ...QUIETLY, `-out=${file}`, ...planArguments(options)]);
    return new Plan(await runner.document<PlanJson>(this.folder, ["show", "-json", file]), file);
  }

  /** Applies a plan, or what Terraform plans now. */
  public async apply({ plan, variables }: ApplyOptions = {}): Promise<Applied> {
    const what = plan?.file === undefined ? ["-auto-approve", ...variableArguments(variables)] : [plan.file];
    return this.change(["apply", ...QUIETLY, ...what]);
  }

  /** Destroys all that the stack has made. */
  public async destroy({ variables }: StackOptions = {}): Promise<Applied> {
    return this.change(["destroy", ...QUIETLY, "-auto-approve", ...variableArguments(variables)]);
  }

  /** The outputs, by name; sensitive ones included. */
  public async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const runner = await this.ready();
    const outputs = await runner.document<Record<string, { value: unknown }>>(this.folder, [
      "output",
      "-json",
    ]);
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Takes something that exists in the account under the care of the stack. */
  public async import(address: string, id: string, { variables }: StackOptions = {}): Promise<void> {
    const runner = await this.ready();
    const args = ["import", "-input=false", "-no-color", ...variableArguments(variables), address, id];
    await runner.text(this.folder, args);
  }

  /** The resources of the state. */
  public async state(): Promise<readonly StateResource[]> {
    const runner = await this.ready();
    return resourcesOf(await runner.document<StateJson>(this.folder, ["show", "-json"]));
  }

  /** Runs any other command of Terraform, and gives what it prints. */
  public async run(...args: readonly string[]): Promise<string> {
    const runner = await this.ready();
    return runner.text(this.folder, args);
  }

  private get folder(): string {
    return this.mirror.folder;
  }

  private async change(args: readonly string[]): Promise<Applied> {
    const runner = await this.ready();
    return toApplied(await runner.events(this.folder, args));
  }

  private async ready(): Promise<Runner> {
    const runner = await this.host.runner();
    if (this.content !== undefined) writeIfNew(this.mirror.original, this.content);
    if (this.mirror.refresh().needsInit) {
      await runner.text(this.folder, ["init", "-input=false", "-no-color"]).catch((failure: unknown) => {
        throw explained(failure);
      });
      this.mirror.noteInit();
    }
    return runner;
  }
}

const QUIETLY = ["-json", "-input=false"];

function planArguments({
  destroy,
  refreshOnly,
  replace = [],
  target = [],
  variables,
}: PlanOptions): string[] {
  return [
    ...(destroy ? ["-destroy"] : []),
    ...(refreshOnly ? ["-refresh-only"] : []),
    ...replace.map((address) => `-replace=${address}`),
    ...target.map((address) => `-target=${address}`),
    ...variableArguments(variables),
  ];
}

function variableArguments(variables: Variables = {}): string[] {
  return Object.entries(variables).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return `-var=${name}=${text}`;
  });
}

function toApplied(lines: readonly OutputLine[]): Applied {
  const { changes = {} } = lines.findLast(({ type }) => type === "change_summary") ?? {};
  const count = (name: string): number => Number(changes[name] ?? 0);
  return {
    created: count("add"),
    updated: count("change"),
    deleted: count("remove"),
    imported: count("import"),
    warnings: diagnosticsIn(lines),
  };
}

function writeIfNew(folder: string, content: string): void {
  const file = join(folder, "cdk.tf.json");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file) || readFileSync(file, "utf8") !== content) writeFileSync(file, content);
}
