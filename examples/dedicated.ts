import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  DedicatedCluster,
  InstanceSelection,
  Limits,
  Login,
  TerwayNetwork,
} from "cdktf-ack";

/** A dedicated cluster, as those look that exist: three masters in three zones, Terway, a pool of workers. */
export class Dedicated extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("dedicated-creation-stopped", { reason: "the cluster exists since 2022" });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/8",
      zones: ["cn-hangzhou-i", "cn-hangzhou-j", "cn-hangzhou-k"],
      serviceCidr: "172.18.0.0/16",
    });
    const cluster = new DedicatedCluster(this, "cluster", {
      name: "terway-dedicated",
      network,
      masters: {
        instanceTypes: ["ecs.c7.2xlarge", "ecs.c7.2xlarge", "ecs.c7.2xlarge"],
        login: Login.keyPair("ops"),
      },
      apiServerSans: ["api.shop.example"],
    });
    cluster.addNodePool("workers", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(3),
      login: Login.keyPair("ops"),
    });
  }
}
