import {
  createAccount,
  type AccountOptions,
  type ApplyResult,
  type InspectableAccount,
} from "../../../lib/account";
import type { ValueObject } from "../../../lib/values";
import { configured, dataSource, planned, resource } from "./plans";

/** Drives an account as the gRPC server does, with fewer words. */
export class CloudUser {
  public readonly account: InspectableAccount;

  constructor(options: AccountOptions = {}) {
    this.account = createAccount(options);
  }

  public async tryCreate(type: string, given: ValueObject = {}): Promise<ApplyResult> {
    const plan = planned(type, given);
    return this.account.create(resource(type), plan, plan);
  }

  public async create(type: string, given: ValueObject = {}): Promise<ValueObject> {
    return stateOf(await this.tryCreate(type, given));
  }

  public async tryUpdate(type: string, prior: ValueObject, change: ValueObject): Promise<ApplyResult> {
    const plan = { ...prior, ...change };
    return this.account.update(resource(type), prior, plan, plan);
  }

  public async update(type: string, prior: ValueObject, change: ValueObject): Promise<ValueObject> {
    return stateOf(await this.tryUpdate(type, prior, change));
  }

  public async tryDelete(type: string, state: ValueObject): Promise<ApplyResult> {
    return this.account.delete(resource(type), state);
  }

  public async delete(type: string, state: ValueObject): Promise<void> {
    const { diagnostics } = await this.tryDelete(type, state);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  }

  public async read(type: string, state: ValueObject): Promise<ValueObject | null> {
    return (await this.account.read(resource(type), state)).state;
  }

  public async import(type: string, id: string): Promise<ApplyResult> {
    return this.account.import(resource(type), id);
  }

  public async query(type: string, given: ValueObject = {}): Promise<ValueObject> {
    const model = dataSource(type);
    return stateOf(await this.account.query(model, configured(model, given)));
  }
}

function stateOf({ state, diagnostics }: ApplyResult): ValueObject {
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  if (state === null) throw new Error("no state");
  return state;
}

/** The code and words of a refusal; empty where there is none. */
export function refusalOf({ diagnostics }: ApplyResult): string {
  return diagnostics.map(({ summary, detail }) => `${summary} ${detail ?? ""}`).join("\n");
}
