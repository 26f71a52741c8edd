import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Egress,
  ProCluster,
  RemovalPolicy,
  SecretKmsEncryption,
  TerwayNetwork,
} from "cdktf-ack";
import { dataAlicloudZones, logProject, securityGroup, securityGroupRule } from "cdktf-ack/alicloud";

const tags = {
  Project: "FinCloudSentinel",
  Environment: "demo",
  ManagedBy: "Terraform",
  DataClass: "SyntheticOnly",
};

/**
 * The environment of a security demo, fincloud-sentinel: a private cluster with Terway in three zones, Secrets encrypted with
 * a key that KMS rotates, RRSA, and logs in a project of one's own. Its Pods get the vSwitches that Terway needs, and its
 * encryption is switched on.
 */
export class PrivateKms extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    const { zones } = new dataAlicloudZones.DataAlicloudZones(this, "zones", {
      availableResourceCreation: "VSwitch",
    });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      name: "fincloud-sentinel-demo",
      cidr: "10.42.0.0/16",
      zones: {
        a: { zone: zones.get(0).id, nodeCidr: "10.42.0.0/20" },
        b: { zone: zones.get(1).id, nodeCidr: "10.42.16.0/20" },
        c: { zone: zones.get(2).id, nodeCidr: "10.42.32.0/20" },
      },
      serviceCidr: "10.45.0.0/20",
      egress: Egress.byAck(),
      tags,
    });
    const group = new securityGroup.SecurityGroup(this, "nodes", {
      securityGroupName: "fincloud-sentinel-demo-ack",
      description: "Private-only ACK worker security group for FinCloud Sentinel",
      vpcId: network.vpc.vpcId,
      tags,
    });
    // Without it, nodes of the group do not even reach each other.
    new securityGroupRule.SecurityGroupRule(this, "vpc", {
      type: "ingress",
      ipProtocol: "all",
      cidrIp: network.vpc.cidr,
      securityGroupId: group.id,
    });
    const logs = new logProject.LogProject(this, "logs", {
      projectName: "fincloudsentinel-demo-logs",
      description: "FinCloud Sentinel security and application logs",
      tags,
    });

    new ProCluster(this, "cluster", {
      name: "fincloud-sentinel-demo",
      network,
      securityGroup: ClusterSecurityGroup.existing(group.id),
      secretEncryption: new SecretKmsEncryption(this, "secrets", {
        description: "Envelope encryption for FinCloud Sentinel secrets",
        rotationDays: 30,
        tags,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      addons: [
        { name: "csi-plugin" },
        { name: "csi-provisioner" },
        { name: "logtail-ds", config: { sls_project_name: logs.projectName } },
      ],
      tags,
      timeouts: { create: "90m", update: "60m", delete: "60m" },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
