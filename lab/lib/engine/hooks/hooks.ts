import type { Value, ValueObject } from "../../values";

/** What the code of a provider sees of a resource while it plans it. */
export interface Planning {
  /** Whether the resource is new. */
  readonly creating: boolean;
  /** The value of an argument at the top, maybe unknown: the configured one, its default, or that of the state. */
  get(name: string): Value;
  /** The configured value, null where there is none. */
  given(name: string): Value;
  /** What the state holds, null where there is nothing. */
  prior(name: string): Value;
}

/** What it sees while it compares one argument. */
export interface Comparison extends Planning {
  /** Both as text, the way the SDK compares them: `"3"`, `"true"`, `""` for what is absent. */
  readonly old: string;
  readonly new: string;
  /** The key, where it is one member of a map. */
  readonly key?: string;
  /** Another member of the same block. */
  sibling(name: string): Value;
}

/** What it sees once it has compared all of them. */
export interface Outcome extends Planning {
  /** Whether a configured argument at the top differs from the state. */
  changed(name: string): boolean;
}

/** What the code of a provider does while it plans one resource, and no schema says. Arguments are known by their path of names. */
export interface ResourceHooks {
  /** True where the provider overlooks the difference of the two. Members of a map are compared one by one. */
  readonly suppress?: Readonly<Record<string, (comparison: Comparison) => boolean>>;
  /** How the provider rewrites what is configured before it compares it. */
  readonly rewrite?: Readonly<Record<string, (value: string) => string>>;
  /** True where this change needs a new resource, although others of the same argument do not. */
  readonly replaceIf?: Readonly<Record<string, (comparison: Comparison) => boolean>>;
  /** What the provider has to say against a new value while it plans. */
  readonly refuse?: Readonly<Record<string, (comparison: Comparison) => string | undefined>>;
  /** What tells the elements of a set apart, where that is not all of their content. */
  readonly keys?: Readonly<Record<string, (element: ValueObject) => string>>;
  /** What the provider has to say against the resource as a whole. */
  readonly judge?: (planning: Planning) => string | undefined;
  /** Arguments at the top that become unknown, because they follow others that change. */
  readonly follow?: (outcome: Outcome) => readonly string[];
}

export type HooksByType = Readonly<Record<string, ResourceHooks>>;
