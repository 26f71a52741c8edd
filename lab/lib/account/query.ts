import type { Block } from "../schema";
import type { Value, ValueObject } from "../values";
import type { Query } from "./behaviour";
import type { Cloud } from "./cloud";
import { canonical, digest } from "./digest";
import { plausible } from "./plausible";

/** Answers a data source: what its query says, and plausible values for the rest. */
export function answerQuery(
  model: { readonly type: string; readonly block: Block } & Parameters<Query>[2],
  config: ValueObject,
  query: Query | undefined,
  cloud: Cloud,
): ValueObject {
  const said = query?.(config, cloud, model) ?? {};
  const hex = digest(model.type, canonical(config));
  const answer: Record<string, Value> = {};
  for (const [name, { type, computed }] of model.block.attributes) {
    const configured = config[name] ?? null;
    if (name in said) answer[name] = said[name] ?? null;
    else if (name === "id") answer[name] = configured ?? String(parseInt(hex.slice(0, 8), 16));
    else answer[name] = configured ?? (computed ? plausible(type, name, hex, cloud.scene) : null);
  }
  for (const name of model.block.blocks.keys()) answer[name] = said[name] ?? config[name] ?? null;
  return answer;
}
