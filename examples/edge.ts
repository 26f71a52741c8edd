import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlicloudProvider, Capacity, EdgeCluster, FlannelNetwork, InstanceSelection, Login } from "cdktf-ack";

/** An ACK Edge Pro cluster: two nodes in the cloud, and machines of a factory that come by a private line. */
export class Edge extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });

    const network = FlannelNetwork.inNewVpc(this, "network", {
      cidr: "172.16.0.0/16",
      zones: ["cn-hangzhou-i"],
      podCidr: "10.10.0.0/16",
      serviceCidr: "10.12.0.0/16",
      onPremisesCidrs: ["192.168.0.0/16"],
    });
    const cluster = new EdgeCluster(this, "cluster", { name: "factory", network });
    cluster.addNodePool("cloud", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(2),
      login: Login.keyPair("ops"),
    });
  }
}
