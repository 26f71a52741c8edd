import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  ClusterSecurityGroup,
  ContainerRuntime,
  Disk,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  ImageType,
  InstanceSelection,
  Limits,
  Login,
  RemovalPolicy,
} from "cdktf-ack";
import { dataAlicloudInstanceTypes, dataAlicloudZones } from "cdktf-ack/alicloud";

/**
 * The use case of an ACK Edge Pro cluster in Alibaba Cloud's collection of Terraform configurations: Flannel in one zone, a
 * first worker, and a pool of two in the cloud; machines of a factory come over the internet. The published one has the
 * resource that is deprecated by now, which made the first worker itself.
 */
export class Edge extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("apiserver-eip-port-6443", {
      reason: "machines at the edge come over the internet",
    });
    const password = new TerraformVariable(this, "login_password", { type: "string", sensitive: true });
    const { zones } = new dataAlicloudZones.DataAlicloudZones(this, "zones", {
      availableResourceCreation: "VSwitch",
      availableDiskCategory: "cloud_efficiency",
    });
    const zone = zones.get(0).id;
    const { instanceTypes } = new dataAlicloudInstanceTypes.DataAlicloudInstanceTypes(
      this,
      "instance-types",
      { availabilityZone: zone, cpuCoreCount: 4, memorySize: 8, kubernetesNodeRole: "Worker" },
    );

    const network = FlannelNetwork.inNewVpc(this, "network", {
      name: "tf-vpc-172-16",
      cidr: "172.16.0.0/12",
      zones: { a: { zone, nodeCidr: "172.16.128.0/20" } },
      podCidr: "10.10.0.0/16",
      serviceCidr: "10.12.0.0/16",
      egress: Egress.byAck(),
    });
    const cluster = new EdgeCluster(this, "cluster", {
      name: "edge-example",
      network,
      version: "1.28.9-aliyun.1",
      publicApiServer: true,
      securityGroup: ClusterSecurityGroup.basic(),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const nodes = {
      instances: InstanceSelection.types(instanceTypes.get(0).id),
      runtime: ContainerRuntime.containerd("1.6.34"),
      login: Login.password(password),
    };
    cluster.addNodePool("first", {
      ...nodes,
      capacity: Capacity.fixed(1),
      systemDisk: Disk.efficiency({ sizeGiB: 40 }),
    });
    cluster.addNodePool("workers", {
      ...nodes,
      name: "edge-nodepool-1",
      capacity: Capacity.fixed(2),
      billing: Billing.payAsYouGo(),
      systemDisk: Disk.efficiency({ sizeGiB: 100 }),
      dataDisks: [Disk.efficiency({ sizeGiB: 120 })],
      imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
    });
  }
}
