import type { Account, ApplyResult } from "../account/account";
import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import { planResource, validateResource } from "../engine";
import type { Block, ProviderModel, ResourceModel } from "../schema";
import { equal, isObject, type Value, type ValueObject } from "../values";
import { decodeValue, encodeValue } from "./codec";
import { defect, hasError, toAttributePath, toWireDiagnostic } from "./diagnostics";
import type * as wire from "./messages";
import { blockFromStateJson, UnreadableState } from "./state-json";

export interface ServiceOptions {
  /** Whether Terraform forgives what it forgives the SDK that the real providers are made with. */
  readonly lenient: boolean;
}

/**
 * One provider, as Terraform calls it over one connection: the protocol on one side, the engine and the account on the other.
 */
export class ProviderService {
  private configured: ValueObject | undefined;

  constructor(
    private readonly provider: ProviderModel,
    private readonly account: Account,
    private readonly options: ServiceOptions,
  ) {}

  public async prepareProviderConfig({ config }: wire.ConfigRequest): Promise<wire.Answer> {
    return { prepared_config: config, diagnostics: [] };
  }

  public async configure({ config }: wire.ConfigRequest): Promise<wire.Answer> {
    this.configured = read(this.provider.config, config) ?? {};
    this.there();
    return { diagnostics: [] };
  }

  public async validateResourceTypeConfig(request: wire.TypedConfigRequest): Promise<wire.Answer> {
    return this.validate(this.resource(request.type_name), request);
  }

  public async validateDataSourceConfig(request: wire.TypedConfigRequest): Promise<wire.Answer> {
    return this.validate(this.dataSource(request.type_name), request);
  }

  public async upgradeResourceState({ type_name, raw_state }: wire.UpgradeRequest): Promise<wire.Answer> {
    const { block } = this.resource(type_name);
    try {
      const state = blockFromStateJson(block, JSON.parse(raw_state.json.toString()));
      return { upgraded_state: write(block, state), diagnostics: [] };
    } catch (thrown) {
      if (!(thrown instanceof UnreadableState || thrown instanceof SyntaxError)) throw thrown;
      return {
        diagnostics: told(block, [error(`The state of ${type_name} cannot be read`, thrown.message)]),
      };
    }
  }

  public async readResource(request: wire.ReadRequest): Promise<wire.Answer> {
    const model = this.resource(request.type_name);
    const state = read(model.block, request.current_state);
    if (state === null) return { new_state: request.current_state, diagnostics: [] };
    const { state: found, diagnostics } = await this.there().read(model, state);
    const kept = hasError(diagnostics) ? state : found;
    return {
      new_state: unchanged(model, state, kept) ? request.current_state : write(model.block, kept),
      private: request.private,
      diagnostics: told(model.block, diagnostics),
    };
  }

  public async planResourceChange(request: wire.PlanRequestMessage): Promise<wire.Answer> {
    const { block, ...model } = this.resource(request.type_name);
    const proposed = read(block, request.proposed_new_state);
    // Terraform plans the end of a resource by itself.
    if (proposed === null) {
      return {
        planned_state: request.proposed_new_state,
        planned_private: request.prior_private,
        diagnostics: [],
      };
    }
    const prior = read(block, request.prior_state);
    const config = read(block, request.config);
    const plan = planResource({ ...model, block }, { prior, proposed, config });
    return {
      planned_state: unchanged({ block }, prior, plan.planned)
        ? request.prior_state
        : write(block, plan.planned),
      requires_replace: plan.requiresReplace.map((path) => toAttributePath(path, block.type)),
      planned_private: request.prior_private,
      diagnostics: told(block, plan.diagnostics),
      legacy_type_system: this.options.lenient,
    };
  }

  public async applyResourceChange(request: wire.ApplyRequestMessage): Promise<wire.Answer> {
    const model = this.resource(request.type_name);
    const { state, diagnostics } = await this.apply(model, request);
    return {
      new_state: write(model.block, state),
      private: request.planned_private,
      diagnostics: told(model.block, diagnostics),
      legacy_type_system: this.options.lenient,
    };
  }

  public async importResourceState({ type_name, id }: wire.ImportRequest): Promise<wire.Answer> {
    const model = this.resource(type_name);
    if (!model.importable) {
      return { diagnostics: told(model.block, [error(`resource ${type_name} doesn't support import`)]) };
    }
    const { state, diagnostics } = await this.there().import(model, id);
    if (hasError(diagnostics)) return { diagnostics: told(model.block, diagnostics) };
    // Terraform reads what is imported at once, and says itself that there is nothing.
    const imported = write(model.block, state ?? { id });
    return {
      imported_resources: [{ type_name, state: imported }],
      diagnostics: told(model.block, diagnostics),
    };
  }

  public async readDataSource(request: wire.TypedConfigRequest): Promise<wire.Answer> {
    const model = this.dataSource(request.type_name);
    const { state, diagnostics } = await this.there().query(model, read(model.block, request.config) ?? {});
    return { state: write(model.block, state), diagnostics: told(model.block, diagnostics) };
  }

  public async stop(): Promise<wire.Answer> {
    this.account.interrupt?.();
    return { Error: "" };
  }

  /** What a call answers that has failed in here: nothing is gained and nothing is lost. */
  public failed(
    call: string,
    request: Partial<wire.ApplyRequestMessage & wire.ReadRequest>,
    thrown: unknown,
  ): wire.Answer {
    const type = request.type_name ?? "";
    const diagnostics = [toWireDiagnostic("dynamic", defect(call, type, thrown))];
    if (call === "ApplyResourceChange")
      return { new_state: request.prior_state, private: request.planned_private, diagnostics };
    if (call === "ReadResource")
      return { new_state: request.current_state, private: request.private, diagnostics };
    return { diagnostics };
  }

  private validate(model: ResourceModel, { config }: wire.ConfigRequest): wire.Answer {
    const diagnostics = validateResource(model, read(model.block, config) ?? {});
    return { diagnostics: told(model.block, diagnostics) };
  }

  private async apply(model: ResourceModel, request: wire.ApplyRequestMessage): Promise<ApplyResult> {
    const prior = read(model.block, request.prior_state);
    const planned = read(model.block, request.planned_state);
    const config = read(model.block, request.config) ?? {};
    if (prior === null) return planned === null ? NOTHING : this.there().create(model, planned, config);
    if (planned === null) return this.there().delete(model, prior);
    return this.there().update(model, prior, planned, config);
  }

  /** The account, in the place that this connection is configured for: others may be configured for another. */
  private there(): Account {
    if (this.configured !== undefined) this.account.configure?.(this.provider.source, this.configured);
    return this.account;
  }

  private resource(type: string): ResourceModel {
    return this.provider.resources.get(type) ?? unknownType(type);
  }

  private dataSource(type: string): ResourceModel {
    return this.provider.dataSources.get(type) ?? unknownType(type);
  }
}

const NOTHING: ApplyResult = { state: null, diagnostics: [] };

function unknownType(type: string): never {
  throw new Error(`the schema has no ${type}`);
}

function read({ type }: Block, { msgpack }: wire.DynamicValue): ValueObject | null {
  const value = decodeValue(type, msgpack);
  return isObject(value) ? value : null;
}

function write({ type }: Block, value: Value): wire.DynamicValue {
  return { msgpack: encodeValue(type, value) };
}

function told({ type }: Block, diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics.map((diagnostic) => toWireDiagnostic(type, diagnostic));
}

/** What has not changed goes back byte for byte: sets in their order, numbers in their form. */
function unchanged({ block }: Pick<ResourceModel, "block">, before: Value, after: Value): boolean {
  return before !== null && equal(block.type, before, after);
}
