import { propertyAccess, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Egress,
  Limits,
  RemovalPolicy,
  ServerlessCluster,
  ServerlessNetwork,
} from "cdktf-ack";
import { dataAlicloudEciZones, securityGroup, securityGroupRule } from "cdktf-ack/alicloud";

/**
 * The use case of an ACK Serverless cluster in Alibaba Cloud's collection of Terraform configurations, for an account that
 * may still make one: Pods are container instances (ECI), in a zone that a data source chooses and a security group of
 * one's own. The published one has the resource that is deprecated by now.
 */
export class Serverless extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-shenzhen", accountType: "Domestic" });
    Limits.of(this)
      .acknowledge("serverless-creation-closed", {
        reason: "this account has had Serverless clusters since 2023",
      })
      .acknowledge("apiserver-eip-port-6443", { reason: "the published example has a public API server" });
    const { zones } = new dataAlicloudEciZones.DataAlicloudEciZones(this, "zones");
    const zone = Token.asString(propertyAccess(zones.get(0).zoneIds, [1]));

    const network = ServerlessNetwork.inNewVpc(this, "network", {
      name: "tf-vpc-172-16",
      cidr: "172.16.0.0/12",
      zones: { a: { zone, nodeCidr: "172.16.128.0/20" } },
      serviceCidr: "10.13.0.0/16",
      egress: Egress.byAck(),
    });
    const group = new securityGroup.SecurityGroup(this, "pods", {
      securityGroupName: "tf-sg-172-16",
      vpcId: network.vpc.vpcId,
    });
    // Without it, Pods of the group do not even reach each other.
    new securityGroupRule.SecurityGroupRule(this, "vpc", {
      type: "ingress",
      ipProtocol: "all",
      cidrIp: network.vpc.cidr,
      securityGroupId: group.id,
    });
    new ServerlessCluster(this, "cluster", {
      name: "ask-example-ask",
      network,
      version: "1.31.1-aliyun.1",
      publicApiServer: true,
      securityGroup: ClusterSecurityGroup.existing(group.id),
      serviceDiscovery: "coredns",
      timezone: "Asia/Shanghai",
      addons: [
        {
          name: "nginx-ingress-controller",
          config: { IngressSlbNetworkType: "internet", IngressSlbSpec: "slb.s2.small" },
        },
        { name: "metrics-server" },
        { name: "knative" },
        { name: "managed-arms-prometheus" },
        { name: "logtail-ds" },
      ],
      tags: { cluster: "ack-serverless" },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
