import type { ResourceModel } from "../schema";
import type { Value, ValueObject } from "../values";
import type { Cloud } from "./cloud";
import type { StoredObject } from "./store";

/** An object that is about to be: what is planned, and the id that it will have. */
export interface Draft {
  readonly type: string;
  readonly id: string;
  /** Unknown where the service has to say. */
  readonly values: ValueObject;
  /** Digits to draw from, the same whenever the same thing is asked for the same object. */
  hex(what: string): string;
}

/** What the service writes: a value, or one that depends on what is planned, for the whole object and for the block around it. */
export type Fill = Value | ((draft: Draft, cloud: Cloud, siblings: ValueObject) => Value);

/** Names that an account, or one parent in it, has only once. */
export interface UniqueName {
  readonly argument: string;
  /** The argument that names the parent. */
  readonly within?: string;
  /** The types that share the names. The own one, unless said. */
  readonly among?: readonly string[];
  readonly code: string;
  message(name: string, parent: string): string;
}

/**
 * What sets a type of resource apart from the generic life cycle. All of it is optional: a resource without any is made, read, changed
 * and deleted all the same.
 */
export interface ResourceBehaviour {
  /** `vpc-bp1…`. Without one, the prefix of the type and letters. */
  id?(draft: Omit<Draft, "id">, cloud: Cloud): string;
  /** What the service says to attributes and blocks that the plan leaves open, by path of names; `**.name` is for any depth. */
  readonly fills?: Readonly<Record<string, Fill>>;
  /** Groups of arguments that name one thing. */
  readonly aliases?: readonly (readonly string[])[];
  readonly unique?: UniqueName;
  /** Arguments that no API gives back: an import leaves them empty. */
  readonly unread?: readonly string[];
  /** Arguments that a Read leaves as the state has them, whatever the service says. */
  readonly unrefreshed?: readonly string[];
  /** Throws a `Refusal` where the service refuses. */
  refuseCreate?(draft: Draft, cloud: Cloud): void;
  refuseUpdate?(object: StoredObject, planned: ValueObject, cloud: Cloud): void;
  /** Refuses a delete, or clears away what the service deletes first. */
  beforeDelete?(object: StoredObject, cloud: Cloud): void;
  /** What a Read gives after a create or an update, where that is not what was asked for. */
  settle?(values: ValueObject, cloud: Cloud, before?: ValueObject): ValueObject;
  /** Other objects come, change and go with this one. */
  created?(object: StoredObject, cloud: Cloud): void;
  updated?(object: StoredObject, before: StoredObject, cloud: Cloud): void;
  deleted?(object: StoredObject, cloud: Cloud): void;
  /** A destroy makes Terraform forget the object, and leaves it in place. */
  readonly outlivesDestroy?: boolean;
  /** Puts the object of the account in the place of a new one: a create that adopts what is there. */
  adopts?(draft: Omit<Draft, "id">, cloud: Cloud): StoredObject | undefined;
}

/** How the life cycle finds a behaviour. */
export type BehaviourOf = (type: string) => ResourceBehaviour;

/** Behaviours by type: what one file of `services/` exports. */
export type Behaviours = Readonly<Record<string, ResourceBehaviour>>;

/** The answer of a data source: attributes by name. What is left out stays as configured, or gets a plausible value. */
export type Query = (
  config: ValueObject,
  cloud: Cloud,
  model: ResourceModel,
) => Readonly<Record<string, Value>>;

export type Queries = Readonly<Record<string, Query>>;
