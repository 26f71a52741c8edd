import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  ClusterSecurityGroup,
  Disk,
  Egress,
  Expander,
  FlannelNetwork,
  ImageType,
  InstanceSelection,
  Limits,
  ProCluster,
  RemovalPolicy,
  Scaler,
} from "cdktf-ack";
import { dataAlicloudInstanceTypes, dataAlicloudZones } from "cdktf-ack/alicloud";

/** Three pools that grow from nothing, in an order of priorities. */
export class Priorities extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("apiserver-eip-port-6443", {
      reason: "the published example has a public API server",
    });
    Limits.of(this).acknowledge("node-pool-default-no-autoscale", {
      reason: "the published pools all begin with nothing",
    });
    const { zones } = new dataAlicloudZones.DataAlicloudZones(this, "zones", {
      availableResourceCreation: "VSwitch",
    });
    const zone = zones.get(0).id;
    const { instanceTypes } = new dataAlicloudInstanceTypes.DataAlicloudInstanceTypes(
      this,
      "instance-types",
      {
        availabilityZone: zone,
        cpuCoreCount: 4,
        memorySize: 8,
        kubernetesNodeRole: "Worker",
        systemDiskCategory: "cloud_essd",
      },
    );

    const network = FlannelNetwork.inNewVpc(this, "network", {
      name: "terraform-example",
      cidr: "10.4.0.0/16",
      zones: { a: { zone, nodeCidr: "10.4.0.0/24" } },
      podCidr: "10.36.0.0/16",
      serviceCidr: "172.16.112.0/20",
      egress: Egress.byAck(),
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "terraform-example",
      network,
      publicApiServer: true,
      rrsa: false,
      securityGroup: ClusterSecurityGroup.basic(),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const poolOf = (number: number) =>
      cluster.addNodePool(`pool-${number}`, {
        name: `terraform-example-${number}`,
        instances: InstanceSelection.types(instanceTypes.get(0).id),
        capacity: Capacity.autoscale({ min: 0, max: 10 }),
        systemDisk: Disk.essd({ sizeGiB: 40 }),
        imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
      });
    const [first, second, third] = [poolOf(0), poolOf(1), poolOf(2)];
    cluster.addAutoscaler("autoscaler", {
      scaler: Scaler.clusterAutoscaler({
        expander: Expander.priority(
          { priority: 20, pools: [third] },
          { priority: 10, pools: [first, second] },
        ),
      }),
    });
  }
}
