import type { TerraformStack } from "cdktf";
import { App, Testing } from "cdktf";
import {
  Adopt,
  Disk,
  ManagedCluster,
  ProTier,
  RemovalPolicy,
  SecretKmsEncryption,
  Vpc,
  type NodePoolOptions,
  type ProClusterProps,
} from "cdktf-ack";
import { ecsKeyPair } from "cdktf-ack/alicloud";
import { synthesize } from "cdktf-ack/testing";
import { poolOptions, proCluster, terway, testStack, textToken } from "../support/stacks";
import { CLUSTER_ID, dedicated } from "./limit-cases";

const POOL_ID = "np31da1b38983f4511b490fc62108a1234";

interface Imported {
  readonly to: string;
  readonly id: string;
}

const fileOf = (stack: TerraformStack) =>
  JSON.parse(Testing.synth(stack)) as {
    import?: Imported[];
    resource: Record<string, Record<string, { lifecycle?: { ignore_changes?: string[] } }>>;
  };
const importsOf = (stack: TerraformStack): Imported[] =>
  (fileOf(stack).import ?? []).map(({ to, id }) => ({ to: to.replace(/_[0-9A-F]{8}$/, ""), id }));
const ignoredBy = (stack: TerraformStack, type: string): string[] =>
  Object.values(fileOf(stack).resource[type] ?? {})[0]?.lifecycle?.ignore_changes ?? [];

function cluster(stack: TerraformStack, props: Partial<ProClusterProps> = {}) {
  const made = proCluster(stack, {
    network: terway(stack, { serviceCidr: "192.168.0.0/20" }),
    proxyMode: "ipvs",
    clusterDomain: "cluster.local",
    tier: ProTier.SMALL,
    ...props,
  });
  Adopt.cluster(made, CLUSTER_ID);
  return made;
}

function pool(stack: TerraformStack, options: Partial<NodePoolOptions> = {}) {
  const made = cluster(stack).addNodePool("workers", poolOptions(options));
  Adopt.nodePool(made, POOL_ID);
  return made;
}

describe("import blocks", () => {
  test("name the resource and what the provider imports it by", () => {
    const stack = testStack();
    const made = cluster(stack);
    Adopt.nodePool(made.addNodePool("workers", poolOptions()), POOL_ID);
    Adopt.addon(made.addAddon("detector", { name: "ack-node-problem-detector" }));
    Adopt.key(new SecretKmsEncryption(stack, "secrets"), "key-1");
    Adopt.vpc(new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: ["10.1.0.0/16"] }), "vpc-1");
    expect(importsOf(stack)).toEqual([
      { to: "alicloud_cs_managed_kubernetes.cluster", id: CLUSTER_ID },
      { to: "alicloud_cs_kubernetes_node_pool.cluster_workers_pool", id: `${CLUSTER_ID}:${POOL_ID}` },
      {
        to: "alicloud_cs_kubernetes_addon.cluster_detector_addon",
        id: `${CLUSTER_ID}:ack-node-problem-detector`,
      },
      { to: "alicloud_kms_key.secrets_key", id: "key-1" },
      { to: "alicloud_vpc.vpc", id: "vpc-1" },
      { to: "alicloud_vpc_ipv4_cidr_block.vpc_secondary-cidr-10-1-0-0-16", id: "vpc-1:10.1.0.0/16" },
    ]);
  });

  test("name the address that the resource has", () => {
    const stack = testStack();
    const { to } = (fileOf(stack).import ?? [])[0] ?? { to: "" };
    expect(to).toBe("");
    cluster(stack);
    const file = fileOf(stack);
    const [name] = Object.keys(file.resource["alicloud_cs_managed_kubernetes"] ?? {});
    expect(file.import?.[0]?.to).toBe(`alicloud_cs_managed_kubernetes.${String(name)}`);
  });

  test("have the id of a cluster that is adopted after its pool", () => {
    const stack = testStack();
    const network = terway(stack, { serviceCidr: "192.168.0.0/20" });
    const tier = ProTier.SMALL;
    const made = proCluster(stack, { network, tier, proxyMode: "ipvs", clusterDomain: "cluster.local" });
    Adopt.nodePool(made.addNodePool("workers", poolOptions()), POOL_ID);
    Adopt.cluster(made, CLUSTER_ID);
    expect(importsOf(stack).map(({ id }) => id)).toEqual([`${CLUSTER_ID}:${POOL_ID}`, CLUSTER_ID]);
  });

  test("refer to a cluster that is in a state already", () => {
    const stack = testStack();
    Adopt.nodePool(proCluster(stack).addNodePool("workers", poolOptions()), POOL_ID);
    expect(importsOf(stack)[0]?.id).toMatch(
      new RegExp(`^\\$\\{alicloud_cs_managed_kubernetes\\.cluster_[0-9A-F]+\\.id\\}:${POOL_ID}$`),
    );
  });

  test("take the id of a cluster that the app refers to", () => {
    const stack = testStack();
    const existing = ManagedCluster.fromAttributes(stack, "cluster", {
      clusterId: CLUSTER_ID,
      nodeVSwitches: { h: "vsw-1" },
    });
    Adopt.nodePool(existing.addNodePool("workers", poolOptions()), POOL_ID);
    expect(importsOf(stack)[0]?.id).toBe(`${CLUSTER_ID}:${POOL_ID}`);
  });

  test("are made for resources without a construct as well, and with ids of variables", () => {
    const stack = testStack();
    const pair = new ecsKeyPair.EcsKeyPair(stack, "ops", { keyPairName: "ops" });
    Adopt.resource(pair, "ops");
    Adopt.vpc(new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }), textToken(stack));
    expect(importsOf(stack)).toEqual([
      { to: "alicloud_ecs_key_pair.ops", id: "ops" },
      { to: "alicloud_vpc.vpc", id: "${var.text}" },
    ]);
    expect(ignoredBy(stack, "alicloud_ecs_key_pair")).toEqual([]);
  });

  test("are not there when nothing is adopted", () => {
    const stack = testStack();
    proCluster(stack);
    expect(fileOf(stack)).not.toHaveProperty("import");
  });

  test("need no Terraform at synthesis", () => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      const stack = testStack();
      cluster(stack);
      App.of(stack).synth();
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("an adopted cluster", () => {
  const type = "alicloud_cs_managed_kubernetes";

  test("keeps what an import learns nothing of, and what nobody says", () => {
    const stack = testStack();
    cluster(stack);
    expect(ignoredBy(stack, type)).toEqual([
      "addons",
      "api_audiences",
      "auto_mode",
      "control_plane_log_components",
      "custom_san",
      "deletion_protection",
      "enable_rrsa",
      "encryption_provider_key",
      "is_enterprise_security_group",
      "name_prefix",
      "new_nat_gateway",
      "node_cidr_mask",
      "pod_cidr",
      "pod_vswitch_ids",
      "service_account_issuer",
      "slb_internet_enabled",
      "tags",
      "timezone",
    ]);
  });

  test("is held to what is said", () => {
    const stack = testStack();
    cluster(stack, {
      rrsa: false,
      removalPolicy: RemovalPolicy.DESTROY,
      timezone: "Asia/Shanghai",
      tags: { team: "core" },
      lifecycle: { ignoreChanges: ["version"] },
    });
    const ignored = ignoredBy(stack, type);
    expect(ignored).toContain("version");
    for (const name of ["enable_rrsa", "deletion_protection", "timezone", "tags"]) {
      expect(ignored).not.toContain(name);
    }
  });

  test("is held to an override, whenever it is written", () => {
    const stack = testStack();
    cluster(stack).resource.addOverride("addons", []);
    expect(ignoredBy(stack, type)).not.toContain("addons");
  });

  test("leaves a team that ignores everything alone", () => {
    const stack = testStack();
    cluster(stack, { lifecycle: { ignoreChanges: "all" } });
    expect(ignoredBy(stack, type)).toBe("all");
  });

  test("has the same JSON whenever it is synthesized", () => {
    const stack = testStack();
    cluster(stack);
    expect(Testing.synth(stack)).toBe(Testing.synth(stack));
  });

  test("is one that ACK need not make: the advice on kinds that are closed is acknowledged", () => {
    const stack = testStack();
    Adopt.cluster(dedicated(stack), CLUSTER_ID);
    const { limits } = synthesize(stack);
    expect(limits.warnings.map(({ id }) => id)).not.toContain("dedicated-creation-stopped");
    expect(limits.acknowledged.map(({ id, reason }) => [id, reason])).toEqual([
      ["dedicated-creation-stopped", "adopted: it exists already"],
    ]);
  });

  test("is not replaced over its masters, which nobody can make again", () => {
    const stack = testStack();
    Adopt.cluster(dedicated(stack), CLUSTER_ID);
    expect(ignoredBy(stack, "alicloud_cs_kubernetes")).toEqual(
      expect.arrayContaining(["master_disk_size", "master_instance_types", "master_vswitch_ids", "timezone"]),
    );
  });
});

describe("an adopted node pool", () => {
  const type = "alicloud_cs_kubernetes_node_pool";

  test("keeps its name, disk, image and place, and what the construct never says", () => {
    const stack = testStack();
    pool(stack);
    const ignored = ignoredBy(stack, type);
    expect(ignored).toEqual(
      expect.arrayContaining([
        ...["node_pool_name", "vswitch_ids", "system_disk_size", "image_type", "install_cloud_monitor"],
        ...["security_hardening_os", "kubelet_configuration", "labels", "deployment_set_id"],
      ]),
    );
    for (const name of ["desired_size", "instance_types", "key_name", "scaling_config"]) {
      expect(ignored).not.toContain(name);
    }
  });

  test("is held to what is said", () => {
    const stack = testStack();
    pool(stack, { name: "web", systemDisk: Disk.essd({ sizeGiB: 40 }), labels: { tier: "web" } });
    const ignored = ignoredBy(stack, type);
    for (const name of ["node_pool_name", "system_disk_size", "system_disk_category", "labels"]) {
      expect(ignored).not.toContain(name);
    }
  });
});

test("an adopted key stays the key that it is", () => {
  const stack = testStack();
  Adopt.key(new SecretKmsEncryption(stack, "secrets"), "key-1");
  expect(ignoredBy(stack, "alicloud_kms_key")).toEqual([
    "deletion_protection",
    "deletion_protection_description",
    "description",
    "key_spec",
    "key_usage",
    "protection_level",
    "rotation_interval",
    "tags",
  ]);
});

test("adopted vSwitches keep their names, and go on being made before others are destroyed", () => {
  const stack = testStack();
  const network = terway(stack, {
    zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.0.1.0/24", podCidr: "10.0.128.0/18" } },
  });
  Adopt.vswitches(network, { nodes: { h: "vsw-1" }, pods: { h: "vsw-2" } });
  expect(importsOf(stack)).toEqual([
    { to: "alicloud_vswitch.network_node-h", id: "vsw-1" },
    { to: "alicloud_vswitch.network_pod-h", id: "vsw-2" },
  ]);
  const [first] = Object.values(fileOf(stack).resource["alicloud_vswitch"] ?? {});
  expect(first?.lifecycle).toEqual({
    create_before_destroy: true,
    ignore_changes: ["description", "tags", "vpc_ipv6_cidr_block", "vswitch_name"],
  });
});
