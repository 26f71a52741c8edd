import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AcsCluster, AlicloudProvider, RemovalPolicy, ServerlessNetwork } from "cdktf-ack";

/** A cluster without nodes: Pods take computing power of Container Compute Service, with addresses of two zones. */
export class ContainerCompute extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });

    const network = ServerlessNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-i", "cn-hangzhou-j"],
    });
    const cluster = new AcsCluster(this, "cluster", {
      name: "jobs",
      network,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    cluster.addAddon("metrics", { name: "metrics-server" });
  }
}
