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
import { PassingRefusal, Refusal, refusalDiagnostic } from "./refusal";
import { refuseCaller } from "./services/api-server";
import { plural } from "./services/kubernetes";
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
  private isCrashing = false;

  /** The `provider` block of Kubernetes that the calls which follow come with. */
  private caller: ValueObject = {};

  /** The region of a provider that names none. */
  private readonly ownRegion: string;

  constructor(private readonly parts: Parts) {
    this.ownRegion = parts.cloud.scene.region;
    this.lifeCycle = new LifeCycle(parts.store, parts.cloud, parts.behaviourOf);
    this.faults = new FaultInjector(parts.faults, (what) => parts.store.count(what));
  }

  public configure(source: string, config: ValueObject): void {
    if (source.endsWith("/kubernetes")) this.caller = config;
    if (!source.endsWith("/alicloud") || isUnknown(config["region"])) return;
    this.parts.cloud.moveTo(text(config, "region") ?? this.ownRegion);
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
      return object === undefined ? null : this.lifeCycle.refreshed(object, state);
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
    return this.objects().filter(({ madeBy, values: { id } }) => {
      // The state of a manifest has no id to look for.
      return madeBy === "terraform" && typeof id === "string" && !known.has(id);
    });
  }

  /** Lets the faults have their way, then does it, and keeps what came of it. An error leaves the state that was. */
  private async call(
    operation: Operation,
    model: ResourceModel,
    about: ValueObject,
    before: ValueObject | null,
    act: () => ValueObject | null,
  ): Promise<ApplyResult> {
    const { store, cloud } = this.parts;
    const { region } = cloud.scene;
    const { caller } = this;
    const actThere = (): ValueObject | null => {
      // By now a call from another region may have come in between.
      cloud.moveTo(region);
      if (model.type.startsWith("kubernetes_")) refuseCaller(caller, plural(model.type), cloud);
      return act();
    };
    const failed = (code: string, message: string): readonly Diagnostic[] => [
      refusalDiagnostic(model.type, operation, new Refusal(code, message)),
    ];
    const name = nameOf(model.type, about);
    const call = { operation, type: model.type, ...(name !== undefined && { name }) };
    try {
      const interruptions = this.isCrashing ? [] : this.faults.interrupt(call);
      for (const interruption of interruptions) {
        if (interruption.kind === "wait") await sleep(interruption.seconds);
        if (interruption.kind === "refuse") throw new Refusal(interruption.code, interruption.message);
        if (interruption.kind === "crash" && !interruption.after) return await this.crash(before);
      }
      // A dying provider takes no more calls; what it has taken before is done.
      if (this.isCrashing) return { state: before, diagnostics: [CRASHED] };
      const state = await this.insist(actThere);
      if (interruptions.some(isCrashAfter)) return await this.crash(before);
      const lost = interruptions.find(({ kind }) => kind === "lose-answer");
      return { state, diagnostics: lost?.kind === "lose-answer" ? failed(lost.code, lost.message) : [] };
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      return { state: before, diagnostics: failed(failure.code, failure.message) };
    } finally {
      await store.flush();
    }
  }

  /** Does it, and again for a moment while the refusal may pass, as something else is made that it waits for. */
  private async insist(act: () => ValueObject | null): Promise<ValueObject | null> {
    for (let waited = 0; ; waited += PAUSE_SECONDS) {
      try {
        return this.parts.store.atomically(act);
      } catch (failure) {
        if (!(failure instanceof PassingRefusal) || waited >= PATIENCE_SECONDS) throw failure;
        await sleep(PAUSE_SECONDS);
      }
    }
  }

  private async crash(before: ValueObject | null): Promise<ApplyResult> {
    this.isCrashing = true;
    // What the process has counted, or done, has to outlive it; and the answers of other calls that are on their way arrive, so that a
    // crash loses this one alone.
    await this.parts.store.flush();
    await sleep(ANSWERS_ARRIVE_SECONDS);
    await this.parts.onCrash();
    this.isCrashing = false;
    return { state: before, diagnostics: [CRASHED] };
  }
}

const CRASHED = error("the provider crashed, as the faults wanted it");

const ANSWERS_ARRIVE_SECONDS = 0.05;

/** How long the lab insists where a real provider does for minutes. */
const PATIENCE_SECONDS = 2;
const PAUSE_SECONDS = 0.05;

function isCrashAfter(interruption: Interruption): boolean {
  return interruption.kind === "crash" && interruption.after;
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
