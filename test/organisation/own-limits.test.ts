import type { TerraformStack } from "cdktf";
import { App } from "cdktf";
import {
  allowedInstanceFamilies,
  allowedRegions,
  Capacity,
  formatViolation,
  InstanceSelection,
  LimitError,
  Limits,
  limitsOnClusters,
  limitsOnNodePools,
  Organisation,
  reportOf,
  requiredTags,
  toSarif,
  type NodePoolOptions,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, listToken, numberToken, poolOptions, proCluster, testStack } from "../support/stacks";

const handbook = { title: "Platform handbook", chapter: "Clusters" };
const poolSize = () =>
  limitsOnNodePools().range(
    "own-pool-size",
    "maxNodes",
    { min: 1, max: 50, unit: "nodes" },
    { statement: "A pool has at most 50 nodes.", source: handbook, fix: "make a second pool" },
  );

/** A stack of a cluster with a pool in an organisation. */
function shop(organisation: (of: Organisation) => unknown, pool: Partial<NodePoolOptions> = {}) {
  const stack = testStack();
  organisation(Organisation.of(App.of(stack)));
  proCluster(stack).addNodePool("workers", poolOptions(pool));
  return stack;
}

const brokenIn = (stack: TerraformStack) =>
  reportOf(stack).broken.map(({ id, path, got }) => [id, path, got]);

test("a limit of one's own breaks the synthesis as those of the library do, and refers to its own documents", () => {
  const stack = shop((of) => of.limitNodePools(poolSize()), { capacity: Capacity.fixed(60) });
  expect(() => synthesize(stack)).toThrow(LimitError);
  const [violation, ...others] = reportOf(stack).broken;
  expect(others).toEqual([]);
  expect(violation && formatViolation({ ...violation, origin: "stacks/shop.ts:14" })).toBe(
    [
      "  own-pool-size   shop/cluster/workers   (stacks/shop.ts:14)",
      "    got    maxNodes 60 nodes",
      "    want   a whole number from 1 to 50 nodes",
      "    fix    make a second pool",
      "    see    Platform handbook, Clusters",
    ].join("\n"),
  );
});

test("it names the line of the user's code", () => {
  const stack = shop((of) => of.limitNodePools(poolSize()), { capacity: Capacity.fixed(60) });
  expect(reportOf(stack).broken[0]?.origin).toMatch(/own-limits\.test\.ts:\d+$/);
});

test("it comes together with the limits of the library, and stands in SARIF beside them", () => {
  const stack = shop((of) => of.limitNodePools(poolSize()), {
    capacity: Capacity.fixed(60),
    tags: { "acs:team": "shop" },
  });
  const sarif = toSarif(reportOf(stack)) as {
    readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
  };
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(["own-pool-size", "tag-reserved"]),
  );
});

test("it judges clusters and pools of its scope alone", () => {
  const noPublic = limitsOnClusters().limit(
    "own-private",
    ["publicApiServer"],
    { statement: "API servers are private.", source: handbook },
    ({ publicApiServer }) => (publicApiServer ? [{ got: "a public API server", want: "a private one" }] : []),
  );
  const stack = testStack();
  const other = besideStack(stack, "bank");
  Organisation.of(stack).limitClusters(noPublic);
  proCluster(stack, { publicApiServer: true });
  proCluster(other, { publicApiServer: true });
  expect(brokenIn(stack)).toEqual([["own-private", "shop/cluster", "a public API server"]]);
});

test("what Terraform alone knows silences it, and goes into the plan where the shape can", () => {
  const stack = testStack();
  Organisation.of(stack).limitNodePools(poolSize());
  proCluster(stack).addNodePool("workers", poolOptions({ capacity: Capacity.fixed(numberToken(stack)) }));
  expect(reportOf(stack).silent).toEqual(
    expect.arrayContaining([{ id: "own-pool-size", path: "shop/cluster/workers", unknown: ["maxNodes"] }]),
  );
});

test("it can be turned into a warning with a reason, and its advice acknowledged, under its id", () => {
  const stack = shop(
    (of) => of.limitNodePools(poolSize()).limitClusters(requiredTags(["team"], { advice: true })),
    { capacity: Capacity.fixed(60) },
  );
  Limits.of(stack)
    .warnOnly("own-pool-size", { reason: "the migration, OPS-311" })
    .acknowledge("own-required-tags", { reason: "a sandbox" });
  const report = reportOf(stack);
  expect(report.broken).toEqual([]);
  expect(report.turnedIntoWarnings.map(({ id }) => id)).toEqual(["own-pool-size"]);
  expect(report.acknowledged.map(({ id }) => id)).toEqual(["own-required-tags"]);
});

test("an organisation may say that a limit does not yield", () => {
  const stack = shop((of) => of.limitClusters(allowedRegions(["cn-beijing"], { authority: "library" })));
  Limits.of(stack).warnOnly("own-regions", { reason: "no" });
  expect(reportOf(stack).broken.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["own-regions", "acknowledged-limit-can-yield"]),
  );
});

test("an acknowledgement of a limit that judged nothing is unused, not unknown", () => {
  const stack = testStack();
  Organisation.of(stack).limitNodePools(poolSize());
  proCluster(stack);
  Limits.of(stack).warnOnly("own-pool-size", { reason: "later" });
  expect(reportOf(stack).broken).toEqual([]);
  expect(reportOf(stack).unusedAcknowledgements.map(({ id }) => id)).toEqual(["own-pool-size"]);
});

test.each([
  ["a type of a family", InstanceSelection.types("ecs.g7.xlarge"), []],
  ["a type with a variant of the family", InstanceSelection.types("ecs.g7-c1m4.xlarge"), []],
  ["a family that begins alike", InstanceSelection.types("ecs.g7ne.xlarge"), ["ecs.g7ne.xlarge"]],
  ["one of two types", InstanceSelection.types("ecs.g7.xlarge", "ecs.c6.xlarge"), ["ecs.c6.xlarge"]],
  [
    "a pattern of a family",
    InstanceSelection.patterns({ familyLevel: "EnterpriseLevel", vcpus: 4, families: ["ecs.g7"] }),
    [],
  ],
  [
    "a pattern of another",
    InstanceSelection.patterns({ familyLevel: "EnterpriseLevel", vcpus: 4, families: ["ecs.g6"] }),
    ["a pattern of the family ecs.g6"],
  ],
  [
    "a pattern of any",
    InstanceSelection.patterns({ familyLevel: "EnterpriseLevel", vcpus: 4 }),
    ["a pattern that names no families"],
  ],
])("instance families: %s", (_, instances, got) => {
  const stack = shop((of) => of.limitNodePools(allowedInstanceFamilies(["ecs.g7", "ecs.c7"])), {
    instances,
    capacity: Capacity.autoscale({ min: 1, max: 3 }),
  });
  const own = reportOf(stack).broken.filter(({ id }) => id === "own-instance-families");
  expect(own.map((one) => one.got)).toEqual(got);
  expect(own.every(({ want }) => want === "an instance type of ecs.g7, ecs.c7")).toBe(true);
});

test("instance types that Terraform alone knows are not guessed", () => {
  const stack = testStack();
  Organisation.of(stack).limitNodePools(allowedInstanceFamilies(["ecs.g7"]));
  proCluster(stack).addNodePool(
    "workers",
    poolOptions({ instances: InstanceSelection.types(...listToken(stack)) }),
  );
  expect(reportOf(stack).broken).toEqual([]);
});

test("tags of the organisation count as tags that it asks for", () => {
  const asks = (of: Organisation) => of.limitClusters(requiredTags(["team", "cost"]));
  expect(brokenIn(shop((of) => asks(of).setDefaults({ tags: { team: "shop" } })))).toEqual([
    ["own-required-tags", "shop/cluster", 'no tag "cost"'],
  ]);
  expect(brokenIn(shop((of) => asks(of).setDefaults({ tags: { team: "a", cost: "b" } })))).toEqual([]);
});

test("scopes within each other add limits, also under one id", () => {
  const stack = testStack();
  Organisation.of(App.of(stack)).limitNodePools(allowedInstanceFamilies(["ecs.g7", "ecs.c7"]));
  Organisation.of(stack).limitNodePools(allowedInstanceFamilies(["ecs.c7"]));
  proCluster(stack).addNodePool("workers", poolOptions());
  expect(brokenIn(stack)).toEqual([["own-instance-families", "shop/cluster/workers", "ecs.g7.xlarge"]]);
});
