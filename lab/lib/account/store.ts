import type { ValueObject } from "../values";

/** A thing of the account. */
export interface StoredObject {
  readonly type: string;
  readonly id: string;
  /** In the form of the state, as a Read would write it. */
  readonly values: ValueObject;
  /** Who asked for it: Terraform, or a service on behalf of another object. */
  readonly madeBy: "terraform" | "service";
  /** Which object the service made it for. */
  readonly owner?: string;
}

/** All that an account remembers. */
export interface Snapshot {
  readonly objects: readonly StoredObject[];
  /** What was made here and deleted again. */
  readonly gone: readonly string[];
  /** How often each thing happened: keeps ids apart, and counts the calls that faults wait for. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Where a snapshot is kept between two commands. */
export interface Persistence {
  load(): Snapshot | undefined;
  save(snapshot: Snapshot): Promise<void>;
}

export function keyOf(type: string, id: string): string {
  return `${type}/${id}`;
}

/** The objects of an account by type and id. */
export class Store {
  private readonly byType = new Map<string, Map<string, StoredObject>>();
  private readonly gone = new Set<string>();
  private readonly counts = new Map<string, number>();
  private changed = false;
  /** How to take back what was done since a call began. */
  private undo: (() => void)[] | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly persistence?: Persistence) {
    const snapshot = persistence?.load();
    for (const object of snapshot?.objects ?? []) this.insert(object);
    for (const key of snapshot?.gone ?? []) this.gone.add(key);
    for (const [what, count] of Object.entries(snapshot?.counts ?? {})) this.counts.set(what, count);
  }

  public find(type: string, id: string): StoredObject | undefined {
    return this.byType.get(type)?.get(id);
  }

  public ofType(...types: readonly string[]): StoredObject[] {
    return types.flatMap((type) => [...(this.byType.get(type)?.values() ?? [])]);
  }

  public all(): StoredObject[] {
    return this.ofType(...this.byType.keys());
  }

  public put(object: StoredObject): void {
    const { type, id } = object;
    const before = this.find(type, id);
    const wasGone = this.gone.delete(keyOf(type, id));
    this.insert(object);
    this.changed = true;
    this.undo?.push(() => {
      if (before !== undefined) this.insert(before);
      else this.byType.get(type)?.delete(id);
      if (wasGone) this.gone.add(keyOf(type, id));
    });
  }

  public remove(object: StoredObject): void {
    const { type, id } = object;
    if (this.byType.get(type)?.delete(id) !== true) return;
    this.gone.add(keyOf(type, id));
    this.changed = true;
    this.undo?.push(() => {
      this.insert(object);
      this.gone.delete(keyOf(type, id));
    });
  }

  /** A call that is refused half-way has done nothing. */
  public atomically<T>(call: () => T): T {
    this.undo = [];
    try {
      return call();
    } catch (refusal) {
      for (const step of this.undo.reverse()) step();
      throw refusal;
    } finally {
      this.undo = undefined;
    }
  }

  /** Remembers that a name went with its object. */
  public bury(type: string, id: string): void {
    this.gone.add(keyOf(type, id));
    this.changed = true;
  }

  /** Whether something of that id was made here and is deleted. */
  public isGone(type: string, id: string): boolean {
    return this.gone.has(keyOf(type, id));
  }

  /** Counts one more, from 1. */
  public count(what: string): number {
    const count = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, count);
    this.changed = true;
    this.undo?.push(() => this.counts.set(what, count - 1));
    return count;
  }

  /** Resolves when all changes so far are safe. Calls that come while one is being written share the next write. */
  public async flush(): Promise<void> {
    if (this.persistence === undefined) return;
    const before = this.saving.catch(() => undefined);
    this.saving = before.then(() => this.save());
    await this.saving;
  }

  public snapshot(): Snapshot {
    return { objects: this.all(), gone: [...this.gone], counts: Object.fromEntries(this.counts) };
  }

  private async save(): Promise<void> {
    if (!this.changed) return;
    this.changed = false;
    try {
      await this.persistence?.save(this.snapshot());
    } catch (failure) {
      this.changed = true;
      throw failure;
    }
  }

  private insert(object: StoredObject): void {
    const known = this.byType.get(object.type);
    if (known !== undefined) known.set(object.id, object);
    else this.byType.set(object.type, new Map([[object.id, object]]));
  }
}
