import { equal, isWhollyKnown, isUnknown, UNKNOWN, type Value, type ValueObject } from "../../lib/values";
import { allProviders, planned, resource } from "./support/plans";
import { CloudUser } from "./support/cloud-user";

const types = allProviders.flatMap(({ resources }) => resources.types);

/** Whether everything that the plan knew is in the state as it was. */
function keeps(plan: Value | undefined, state: Value | undefined): boolean {
  if (plan === undefined || isUnknown(plan)) return true;
  if (Array.isArray(plan)) {
    const items = state as readonly Value[];
    return plan.length === items.length && plan.every((one: Value, index) => keeps(one, items[index]));
  }
  if (typeof plan !== "object" || plan === null) return plan === state;
  return Object.entries(plan).every(([name, one]) =>
    keeps(one as Value, (state as Record<string, Value>)[name]),
  );
}

/** What a Read writes anew, whatever was asked for. */
const rewritten: Readonly<Record<string, readonly string[]>> = {
  alicloud_cs_managed_kubernetes: ["service_cidr", "pod_cidr"],
  alicloud_cs_edge_kubernetes: ["service_cidr", "pod_cidr"],
  alicloud_cs_kubernetes: ["service_cidr", "pod_cidr", "proxy_mode"],
  alicloud_cs_serverless_kubernetes: ["service_cidr"],
  alicloud_cs_kubernetes_node_pool: ["system_disk_size"],
};

/** Without these arguments the service refuses, though the schema does not ask for them. */
const needed: Readonly<Record<string, ValueObject>> = {
  alicloud_nat_gateway: { nat_type: "Enhanced", vswitch_id: "vsw-1" },
};

/** Of these a destroy is only the end of what Terraform knows. */
const lasting = ["alicloud_cs_kubernetes_addon", "alicloud_cs_autoscaling_config"];

describe("the life cycle of any resource", () => {
  it.each(types)("%s: a create makes everything known, and keeps the plan", async (type) => {
    const plan = planned(type, needed[type]);
    const state = await new CloudUser().create(type, needed[type]);
    expect(isWhollyKnown(state)).toBe(true);
    expect(keeps(plan, state)).toBe(true);
    expect(typeof state["id"]).toBe(type === "kubernetes_manifest" ? "undefined" : "string");
  });

  it.each(types)("%s: what was made reads as it was told", async (type) => {
    const user = new CloudUser();
    const state = await user.create(type, needed[type]);
    const read = await user.read(type, state);
    const chosen = Object.fromEntries((rewritten[type] ?? []).map((name) => [name, read?.[name] ?? null]));
    expect(read !== null && equal(resource(type).block.type, read, { ...state, ...chosen })).toBe(true);
    for (const name of Object.keys(chosen)) expect(state[name]).not.toEqual(chosen[name]);
  });

  it.each(types.filter((type) => !lasting.includes(type)))(
    "%s: what was deleted reads as gone",
    async (type) => {
      const user = new CloudUser();
      const state = await user.create(type, needed[type]);
      await user.delete(type, state);
      expect(await user.read(type, state)).toBeNull();
    },
  );

  it("leaves empty what could be configured in an element of a set, and makes up the rest", async () => {
    const zone = resource("alicloud_nlb_load_balancer").block.blocks.get("zone_mappings")?.block;
    const names = [...(zone?.attributes.keys() ?? [])];
    const open = Object.fromEntries(names.map((name): [string, Value] => [name, UNKNOWN]));
    const given = { zone_mappings: [{ ...open, zone_id: "cn-hangzhou-h", vswitch_id: "vsw-1" }] };
    const state = await new CloudUser().create("alicloud_nlb_load_balancer", given);
    expect(state["zone_mappings"]).toMatchObject([
      { allocation_id: "", ipv4_local_addresses: [], eni_id: expect.stringMatching(/^eni-/) as string },
    ]);
  });

  it("keeps a call in the region that it was made for, whichever others come in between", async () => {
    const slow = { fault: "slow", on: "create", type: "alicloud_vpc", times: 1, seconds: 0.05 } as const;
    const user = new CloudUser({ faults: [slow] });
    const goTo = (region: string): void =>
      user.account.configure?.("registry.terraform.io/aliyun/alicloud", { region });
    goTo("cn-hangzhou");
    const first = user.create("alicloud_vpc", { cidr_block: "10.0.0.0/8" });
    goTo("cn-beijing");
    const second = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/8" });
    expect(second["id"]).toMatch(/^vpc-2ze/);
    expect((await first)["id"]).toMatch(/^vpc-bp1/);
  });

  it("lets two accounts give the same ids for the same wishes", async () => {
    const make = async (): Promise<Value[]> => {
      const user = new CloudUser();
      const one = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
      const other = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
      return [one["id"] ?? null, other["id"] ?? null];
    };
    const [first, second] = await make();
    expect(await make()).toEqual([first, second]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^vpc-bp1[a-z0-9]{17}$/);
  });

  it("keeps the state of an object that it does not know as gone", async () => {
    const user = new CloudUser();
    const state = await new CloudUser().create("alicloud_vpc");
    expect(await user.read("alicloud_vpc", state)).toBeNull();
  });

  it("takes over an update and leaves what it does not touch", async () => {
    const user = new CloudUser();
    const state = await user.create("alicloud_vpc", { description: "old" });
    const changed = await user.update("alicloud_vpc", state, { description: "new" });
    expect(changed).toEqual({ ...state, description: "new" });
    expect(await user.read("alicloud_vpc", changed)).toEqual(changed);
  });

  it("refuses to change what is gone", async () => {
    const user = new CloudUser();
    const state = await new CloudUser().create("alicloud_vpc");
    const { state: left, diagnostics } = await user.tryUpdate("alicloud_vpc", state, { description: "new" });
    expect(left).toBe(state);
    expect(diagnostics).toHaveLength(1);
  });

  it("gives an import all that an API tells", async () => {
    const user = new CloudUser();
    const made = await user.create("alicloud_security_group", { security_group_name: "a" });
    const { state } = await user.import("alicloud_security_group", String(made["id"]));
    expect(state).toEqual(made);
  });

  it("says that there is nothing to import", async () => {
    const { state, diagnostics } = await new CloudUser().import("alicloud_vpc", "vpc-none");
    expect(state).toBeNull();
    expect(diagnostics[0]?.detail).toContain('no alicloud_vpc with the id "vpc-none"');
  });

  it("names what Terraform has made and forgotten", async () => {
    const user = new CloudUser();
    const kept = await user.create("alicloud_vpc", { description: "kept" });
    const lost = await user.create("alicloud_vpc", { description: "lost" });
    expect(user.account.orphans([String(kept["id"])]).map(({ id }) => id)).toEqual([lost["id"]]);
  });
});
