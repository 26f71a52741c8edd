import { App, Testing, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  Capacity,
  DedicatedCluster,
  ImageType,
  InstanceSelection,
  Login,
  NatGateway,
  Organisation,
  RemovalPolicy,
  SecretKmsEncryption,
  SecurityGroup,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import {
  besideStack,
  flannel,
  mapToken,
  poolOptions,
  proCluster,
  terway,
  testStack,
} from "../support/stacks";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** The resources of a type in a stack. */
function resources(stack: TerraformStack, type: string): readonly Readonly<Record<string, unknown>>[] {
  const { resource } = JSON.parse(Testing.synth(stack)) as { readonly resource: Resources };
  return Object.values(resource[type] ?? {});
}

function only(stack: TerraformStack, type: string): Readonly<Record<string, unknown>> {
  const [first, ...others] = resources(stack, type);
  expect(others).toEqual([]);
  return first ?? {};
}

const CLUSTER = "alicloud_cs_managed_kubernetes";
const POOL = "alicloud_cs_kubernetes_node_pool";

test("everything that takes tags has those of the organisation", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({ tags: { team: "shop" }, resourceGroupId: "rg-1" });
  const network = terway(stack);
  proCluster(stack, { network }).addNodePool("workers", poolOptions());
  new NatGateway(stack, "nat", { vpc: network.vpc, zone: "cn-hangzhou-h" });
  new SecurityGroup(stack, "group", { vpc: network.vpc });
  new SecretKmsEncryption(stack, "secrets");
  const tagged = [
    CLUSTER,
    POOL,
    "alicloud_vpc",
    "alicloud_vswitch",
    "alicloud_nat_gateway",
    "alicloud_eip_address",
    "alicloud_security_group",
    "alicloud_kms_key",
  ];
  const tagsOf = (type: string) => resources(stack, type).map(({ tags }) => tags);
  for (const type of tagged) {
    expect([type, [...new Set(tagsOf(type).map((tags) => JSON.stringify(tags)))]]).toEqual([
      type,
      ['{"team":"shop"}'],
    ]);
  }
  for (const type of [CLUSTER, POOL, "alicloud_vpc", "alicloud_security_group"]) {
    expect(only(stack, type)).toMatchObject({ resource_group_id: "rg-1" });
  }
});

test("props win, and of tags those of one key", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({
    tags: { team: "platform", cost: "a" },
    resourceGroupId: "rg-1",
    removalPolicy: RemovalPolicy.DESTROY,
  });
  proCluster(stack, {
    tags: { team: "shop" },
    resourceGroupId: "rg-2",
    removalPolicy: RemovalPolicy.PROTECT,
  });
  expect(only(stack, CLUSTER)).toMatchObject({
    tags: { team: "shop", cost: "a" },
    resource_group_id: "rg-2",
    deletion_protection: true,
    lifecycle: { prevent_destroy: true },
  });
});

test("the removal policy is that of clusters of all kinds and of keys", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({ removalPolicy: RemovalPolicy.DESTROY, tags: { team: "shop" } });
  proCluster(stack);
  new SecretKmsEncryption(stack, "secrets");
  const type = "ecs.g7.xlarge";
  new DedicatedCluster(stack, "old", {
    name: "old",
    network: flannel(stack, { id: "old-network", cidr: "10.1.0.0/16", podCidr: "172.16.0.0/16" }),
    masters: { instanceTypes: [type, type, type], login: Login.keyPair("ops") },
  });
  for (const one of [CLUSTER, "alicloud_cs_kubernetes"]) {
    expect(only(stack, one)).toMatchObject({ deletion_protection: false, tags: { team: "shop" } });
    expect(only(stack, one)["lifecycle"]).toBeUndefined();
  }
  expect(only(stack, "alicloud_kms_key")).toMatchObject({ deletion_protection: "Disabled" });
});

test("the nearest scope wins, and tags add up", () => {
  const shop = testStack();
  const app = App.of(shop);
  Organisation.of(app).setDefaults({ tags: { company: "acme", team: "platform" }, resourceGroupId: "rg-1" });
  Organisation.of(app).setDefaults({ tags: { floor: "3" } });
  Organisation.of(shop).setDefaults({ tags: { team: "shop" }, resourceGroupId: "rg-2" });
  const bank = besideStack(shop, "bank");
  const cluster = proCluster(shop);
  Organisation.of(cluster).setDefaults({ tags: { part: "pools" } });
  cluster.addNodePool("workers", poolOptions());
  proCluster(bank);
  expect(only(shop, CLUSTER)).toMatchObject({
    tags: { company: "acme", floor: "3", team: "shop" },
    resource_group_id: "rg-2",
  });
  expect(only(shop, POOL)).toMatchObject({
    tags: { company: "acme", floor: "3", team: "shop", part: "pools" },
  });
  expect(only(bank, CLUSTER)).toMatchObject({
    tags: { company: "acme", floor: "3", team: "platform" },
    resource_group_id: "rg-1",
  });
});

test("tags that Terraform alone knows are merged by Terraform", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({ tags: { team: "shop" } });
  proCluster(stack, { tags: mapToken(stack) });
  expect(only(stack, CLUSTER)["tags"]).toBe('${merge({"team" = "shop"}, var.map)}');
});

test("images are for the architecture of the pool, and pools that need one of their own keep it", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({
    imageType: ImageType.CONTAINER_OS,
    armImageType: ImageType.ALIBABA_CLOUD_LINUX_4_ARM64,
  });
  const cluster = proCluster(stack, { network: flannel(stack) });
  const pool = (id: string, type: string, imageType?: ImageType) =>
    cluster.addNodePool(id, {
      instances: InstanceSelection.types(type),
      capacity: Capacity.fixed(3),
      login: Login.keyPair("ops"),
      ...(imageType === undefined ? {} : { imageType }),
    });
  pool("x86", "ecs.g7.xlarge");
  pool("arm", "ecs.g8y.xlarge");
  pool("ubuntu", "ecs.g7.xlarge", ImageType.UBUNTU);
  const images = resources(stack, POOL).map((one) => [one["node_pool_name"], one["image_type"]]);
  expect(Object.fromEntries(images)).toEqual({
    x86: "ContainerOS",
    arm: "AliyunLinux4Arm64",
    ubuntu: "Ubuntu",
  });
});

test("a stack without an organisation is as it was", () => {
  const one = testStack();
  proCluster(one).addNodePool("workers", poolOptions());
  const other = testStack();
  Organisation.of(other).setDefaults({});
  proCluster(other).addNodePool("workers", poolOptions());
  expect(Testing.synth(other)).toBe(Testing.synth(one));
});

test("the region is that of provider configurations that the organisation makes", () => {
  const app = new App({ skipBackendValidation: true });
  Organisation.of(app).setDefaults({ region: "cn-beijing" });
  const stack = new TerraformStack(app, "shop");
  const provider = Organisation.of(stack).addProvider("alicloud", { accountType: "Domestic" });
  const other = Organisation.of(stack).addProvider("hangzhou", { region: "cn-hangzhou", alias: "hangzhou" });
  expect(provider).toBeInstanceOf(AlicloudProvider);
  expect([provider.region, provider.accountType, other.region]).toEqual([
    "cn-beijing",
    "Domestic",
    "cn-hangzhou",
  ]);
});

test("the tags of the organisation count for the limits on tags", () => {
  const stack = testStack();
  Organisation.of(stack).setDefaults({ tags: { "acs:team": "shop" } });
  proCluster(stack);
  expect(() => synthesize(stack)).toThrow(/tag-reserved/);
});
