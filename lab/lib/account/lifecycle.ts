import type { ResourceModel } from "../schema";
import { isUnknown, type Value, type ValueObject } from "../values";
import { followAliases } from "./aliases";
import type { BehaviourOf, Draft, ResourceBehaviour } from "./behaviour";
import type { Cloud } from "./cloud";
import { canonical, digest } from "./digest";
import { fillBlock, keepKnown, type Filling } from "./fill";
import { genericId } from "./ids";
import { emptyBlock } from "./shape";
import { blocks, text } from "./reading";
import { namedBy, refuseDangling, refuseWhileHeld } from "./references";
import { takeQuotas } from "./consumption";
import type { Store, StoredObject } from "./store";
import { refuseTakenName } from "./unique";

/** What every resource does alike; what sets one apart is in its behaviour. */
export class LifeCycle {
  constructor(
    private readonly store: Store,
    private readonly cloud: Cloud,
    private readonly behaviourOf: BehaviourOf,
  ) {}

  /** Makes an object, and gives what Terraform is told of it: the plan, with everything unknown known. */
  public create(model: ResourceModel, planned: ValueObject): ValueObject {
    const behaviour = this.behaviourOf(model.type);
    const form = canonical(planned);
    const ordinal = this.store.count(`${model.type} ${digest(form)}`);
    const seed = digest(model.type, form, ordinal);
    const made = { type: model.type, values: planned, hex: (what: string) => digest(seed, what) };
    const adopted = behaviour.adopts?.(made, this.cloud);
    const id = adopted?.id ?? behaviour.id?.(made, this.cloud) ?? genericId(made, this.cloud.scene.region);
    const draft: Draft = { ...made, id };
    refuseDangling(model.type, planned, this.cloud);
    if (adopted === undefined) {
      refuseTakenName(model.type, planned, behaviour, this.cloud);
      takeQuotas(model.type, planned, this.cloud);
    }
    behaviour.refuseCreate?.(draft, this.cloud);

    const answer = fillBlock(model.block, planned, this.filling(draft, behaviour, seed));
    const values = behaviour.settle?.(answer, this.cloud) ?? answer;
    const object: StoredObject = {
      type: model.type,
      id: adopted?.id ?? this.freeKey(model.type, id),
      values,
      madeBy: "terraform",
    };
    this.store.put(object);
    behaviour.created?.(object, this.cloud);
    return answer;
  }

  public update(
    model: ResourceModel,
    object: StoredObject,
    prior: ValueObject,
    planned: ValueObject,
  ): ValueObject {
    const behaviour = this.behaviourOf(model.type);
    refuseDangling(model.type, planned, this.cloud, object.values);
    refuseTakenName(model.type, planned, behaviour, this.cloud, object);
    takeQuotas(model.type, planned, this.cloud, object);
    behaviour.refuseUpdate?.(object, planned, this.cloud);

    const seed = digest(object.type, object.id);
    const hex = (what: string): string => digest(seed, what);
    const open = keepKnown(planned, object.values);
    const draft: Draft = { type: object.type, id: text(object.values, "id") ?? object.id, values: open, hex };
    const answer = fillBlock(model.block, open, this.filling(draft, behaviour, seed));
    const followed = followAliases(answer, prior, behaviour.aliases ?? []);
    const values = behaviour.settle?.(followed, this.cloud, object.values) ?? followed;
    const changed: StoredObject = { ...object, values };
    this.store.put(changed);
    behaviour.updated?.(changed, object, this.cloud);
    return answer;
  }

  public delete(object: StoredObject): void {
    const behaviour = this.behaviourOf(object.type);
    if (behaviour.outlivesDestroy === true) return this.store.put({ ...object, madeBy: "service" });
    behaviour.beforeDelete?.(object, this.cloud);
    refuseWhileHeld(object, this.cloud);
    for (const attribute of namedBy(object.type)) {
      this.store.bury(`${object.type}.${attribute}`, text(object.values, attribute) ?? "");
    }
    this.store.remove(object);
    behaviour.deleted?.(object, this.cloud);
    for (const provided of this.cloud.providedFor(object)) {
      if (provided.values["retained"] !== true) this.store.remove(provided);
    }
  }

  /** The object that a state is about. */
  public locate(type: string, state: ValueObject): StoredObject | undefined {
    // A manifest has no attribute for its id: what it describes is its id.
    const id = text(state, "id") ?? genericId({ type, values: state, hex: digest }, this.cloud.scene.region);
    const uid = uidOf(state);
    const isMeant = (object: StoredObject): boolean => uid === undefined || uidOf(object.values) === uid;
    const direct = this.store.find(type, id);
    if (direct !== undefined && isMeant(direct)) return direct;
    return this.store.ofType(type).find((object) => object.values["id"] === id && isMeant(object));
  }

  /** What a Read makes of a state. */
  public refreshed(object: StoredObject, state: ValueObject): ValueObject {
    const { unrefreshed = [], unread = [] } = this.behaviourOf(object.type);
    // What no API gives back stays as it was: right after an import that is empty.
    const kept = ["timeouts", ...unrefreshed, ...unread];
    const own = kept.flatMap((name) => (name in state ? [[name, state[name] ?? null] as const] : []));
    return { ...object.values, ...Object.fromEntries(own) };
  }

  /** What an API tells of an object that no state knows yet. */
  public imported(model: ResourceModel, object: StoredObject): ValueObject {
    const empty = emptyBlock(model.block);
    const lost = ["timeouts", ...(this.behaviourOf(model.type).unread ?? [])];
    return {
      ...object.values,
      ...Object.fromEntries(lost.flatMap((name) => (name in empty ? [[name, empty[name] ?? null]] : []))),
    };
  }

  /** Objects of several Kubernetes clusters can have one id: providers do not say which cluster they talk to. */
  private freeKey(type: string, id: string): string {
    let ordinal = 1;
    while (this.store.find(type, numbered(id, ordinal)) !== undefined) ordinal++;
    return numbered(id, ordinal);
  }

  private filling(draft: Draft, behaviour: ResourceBehaviour, seed: string): Filling {
    const own = (path: string, siblings: ValueObject): Value | undefined => {
      const fill =
        behaviour.fills?.[path] ?? behaviour.fills?.[`**.${path.slice(path.lastIndexOf(".") + 1)}`];
      return typeof fill === "function" ? fill(draft, this.cloud, siblings) : fill;
    };
    const suggest = (path: string, siblings: ValueObject): Value | undefined => {
      if (path === "id") return draft.id;
      const group = behaviour.aliases?.find((names) => names.includes(path));
      if (group === undefined) return own(path, siblings);
      const given = group.map((name) => draft.values[name]).find((one) => one !== null && !isUnknown(one));
      return (
        given ??
        group.map((name) => own(name, siblings)).find((one) => one !== undefined) ??
        this.invented(group, draft)
      );
    };
    return { suggest, seed, scene: this.cloud.scene };
  }

  /** One name for all members of a group that nobody has named. */
  private invented(group: readonly string[], draft: Draft): Value | undefined {
    return group.some((name) => name.endsWith("name")) ? `tf-${draft.hex("name").slice(0, 12)}` : undefined;
  }
}

function numbered(id: string, ordinal: number): string {
  return ordinal === 1 ? id : `${id}#${ordinal}`;
}

function uidOf(values: ValueObject): string | undefined {
  const metadata = blocks(values, "metadata")[0];
  return metadata === undefined ? undefined : text(metadata, "uid");
}
