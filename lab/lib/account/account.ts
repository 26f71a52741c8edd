import type { Diagnostic } from "../diagnostic";
import type { ResourceModel } from "../schema";
import type { ValueObject } from "../values";
import type { StoredObject } from "./store";

/** What a create or an update leaves: the new state, and what went wrong. A state beside an error means that the object exists. */
export interface ApplyResult {
  readonly state: ValueObject | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The cloud account behind the providers. */
export interface Account {
  /** Takes note of the `provider` block, which holds for the calls that follow at once. */
  configure?(source: string, config: ValueObject): void;
  create(model: ResourceModel, planned: ValueObject, config: ValueObject): Promise<ApplyResult>;
  update(
    model: ResourceModel,
    prior: ValueObject,
    planned: ValueObject,
    config: ValueObject,
  ): Promise<ApplyResult>;
  delete(model: ResourceModel, prior: ValueObject): Promise<ApplyResult>;
  /** The object as it is now, in the form of the state; null when it is gone. */
  read(model: ResourceModel, state: ValueObject): Promise<ApplyResult>;
  import(model: ResourceModel, id: string): Promise<ApplyResult>;
  /** The answer of a data source. */
  query(model: ResourceModel, config: ValueObject): Promise<ApplyResult>;
  /** Terraform was told to stop: what takes long should end soon. */
  interrupt?(): void;
}

/** An account that can be looked into, as tests do. */
export interface InspectableAccount extends Account {
  /** All that exists, also what services made on their own. */
  objects(): readonly StoredObject[];
  /** What Terraform made here and does not know: no state has its id. */
  orphans(stateIds: Iterable<string>): readonly StoredObject[];
}
