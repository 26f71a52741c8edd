import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Egress,
  FlannelNetwork,
  Limits,
  Principal,
  ProCluster,
  RemovalPolicy,
} from "cdktf-ack";
import {
  dataAlicloudCsKubernetesVersion,
  dataAlicloudEnhancedNatAvailableZones,
  ramUser,
} from "cdktf-ack/alicloud";

/** A RAM user who administers a cluster, and has a role of its own in one namespace. */
export class Permissions extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("internet-needs-snat", { reason: "the published cluster has no nodes" });
    const { zones } = new dataAlicloudEnhancedNatAvailableZones.DataAlicloudEnhancedNatAvailableZones(
      this,
      "zones",
    );
    const versions = new dataAlicloudCsKubernetesVersion.DataAlicloudCsKubernetesVersion(this, "versions", {
      clusterType: "ManagedKubernetes",
    });
    const network = FlannelNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/8",
      zones: {
        a: { zone: zones.get(0).zoneId, nodeCidr: "10.1.0.0/16" },
        b: { zone: zones.get(1).zoneId, nodeCidr: "10.2.0.0/16" },
      },
      podCidr: "172.16.0.0/16",
      serviceCidr: "192.168.0.0/16",
      egress: Egress.none(),
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "terraform-example",
      network,
      version: versions.metadata.get(0).version,
      rrsa: false,
      securityGroup: ClusterSecurityGroup.basic(),
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const user = new ramUser.RamUser(this, "user", { name: "terraform-example" });
    const principal = Principal.ramUser(this, "grants", { user, readAccess: "elsewhere" });
    cluster
      .grant(principal)
      .admin()
      .clusterRole("cs:dev", { namespaces: ["default"] });
  }
}
