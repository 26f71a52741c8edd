import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  Disk,
  Gpu,
  GpuDriver,
  ImageType,
  InstanceSelection,
  Login,
  MultiAzPolicy,
  ProCluster,
  RemovalPolicy,
  Scaler,
  TerwayNetwork,
} from "cdktf-ack";
import { instance } from "cdktf-ack/alicloud";

/** Kinds of node pools in one cluster: what sets each apart are a few props. */
export class NodePools extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "node-pools",
      network,
      // The first for repairs and for spot, the second for shared GPUs: there before the pools.
      addons: [{ name: "ack-node-problem-detector" }, { name: "ack-ai-installer" }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const login = Login.keyPair("ops");

    cluster.addNodePool("system", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(2),
      login,
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
    });
    cluster.addNodePool("managed", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(2),
      login,
      imageType: ImageType.CONTAINER_OS,
      management: { autoRepair: true, autoVulFix: true },
    });
    cluster.addNodePool("arm", {
      instances: InstanceSelection.types("ecs.g8y.xlarge", "ecs.c8y.xlarge"),
      capacity: Capacity.fixed(1),
      login,
      taints: [{ key: "arch", value: "arm64", effect: "NoSchedule" }],
    });
    cluster.addNodePool("batch", {
      instances: InstanceSelection.types("ecs.c7.2xlarge", "ecs.c6.2xlarge", "ecs.c8i.2xlarge"),
      capacity: Capacity.autoscale({ min: 0, max: 20, type: "spot" }),
      login,
      billing: Billing.spot({ replaceReclaimed: true }),
      multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 20, compensateWithOnDemand: true }),
      labels: { workload: "batch" },
    });
    cluster.addNodePool("inference", {
      instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
      capacity: Capacity.fixed(1),
      login,
      gpu: Gpu.shared({ isolation: "memory", placement: "binpack" }),
      gpuDriver: GpuDriver.version("550.144.03"),
    });
    cluster.addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler() });

    // Instances that exist: in the VPC and a security group of the cluster. ACK replaces their system disks.
    const racks = [...cluster.nodeVSwitches].map(
      ([zone, vswitchId]) =>
        new instance.Instance(this, `rack-${zone}`, {
          instanceName: `rack-${zone}`,
          instanceType: "ecs.g7.xlarge",
          imageId: "aliyun_3_x64_20G_alibase_20250117.vhd",
          securityGroups: [cluster.resource.securityGroupId],
          vswitchId,
          lifecycle: { ignoreChanges: ["image_id", "key_name", "password", "user_data"] },
        }),
    );
    cluster.addNodePool("racks", {
      instances: InstanceSelection.types("ecs.g7.xlarge"),
      capacity: Capacity.existing(racks.map((rack) => rack.id)),
      login,
    });
  }
}
