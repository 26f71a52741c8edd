import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App, Testing, type TerraformStack } from "cdktf";
import {
  Capacity,
  Guard,
  InstanceSelection,
  Login,
  ProCluster,
  TerwayNetwork,
  type AllowedChange,
} from "cdktf-ack";
import { readAllowances } from "cdktf-ack/guard";
import { addresses } from "cdktf-ack/testing";
import { Construct } from "constructs";
import { testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];
const reason = "moves to another network";

function shop(stack = testStack()): { stack: TerraformStack; cluster: ProCluster } {
  const network = TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones });
  const cluster = new ProCluster(stack, "cluster", { name: "shop", network });
  cluster.addNodePool("workers", {
    instances: InstanceSelection.types("ecs.g7.xlarge"),
    capacity: Capacity.fixed(3),
    login: Login.keyPair("ops"),
  });
  return { stack, cluster };
}

function synthesized(stack: TerraformStack): string {
  const app = App.of(stack);
  app.synth();
  return readFileSync(join(app.outdir, "stacks", stack.node.id, "cdk.tf.json"), "utf8");
}

test("an allowance for a construct is for the resources in it, and stands in cdk.tf.json", () => {
  const { stack, cluster } = shop();
  Guard.allow(cluster, { change: "replace", reason, until: "2026-12-31" });
  const allowed = readAllowances(synthesized(stack));
  expect(allowed.map(({ address }) => address.replace(/\..*/, "")).sort()).toEqual([
    "alicloud_cs_kubernetes_node_pool",
    "alicloud_cs_managed_kubernetes",
  ]);
  expect(addresses(stack)).toEqual(expect.arrayContaining(allowed.map(({ address }) => address)));
  expect(allowed[0]).toEqual({ address: expect.anything(), change: "replace", reason, until: "2026-12-31" });
});

test("an allowance for a stack is for everything that is in it and was in it", () => {
  const { stack } = shop();
  Guard.allow(stack, { change: "destroy", reason });
  expect(readAllowances(synthesized(stack))).toEqual([{ address: "*", change: "destroy", reason }]);
});

test("an allowance for addresses is for them, also for what is no longer in the code", () => {
  const { stack } = shop();
  Guard.allow(stack, { change: "destroy", addresses: ["alicloud_nas_file_system.old"], reason });
  Guard.allow(stack, { change: "replace", addresses: ["alicloud_vswitch.*", "module.m.a.b"], reason });
  expect(readAllowances(synthesized(stack)).map(({ address }) => address)).toEqual([
    "alicloud_nas_file_system.old",
    "alicloud_vswitch.*",
    "module.m.a.b",
  ]);
});

test("allowances change nothing that Terraform reads", () => {
  const plain = shop().stack;
  const { stack, cluster } = shop();
  Guard.allow(cluster, { change: "replace", reason });
  expect(Testing.synth(stack)).toBe(Testing.synth(plain));
});

test("a stack that allows nothing has no allowances", () => {
  expect(readAllowances(synthesized(shop().stack))).toEqual([]);
});

test.each<[string, Partial<AllowedChange>, string]>([
  ["without a reason", { reason: "" }, "an allowance to replace * without a reason"],
  ["with an end that is no day", { until: "tomorrow" }, 'the day "tomorrow"'],
  ["for no address", { addresses: [" "] }, 'an allowance for the address " "'],
])("an allowance %s is refused where it is made", (_, wrong, got) => {
  const { cluster } = shop();
  expect(() => Guard.allow(cluster, { change: "replace", reason, ...wrong })).toThrow(
    expect.objectContaining({ name: "ValueError", got }),
  );
});

test("an allowance above the stacks is refused", () => {
  const app = App.of(testStack());
  expect(() => Guard.allow(app, { change: "replace", reason })).toThrow("an allowance for an app");
});

test.each<[string, AllowedChange, string]>([
  [
    "an address that the stack does not have",
    { change: "replace", addresses: ["alicloud_vpc.other"], reason },
    "alicloud_vpc.other, which the stack does not have",
  ],
  ["a construct without resources", { change: "replace", reason }, "shop/empty, which has no resource"],
])("%s breaks the synthesis before anything is written", (_, allowed, message) => {
  const { stack } = shop();
  const empty = new Construct(stack, "empty");
  Guard.allow(empty, allowed);
  const app = App.of(stack);
  expect(() => app.synth()).toThrow(message);
  expect(existsSync(join(app.outdir, "stacks", "shop", "cdk.tf.json"))).toBe(false);
});

test.each([
  ["no JSON", "{", "text that is no JSON"],
  ["another version", '{"version":2,"allowances":[]}', "neither a synthesized stack nor a list"],
  ["no list", '{"version":1}', "neither a synthesized stack nor a list"],
  ["no reason", '{"version":1,"allowances":[{"address":"a.b","change":"replace"}]}', "without a reason"],
])("a file of allowances with %s is refused", (_, text, message) => {
  expect(() => readAllowances(text)).toThrow(message);
});
