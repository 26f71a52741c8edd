import { Fn, TerraformStack, TerraformVariable, Token } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  DedicatedCluster,
  Disk,
  Egress,
  Limits,
  Login,
  RemovalPolicy,
  TerwayNetwork,
} from "cdktf-ack";
import { dataAlicloudInstanceTypes, dataAlicloudResourceManagerResourceGroups } from "cdktf-ack/alicloud";

/**
 * The use case of a dedicated cluster in Alibaba Cloud's collection of Terraform configurations, as those look that exist:
 * Terway in three zones, three masters of a type that all three zones have, a NAT gateway by ACK, and seven add-ons.
 */
export class Dedicated extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this)
      .acknowledge("dedicated-creation-stopped", { reason: "the cluster exists since 2022" })
      .acknowledge("apiserver-eip-port-6443", { reason: "the published example has a public API server" });
    const password = new TerraformVariable(this, "login_password", { type: "string", sensitive: true });
    const { groups } =
      new dataAlicloudResourceManagerResourceGroups.DataAlicloudResourceManagerResourceGroups(
        this,
        "resource-groups",
        { status: "OK" },
      );
    const typesIn = (zone: string) =>
      new dataAlicloudInstanceTypes.DataAlicloudInstanceTypes(this, `types-${zone}`, {
        availabilityZone: zone,
        cpuCoreCount: 8,
        memorySize: 16,
        kubernetesNodeRole: "Master",
        systemDiskCategory: "cloud_essd",
      }).ids;
    const inAllZones = Fn.setintersection(typesIn("cn-hangzhou-i"), [
      typesIn("cn-hangzhou-j"),
      typesIn("cn-hangzhou-k"),
    ]);
    const instanceType = Token.asString(Fn.element(Fn.sort(inAllZones), 0));

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/8",
      zones: {
        i: { zone: "cn-hangzhou-i", nodeCidr: "10.1.0.0/16", podCidr: "10.4.0.0/16" },
        j: { zone: "cn-hangzhou-j", nodeCidr: "10.2.0.0/16", podCidr: "10.5.0.0/16" },
        k: { zone: "cn-hangzhou-k", nodeCidr: "10.3.0.0/16", podCidr: "10.6.0.0/16" },
      },
      serviceCidr: "172.18.0.0/16",
      egress: Egress.byAck(),
    });
    new DedicatedCluster(this, "cluster", {
      name: "tf-example-dedicated",
      network,
      masters: {
        instanceTypes: [instanceType, instanceType, instanceType],
        platform: "AliyunLinux3",
        systemDisk: Disk.essd({ sizeGiB: 40 }),
        login: Login.password(password),
      },
      publicApiServer: true,
      apiServerSans: ["www.terraform.io"],
      securityGroup: ClusterSecurityGroup.basic(),
      timezone: "Asia/Shanghai",
      addons: [
        { name: "csi-plugin" },
        { name: "csi-provisioner" },
        { name: "logtail-ds", config: { IngressDashboardEnabled: "true" } },
        { name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "internet" } },
        { name: "arms-prometheus" },
        { name: "ack-node-problem-detector", config: { sls_project_name: "" } },
      ],
      resourceGroupId: groups.get(0).id,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
