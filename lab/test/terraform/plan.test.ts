import { Plan, type PlanJson } from "../../lib/terraform";

type RawChange = NonNullable<PlanJson["resource_changes"]>[number];

function change(address: string, actions: string[], rest: Partial<RawChange["change"]> = {}): RawChange {
  const [type = "", name = ""] = address.split(".");
  return { address, mode: "managed", type, name, change: { actions, before: null, after: null, ...rest } };
}

const plan = new Plan({
  resource_changes: [
    change("alicloud_vpc.new", ["create"], {
      after: { cidr_block: "10.0.0.0/8" },
      after_unknown: { id: true },
    }),
    change("alicloud_vpc.same", ["no-op"], { before: { a: 1 }, after: { a: 1 } }),
    change("alicloud_vpc.renamed", ["update"], {
      before: { vpc_name: "a", tags: { team: "x" }, user_cidrs: [] },
      after: { vpc_name: "b", tags: { team: "x", cost: "1" }, user_cidrs: ["10.0.0.0/8"] },
    }),
    {
      ...change("alicloud_vswitch.moved", ["delete", "create"], {
        before: { zone_id: "h", disk: [{ size: 20 }] },
        after: { zone_id: "i", disk: [{ size: 40 }] },
        after_unknown: { id: true },
        replace_paths: [["zone_id"], ["disk", 0, "size"]],
      }),
      action_reason: "replace_because_cannot_update",
    },
    change("alicloud_vswitch.first", ["create", "delete"]),
    change("alicloud_eip.gone", ["delete"], { before: { id: "eip-1" } }),
    { ...change("data.alicloud_zones.all", ["read"]), mode: "data" },
  ],
  output_changes: {
    id: { actions: ["create"], before: null, after: null, after_unknown: true },
    same: { actions: ["no-op"], before: "x", after: "x", after_unknown: false },
  },
});

describe("A plan as data", () => {
  test("has the addresses by what happens to them", () => {
    expect(plan.create).toEqual(["alicloud_vpc.new"]);
    expect(plan.update).toEqual(["alicloud_vpc.renamed"]);
    expect(plan.replace).toEqual(["alicloud_vswitch.moved", "alicloud_vswitch.first"]);
    expect(plan.delete).toEqual(["alicloud_eip.gone"]);
    expect(plan.read).toEqual(["data.alicloud_zones.all"]);
    expect(plan.noop).toEqual(["alicloud_vpc.same"]);
  });

  test("names the arguments that force a replacement, and why there is one", () => {
    const moved = plan.change("alicloud_vswitch.moved");
    expect(moved?.forcedBy).toEqual(["zone_id", "disk[0].size"]);
    expect(moved?.reason).toBe("replace_because_cannot_update");
  });

  test("tells which comes first in a replacement", () => {
    expect(plan.change("alicloud_vswitch.moved")?.createBeforeDestroy).toBe(false);
    expect(plan.change("alicloud_vswitch.first")?.createBeforeDestroy).toBe(true);
  });

  test("names single values that change, known or not", () => {
    expect(plan.change("alicloud_vpc.renamed")?.changed).toEqual(["vpc_name", "tags.cost", "user_cidrs[0]"]);
    expect(plan.change("alicloud_vswitch.moved")?.changed).toEqual(["zone_id", "disk[0].size", "id"]);
    expect(plan.change("alicloud_vpc.same")?.changed).toEqual([]);
  });

  test("has what is before and after, and what is known later", () => {
    expect(plan.change("alicloud_vpc.new")).toMatchObject({
      type: "alicloud_vpc",
      name: "new",
      isData: false,
      before: null,
      after: { cidr_block: "10.0.0.0/8" },
      afterUnknown: { id: true },
    });
  });

  test("has the changes of outputs", () => {
    expect(plan.outputs).toEqual([
      { name: "id", action: "create", before: null, after: null, isUnknown: true },
      { name: "same", action: "noop", before: "x", after: "x", isUnknown: false },
    ]);
  });

  test("says what has changed behind Terraform's back", () => {
    const drifted = new Plan({
      resource_drift: [change("alicloud_vpc.v", ["update"], { before: 1, after: 2 })],
    });
    expect(drifted.drift.map(({ address }) => address)).toEqual(["alicloud_vpc.v"]);
  });
});

describe("An empty plan", () => {
  const same = change("alicloud_vpc.same", ["no-op"]);

  test("has nothing to do", () => {
    expect(new Plan({}).isEmpty).toBe(true);
    expect(new Plan({ resource_changes: [same] }).isEmpty).toBe(true);
  });

  test.each<[string, PlanJson]>([
    ["changes a resource", { resource_changes: [change("a.b", ["update"])] }],
    ["reads a data source later", { resource_changes: [{ ...change("data.a.b", ["read"]), mode: "data" }] }],
    ["changes an output", { output_changes: { x: { actions: ["update"], before: 1, after: 2 } } }],
    ["moves a resource", { resource_changes: [{ ...same, previous_address: "alicloud_vpc.old" }] }],
    ["imports a resource", { resource_changes: [change("a.b", ["no-op"], { importing: { id: "vpc-1" } })] }],
  ])("is none that %s", (_case, json) => {
    expect(new Plan(json).isEmpty).toBe(false);
  });
});
