import {
  loadProvider,
  type Attribute,
  type Block,
  type ProviderModel,
  type ResourceModel,
} from "../../../lib/schema";
import { UNKNOWN, type CtyType, type Value, type ValueObject } from "../../../lib/values";

const providers: Record<"alicloud" | "kubernetes", ProviderModel> = {
  alicloud: loadProvider("alicloud"),
  kubernetes: loadProvider("kubernetes"),
};

export const allProviders = Object.values(providers);

function providerOf(type: string): ProviderModel {
  return type.startsWith("kubernetes_") ? providers.kubernetes : providers.alicloud;
}

export function resource(type: string): ResourceModel {
  const model = providerOf(type).resources.get(type);
  if (model === undefined) throw new Error(`no resource ${type}`);
  return model;
}

export function dataSource(type: string): ResourceModel {
  const model = providerOf(type).dataSources.get(type);
  if (model === undefined) throw new Error(`no data source ${type}`);
  return model;
}

/** What Terraform sends for a new resource with these arguments: required ones made up, computed ones unknown. */
export function planned(type: string, given: ValueObject = {}): ValueObject {
  return plannedBlock(resource(type).block, given);
}

export function configured(model: ResourceModel, given: ValueObject = {}): ValueObject {
  const known = [...model.block.attributes].map(([name, { required, type }]) => [
    name,
    required ? sample(type) : null,
  ]);
  const empty = [...model.block.blocks].map(([name, { nesting }]) => [
    name,
    nesting === "single" ? null : [],
  ]);
  return { ...Object.fromEntries([...known, ...empty]), ...given } as ValueObject;
}

function plannedBlock(block: Block, given: ValueObject): ValueObject {
  const values: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) values[name] = given[name] ?? open(attribute);
  for (const [name, { nesting, block: inner, minBlocks, computed }] of block.blocks) {
    const stated = given[name];
    if (Array.isArray(stated)) values[name] = stated.map((one: ValueObject) => plannedBlock(inner, one));
    else if (nesting === "single") values[name] = stated ?? null;
    else values[name] = computed ? UNKNOWN : Array.from({ length: minBlocks }, () => plannedBlock(inner, {}));
  }
  return values;
}

function open({ type, required, computed, default: byDefault }: Attribute): Value {
  if (required) return sample(type);
  return byDefault ?? (computed ? UNKNOWN : null);
}

function sample(type: CtyType): Value {
  if (type === "string") return "a";
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (type === "dynamic") return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } };
  if (type[0] === "map") return { a: sample(type[1]) };
  if (type[0] !== "object") return [sample(type[1])];
  return Object.fromEntries(Object.entries(type[1]).map(([name, of]) => [name, sample(of)]));
}
