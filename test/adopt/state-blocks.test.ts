import type { TerraformStack } from "cdktf";
import { App, TerraformOutput, Testing } from "cdktf";
import { Construct } from "constructs";
import { Adopt, LetGo, Moved, SecretKmsEncryption, Vpc } from "cdktf-ack";
import { addresses } from "cdktf-ack/testing";
import { poolOptions, proCluster, testStack } from "../support/stacks";

interface File {
  readonly import?: object[];
  readonly moved?: { from: string; to: string }[];
  readonly removed?: { from: string; lifecycle: object }[];
  readonly resource: Record<string, object>;
  readonly output?: Record<string, object>;
}
const fileOf = (stack: TerraformStack) => JSON.parse(Testing.synth(stack)) as File;

/** A cluster with a pool, an add-on and a network, where it was and where it is. */
function build(scope: Construct, id: string) {
  const made = proCluster(scope, { id, name: "shop" });
  made.addNodePool("workers", poolOptions());
  made.addAddon("detector", { name: "ack-node-problem-detector" });
  return made;
}

describe("a construct that moves", () => {
  test("takes all its resources along, from the addresses that they had", () => {
    const before = testStack();
    const { network } = build(before, "cluster");
    const after = testStack();
    const shop = new Construct(after, "shop");
    const moved = build(shop, "kubernetes");
    Moved.from(moved, "cluster");
    Moved.from(moved.network, "cluster-network");
    Moved.from(moved.network.vpc, "cluster-network-vpc");
    const file = fileOf(after);
    expect(network.node.path).toBe("shop/cluster-network");
    expect((file.moved ?? []).map(({ from }) => from).sort()).toEqual([...addresses(before)].sort());
    expect((file.moved ?? []).map(({ to }) => to).sort()).toEqual([...addresses(after)].sort());
  });

  test("takes along what is added after the word", () => {
    const stack = testStack();
    const made = proCluster(stack);
    Moved.from(made, "old");
    made.addNodePool("workers", poolOptions());
    expect((fileOf(stack).moved ?? []).map(({ to }) => to.split(".")[0])).toEqual([
      "alicloud_cs_managed_kubernetes",
      "alicloud_cs_kubernetes_node_pool",
    ]);
  });

  test("needs no Terraform at synthesis", () => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      const stack = testStack();
      Moved.from(proCluster(stack), "old");
      App.of(stack).synth();
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("what Terraform lets go of", () => {
  test("is out of the configuration, with what is made of it alone, and named in removed blocks", () => {
    const stack = testStack();
    const made = build(stack, "cluster");
    new TerraformOutput(made, "id", { value: made.clusterId });
    const inside = addresses(stack).filter((address) => /^alicloud_cs_/.test(address));
    LetGo.of(made);
    const file = fileOf(stack);
    expect(file.removed?.map(({ from }) => from).sort()).toEqual([...inside].sort());
    expect(file.removed?.[0]?.lifecycle).toEqual({ destroy: false });
    expect(Object.keys(file.resource).sort()).toEqual(["alicloud_vpc", "alicloud_vswitch"]);
    expect(file).not.toHaveProperty("output");
  });

  test("has what is added after the word", () => {
    const stack = testStack();
    const made = proCluster(stack);
    LetGo.of(made);
    made.addNodePool("workers", poolOptions());
    expect(fileOf(stack).removed).toHaveLength(2);
  });

  test("is neither adopted nor moved, and let go of where it may have been before", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "two", { cidr: "10.0.0.0/16" });
    Adopt.vpc(vpc, "vpc-1");
    Moved.from(vpc, "one");
    LetGo.of(vpc);
    const file = fileOf(stack);
    expect(file.removed?.map(({ from }) => from.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "alicloud_vpc.two_vpc",
      "alicloud_vpc.one_vpc",
    ]);
    expect([file.import, file.moved]).toEqual([undefined, undefined]);
  });

  test("may have left the code", () => {
    const stack = testStack();
    new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    LetGo.ofAddresses(stack, "alicloud_kms_key.secrets_key_0A1B2C3D");
    expect(fileOf(stack).removed).toEqual([
      { from: "alicloud_kms_key.secrets_key_0A1B2C3D", lifecycle: { destroy: false } },
    ]);
  });

  test("is the same whenever it is synthesized", () => {
    const stack = testStack();
    LetGo.of(build(stack, "cluster"));
    expect(Testing.synth(stack)).toBe(Testing.synth(stack));
  });
});

describe("HCL", () => {
  const hclOf = (stack: TerraformStack) => Testing.synthHcl(stack);

  test("has import and moved blocks", () => {
    const stack = testStack();
    Adopt.vpc(new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }), "vpc-1");
    Moved.from(new Vpc(stack, "two", { cidr: "10.1.0.0/16" }), "one");
    const hcl = hclOf(stack);
    expect(hcl).toMatch(/import \{\s+to = alicloud_vpc\.vpc\w*\s+id = "vpc-1"\s+\}/);
    expect(hcl).toMatch(/moved \{\s+from = alicloud_vpc\.one\w*\s+to\s+= alicloud_vpc\.two\w*\s+\}/);
  });

  test("is refused where it would destroy what Terraform lets go of", () => {
    const stack = testStack();
    LetGo.of(new SecretKmsEncryption(stack, "secrets"));
    expect(() => hclOf(stack)).toThrow("cdktf writes no removed blocks in HCL");
  });
});
