import type { TerraformStack } from "cdktf";
import { App } from "cdktf";
import {
  AlicloudProvider,
  Capacity,
  Egress,
  InstanceSelection,
  ProCluster,
  TerwayNetwork,
  Vpc,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, testStack } from "../support/stacks";

const zones = ["cn-shanghai-b"];
const pool = { instances: InstanceSelection.types("ecs.g7.xlarge"), capacity: Capacity.fixed(1) };

function shanghaiIn(stack: TerraformStack): AlicloudProvider {
  return new AlicloudProvider(stack, "shanghai", { region: "cn-shanghai", alias: "shanghai" });
}

/** The provider configurations that the resources of a stack name, by type. */
function providersOf(stack: TerraformStack): Record<string, unknown> {
  const { resource = {} } = synthesize(stack).json as {
    resource?: Record<string, Record<string, { provider?: string }>>;
  };
  return Object.fromEntries(
    Object.entries(resource).map(([type, byName]) => [
      type,
      [...new Set(Object.values(byName).map((one) => one.provider))],
    ]),
  );
}

test("a VPC hands its provider configuration to everything that is made in it", () => {
  const stack = testStack();
  const provider = shanghaiIn(stack);
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", provider });
  const network = new TerwayNetwork(stack, "network", { vpc, zones, egress: Egress.natGateway() });
  const cluster = new ProCluster(stack, "cluster", { name: "shop", network });
  cluster.addNodePool("workers", pool);
  cluster.addAddon("identity", { name: "ack-pod-identity-webhook" });

  const providers = providersOf(stack);
  expect(Object.keys(providers)).toContain("alicloud_snat_entry");
  expect(new Set(Object.values(providers).flat())).toEqual(new Set(["alicloud.shanghai"]));
});

test("an imported VPC and an imported cluster hand on the configuration that they were given", () => {
  const stack = testStack();
  const provider = shanghaiIn(stack);
  const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16", provider });
  new TerwayNetwork(stack, "network", { vpc, zones, egress: Egress.none() });
  const cluster = ProCluster.fromAttributes(stack, "cluster", {
    clusterId: "c1",
    nodeVSwitches: { b: "vsw-1" },
    provider,
  });
  cluster.addNodePool("workers", pool);

  expect(providersOf(stack)).toEqual({
    alicloud_vswitch: ["alicloud.shanghai"],
    alicloud_cs_kubernetes_node_pool: ["alicloud.shanghai"],
  });
});

test("a configuration of one's own wins", () => {
  const stack = testStack();
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", provider: shanghaiIn(stack) });
  const provider = new AlicloudProvider(stack, "account", { region: "cn-shanghai", alias: "account" });
  new TerwayNetwork(stack, "network", { vpc, zones, egress: Egress.none(), provider });
  expect(providersOf(stack)).toMatchObject({
    alicloud_vpc: ["alicloud.shanghai"],
    alicloud_vswitch: ["alicloud.account"],
  });
});

test("a configuration does not reach into another stack, where Terraform would not know it", () => {
  const stack = testStack();
  const provider = new AlicloudProvider(stack, "account", { region: "cn-hangzhou", alias: "account" });
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", provider });
  const other = besideStack(stack, "other");
  new TerwayNetwork(other, "network", { vpc, zones: ["cn-hangzhou-h"], egress: Egress.none() });
  expect(App.of(other)).toBe(App.of(stack));
  expect(providersOf(other)).toEqual({ alicloud_vswitch: [undefined] });
});
