import type { Account, ApplyResult } from "../../lib/account";
import { Models, type Attribute, type Block, type ProviderModel, type ResourceModel } from "../../lib/schema";
import type { CtyType, ValueObject } from "../../lib/values";

/** A provider with one resource and one data source, which has a bit of each kind of argument. */
const attribute = (name: string, type: CtyType, how: Partial<Attribute> = {}): Attribute => ({
  name,
  type,
  required: false,
  optional: true,
  computed: false,
  sensitive: false,
  writeOnly: false,
  ...how,
});

function block(attributes: readonly Attribute[], blocks: Block["blocks"] = new Map()): Block {
  const members: [string, CtyType][] = attributes.map(({ name, type }) => [name, type]);
  for (const [name, { nesting, block: inner }] of blocks) {
    members.push([name, nesting === "single" ? inner.type : [nesting, inner.type]]);
  }
  return {
    attributes: new Map(attributes.map((one) => [one.name, one])),
    blocks,
    type: ["object", Object.fromEntries(members)],
  };
}

const resource: ResourceModel = {
  mode: "resource",
  type: "thing",
  version: 3,
  importable: true,
  timeouts: {},
  block: block(
    [
      attribute("id", "string", { optional: false, computed: true }),
      attribute("zone", "string", { forceNew: true }),
      attribute("labels", ["map", "string"], { forceNew: true }),
      attribute("names", ["set", "string"]),
    ],
    new Map([
      [
        "disk",
        {
          name: "disk",
          nesting: "list",
          block: block([attribute("size", "number")]),
          minBlocks: 0,
          maxBlocks: Infinity,
          computed: false,
        },
      ],
    ]),
  ),
};

export const thing = resource;

export const provider: ProviderModel = {
  source: "registry.terraform.io/test/one",
  version: "1.0.0",
  config: block([attribute("region", "string")]),
  resources: new Models([
    ["thing", () => resource],
    ["fixed", () => ({ ...resource, type: "fixed", importable: false })],
  ]),
  dataSources: new Models([["thing", () => ({ ...resource, mode: "data" })]]),
};

/** An account that remembers one object. */
export class OneThing implements Account {
  public region: unknown;
  public stored: ValueObject | null = null;
  public stopped = false;

  public configure(_source: string, { region }: ValueObject): void {
    this.region = region;
  }

  public async create(_model: ResourceModel, planned: ValueObject): Promise<ApplyResult> {
    return this.answer({ ...planned, id: "t-1" });
  }

  public async update(
    _model: ResourceModel,
    _prior: ValueObject,
    planned: ValueObject,
  ): Promise<ApplyResult> {
    return this.answer(planned);
  }

  public async delete(): Promise<ApplyResult> {
    return this.answer(null);
  }

  public async read(): Promise<ApplyResult> {
    return { state: this.stored, diagnostics: [] };
  }

  public async import(_model: ResourceModel, id: string): Promise<ApplyResult> {
    return { state: this.stored?.["id"] === id ? this.stored : null, diagnostics: [] };
  }

  public async query(_model: ResourceModel, config: ValueObject): Promise<ApplyResult> {
    return { state: { ...config, id: "found" }, diagnostics: [] };
  }

  public interrupt(): void {
    this.stopped = true;
  }

  private answer(state: ValueObject | null): ApplyResult {
    this.stored = state;
    return { state, diagnostics: [] };
  }
}
