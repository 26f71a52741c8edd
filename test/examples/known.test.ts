import { TYPE } from "./compare";
import {
  defaultLeftOut,
  defaultReplaced,
  deprecatedLeftOut,
  deprecatedReplaced,
  impliedOrder,
  impliedOrderLeftOut,
  problems,
  typeReplaced,
} from "./expected";
import { defaultOf, isDeprecated, schemaOf, schemaOfType } from "./provider-data";
import { defaults } from "./published/defaults";
import { deprecatedTypes, deprecations } from "./published/deprecations";

describe("a resource of a deprecated type", () => {
  const edge = "alicloud_cs_edge_kubernetes.edge";
  const pool = "alicloud_cs_kubernetes_node_pool.first";
  const published = {
    [edge]: { worker_number: 1, load_balancer_spec: "slb.s1.small", worker_vswitch_ids: ["a"] },
  };
  const ours = {
    [edge]: { [TYPE]: "alicloud_cs_managed_kubernetes", profile: "Edge", vswitch_ids: ["a"] },
    [pool]: {
      cluster_id: `ref:${edge}.id`,
      desired_size: "1",
      system_disk_size: 40,
      vswitch_ids: ["a"],
    },
  };
  const part = { reason: "deprecated replaced", fact: "The workers are a pool." } as const;
  const expected = [
    ...typeReplaced(edge),
    ...deprecatedReplaced(edge, "worker_vswitch_ids", ["a"], pool),
    ...deprecatedReplaced(edge, "worker_number", 1, pool),
    ...defaultReplaced(edge, "worker_disk_size", pool),
    deprecatedLeftOut(edge, "load_balancer_spec", "slb.s1.small"),
    { where: pool, ours: {}, ...part },
    { where: `${pool}.cluster_id`, ours: `ref:${edge}.id`, ...part },
  ];

  test("is replaced by one of today's, and by one more for what has a type of its own today", () => {
    expect(problems(published, ours, expected)).toEqual([]);
  });

  test.each([
    ["another number of workers", pool, "desired_size", "2"],
    ["another disk than the default", pool, "system_disk_size", 120],
    ["another cluster", pool, "cluster_id", "ref:alicloud_cs_edge_kubernetes.other.id"],
    ["another profile", edge, "profile", "Default"],
    ["another type", edge, TYPE, "alicloud_cs_kubernetes"],
    ["other vSwitches", edge, "vswitch_ids", ["b"]],
  ] as const)("is not replaced by one with %s, whatever the list says", (_, resource, argument, value) => {
    const where = `${resource}.${argument}`;
    const others = { ...ours, [resource]: { ...ours[resource], [argument]: value } };
    const listed = expected.map((one) => (one.where === where ? { ...one, ours: value } : one));
    expect(problems(published, others, listed)).toContainEqual(
      expect.stringMatching(new RegExp(`^no deprecated replaced: .*\\b${resource.split(".")[1] ?? ""}\\.`)),
    );
  });

  test("shares with its part what both have", () => {
    const shared = { where: `${pool}.tags`, ours: { team: "shop" }, ...part };
    const withTags = (tags: object) => ({
      theirs: { [edge]: { ...published[edge], tags: { team: "shop" } } },
      own: {
        [edge]: { ...ours[edge], tags: { team: "shop" } },
        [pool]: { ...ours[pool], tags: { ...tags } },
      },
    });
    const same = withTags({ team: "shop" });
    expect(problems(same.theirs, same.own, [...expected, shared])).toEqual([]);
    const other = withTags({ team: "other" });
    expect(problems(other.theirs, other.own, [...expected, { ...shared, ours: { team: "other" } }])).toEqual([
      expect.stringMatching(/^no deprecated replaced: .*\.tags: /),
    ]);
  });

  test("has no part in a resource that replaces nothing of it", () => {
    const extra = { "alicloud_vswitch.x": {} };
    const listed = { where: "alicloud_vswitch.x", ours: {}, ...part };
    expect(problems({}, extra, [listed])).toEqual([expect.stringMatching(/^no deprecated replaced: /)]);
  });
});

test("an order that a reference implies can be left out, and no other", () => {
  const association = "alicloud_eip_association.a";
  const ordered = {
    allocation_id: "ref:alicloud_eip_address.a.id",
    depends_on: ["ref:alicloud_eip_address.a"],
  };
  const left = { [association]: { allocation_id: ordered.allocation_id } };
  const implied = impliedOrderLeftOut(association, ["alicloud_eip_address.a"]);
  expect(problems({ [association]: ordered }, left, [implied])).toEqual([]);

  const others = { ...ordered, depends_on: ["ref:alicloud_vpc.v"] };
  const notImplied = impliedOrderLeftOut(association, ["alicloud_vpc.v"]);
  expect(problems({ [association]: others }, left, [notImplied])).toEqual([
    expect.stringMatching(/^no default left out: /),
  ]);
});

test("the builders of differences know nothing that the tables do not know", () => {
  expect(() => defaultLeftOut("alicloud_cs_managed_kubernetes.k8s", "timezone")).toThrow("Nothing is known");
  expect(() => typeReplaced("alicloud_cs_managed_kubernetes.k8s")).toThrow("Nothing is known");
  expect(impliedOrder("alicloud_cs_managed_kubernetes.k8s", ["alicloud_vpc.a"])).toMatchObject({
    ours: ["ref:alicloud_vpc.a"],
  });
});

describe("what is known of an argument", () => {
  const isAddon = (key: string) => key.includes(".addons[");
  const argumentsOf = (keys: readonly string[]) => keys.map((key) => key.split("."));

  test.each(argumentsOf(Object.keys(defaults).filter((key) => !isAddon(key))))(
    "speaks of %s.%s in the schema",
    (type = "", argument = "") => {
      expect(schemaOf(type, argument)).toBeDefined();
    },
  );

  const inCode = Object.entries(defaults).filter(([, { origin }]) => origin === "provider");
  test.each(inCode)("%s has the default of the provider", (key, { value }) => {
    const [type = "", argument = ""] = key.split(".");
    expect(defaultOf(type, argument)).toEqual(value);
  });

  const deprecated = Object.entries(deprecations).filter(([key]) => !isAddon(key));
  test.each(deprecated)(
    "%s is deprecated by what the provider says, what replaces it is not",
    (key, { replacements }) => {
      const [type = "", argument = ""] = key.split(".");
      expect(schemaOf(type, argument)).toBeDefined();
      expect(isDeprecated(type, argument)).toBe(true);
      for (const { by } of replacements.filter((one) => !isAddon(one.by))) {
        const [typeOfNew = "", argumentOfNew = ""] = by.split(".");
        expect(isDeprecated(typeOfNew, argumentOfNew)).toBe(false);
      }
    },
  );

  test.each(Object.entries(deprecatedTypes))(
    "%s is marked as deprecated in the schema or is not in it, its replacement is there and is not",
    (type, { replacement }) => {
      expect(schemaOfType(type)?.deprecated ?? true).toBe(true);
      expect(schemaOfType(replacement)).toBeDefined();
      expect(schemaOfType(replacement)).not.toHaveProperty("deprecated");
    },
  );
});
