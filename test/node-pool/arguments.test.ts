import { Fn, TerraformOutput, TerraformVariable, type TerraformStack } from "cdktf";
import {
  Billing,
  Capacity,
  ContainerRuntime,
  Disk,
  EdgeCluster,
  ImageType,
  InstanceSelection,
  Login,
  MultiAzPolicy,
  Placement,
  ProCluster,
  type NodePoolOptions,
} from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import {
  flannel,
  numberToken,
  poolOptions,
  proCluster,
  terway,
  testStack,
  textToken,
} from "../support/stacks";
import { without } from "../support/without";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];

/** The arguments of a pool of a cluster in two zones. */
function argumentsOf(
  changes: Partial<NodePoolOptions> | ((stack: TerraformStack) => Partial<NodePoolOptions>) = {},
): Arguments {
  const stack = testStack();
  const cluster = proCluster(stack, { network: terway(stack, { zones }) });
  cluster.addNodePool("workers", poolOptions(typeof changes === "function" ? changes(stack) : changes));
  return synthesize(stack).resource("alicloud_cs_kubernetes_node_pool");
}

const vswitch = (key: string) =>
  expect.stringMatching(new RegExp(`^\\$\\{alicloud_vswitch\\.network_node-${key}_\\w+\\.id\\}$`));

const always = {
  cluster_id: expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\.cluster_\w+\.id\}$/),
  node_pool_name: "workers",
  vswitch_ids: [vswitch("h"), vswitch("i")],
  instance_types: ["ecs.g7.xlarge"],
  desired_size: "3",
  scaling_config: { enable: false },
  key_name: "ops",
  image_type: "AliyunLinux3ContainerOptimized",
  system_disk_category: "cloud_essd",
  system_disk_size: 120,
  install_cloud_monitor: true,
};

describe("a node pool", () => {
  test("has exactly the arguments that keep the second plan empty", () => {
    expect(argumentsOf()).toEqual(always);
  });

  const cases: [string, Partial<NodePoolOptions>, Arguments][] = [
    ["a name", { name: "Workers of shop" }, { node_pool_name: "Workers of shop" }],
    ["no node", { capacity: Capacity.fixed(0) }, { desired_size: "0" }],
    [
      "instance types in order of preference",
      { instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.c7.xlarge") },
      { instance_types: ["ecs.g7.xlarge", "ecs.c7.xlarge"] },
    ],
    [
      "ARM instances",
      { instances: InstanceSelection.types("ecs.g8y.xlarge", "ecs.c6r.xlarge") },
      { instance_types: ["ecs.g8y.xlarge", "ecs.c6r.xlarge"], image_type: "AliyunLinux3Arm64" },
    ],
    [
      "x86 instances whose names look like those of ARM",
      { instances: InstanceSelection.types("ecs.i4r.xlarge") },
      { instance_types: ["ecs.i4r.xlarge"] },
    ],
    ["an image type", { imageType: ImageType.UBUNTU }, { image_type: "Ubuntu" }],
    [
      "an image of one's own",
      { imageType: ImageType.custom("m-bp1g5aob0cdb5h6n2z1w") },
      { image_type: "Custom", image_id: "m-bp1g5aob0cdb5h6n2z1w" },
    ],
    [
      "sandboxed containers",
      {
        runtime: ContainerRuntime.sandboxed("2.2.0"),
        instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
        dataDisks: [Disk.essd({ sizeGiB: 1024 })],
      },
      {
        runtime_name: "Sandboxed-Container.runv",
        runtime_version: "2.2.0",
        image_type: "AliyunLinux3",
        instance_types: ["ecs.ebmg7.32xlarge"],
        data_disks: [{ category: "cloud_essd", size: 1024 }],
      },
    ],
    ["confidential computing", { confidentialComputing: true }, { tee_config: { tee_enable: true } }],
    ["no confidential computing", { confidentialComputing: false }, {}],
    ["hardening for MLPS", { osHardening: "mlps" }, { soc_enabled: true }],
    ["hardening to the baseline of ACK", { osHardening: "ack" }, { security_hardening_os: true }],
    ["one of the zones", { placement: Placement.zones("i") }, { vswitch_ids: [vswitch("i")] }],
    ["vSwitches", { placement: Placement.vswitches("vsw-2", "vsw-1") }, { vswitch_ids: ["vsw-2", "vsw-1"] }],
    [
      "an encrypted system disk",
      {
        systemDisk: Disk.essd({ sizeGiB: 500, performanceLevel: "PL2", encrypted: true, kmsKeyId: "key-1" }),
      },
      {
        system_disk_size: 500,
        system_disk_performance_level: "PL2",
        system_disk_encrypted: true,
        system_disk_kms_key: "key-1",
      },
    ],
    [
      "a system disk of SSD",
      { systemDisk: Disk.ssd({ sizeGiB: 40 }) },
      { system_disk_category: "cloud_ssd", system_disk_size: 40 },
    ],
    [
      "a system disk with IOPS beyond its size",
      { systemDisk: Disk.essdAutoPl({ sizeGiB: 40, provisionedIops: 1000, bursting: true }) },
      {
        system_disk_category: "cloud_auto",
        system_disk_size: 40,
        system_disk_provisioned_iops: 1000,
        system_disk_bursting_enabled: true,
      },
    ],
    [
      "data disks of each category, encryption in words",
      {
        dataDisks: [
          Disk.essd({ sizeGiB: 100, performanceLevel: "PL1", encrypted: true, kmsKeyId: "key-1" }),
          Disk.essdAutoPl({ sizeGiB: 101, encrypted: false, provisionedIops: 2000, bursting: false }),
          Disk.essdEntry({ sizeGiB: 102 }),
          Disk.efficiency({ sizeGiB: 103 }),
          Disk.elasticEphemeral("premium", { sizeGiB: 104 }),
        ],
      },
      {
        data_disks: [
          {
            category: "cloud_essd",
            size: 100,
            performance_level: "PL1",
            encrypted: "true",
            kms_key_id: "key-1",
          },
          {
            category: "cloud_auto",
            size: 101,
            encrypted: "false",
            provisioned_iops: 2000,
            bursting_enabled: false,
          },
          { category: "cloud_essd_entry", size: 102 },
          { category: "cloud_efficiency", size: 103 },
          { category: "elastic_ephemeral_disk_premium", size: 104 },
        ],
      },
    ],
    [
      "a system disk of the first category in stock, with snapshots and an algorithm",
      {
        systemDisk: {
          disk: Disk.essdAutoPl({ sizeGiB: 120, encrypted: true, snapshotPolicyId: "sp-bp1a" }),
          fallbacks: ["cloud_essd", "cloud_ssd"],
          encryptAlgorithm: "aes-256",
        },
      },
      {
        system_disk_category: "cloud_auto",
        system_disk_categories: ["cloud_auto", "cloud_essd", "cloud_ssd"],
        system_disk_encrypted: true,
        system_disk_encrypt_algorithm: "aes-256",
        system_disk_snapshot_policy_id: "sp-bp1a",
      },
    ],
    [
      "a system disk that falls back on nothing any more",
      { systemDisk: { disk: Disk.essd({ sizeGiB: 120 }), fallbacks: [] } },
      { system_disk_categories: ["cloud_essd"] },
    ],
    ["a system disk with nothing more to it", { systemDisk: { disk: Disk.essd({ sizeGiB: 120 }) } }, {}],
    [
      "data disks that are mounted, made from a snapshot, and named",
      {
        dataDisks: [
          { disk: Disk.essd({ sizeGiB: 100 }), mount: { target: "/mnt/logs" } },
          { disk: Disk.ssd({ sizeGiB: 101 }), mount: { target: "/mnt/cache", fileSystem: "xfs" } },
          {
            disk: Disk.essd({ sizeGiB: 102, snapshotPolicyId: "sp-bp1a" }),
            name: "images",
            device: "/dev/xvdd",
            snapshotId: "s-bp1a",
          },
        ],
      },
      {
        data_disks: [
          {
            category: "cloud_essd",
            size: 100,
            auto_format: "true",
            file_system: "ext4",
            mount_target: "/mnt/logs",
          },
          {
            category: "cloud_ssd",
            size: 101,
            auto_format: "true",
            file_system: "xfs",
            mount_target: "/mnt/cache",
          },
          {
            category: "cloud_essd",
            size: 102,
            auto_snapshot_policy_id: "sp-bp1a",
            name: "images",
            device: "/dev/xvdd",
            snapshot_id: "s-bp1a",
          },
        ],
      },
    ],
    [
      "labels, sorted by key",
      { labels: { team: "shop", Zone: "h", arch: "" } },
      {
        labels: [
          { key: "Zone", value: "h" },
          { key: "arch", value: "" },
          { key: "team", value: "shop" },
        ],
      },
    ],
    [
      "taints, sorted by key and effect",
      {
        taints: [
          { key: "team", value: "shop", effect: "NoSchedule" },
          { key: "gpu", effect: "NoSchedule" },
          { key: "team", effect: "NoExecute" },
        ],
      },
      {
        taints: [
          { key: "gpu", effect: "NoSchedule" },
          { key: "team", effect: "NoExecute" },
          { key: "team", value: "shop", effect: "NoSchedule" },
        ],
      },
    ],
    [
      "nodes by use",
      { billing: Billing.payAsYouGo() },
      { instance_charge_type: "PostPaid", spot_strategy: "NoSpot" },
    ],
    [
      "nodes for a year, renewed by the month",
      { billing: Billing.subscription({ months: 12, renewMonths: 1 }) },
      {
        instance_charge_type: "PrePaid",
        period: 12,
        period_unit: "Month",
        auto_renew: true,
        auto_renew_period: 1,
      },
    ],
    [
      "nodes for a month",
      { billing: Billing.subscription({ months: 1 }) },
      { instance_charge_type: "PrePaid", period: 1, period_unit: "Month", auto_renew: false },
    ],
    [
      "spot instances at any price",
      { billing: Billing.spot() },
      { instance_charge_type: "PostPaid", spot_strategy: "SpotAsPriceGo", spot_instance_remedy: false },
    ],
    [
      "spot instances up to a price, and a share of others",
      {
        billing: Billing.spot({ maxPrices: { "ecs.g7.xlarge": 0.6 }, replaceReclaimed: true }),
        multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 10, spotPools: 5 }),
      },
      {
        instance_charge_type: "PostPaid",
        spot_strategy: "SpotWithPriceLimit",
        spot_price_limit: [{ instance_type: "ecs.g7.xlarge", price_limit: "0.6" }],
        spot_instance_remedy: true,
        multi_az_policy: "COST_OPTIMIZED",
        on_demand_base_capacity: "0",
        on_demand_percentage_above_base_capacity: "10",
        compensate_with_on_demand: true,
        spot_instance_pools: 5,
      },
    ],
    ["an even spread over zones", { multiAzPolicy: MultiAzPolicy.BALANCE }, { multi_az_policy: "BALANCE" }],
    [
      "the first zone that has stock",
      { multiAzPolicy: MultiAzPolicy.PRIORITY },
      { multi_az_policy: "PRIORITY" },
    ],
    [
      "the cheapest first",
      { multiAzPolicy: MultiAzPolicy.costOptimized() },
      { multi_az_policy: "COST_OPTIMIZED" },
    ],
    [
      "a runtime",
      { runtime: ContainerRuntime.containerd("2.1.5") },
      { runtime_name: "containerd", runtime_version: "2.1.5" },
    ],
    [
      "a runtime with settings of every kind, numbers as text",
      {
        runtime: ContainerRuntime.containerd({
          version: "2.1.5",
          registryMirrors: ["https://b.example.com", "https://a.example.com"],
          insecureRegistries: ["registry.example.com"],
          maxConcurrentDownloads: 5,
          ignoreImageDefinedVolume: false,
          limitCore: 0,
          limitNoFile: 1_048_576,
          limitMemLock: 65_536,
        }),
      },
      {
        runtime_name: "containerd",
        runtime_version: "2.1.5",
        containerd_config: {
          registry_mirrors: ["https://b.example.com", "https://a.example.com"],
          insecure_registries: ["registry.example.com"],
          max_concurrent_downloads: 5,
          ignore_image_defined_volume: "false",
          limit_core: "0",
          limit_no_file: "1048576",
          limit_mem_lock: "65536",
        },
      },
    ],
    [
      "a runtime with one setting",
      { runtime: ContainerRuntime.containerd({ maxConcurrentDownloads: 10 }) },
      { runtime_name: "containerd", containerd_config: { max_concurrent_downloads: 10 } },
    ],
    [
      "a runtime without version and settings",
      { runtime: ContainerRuntime.containerd({}) },
      { runtime_name: "containerd" },
    ],
    ["a CPU policy", { cpuPolicy: "static" }, { cpu_policy: "static" }],
    [
      "names for nodes",
      { nodeNames: { prefix: "aliyun.com-", suffix: "-test" } },
      { node_name_mode: "customized,aliyun.com-,ip,-test" },
    ],
    ["a script before all", { preUserData: "#!/bin/sh\n" }, { pre_user_data: "IyEvYmluL3NoCg==" }],
    [
      "databases that let its nodes in",
      { rdsInstanceIds: ["rm-2", "rm-1"] },
      { rds_instances: ["rm-2", "rm-1"] },
    ],
    ["no database", { rdsInstanceIds: [] }, {}],
    ["a script", { userData: "#!/bin/sh\n" }, { user_data: "IyEvYmluL3NoCg==" }],
    [
      "public addresses",
      { publicIp: { bandwidthMbps: 5 } },
      { internet_charge_type: "PayByTraffic", internet_max_bandwidth_out: 5 },
    ],
    [
      "public addresses that are paid by bandwidth",
      { publicIp: { bandwidthMbps: 100, internetChargeType: "PayByBandwidth" } },
      { internet_charge_type: "PayByBandwidth", internet_max_bandwidth_out: 100 },
    ],
    [
      "all that ACK can do on nodes",
      {
        management: {
          autoRepair: { restartNodes: true },
          autoUpgrade: { kubelet: false },
          autoVulFix: { levels: ["nntf", "asap"], restartNodes: true },
          maxUnavailable: 3,
        },
      },
      {
        management: {
          enable: true,
          auto_repair: true,
          auto_upgrade: true,
          auto_vul_fix: true,
          max_unavailable: 3,
          auto_repair_policy: { restart_node: true },
          auto_upgrade_policy: { auto_upgrade_kubelet: false },
          auto_vul_fix_policy: { restart_node: true, vul_level: "asap,nntf" },
        },
      },
    ],
    [
      "what ACK can do on nodes, as it does it unless told otherwise",
      { management: { autoRepair: true, autoUpgrade: {}, autoVulFix: true } },
      {
        management: {
          enable: true,
          auto_repair: true,
          auto_upgrade: true,
          auto_vul_fix: true,
          max_unavailable: 1,
          auto_repair_policy: { restart_node: false },
          auto_upgrade_policy: { auto_upgrade_kubelet: true },
          auto_vul_fix_policy: { restart_node: false },
        },
      },
    ],
    [
      "upgrades by ACK alone",
      { management: { autoRepair: false, autoUpgrade: true } },
      {
        management: {
          enable: true,
          auto_repair: false,
          auto_upgrade: true,
          auto_vul_fix: false,
          max_unavailable: 1,
          auto_upgrade_policy: { auto_upgrade_kubelet: true },
        },
      },
    ],
    [
      "batches of nodes",
      {
        rollingPolicy: {
          maxParallelism: 2,
          batchInterval: 5,
          pausePolicy: "FirstBatch",
          nodeNames: ["cn-hangzhou.10.0.0.7"],
        },
      },
      {
        rolling_policy: {
          max_parallelism: 2,
          batch_interval: "5",
          pause_policy: "FirstBatch",
          node_names: ["cn-hangzhou.10.0.0.7"],
        },
      },
    ],
    ["batches of which nothing is said", { rollingPolicy: {} }, {}],
    [
      "an upgrade of all that a node has, to what the pool has",
      {
        imageType: ImageType.custom("m-bp1example"),
        runtime: ContainerRuntime.containerd("2.1.5"),
        upgrade: { kubernetesVersion: "1.34.1-aliyun.1", image: true, runtime: true, useReplace: true },
      },
      {
        image_type: "Custom",
        image_id: "m-bp1example",
        runtime_name: "containerd",
        runtime_version: "2.1.5",
        upgrade_policy: {
          kubernetes_version: "1.34.1-aliyun.1",
          image_id: "m-bp1example",
          runtime: "containerd",
          runtime_version: "2.1.5",
          use_replace: true,
        },
      },
    ],
    [
      "an upgrade of kubelets alone",
      { runtime: ContainerRuntime.containerd("2.1.5"), upgrade: { kubernetesVersion: "1.34.1-aliyun.1" } },
      {
        runtime_name: "containerd",
        runtime_version: "2.1.5",
        upgrade_policy: { kubernetes_version: "1.34.1-aliyun.1" },
      },
    ],
    ["labels for the nodes that it has", { updateNodes: true }, { update_nodes: true }],
    ["nothing that ACK does on nodes", { management: {} }, { management: { enable: false } }],
    [
      "nothing that ACK does on nodes any more",
      { management: { autoRepair: false, maxUnavailable: 3 } },
      { management: { enable: false, max_unavailable: 3 } },
    ],
    [
      "a login that is not of root",
      { login: Login.keyPair("ops", { asNonRoot: true }) },
      { login_as_non_root: true },
    ],
    ["empty lists and maps", { dataDisks: [], labels: {}, taints: [] }, {}],
    ["a resource group", { resourceGroupId: "rg-1" }, { resource_group_id: "rg-1" }],
    ["tags", { tags: { team: "shop" } }, { tags: { team: "shop" } }],
    ["timeouts", { timeouts: { create: "2h" } }, { timeouts: { create: "2h" } }],
  ];

  test.each(cases)("with %s changes nothing else", (_name, changes, expected) => {
    expect(argumentsOf(changes)).toEqual({ ...always, ...expected });
  });

  test("without a login has none", () => {
    const rest = without(always, "key_name");
    expect(argumentsOf({ login: undefined })).toEqual(rest);
  });

  test("with a password has it from a variable, and no key pair", () => {
    const rest = without(always, "key_name");
    expect(
      argumentsOf((stack) => ({
        login: Login.password(new TerraformVariable(stack, "password", { type: "string", sensitive: true })),
      })),
    ).toEqual({ ...rest, password: "${var.password}" });
  });

  test("that is autoscaled has no fixed size, and Terraform ignores the one that the autoscaler sets", () => {
    const rest = without(always, "desired_size");
    const instances = InstanceSelection.types("ecs.g7.xlarge");
    expect(argumentsOf({ instances, capacity: Capacity.autoscale({ min: 0, max: 10 }) })).toEqual({
      ...rest,
      scaling_config: { enable: true, min_size: 0, max_size: 10, type: "cpu" },
      lifecycle: { ignore_changes: ["desired_size"] },
    });
  });

  test("that is autoscaled for spot instances says so, and how nodes leave and are reached", () => {
    const capacity = Capacity.autoscale({
      min: 0,
      max: 10,
      type: "spot",
      scalingPolicy: "recycle",
      eip: { bandwidthMbps: 5 },
    });
    expect(argumentsOf({ capacity })).toMatchObject({
      scaling_config: {
        enable: true,
        min_size: 0,
        max_size: 10,
        type: "spot",
        is_bond_eip: true,
        eip_bandwidth: 5,
        eip_internet_charge_type: "PayByTraffic",
      },
      scaling_policy: "recycle",
    });
  });

  test("has Terraform judge a password, once for each variable, and encode a script that only it knows", () => {
    const stack = testStack();
    const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
    const cluster = proCluster(stack);
    for (const id of ["one", "two"]) {
      const userData = textToken(stack, id);
      cluster.addNodePool(id, poolOptions({ login: Login.password(password), userData }));
    }
    const { json, resources } = synthesize(stack);
    expect(json).toMatchObject({
      variable: {
        password: {
          validation: [
            {
              condition:
                '${(((length(var.password) >= 8) && (length(var.password) <= 30)) && (sum([can(regex("[a-z]", var.password)) ? 1 : 0, can(regex("[A-Z]", var.password)) ? 1 : 0, can(regex("[0-9]", var.password)) ? 1 : 0, can(regex("[^A-Za-z0-9]", var.password)) ? 1 : 0]) >= 3))}',
              error_message: expect.stringContaining("login-password"),
            },
          ],
        },
      },
    });
    expect(
      Object.values(resources("alicloud_cs_kubernetes_node_pool")).map((pool) => pool["user_data"]),
    ).toEqual(["${base64encode(var.one)}", "${base64encode(var.two)}"]);
  });

  test("of an edge cluster leaves the labels that ACK adds alone", () => {
    const stack = testStack();
    const cluster = new EdgeCluster(stack, "cluster", { name: "edge", network: flannel(stack) });
    cluster.addNodePool("cloud", poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 3 }) }));
    expect(synthesize(stack).resource("alicloud_cs_kubernetes_node_pool")).toMatchObject({
      lifecycle: { ignore_changes: ["desired_size", "labels"] },
    });
  });

  test("ignores what the user wants ignored beside the size, and everything when told so", () => {
    const capacity = Capacity.autoscale({ min: 0, max: 10 });
    expect(
      argumentsOf({ capacity, lifecycle: { ignoreChanges: ["labels", "desired_size"] } })["lifecycle"],
    ).toEqual({
      ignore_changes: ["desired_size", "labels"],
    });
    expect(argumentsOf({ capacity, lifecycle: { ignoreChanges: "all" } })["lifecycle"]).toEqual({
      ignore_changes: "all",
    });
  });

  test("takes numbers and text that only Terraform knows, and leaves the image of unknown types to ACK", () => {
    const rest = without(always, "image_type");
    expect(
      argumentsOf((stack) => ({
        instances: InstanceSelection.types(textToken(stack, "type")),
        capacity: Capacity.fixed(numberToken(stack, "nodes")),
        systemDisk: Disk.essd({ sizeGiB: numberToken(stack, "size") }),
        login: Login.keyPair(Fn.join("-", ["ops", textToken(stack, "key")])),
        labels: { team: textToken(stack, "team") },
      })),
    ).toEqual({
      ...rest,
      instance_types: ["${var.type}"],
      desired_size: "${var.nodes}",
      system_disk_size: "${var.size}",
      key_name: '${join("-", ["ops", var.key])}',
      labels: [{ key: "team", value: "${var.team}" }],
      // The limits on what Terraform alone knows: see test/limits/preconditions.test.ts.
      lifecycle: { precondition: [expect.anything(), expect.anything(), expect.anything()] },
    });
  });

  test("of an imported cluster uses the vSwitches that were given", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1", i: "vsw-2" },
    });
    cluster.addNodePool("workers", poolOptions({ placement: Placement.zones("i", "h") }));
    expect(synthesize(stack).resource("alicloud_cs_kubernetes_node_pool")).toEqual({
      ...always,
      cluster_id: "c123",
      vswitch_ids: ["vsw-2", "vsw-1"],
    });
  });

  test("tells its id, its scaling group, its name and its capacity", () => {
    const stack = testStack();
    const pool = proCluster(stack).addNodePool("workers", poolOptions());
    new TerraformOutput(stack, "id", { value: pool.nodePoolId });
    new TerraformOutput(stack, "group", { value: pool.scalingGroupId });
    const address = String.raw`^\$\{alicloud_cs_kubernetes_node_pool\.cluster_workers_pool_\w+\.`;
    expect(synthesize(stack).json["output"]).toEqual({
      id: { value: expect.stringMatching(`${address}node_pool_id}$`) },
      group: { value: expect.stringMatching(`${address}scaling_group_id}$`) },
    });
    expect(pool).toMatchObject({ name: "workers", capacity: { min: 3, max: 3, isAutoscaled: false } });
  });
});
