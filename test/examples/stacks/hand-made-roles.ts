import { Fn, TerraformStack } from "cdktf";
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
  Login,
  ManagedCluster,
  NatGateway,
  RemovalPolicy,
  Vpc,
} from "cdktf-ack";
import { dataAlicloudZones, ecsKeyPair } from "cdktf-ack/alicloud";

/** The network and the cluster of a module of 2019, in which each resource of the way out was made by hand. */
export class HandMadeRoles extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "eu-central-1", accountType: "International" });
    Limits.of(this).acknowledge("apiserver-eip-port-6443", {
      reason: "the published module has a public API server",
    });
    const { zones } = new dataAlicloudZones.DataAlicloudZones(this, "zones", {
      availableResourceCreation: "VSwitch",
    });
    const key = new ecsKeyPair.EcsKeyPair(this, "key", {
      keyPairName: "k8s-ali",
      publicKey: Fn.file("~/.ssh/id_rsa.pub"),
    });

    const vpc = new Vpc(this, "vpc", { name: "k8svpc", cidr: "10.0.0.0/8" });
    const gateway = new NatGateway(this, "nat", { vpc, zone: zones.get(0).id, bandwidth: 10 });
    const network = new FlannelNetwork(this, "network", {
      vpc,
      zones: {
        a: { zone: zones.get(0).id, nodeCidr: "10.0.1.0/24" },
        b: { zone: zones.get(1).id, nodeCidr: "10.0.2.0/24" },
      },
      podCidr: "172.20.0.0/16",
      serviceCidr: "172.21.0.0/20",
      egress: Egress.natGateway(gateway),
    });
    const cluster = new ManagedCluster(this, "cluster", {
      name: "k8s-ali",
      network,
      publicApiServer: true,
      rrsa: false,
      securityGroup: ClusterSecurityGroup.basic(),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    cluster.addNodePool("workers", {
      instances: InstanceSelection.types("ecs.sn1.medium"),
      capacity: Capacity.fixed(2),
      systemDisk: Disk.efficiency({ sizeGiB: 40 }),
      login: Login.keyPair(key.keyPairName),
    });
  }
}
