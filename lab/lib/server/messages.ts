/** The requests of the protocol, as far as they are read here. Field names are those of tfplugin5.proto. */
export interface DynamicValue {
  readonly msgpack: Buffer;
}

export interface ConfigRequest {
  readonly config: DynamicValue;
}

export interface TypedConfigRequest extends ConfigRequest {
  readonly type_name: string;
}

export interface UpgradeRequest {
  readonly type_name: string;
  readonly raw_state: { readonly json: Buffer };
}

export interface ReadRequest {
  readonly type_name: string;
  readonly current_state: DynamicValue;
  readonly private: Buffer;
}

export interface PlanRequestMessage extends TypedConfigRequest {
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly prior_private: Buffer;
}

export interface ApplyRequestMessage extends TypedConfigRequest {
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly planned_private: Buffer;
}

export interface ImportRequest {
  readonly type_name: string;
  readonly id: string;
}

/** An answer: `diagnostics` are in all of them. */
export type Answer = Readonly<Record<string, unknown>>;
