import { FaultInjector, type Fault, type Interruption, type Operation } from "../faults";
import { error, type Diagnostic } from "../diagnostic";
import type { ResourceModel } from "../schema";
import { isUnknown, type ValueObject } from "../values";
import type { ApplyResult, InspectableAccount } from "./account";
import type { BehaviourOf, Queries } from "./behaviour";
import type { Cloud } from "./cloud";
import { LifeCycle } from "./lifecycle";
import { answerQuery } from "./query";
import { nameOf, text } from "./reading";
import { Refusal, refusalDiagnostic } from "./refusal";
import type { Store, StoredObject } from "./store";

export interface Parts {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly behaviourOf: BehaviourOf;
  readonly queries: Queries;
  readonly faults: readonly Fault[];
  /** Ends the process, as a crash of a provider does. */
  readonly onCrash: () => void | Promise<void>;
}

/** An account in which nothing costs money. */
export class SimulatedAccount implements InspectableAccount {
  private readonly lifeCycle: LifeCycle;
  private readonly faults: FaultInjector;

  constructor(private readonly parts: Parts) {
    this.lifeCycle = new LifeCycle(parts.store, parts.cloud, parts.behaviourOf);
    this.faults = new FaultInjector(parts.faults, (what) => parts.store.count(what));
  }

  public configure(source: string, config: ValueObject): void {
    const region = text(config, "region");
    if (source.endsWith("/alicloud") && region !== undefined && !isUnknown(config["region"])) {
      this.parts.cloud.moveTo(region);
    }
  }

  public async create(model: ResourceModel, planned: ValueObject): Promise<ApplyResult> {
    return this.call("create", model, planned, null, () => this.lifeCycle.create(model, planned));
  }

  public async update(model: ResourceModel, prior: ValueObject, planned: ValueObject): Promise<ApplyResult> {
    return this.call("update", model, planned, prior, () => {
      const object = this.lifeCycle.locate(model.type, prior);
      if (object === undefined)
        throw new Refusal("ResourceNotFound", `${text(prior, "id") ?? model.type} does not exist.`);
      return this.lifeCycle.update(model, object, prior, planned);
    });
  }

  public async delete(model: ResourceModel, prior: ValueObject): Promise<ApplyResult> {
    return this.call("delete", model, prior, prior, () => {
      const object = this.lifeCycle.locate(model.type, prior);
      // What is gone already is deleted as well as can be.
      if (object !== undefined) this.lifeCycle.delete(object);
      return null;
    });
  }

  public async read(model: ResourceModel, state: ValueObject): Promise<ApplyResult> {
    return this.call("read", model, state, state, () => {
      const object = this.lifeCycle.locate(model.type, state);
      if (object === undefined) return null;
      return "timeouts" in state ? { ...object.values, timeouts: state["timeouts"] ?? null } : object.values;
    });
  }

  public async import(model: ResourceModel, id: string): Promise<ApplyResult> {
    return this.call("read", model, { id }, null, () => {
      const object = this.lifeCycle.locate(model.type, { id });
      if (object === undefined)
        throw new Refusal("ResourceNotFound", `There is no ${model.type} with the id "${id}".`);
      return this.lifeCycle.imported(model, object);
    });
  }

  public async query(model: ResourceModel, config: ValueObject): Promise<ApplyResult> {
    return this.call("read", model, config, null, () =>
      answerQuery(model, config, this.parts.queries[model.type], this.parts.cloud),
    );
  }

  public objects(): readonly StoredObject[] {
    return this.parts.store.all();
  }

  public orphans(stateIds: Iterable<string>): readonly StoredObject[] {
    const known = new Set(stateIds);
    return this.objects().filter(
      ({ madeBy, values, id }) =>
        madeBy === "terraform" && !known.has(id) && !known.has(String(values["id"])),
    );
  }

  /** Lets the faults have their way, then does it, and keeps what came of it. An error leaves the state that was. */
  private async call(
    operation: Operation,
    model: ResourceModel,
    about: ValueObject,
    before: ValueObject | null,
    act: () => ValueObject | null,
  ): Promise<ApplyResult> {
    const { store, onCrash } = this.parts;
    const name = nameOf(model.type, about);
    const interruptions = this.faults.interrupt({
      operation,
      type: model.type,
      ...(name !== undefined && { name }),
    });
    const failed = (code: string, message: string): readonly Diagnostic[] => [
      refusalDiagnostic(model.type, operation, new Refusal(code, message)),
    ];
    try {
      for (const interruption of interruptions) {
        if (interruption.kind === "wait") await sleep(interruption.seconds);
        if (interruption.kind === "refuse") {
          return { state: before, diagnostics: failed(interruption.code, interruption.message) };
        }
        if (interruption.kind === "crash" && !interruption.after) return await this.crash(onCrash);
      }
      const state = store.atomically(act);
      if (interruptions.some(isCrashAfter)) return await this.crash(onCrash);
      const lost = interruptions.find(({ kind }) => kind === "lose-answer");
      const diagnostics = lost?.kind === "lose-answer" ? failed(lost.code, lost.message) : [];
      return { state, diagnostics };
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      return { state: before, diagnostics: failed(failure.code, failure.message) };
    } finally {
      await store.flush();
    }
  }

  private async crash(onCrash: () => void | Promise<void>): Promise<ApplyResult> {
    // What the process has counted, or done, has to outlive it.
    await this.parts.store.flush();
    await onCrash();
    return { state: null, diagnostics: [error("the provider crashed, as the faults wanted it")] };
  }
}

function isCrashAfter(interruption: Interruption): boolean {
  return interruption.kind === "crash" && interruption.after;
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
