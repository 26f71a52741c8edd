import type { Block, ProviderModel, ResourceModel } from "../schema";
import { KNOWN_PROVIDERS, loadProvider } from "../schema";

export type Mode = ResourceModel["mode"];

const loaded = new Map<string, ProviderModel>();

/** The provider whose name a type starts with, if the lab has it. */
export function providerOf(type: string): ProviderModel | undefined {
  const name = KNOWN_PROVIDERS.find((known) => known === providerName(type));
  if (name === undefined) return undefined;
  const provider = loaded.get(name) ?? loadProvider(name);
  loaded.set(name, provider);
  return provider;
}

export function providerName(type: string): string {
  return type.split("_")[0] ?? "";
}

export function modelOf(mode: Mode, type: string): ResourceModel | undefined {
  const provider = providerOf(type);
  return (mode === "data" ? provider?.dataSources : provider?.resources)?.get(type);
}

/** Types of other providers, whose schema is not known, have any attribute. */
export function hasArgument(mode: Mode, type: string, name: string): boolean {
  const block: Block | undefined = modelOf(mode, type)?.block;
  return block === undefined || block.attributes.has(name) || block.blocks.has(name);
}
