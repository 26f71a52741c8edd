import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Egress,
  Limits,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
} from "cdktf-ack";
import { dataAlicloudEnhancedNatAvailableZones } from "cdktf-ack/alicloud";

/**
 * The example of the provider documentation for `alicloud_cs_managed_kubernetes`: Terway in two zones that a data
 * source chooses, given address blocks, a NAT gateway by ACK, a public API server, and seven add-ons.
 */
export class ManagedTerway extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("apiserver-eip-port-6443", {
      reason: "the published example has a public API server",
    });
    const { zones } = new dataAlicloudEnhancedNatAvailableZones.DataAlicloudEnhancedNatAvailableZones(
      this,
      "zones",
    );

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/8",
      zones: {
        a: { zone: zones.get(0).zoneId, nodeCidr: "10.1.0.0/16", podCidr: "10.4.0.0/16" },
        b: { zone: zones.get(1).zoneId, nodeCidr: "10.2.0.0/16", podCidr: "10.5.0.0/16" },
      },
      serviceCidr: "192.168.0.0/16",
      egress: Egress.byAck(),
    });
    new ProCluster(this, "cluster", {
      name: "tf-example",
      network,
      publicApiServer: true,
      rrsa: false,
      securityGroup: ClusterSecurityGroup.basic(),
      addons: [
        { name: "csi-plugin" },
        { name: "csi-provisioner" },
        { name: "logtail-ds", config: { IngressDashboardEnabled: "true" } },
        { name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "internet" } },
        { name: "arms-prometheus" },
        { name: "ack-node-problem-detector", config: {} },
      ],
      // An example is there to be thrown away.
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
