import { differences, TYPE, underPublishedNames, type Configuration } from "./compare";
import { problems, type ExpectedDifference, type Reason } from "./expected";

const cluster = "alicloud_cs_managed_kubernetes.k8s";
const withCluster = (block: Configuration[string]): Configuration => ({ [cluster]: block });

describe("our stack under published names", () => {
  test("has their addresses and references", () => {
    const ours = {
      "alicloud_vpc.network_1": {},
      "alicloud_vswitch.node_2": {
        vpc_id: "${alicloud_vpc.network_1.id}",
        tags: { of: "${alicloud_vpc.network_1.id}" },
      },
      "alicloud_vswitch.other_3": { zone_id: "${data.alicloud_zones.zones.zones[0].id}" },
    };
    expect(
      underPublishedNames(ours, {
        "alicloud_vpc.vpc[0]": "alicloud_vpc.network_1",
        "data.alicloud_zones.default": "data.alicloud_zones.zones",
      }),
    ).toEqual({
      "alicloud_vpc.vpc[0]": {},
      "alicloud_vswitch.node_2": {
        vpc_id: "ref:alicloud_vpc.vpc[0].id",
        tags: { of: "ref:alicloud_vpc.vpc[0].id" },
      },
      "alicloud_vswitch.other_3": { zone_id: "ref:data.alicloud_zones.default.zones[0].id" },
    });
  });

  test("tells what is of another type, and what comes first", () => {
    const ours = {
      "alicloud_vpc.network_1": {},
      "alicloud_cs_managed_kubernetes.cluster_2": { depends_on: ["alicloud_vpc.network_1"] },
    };
    expect(
      underPublishedNames(ours, {
        "alicloud_vpc.vpc": "alicloud_vpc.network_1",
        "alicloud_cs_edge_kubernetes.edge": "alicloud_cs_managed_kubernetes.cluster_2",
      }),
    ).toEqual({
      "alicloud_vpc.vpc": {},
      "alicloud_cs_edge_kubernetes.edge": {
        [TYPE]: "alicloud_cs_managed_kubernetes",
        depends_on: ["ref:alicloud_vpc.vpc"],
      },
    });
  });

  test("has them in expressions as well", () => {
    const ours = {
      "data.alicloud_zones.zones_1": {},
      "alicloud_vswitch.node_2": { zone_id: "${element(data.alicloud_zones.zones_1.ids, 0)}" },
    };
    expect(
      underPublishedNames(ours, { 'data.alicloud_zones.all["a"]': "data.alicloud_zones.zones_1" }),
    ).toEqual({
      'data.alicloud_zones.all["a"]': {},
      "alicloud_vswitch.node_2": { zone_id: '${element(data.alicloud_zones.all["a"].ids, 0)}' },
    });
  });

  test("needs a mapping from one to one", () => {
    const mapping = { "alicloud_vpc.a": "alicloud_vpc.x", "alicloud_vpc.b": "alicloud_vpc.x" };
    expect(() => underPublishedNames({}, mapping)).toThrow("mapped to the same resource");
  });
});

describe("the differences", () => {
  test("are resources and arguments that one side lacks, and other values", () => {
    const published = { "alicloud_vpc.a": { cidr_block: "10.0.0.0/8", tags: {} }, "alicloud_vpc.b": {} };
    const ours = {
      "alicloud_vpc.a": { cidr_block: "10.0.0.0/16", vpc_name: "a" },
      "alicloud_vpc.c": { cidr_block: "10.0.0.0/8" },
    };
    expect(differences(published, ours)).toEqual([
      { where: "alicloud_vpc.a.cidr_block", published: "10.0.0.0/8", ours: "10.0.0.0/16" },
      { where: "alicloud_vpc.a.tags", published: {} },
      { where: "alicloud_vpc.a.vpc_name", ours: "a" },
      { where: "alicloud_vpc.b", published: {} },
      { where: "alicloud_vpc.c", ours: {} },
      { where: "alicloud_vpc.c.cidr_block", ours: "10.0.0.0/8" },
    ]);
  });

  test("do not count the order of add-ons, nor an empty text", () => {
    expect(
      differences(
        withCluster({
          client_key: "",
          addons: [
            { name: "a", config: "" },
            { name: "b", config: "{}" },
          ],
        }),
        withCluster({ addons: [{ name: "b", config: "{}" }, { name: "a" }] }),
      ),
    ).toEqual([]);
  });

  test("count what an add-on is given", () => {
    expect(
      differences(
        withCluster({ addons: [{ name: "a" }] }),
        withCluster({ addons: [{ name: "a", disabled: true }] }),
      ),
    ).toEqual([{ where: `${cluster}.addons[a]`, published: {}, ours: { disabled: true } }]);
  });

  test("cannot be told with the same add-on twice", () => {
    const twice = withCluster({ addons: [{ name: "a" }, { name: "a" }] });
    expect(() => differences(twice, twice)).toThrow("no two have the same");
  });
});

describe("an expected difference", () => {
  const expected = (
    reason: Reason,
    difference: Omit<ExpectedDifference, "reason" | "fact">,
  ): ExpectedDifference => ({
    reason,
    fact: "A sentence.",
    ...difference,
  });
  const profile = expected("default made explicit", { where: `${cluster}.profile`, ours: "Default" });

  test("is no problem while it is there", () => {
    expect(problems(withCluster({}), withCluster({ profile: "Default" }), [profile])).toEqual([]);
  });

  test("is a problem when it is not listed", () => {
    expect(problems(withCluster({}), withCluster({ profile: "Default" }), [])).toEqual([
      `not listed: ${cluster}.profile: published nothing, ours "Default"`,
    ]);
  });

  test("is a problem when it is no longer there", () => {
    expect(problems(withCluster({}), withCluster({}), [profile])).toEqual([
      `no longer there: ${cluster}.profile: published nothing, ours "Default"`,
    ]);
  });

  test("needs a reason of the closed list", () => {
    // @ts-expect-error Another reason does not compile.
    const other: Reason = "we like it better";
    expect(() => problems({}, {}, [expected(other, { where: cluster })])).toThrow();
  });

  test.each<[string, ExpectedDifference, Configuration[string], Configuration[string]]>([
    ["a fact that is a sentence", { ...profile, fact: "" }, {}, { profile: "Default" }],
    ["the default to be ours", { ...profile, ours: "Edge" }, {}, { profile: "Edge" }],
    [
      "the default to be known",
      expected("default made explicit", { where: `${cluster}.timezone`, ours: "UTC" }),
      {},
      { timezone: "UTC" },
    ],
    [
      "an explicit default not to change a published value",
      expected("default made explicit", {
        where: `${cluster}.proxy_mode`,
        published: "iptables",
        ours: "ipvs",
      }),
      { proxy_mode: "iptables" },
      { proxy_mode: "ipvs" },
    ],
    [
      "the deprecated argument to be deprecated",
      expected("deprecated replaced", { where: `${cluster}.pod_cidr`, published: "10.0.0.0/16" }),
      { pod_cidr: "10.0.0.0/16" },
      {},
    ],
    [
      "the deprecated argument to have its replacement",
      expected("deprecated replaced", { where: `${cluster}.worker_vswitch_ids`, published: ["a"] }),
      { worker_vswitch_ids: ["a"] },
      {},
    ],
    [
      "a default that is left out to be the default",
      expected("default left out", { where: `${cluster}.proxy_mode`, published: "iptables" }),
      { proxy_mode: "iptables" },
      {},
    ],
    [
      "what has no effect to be deprecated without a replacement",
      expected("deprecated without effect", { where: `${cluster}.worker_vswitch_ids`, published: ["a"] }),
      { worker_vswitch_ids: ["a"] },
      {},
    ],
    [
      "an order that is implied to follow from a reference",
      expected("default made explicit", { where: `${cluster}.depends_on`, ours: ["ref:alicloud_vpc.vpc"] }),
      {},
      { depends_on: ["ref:alicloud_vpc.vpc"] },
    ],
    [
      "a derived name to be a name",
      expected("name derived", { where: `${cluster}.security_group_id`, ours: "sg-1" }),
      {},
      { security_group_id: "sg-1" },
    ],
  ])("needs %s", (_, difference, published, ours) => {
    expect(problems(withCluster(published), withCluster(ours), [difference])).toEqual([
      expect.stringMatching(new RegExp(`^no ${difference.reason}: `)),
    ]);
  });

  test("needs the replacement of something deprecated to keep its value", () => {
    const replaced = [
      expected("deprecated replaced", { where: `${cluster}.worker_vswitch_ids`, published: ["a"] }),
      expected("deprecated replaced", { where: `${cluster}.vswitch_ids`, ours: ["b"] }),
    ];
    const published = withCluster({ worker_vswitch_ids: ["a"] });
    expect(problems(published, withCluster({ vswitch_ids: ["b"] }), replaced)).toEqual([
      `no deprecated replaced: ${cluster}.vswitch_ids: published nothing, ours ["b"]`,
    ]);
  });
});
