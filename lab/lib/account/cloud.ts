import type { Value, ValueObject } from "../values";
import { digest } from "./digest";
import type { Scene } from "./plausible";
import { takeQuotas } from "./consumption";
import type { Quotas } from "./quotas";
import { KUBERNETES_VERSIONS } from "./services/catalogue";
import { keyOf, type Store, type StoredObject } from "./store";

/** The account as the services see it. */
export class Cloud {
  constructor(
    private readonly store: Store,
    public readonly quotas: Quotas,
    private place: Scene,
    /** Whether what was never made here, and is named by its id, is taken to exist elsewhere. */
    private readonly assumesOthers: boolean,
    /** Whether somebody has authorised ACK in this account before. */
    private readonly assumesServiceRoles = true,
    /** Versions of Kubernetes by region, where they are not the usual ones. */
    private readonly offered: Readonly<Record<string, readonly string[]>> = {},
  ) {}

  public get scene(): Scene {
    return this.place;
  }

  /** The versions of Kubernetes that ACK offers in the region, newest first. */
  public get kubernetesVersions(): readonly string[] {
    return this.offered[this.place.region] ?? KUBERNETES_VERSIONS;
  }

  /** The region that the provider works in from now on. */
  public moveTo(region: string): void {
    this.place = { ...this.place, region };
  }

  public find(types: string | readonly string[], id: Value | undefined): StoredObject | undefined {
    if (typeof id !== "string") return undefined;
    for (const type of typeof types === "string" ? [types] : types) {
      const found = this.store.find(type, id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  public ofType(...types: readonly string[]): StoredObject[] {
    return this.store.ofType(...types);
  }

  public all(): StoredObject[] {
    return this.store.all();
  }

  /** Whether an id can be referred to: it is here, or may be outside of what is rehearsed. */
  public mayExist(types: readonly string[], id: string): boolean {
    if (types.some((type) => this.store.find(type, id) !== undefined)) return true;
    return this.assumesOthers && !types.some((type) => this.store.isGone(type, id));
  }

  /** Whether a service may act in the name of a role. */
  public hasServiceRole(name: string): boolean {
    return this.assumesServiceRoles || this.store.find("alicloud_ram_role", name) !== undefined;
  }

  /** Makes something on behalf of an object. */
  public provide(owner: StoredObject, type: string, id: string, values: ValueObject): StoredObject {
    takeQuotas(type, values, this);
    const made = {
      type,
      id,
      values: { ...values, id },
      madeBy: "service",
      owner: keyOf(owner.type, owner.id),
    } as const;
    this.store.put(made);
    return made;
  }

  public change(object: StoredObject, values: ValueObject): void {
    this.store.put({ ...object, values: { ...object.values, ...values } });
  }

  public remove(object: StoredObject): void {
    this.store.remove(object);
  }

  /** What the service has made for an object. */
  public providedFor(object: StoredObject): StoredObject[] {
    const owner = keyOf(object.type, object.id);
    return this.all().filter((one) => one.owner === owner);
  }

  /** Remembers that something is not there any more which is no object. */
  public bury(what: string, name: string): void {
    this.store.bury(what, name);
  }

  public isGone(what: string, name: string): boolean {
    return this.store.isGone(what, name);
  }

  /** Counts one more, from 1. */
  public count(what: string): number {
    return this.store.count(what);
  }

  /** Digits that belong to an id, for what the service invents about it. */
  public hex(id: string, what: string): string {
    return digest(id, what);
  }
}
