import { join } from "node:path";
import type { TerraformElement } from "cdktf";
import { DefaultTokenResolver, StringConcat, TerraformStack, Testing, Tokenization } from "cdktf";
import type { Construct } from "constructs";
import type { Schema } from "./scripts";
import type { Style } from "./inputs";
import { inputs } from "./inputs";

type Members = Record<string, unknown>;
type ResourceClass = new (scope: Construct, id: string, config: Members) => TerraformElement & Members;

/** Loads the class of a resource from one of the two variants of the bindings. */
export function resourceClass(lib: string, folder: string): ResourceClass {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known only now
  const exported = require(join(lib, folder)) as Members;
  const found = Object.values(exported).find(
    (value) => typeof value === "function" && "tfResourceType" in value,
  );
  if (!found) throw new Error(`${folder} exports no resource.`);
  return found as unknown as ResourceClass;
}

/** What a program can see of one resource while it makes it, changes it and reads from it. */
export class Observer {
  private readonly stack = new TerraformStack(Testing.stubVersion(Testing.app()), "stack");
  private readonly resource: TerraformElement & Members;
  private readonly seen: Record<string, unknown> = {};

  constructor(
    type: ResourceClass,
    private readonly schema: Schema,
    style: Style,
  ) {
    this.resource = new type(this.stack, "resource", inputs(schema.block, style));
  }

  /** Records the synthesized JSON, the HCL form and the inputs as they read back. */
  public synth(when: string): this {
    this.seen[`JSON ${when}`] = Testing.synth(this.stack);
    this.seen[`HCL ${when}`] = this.resolved(this.resource.toHclTerraform());
    this.seen[`inputs ${when}`] = this.inputsOf(this.resource);
    return this;
  }

  /** Records every reference that the resource and its blocks hand out. */
  public references(when: string): this {
    this.seen[`references ${when}`] = this.referencesOf(this.resource);
    return this;
  }

  /** Gives everything through setters and put methods. */
  public assign(style: Style): this {
    for (const [name, value] of Object.entries(inputs(this.schema.block, style)))
      assignMember(this.resource, name, value);
    return this;
  }

  /** Gives the arguments of blocks one by one, as `resource.block.argument = value`. */
  public assignInsideBlocks(style: Style): this {
    for (const [name, value] of Object.entries(inputs(this.schema.block, style))) {
      const block = this.resource[name];
      if (!isReference(block) || typeof value !== "object" || value === null || Array.isArray(value))
        continue;
      for (const [inner, innerValue] of Object.entries(value)) assignMember(block, inner, innerValue);
    }
    return this;
  }

  public resetInsideBlocks(): this {
    for (const name of getters(this.resource)) {
      const block = this.resource[name];
      if (isReference(block)) resetMembers(block);
    }
    return this;
  }

  public reset(): this {
    resetMembers(this.resource);
    return this;
  }

  public get observations(): Readonly<Record<string, unknown>> {
    return this.seen;
  }

  /** What the resource writes, before cdktf adds to it; the method is protected. */
  public get attributes(): unknown {
    return this.resolved((this.resource["synthesizeAttributes"] as () => unknown).call(this.resource));
  }

  /** The names of the blocks that exist as objects. */
  public get blocks(): readonly string[] {
    return Object.keys(this.resource).filter((name) => isReference(this.resource[name]));
  }

  private inputsOf(of: Members): Members {
    const names = getters(of).filter((name) => name.endsWith("Input"));
    return Object.fromEntries(names.map((name) => [name, this.resolved(of[name])]));
  }

  private referencesOf(of: Members, depth = 0): Members {
    const found: Members = {};
    for (const name of getters(of).filter((getter) => !getter.endsWith("Input"))) {
      const value = of[name];
      found[name] = isReference(value) ? this.blockReferences(value, depth) : this.resolved(value);
    }
    return found;
  }

  private blockReferences(block: Members, depth: number): unknown {
    if (depth > 4) return "deeper than any block of the schema";
    const element =
      typeof block["get"] === "function"
        ? (block["get"] as (index: number) => unknown).call(block, 0)
        : block;
    return {
      fqn: this.resolved(block["fqn"]),
      members: isReference(element) ? this.referencesOf(element, depth + 1) : this.resolved(element),
    };
  }

  private resolved(value: unknown): unknown {
    return Tokenization.resolve(value, {
      scope: this.stack,
      resolver: new DefaultTokenResolver(new StringConcat()),
      preparing: false,
    });
  }
}

/** A block, a list of blocks or a map that the bindings hand out, not a token. */
function isReference(value: unknown): value is Members {
  return typeof value === "object" && value !== null && "terraformAttribute" in value && "fqn" in value;
}

/** The getters of the generated class itself, not those of the classes of cdktf. */
function getters(of: object): string[] {
  const properties = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(of) as object);
  return Object.keys(properties).filter(
    (name) => properties[name]?.get && !name.startsWith("_") && name !== "internalValue",
  );
}

function assignMember(of: Members, name: string, value: unknown): void {
  const put = of[`put${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (typeof put === "function") put.call(of, value);
  else of[name] = value;
}

function resetMembers(of: Members): void {
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(of))) {
    const reset = name.startsWith("reset") ? of[name] : undefined;
    if (typeof reset === "function") reset.call(of);
  }
}
