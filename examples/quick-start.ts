import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  InstanceSelection,
  Login,
  ProCluster,
  SecretKmsEncryption,
  TerwayNetwork,
} from "cdktf-ack";

/** A first cluster: Pro, three zones, encrypted Secrets, an autoscaled pool. */
export class QuickStart extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"],
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "shop-prod",
      network,
      secretEncryption: new SecretKmsEncryption(this, "secrets"),
    });
    cluster.addNodePool("workers", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.autoscale({ min: 3, max: 30 }),
      login: Login.keyPair("ops"),
    });
  }
}
