import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  ContainerRuntime,
  Disk,
  FlannelNetwork,
  ImageType,
  InstanceSelection,
  Login,
  ProCluster,
  RemovalPolicy,
} from "cdktf-ack";

/** Pools whose nodes are no ordinary Linux: Windows, Pods in virtual machines, and confidential computing, with Flannel. */
export class WindowsPools extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    const password = new TerraformVariable(this, "login_password", { type: "string", sensitive: true });

    const network = FlannelNetwork.inNewVpc(this, "network", {
      cidr: "172.16.0.0/16",
      podCidr: "10.128.0.0/16",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "windows-pools",
      network,
      version: "1.34.1-aliyun.1", // the last with sandboxed containers
      removalPolicy: RemovalPolicy.DESTROY,
    });

    cluster.addNodePool("linux", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(2),
      login: Login.keyPair("ops"),
    });
    cluster.addNodePool("windows", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(1),
      login: Login.password(password),
      imageType: ImageType.WINDOWS,
    });
    cluster.addNodePool("sandboxes", {
      instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
      capacity: Capacity.fixed(1),
      login: Login.keyPair("ops"),
      runtime: ContainerRuntime.sandboxed("2.2.0"),
      dataDisks: [Disk.essd({ sizeGiB: 1024 })],
    });
  }
}
