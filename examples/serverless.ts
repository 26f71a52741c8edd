import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlicloudProvider, Limits, ServerlessCluster, ServerlessNetwork } from "cdktf-ack";

/** An ACK Serverless cluster, for an account that may still make one: Pods are container instances (ECI). */
export class Serverless extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    Limits.of(this).acknowledge("serverless-creation-closed", {
      reason: "this account has had Serverless clusters since 2023",
    });

    const network = ServerlessNetwork.inNewVpc(this, "network", {
      cidr: "172.16.0.0/16",
      zones: ["cn-hangzhou-i", "cn-hangzhou-j"],
    });
    new ServerlessCluster(this, "cluster", { name: "ask-example", network, timezone: "Asia/Shanghai" });
  }
}
