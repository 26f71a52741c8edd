import { Lazy, type TerraformStack } from "cdktf";
import {
  AccountChecks,
  Capacity,
  EdgeCluster,
  InstanceSelection,
  Login,
  Placement,
  type NodePool,
  type NodePoolOptions,
} from "cdktf-ack";
import { securityGroup } from "cdktf-ack/alicloud";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { forceNew } from "../../lib/guard/force-new";
import { replacingArguments } from "../../lib/node-pool/replacement";
import { flannel, listToken, poolOptions, proCluster, testStack, textToken } from "../support/stacks";

type Changes = Partial<NodePoolOptions> | ((stack: TerraformStack) => Partial<NodePoolOptions>);

/** A pool that is created before its predecessor goes. */
function pool(changes: Changes = {}): { readonly made: NodePool; readonly arguments: Arguments } {
  const stack = testStack();
  const props = typeof changes === "function" ? changes(stack) : changes;
  const made = proCluster(stack).addNodePool(
    "workers",
    poolOptions({ replacement: "create-first", ...props }),
  );
  return { made, arguments: synthesize(stack).resource("alicloud_cs_kubernetes_node_pool") };
}

const poolsOf = (stack: TerraformStack): Arguments[] =>
  Object.values(synthesize(stack).resources("alicloud_cs_kubernetes_node_pool"));

const nameOf = (changes?: Changes): unknown => pool(changes).arguments["node_pool_name"];

describe("a pool that is created before its predecessor goes", () => {
  test("says so to Terraform, and has a digest in its name", () => {
    const { made, arguments: given } = pool({ ramRoleName: "shop" });
    expect(given["lifecycle"]).toEqual({ create_before_destroy: true });
    expect(given["node_pool_name"]).toMatch(/^workers-[0-9a-f]{8}$/);
    expect(made.name).toBe(given["node_pool_name"]);
  });

  test("keeps its Terraform address, whatever the name is", () => {
    const address = (changes: Changes) => pool(changes).made.resource.friendlyUniqueId;
    expect(new Set([address({}), address({ ramRoleName: "a" }), address({ name: "n" })]).size).toBe(1);
  });

  test("goes on ignoring what the autoscaler and the edge change", () => {
    const stack = testStack();
    const cluster = new EdgeCluster(stack, "cluster", {
      name: "shop",
      network: flannel(stack),
      publicApiServer: true,
    });
    cluster.addNodePool("fixed", poolOptions());
    const capacity = Capacity.autoscale({ min: 1, max: 3 });
    cluster.addNodePool("scaled", poolOptions({ capacity, replacement: "create-first" }));
    const lifecycles = poolsOf(stack).map((one) => one["lifecycle"]);
    expect(lifecycles).toContainEqual({
      create_before_destroy: true,
      ignore_changes: ["desired_size", "labels"],
    });
  });

  test("takes a name of one's own before the digest", () => {
    expect(nameOf({ name: "n".repeat(54) })).toMatch(/^n{54}-[0-9a-f]{8}$/);
  });
});

test("a pool stays as it was unless it says otherwise", () => {
  for (const replacement of [undefined, "destroy-first"] as const) {
    const { arguments: given } = pool(replacement === undefined ? {} : { replacement });
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions(replacement === undefined ? {} : { replacement }));
    const plain = synthesize(stack).resource("alicloud_cs_kubernetes_node_pool");
    expect(plain["node_pool_name"]).toBe("workers");
    expect(plain["lifecycle"]).toBeUndefined();
    expect(Object.keys(given)).toEqual(expect.arrayContaining(Object.keys(plain)));
  }
});

test("the digest is over what the provider replaces a pool for, but for its cluster", () => {
  const { plain = [], filledIn = [] } = forceNew["alicloud_cs_kubernetes_node_pool"] ?? {};
  const tops = new Set([...plain, ...filledIn].map((path) => path.split(".")[0] ?? path));
  tops.delete("cluster_id");
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect([...replacingArguments]).toEqual([...tops].map(camel).sort());
});

/** Props, of which some replace the pool, and others do not. */
const replacing = fc.record(
  {
    securityGroupIds: fc.constantFrom(["sg-a"], ["sg-b"], ["sg-a", "sg-b"]),
    nodeNames: fc.constantFrom({ prefix: "a" }, { prefix: "b" }, { prefix: "a", suffix: "b" }),
    ramRoleName: fc.constantFrom("a", "b"),
    deploymentSetId: fc.constantFrom("ds-a", "ds-b"),
    instanceMetadata: fc.constantFrom("optional" as const, "required" as const),
    osHardening: fc.constantFrom("ack" as const, "mlps" as const),
    login: fc.constantFrom(
      Login.keyPair("ops", { asNonRoot: true }),
      Login.keyPair("ops"),
      Login.keyPair("ops", { asNonRoot: false }),
    ),
  },
  { requiredKeys: [] },
);
const others = fc.record(
  {
    instances: fc.constantFrom(
      InstanceSelection.types("ecs.g7.xlarge"),
      InstanceSelection.types("ecs.g6.xlarge"),
    ),
    capacity: fc.constantFrom(Capacity.fixed(1), Capacity.fixed(2)),
    labels: fc.constantFrom({ a: "b" }, { a: "c" }),
    unschedulable: fc.boolean(),
    cloudMonitor: fc.boolean(),
    userData: fc.constantFrom("#!/bin/sh\n", "#!/bin/sh\nls\n"),
  },
  { requiredKeys: [] },
);

/** What makes two pools differ in what replaces them, in the terms of the provider. */
function identity({ arguments: given }: ReturnType<typeof pool>): string {
  const names = replacingArguments.map((name) => name.replaceAll(/[A-Z]/g, (l) => `_${l.toLowerCase()}`));
  return JSON.stringify(names.map((name) => [name, given[name] === false ? undefined : given[name]]));
}

test("the name changes if and only if something changes that replaces the pool", () => {
  fc.assert(
    fc.property(replacing, replacing, others, others, (one, other, beside, besideOther) => {
      const [first, second] = [pool({ ...one, ...beside }), pool({ ...other, ...besideOther })];
      const isSame = identity(first) === identity(second);
      expect(first.arguments["node_pool_name"] === second.arguments["node_pool_name"]).toBe(isSame);
    }),
    { numRuns: 60 },
  );
});

test("neither the order of security groups nor a repetition is a change", () => {
  const names = [
    ["sg-a", "sg-b"],
    ["sg-b", "sg-a"],
    ["sg-b", "sg-a", "sg-b"],
  ].map((securityGroupIds) => nameOf({ securityGroupIds }));
  expect(new Set(names).size).toBe(1);
});

describe("of what Terraform alone knows, Terraform makes the digest", () => {
  test("from the reference, which changes with the value, and never from the text of a token", () => {
    const name = String(
      nameOf((stack) => {
        const group = new securityGroup.SecurityGroup(stack, "group", { vpcId: "vpc-bp1example" });
        return { securityGroupIds: [group.id, "sg-b"], ramRoleName: "shop" };
      }),
    );
    expect(name).toBe(
      '${join("", ["workers-", substr(sha256(join("", ["ramRoleName=shop;securityGroupIds=", join(",", sort(distinct([alicloud_security_group.group.id, "sg-b"])))])), 0, 8)])}',
    );
  });

  test("from a list as a whole", () => {
    expect(nameOf((stack) => ({ securityGroupIds: listToken(stack) }))).toContain(
      'join(",", sort(distinct(var.list)))',
    );
  });

  test("from a part of a text", () => {
    const name = nameOf((stack) => ({ nodeNames: { prefix: textToken(stack) } }));
    expect(name).toContain('sha256(join("", ["nodeNameMode=customized,", var.text, ",ip,"]))');
  });

  test("after a name of which Terraform knows a part", () => {
    const late = Lazy.stringValue({ produce: () => "late" });
    expect(
      nameOf((stack) => ({ name: `${late}-${textToken(stack)}`, ramRoleName: textToken(stack, "role") })),
    ).toBe(
      '${join("", ["late-", var.text, "-", substr(sha256(join("", ["ramRoleName=", var.role])), 0, 8)])}',
    );
  });

  test("so that checks of the account find the pool", () => {
    const stack = testStack();
    AccountChecks.on(stack);
    proCluster(stack).addNodePool(
      "workers",
      poolOptions({
        replacement: "create-first",
        placement: Placement.vswitches("vsw-bp1example"),
        ramRoleName: textToken(stack),
      }),
    );
    expect(JSON.stringify(synthesize(stack).json)).toContain(
      JSON.stringify('one.node_pool_name == join("", ["workers-", substr(').slice(1, -1),
    );
  });

  test("the same on each synthesis", () => {
    const changes: Changes = (stack) => ({ ramRoleName: textToken(stack) });
    expect(nameOf(changes)).toBe(nameOf(changes));
    expect(nameOf(changes)).not.toContain("TOKEN");
  });
});

test("what cdktf computes late counts as what it is", () => {
  const late = Lazy.stringValue({ produce: () => "shop" });
  expect(nameOf({ ramRoleName: late })).toBe(nameOf({ ramRoleName: "shop" }));
  expect(nameOf({ securityGroupIds: Lazy.listValue({ produce: () => ["sg-b", "sg-a"] }) })).toBe(
    nameOf({ securityGroupIds: ["sg-a", "sg-b"] }),
  );
  expect(nameOf((stack) => ({ nodeNames: { prefix: `${late}-${textToken(stack)}` } }))).toContain(
    'join("", ["nodeNameMode=customized,shop-", var.text, ",ip,"])',
  );
});

test("what does not replace the pool is not in the digest, though Terraform alone knows it", () => {
  expect(nameOf((stack) => ({ labels: { team: textToken(stack) } }))).toMatch(/^workers-[0-9a-f]{8}$/);
});

test("two pools of a cluster differ in the names that they get", () => {
  const stack = testStack();
  const cluster = proCluster(stack);
  const props = poolOptions({ name: "workers", replacement: "create-first" });
  cluster.addNodePool("one", { ...props, ramRoleName: "a" });
  cluster.addNodePool("two", { ...props, ramRoleName: "b" });
  const names = poolsOf(stack).map((one) => one["node_pool_name"]);
  expect(new Set(names).size).toBe(2);
});
