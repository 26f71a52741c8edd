import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  ClusterSecurityGroup,
  Disk,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  Limits,
  ProCluster,
  RemovalPolicy,
} from "cdktf-ack";
import { dataAlicloudInstanceTypes, dataAlicloudZones } from "cdktf-ack/alicloud";

/**
 * The complete example of the Terraform module `managed-kubernetes`: Flannel in one zone without a way out, and a pool
 * of two nodes of a type that a data source chooses. Its FlexVolume add-ons are replaced by CSI.
 */
export class ManagedFlannel extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this)
      .acknowledge("apiserver-eip-port-6443", { reason: "the published example has a public API server" })
      .acknowledge("internet-needs-snat", { reason: "the published example has no way out" });
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
      name: "tf-example",
      cidr: "10.4.0.0/16",
      zones: { a: { zone, nodeCidr: "10.4.0.0/24" } },
      podCidr: "10.36.0.0/16",
      serviceCidr: "172.16.112.0/20",
      egress: Egress.none(),
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "tf-example-flannel",
      network,
      version: "1.24.6-aliyun.1",
      publicApiServer: true,
      rrsa: false,
      securityGroup: ClusterSecurityGroup.basic(),
      addons: [
        { name: "logtail-ds", config: { IngressDashboardEnabled: "true" } },
        { name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "internet" } },
      ],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    cluster.addNodePool("workers", {
      instances: InstanceSelection.types(instanceTypes.get(0).id),
      capacity: Capacity.fixed(2),
      systemDisk: Disk.essd({ sizeGiB: 40 }),
    });
  }
}
