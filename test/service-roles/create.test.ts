import { App, type TerraformStack } from "cdktf";
import {
  AckProduct,
  ActivatedAck,
  AlicloudProvider,
  Capacity,
  ProCluster,
  RemovalPolicy,
  ServiceRoles,
  ValueError,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { besideStack, poolOptions, proCluster, testStack } from "../support/stacks";

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const bodiesIn = (stack: TerraformStack, type: string): Bodies => synthesize(stack).resources(type);
const rolesIn = (stack: TerraformStack) =>
  Object.values(bodiesIn(stack, "alicloud_ram_role")).map(({ role_name }) => role_name);
const only = (bodies: Bodies) => Object.values(bodies)[0] ?? {};
const dependsOn = (stack: TerraformStack, type: string) => {
  const before = only(bodiesIn(stack, type))["depends_on"];
  return ((before ?? []) as string[]).map((address) => address.replace(/_[0-9A-F]{8}$/, ""));
};

/** A pool in a cluster that exists. */
function poolOfExisting(stack: TerraformStack): void {
  const cluster = ProCluster.fromAttributes(stack, "cluster", {
    clusterId: "c82e6987",
    nodeVSwitches: { h: "vsw-1" },
  });
  cluster.addNodePool("workers", poolOptions());
}

describe("service roles that a stack makes", () => {
  test("trust their service, have the system policy of their name, and are protected", () => {
    const stack = testStack();
    poolOfExisting(stack);
    ServiceRoles.createFor(stack);
    const { json } = synthesize(stack);
    const role = only(bodiesIn(stack, "alicloud_ram_role"));
    expect(role).toEqual({
      role_name: "AliyunOOSLifecycleHook4CSRole",
      description: "ACK: scaling of node pools to a size, by OOS, on nodes",
      assume_role_policy_document:
        '{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":["oos.aliyuncs.com"]}}],"Version":"1"}',
      lifecycle: { prevent_destroy: true },
    });
    expect(only(bodiesIn(stack, "alicloud_ram_role_policy_attachment"))).toEqual({
      role_name: expect.stringMatching(/^\$\{alicloud_ram_role\.[\w-]+\.role_name\}$/) as string,
      policy_name: "AliyunOOSLifecycleHook4CSRolePolicy",
      policy_type: "System",
      lifecycle: { prevent_destroy: true },
    });
    expectAccepted(json);
  });

  test("keep their addresses, which hold the name of the role alone", () => {
    const stack = testStack();
    poolOfExisting(stack);
    ServiceRoles.createFor(stack);
    expect(Object.keys(bodiesIn(stack, "alicloud_ram_role"))).toEqual([
      "service-roles_AliyunOOSLifecycleHook4CSRole_role_99D754FD",
    ]);
  });

  test("are computed when the stack is synthesized, wherever the call stands, and each time", () => {
    const stack = testStack();
    ServiceRoles.createFor(stack);
    expect(rolesIn(stack)).toEqual([]);
    const cluster = proCluster(stack);
    expect(rolesIn(stack)).toHaveLength(12);
    cluster.addNodePool("workers", poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 9 }) }));
    expect(rolesIn(stack)).toHaveLength(13);
    expect(rolesIn(stack)).toContain("AliyunCSManagedAutoScalerRole");
    const once = JSON.stringify(synthesize(stack).json);
    expect(JSON.stringify(synthesize(stack).json)).toBe(once);
  });

  test("come before the cluster, which its pools and add-ons wait for", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    cluster.addNodePool("workers", poolOptions());
    ServiceRoles.createFor(stack);
    const attached = Object.keys(bodiesIn(stack, "alicloud_ram_role_policy_attachment"));
    expect(attached).toHaveLength(13);
    expect(only(bodiesIn(stack, "alicloud_cs_managed_kubernetes"))["depends_on"]).toEqual(
      expect.arrayContaining(attached.map((name) => `alicloud_ram_role_policy_attachment.${name}`)),
    );
    expect(dependsOn(stack, "alicloud_cs_kubernetes_node_pool")).toEqual([]);
  });

  test("come before a pool whose cluster exists", () => {
    const stack = testStack();
    poolOfExisting(stack);
    ServiceRoles.createFor(stack);
    expect(dependsOn(stack, "alicloud_cs_kubernetes_node_pool")).toEqual([
      "alicloud_ram_role_policy_attachment.service-roles_AliyunOOSLifecycleHook4CSRole_policy",
    ]);
  });

  test("leave what a cluster waits for as it is, also when it is synthesized twice", () => {
    const stack = testStack();
    const other = proCluster(stack, { id: "first" });
    proCluster(stack, { id: "second", dependsOn: [other] });
    ServiceRoles.createFor(stack, { removalPolicy: RemovalPolicy.DESTROY });
    synthesize(stack);
    const { depends_on } =
      Object.values(bodiesIn(stack, "alicloud_cs_managed_kubernetes")).find(
        ({ name }) => name === "second",
      ) ?? {};
    const names = (depends_on as string[]).filter((address) => address.includes("first"));
    expect(names).toHaveLength(1);
    expect(depends_on).toHaveLength(13);
  });

  test("may stand in a stack of their own, which is deployed before those that need them", () => {
    const stack = testStack();
    proCluster(stack);
    const second = besideStack(stack, "second");
    poolOfExisting(second);
    const account = besideStack(stack, "account");
    ServiceRoles.createFor([stack, second], { in: account });
    App.of(stack).synth();
    expect([rolesIn(account).length, rolesIn(stack), rolesIn(second)]).toEqual([13, [], []]);
    expect([stack.dependsOn(account), second.dependsOn(account)]).toEqual([true, true]);
    expect(dependsOn(stack, "alicloud_cs_managed_kubernetes")).toEqual([]);
  });

  test("leave out those that exist, take in those that are adopted, and keep those that are asked for", () => {
    const stack = testStack();
    poolOfExisting(stack);
    ServiceRoles.createFor(stack, {
      except: ["AliyunOOSLifecycleHook4CSRole"],
      adopt: ["AliyunCSManagedLogRole"],
      also: ["AliyunCSManagedCostRole"],
    });
    expect(rolesIn(stack)).toEqual(["AliyunCSManagedCostRole", "AliyunCSManagedLogRole"]);
    const imports = synthesize(stack).json["import"] as readonly { readonly id: string }[];
    expect(imports.map(({ id }) => id)).toEqual([
      "AliyunCSManagedLogRole",
      "role:AliyunCSManagedLogRolePolicy:System:AliyunCSManagedLogRole",
    ]);
    // Whatever the console wrote into the description of a role stays there.
    expect(Object.values(bodiesIn(stack, "alicloud_ram_role")).map(({ lifecycle }) => lifecycle)).toEqual([
      { prevent_destroy: true },
      { prevent_destroy: true, ignore_changes: ["description"] },
    ]);
  });

  test("take a provider configuration, a removal policy and a lifecycle", () => {
    const stack = testStack();
    poolOfExisting(stack);
    const provider = new AlicloudProvider(stack, "other", { region: "cn-hangzhou", alias: "other" });
    ServiceRoles.createFor(stack, {
      provider,
      removalPolicy: RemovalPolicy.DESTROY,
      lifecycle: { ignoreChanges: ["description"] },
    });
    for (const type of ["alicloud_ram_role", "alicloud_ram_role_policy_attachment"]) {
      expect(only(bodiesIn(stack, type))).toMatchObject({
        provider: "alicloud.other",
        lifecycle: { ignore_changes: ["description"] },
      });
    }
  });

  test("are not made twice in one stack, nor for stacks that do not say where", () => {
    const stack = testStack();
    ServiceRoles.createFor(stack);
    expect(() => ServiceRoles.createFor(stack)).toThrow(ValueError);
    expect(() => ServiceRoles.createFor([])).toThrow(/service roles for no stack/);
    expect(() => ServiceRoles.createFor([stack, besideStack(stack, "second")])).toThrow(
      /service roles for 2 stacks/,
    );
  });
});

describe("ACK that a stack activates", () => {
  test("is so only where somebody says it, as what they say", () => {
    const stack = testStack();
    proCluster(stack);
    ServiceRoles.createFor(stack);
    expect(synthesize(stack).json["data"]).toBeUndefined();
    new ActivatedAck(stack, "ack");
    new ActivatedAck(stack, "edge", { product: AckProduct.EDGE });
    const data = synthesize(stack).json["data"] as { alicloud_ack_service: Bodies };
    expect(Object.values(data.alicloud_ack_service)).toEqual([
      { enable: "On", type: "propayasgo" },
      { enable: "On", type: "edgepayasgo" },
    ]);
  });
});
