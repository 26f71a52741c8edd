import fc from "fast-check";
import { planChange } from "../../lib/core/change";
import type { ResourceModel } from "../../lib/schema";
import { KNOWN_PROVIDERS, loadProvider } from "../../lib/schema";
import type { Value, ValueObject } from "../../lib/values";
import { isList, isObject, isUnknown, isWhollyKnown } from "../../lib/values";
import { configOf, settled } from "../support/configs";

const models = KNOWN_PROVIDERS.flatMap((name) => {
  const { resources } = loadProvider(name);
  return resources.types.map((type) => resources.get(type)).filter((model) => model !== undefined);
});

/** Few runs for each of the two hundred resources: together they are many. */
const RUNS = { numRuns: 6, seed: 20261124 };

function forEveryResource(law: (model: ResourceModel, config: ValueObject) => void): void {
  for (const model of models) {
    fc.assert(
      fc.property(configOf(model.block), (config) => {
        law(model, config);
      }),
      RUNS,
    );
  }
}

/** The state after a create in which the service does what was planned. */
function created(model: ResourceModel, config: ValueObject): ValueObject {
  const { after } = planChange(model, null, config);
  if (after === null) throw new Error(`${model.type}: nothing is planned`);
  return settled(model.block.type, after) as ValueObject;
}

test("a new resource that came out as planned is never replaced by the next plan", () => {
  forEveryResource((model, config) => {
    const { actions, replacePaths } = planChange(model, created(model, config), config);
    expect([model.type, actions, replacePaths]).not.toEqual([model.type, ["delete", "create"], replacePaths]);
  });
});

test("a new resource that came out as planned plans nothing", () => {
  forEveryResource((model, config) => {
    if (isDropped(model, config)) return;
    expect([model.type, planChange(model, created(model, config), config).actions]).toEqual([
      model.type,
      ["no-op"],
    ]);
  });
});

test("what is configured is planned as it is, or dropped by the provider, but never something else", () => {
  forEveryResource((model, config) => {
    const { after } = planChange(model, null, config);
    for (const { name, type, computed } of model.block.attributes.values()) {
      const given = config[name] ?? null;
      const planned = after?.[name] ?? null;
      if (given === null || planned === null || typeof type !== "string") continue;
      expect([name, isUnknown(planned) ? computed : planned]).toEqual([
        name,
        isUnknown(planned) ? true : given,
      ]);
    }
  });
});

test("planning changes neither the state nor the configuration", () => {
  forEveryResource((model, config) => {
    const state = created(model, config);
    const before = JSON.stringify([state, config]);
    planChange(model, state, config);
    expect(JSON.stringify([state, config])).toBe(before);
  });
});

test("a plan without unknown configuration has unknowns only where the provider computes", () => {
  forEveryResource((model, config) => {
    expect(isWhollyKnown(config)).toBe(true);
    const { after } = planChange(model, null, config);
    for (const { name, computed } of model.block.attributes.values()) {
      if (!computed) expect([name, hasUnknown(after?.[name] ?? null)]).toEqual([name, false]);
    }
  });
});

/** Whether the provider leaves to the service what is configured: then it is not the plan that came out. */
function isDropped(model: ResourceModel, config: ValueObject): boolean {
  const { after } = planChange(model, null, config);
  return Object.entries(config).some(([name, given]) => given !== null && isUnknown(after?.[name] ?? null));
}

function hasUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}
