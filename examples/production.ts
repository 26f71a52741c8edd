import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlicloudProvider, Login } from "cdktf-ack";
import { ProductionCluster } from "cdktf-ack/blueprints";

/** A stack that is one blueprint. */
export class Production extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    new ProductionCluster(this, "shop", {
      name: "shop",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"],
      login: Login.keyPair("ops"),
      tags: { team: "shop" },
    });
  }
}
