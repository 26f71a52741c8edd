import { decodeConfig } from "../../lib/core/decode";
import type { ResourceModel } from "../../lib/schema";
import { KNOWN_PROVIDERS, loadProvider } from "../../lib/schema";
import type { Value, ValueObject } from "../../lib/values";

const providers = KNOWN_PROVIDERS.map((name) => loadProvider(name));

/** The resource of whichever provider has it. */
export function modelOf(type: string): ResourceModel {
  for (const provider of providers) {
    const model = provider.resources.get(type);
    if (model !== undefined) return model;
  }
  throw new Error(`no provider of the lab has ${type}`);
}

/** Terraform JSON of one resource or state, as values. */
export function decoded(
  model: ResourceModel,
  json: unknown,
  resolve?: (expression: string) => Value,
): ValueObject {
  const { value, diagnostics } = decodeConfig(model.block, json, resolve ? { resolve } : {});
  if (value === undefined) throw new Error(`cannot be decoded: ${JSON.stringify(diagnostics)}`);
  return value;
}
