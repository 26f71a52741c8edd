import type { CtyType } from "../values";
import type { Models } from "./models";

/** What a provider says about one of its resources or data sources: the published schema together with its behaviour. */
export interface ResourceModel {
  readonly mode: "resource" | "data";
  readonly type: string;
  /** Version of the schema, which Terraform keeps with the state. */
  readonly version: number;
  readonly block: Block;
  /** Whether an import takes an id and reads the rest. */
  readonly importable: boolean;
  /** Set where the provider has deprecated the whole resource. */
  readonly deprecated?: Notice;
  /** Default timeouts by operation, `"1h30m0s"`. */
  readonly timeouts: Readonly<Record<string, string>>;
}

export interface ProviderModel {
  /** `registry.terraform.io/aliyun/alicloud` */
  readonly source: string;
  readonly version: string;
  /** The arguments of the `provider` block. */
  readonly config: Block;
  readonly resources: Models;
  readonly dataSources: Models;
}

export interface Block {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: ReadonlyMap<string, NestedBlock>;
  /** The type of the value of the block. */
  readonly type: CtyType;
}

export interface Attribute extends Behaviour {
  readonly name: string;
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}

export interface NestedBlock extends Behaviour {
  readonly name: string;
  readonly nesting: "list" | "set" | "single";
  readonly block: Block;
  /** The least and most blocks, which Terraform itself counts. */
  readonly minBlocks: number;
  readonly maxBlocks: number;
  /** Whether the provider fills it in when it is absent. No schema says so: see the behaviour of the provider. */
  readonly computed: boolean;
}

/** What a schema lacks. Paths of other arguments are names from the top of the resource, without indexes. */
export interface Behaviour {
  readonly default?: string | number | boolean;
  readonly forceNew?: boolean;
  readonly conflictsWith?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly requiredWith?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly validate?: Validator;
  readonly elementValidate?: Validator;
  /** The provider checks the value; where `validate` does not say how, the formats of the engine may know. */
  readonly validated?: boolean;
  readonly deprecated?: Notice;
  readonly removed?: Notice;
  /** The provider compares old and new by itself: which pairs it takes for equal is in the hooks of the provider. */
  readonly diffSuppress?: boolean;
}

export interface Notice {
  /** The argument itself, then what the message names. */
  readonly names: readonly string[];
  readonly since?: string;
}

export interface Validator {
  readonly oneOf?: readonly (string | number)[];
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
  readonly min?: number;
  readonly max?: number;
  readonly json?: boolean;
  /** A pattern is checked, which the hooks of the provider know. */
  readonly format?: boolean;
}
