/** What Terraform does with resources of a type, in actions of RAM. */
export interface DeployerActions {
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
}

const vpcTags = ["vpc:TagResources", "vpc:UnTagResources"];
const ecsTags = ["ecs:TagResources", "ecs:UntagResources"];
const ramTags = ["ram:TagResources", "ram:UntagResources"];

const cluster: DeployerActions = {
  create: ["cs:CreateCluster", "cs:DescribeTaskInfo"],
  read: [
    "cs:DescribeClusterDetail",
    "cs:DescribeClusterResources",
    "cs:DescribeClusterUserKubeconfig",
    "cs:GetClusterCerts",
    "cs:CheckControlPlaneLogEnable",
    "cs:GetClusterAuditProject",
    // The provider looks for the NAT gateway of the VPC, in the account and not in a resource group.
    "vpc:DescribeNatGateways",
  ],
  update: [
    "cs:ModifyCluster",
    "cs:ModifyClusterTags",
    "cs:UpdateClusterName",
    "cs:UpgradeCluster",
    "cs:GetUpgradeStatus",
    "cs:MigrateCluster",
    "cs:UpdateControlPlaneLog",
    "cs:ModifyClusterAudit",
    "cs:ModifyClusterConfiguration",
    "cs:DescribeTaskInfo",
  ],
  delete: ["cs:DeleteCluster", "cs:DescribeTaskInfo"],
};

/** The actions for each type of resource that this library makes. They follow the calls that the provider makes. */
export const resourceActions: Readonly<Record<string, DeployerActions>> = {
  alicloud_cs_managed_kubernetes: cluster,
  alicloud_cs_edge_kubernetes: cluster,
  alicloud_cs_serverless_kubernetes: cluster,
  alicloud_cs_kubernetes: { ...cluster, read: [...cluster.read, "cs:DescribeClusterNodes"] },
  alicloud_cs_kubernetes_node_pool: {
    create: ["cs:CreateClusterNodePool", "cs:AttachInstancesToNodePool", "cs:DescribeTaskInfo"],
    read: ["cs:DescribeClusterNodePoolDetail", "cs:DescribeClusterNodePools", "cs:DescribeClusterNodes"],
    update: [
      "cs:ModifyClusterNodePool",
      "cs:ModifyNodePoolNodeConfig",
      "cs:ScaleClusterNodePool",
      "cs:UpgradeClusterNodepool",
      "cs:SyncClusterNodePool",
      "cs:AttachInstancesToNodePool",
      "cs:RemoveNodePoolNodes",
      "cs:DescribeTaskInfo",
    ],
    delete: ["cs:DeleteClusterNodepool", "cs:RemoveNodePoolNodes", "cs:DescribeTaskInfo"],
  },
  alicloud_cs_kubernetes_addon: {
    create: ["cs:InstallClusterAddons", "cs:DescribeTaskInfo"],
    read: [
      "cs:DescribeAddons",
      "cs:DescribeClusterAddonInstance",
      "cs:DescribeClusterAddonMetadata",
      "cs:DescribeClusterAddonsVersion",
      "cs:DescribeClusterAddonsUpgradeStatus",
      "cs:DescribeClusterDetail",
      "cs:GetClusterAddonInstance",
      "cs:ListClusterAddonInstances",
    ],
    update: ["cs:ModifyClusterAddon", "cs:UpgradeClusterAddons", "cs:DescribeTaskInfo"],
    // The provider forgets add-ons, and uninstalls none.
    delete: [],
  },
  alicloud_cs_autoscaling_config: {
    create: ["cs:CreateAutoscalingConfig"],
    read: [],
    update: ["cs:CreateAutoscalingConfig"],
    delete: [],
  },
  alicloud_cs_kubernetes_permissions: {
    create: ["cs:GrantPermissions", "cs:UpdateUserPermissions"],
    read: ["cs:DescribeUserPermission"],
    update: ["cs:GrantPermissions", "cs:UpdateUserPermissions"],
    delete: ["cs:GrantPermissions", "cs:UpdateUserPermissions"],
  },
  alicloud_cs_kubernetes_policy_instance: {
    create: ["cs:DeployPolicyInstance"],
    read: ["cs:DescribePolicyInstances"],
    update: ["cs:ModifyPolicyInstance"],
    delete: ["cs:DeletePolicyInstance"],
  },
  alicloud_vpc: {
    create: ["vpc:CreateVpc"],
    read: ["vpc:DescribeVpcAttribute", "vpc:DescribeRouteTableList", "vpc:ListTagResources"],
    update: ["vpc:ModifyVpcAttribute", "vpc:MoveResourceGroup", ...vpcTags],
    delete: ["vpc:DeleteVpc"],
  },
  alicloud_vpc_ipv4_cidr_block: {
    create: ["vpc:AssociateVpcCidrBlock"],
    read: ["vpc:DescribeVpcAttribute"],
    update: [],
    delete: ["vpc:UnassociateVpcCidrBlock"],
  },
  alicloud_vswitch: {
    create: ["vpc:CreateVSwitch"],
    read: ["vpc:DescribeVSwitchAttributes", "vpc:ListTagResources"],
    update: ["vpc:ModifyVSwitchAttribute", ...vpcTags],
    delete: ["vpc:DeleteVSwitch"],
  },
  alicloud_nat_gateway: {
    create: ["vpc:CreateNatGateway"],
    read: ["vpc:DescribeNatGateways", "vpc:GetNatGatewayAttribute", "vpc:ListTagResources"],
    update: [
      "vpc:ModifyNatGatewayAttribute",
      "vpc:ModifyNatGatewaySpec",
      "vpc:DeletionProtection",
      ...vpcTags,
    ],
    delete: ["vpc:DeleteNatGateway"],
  },
  alicloud_snat_entry: {
    create: ["vpc:CreateSnatEntry"],
    read: ["vpc:DescribeSnatTableEntries"],
    update: ["vpc:ModifySnatEntry"],
    delete: ["vpc:DeleteSnatEntry"],
  },
  alicloud_eip_address: {
    create: ["vpc:AllocateEipAddress", "vpc:AllocateEipAddressPro"],
    read: ["vpc:DescribeEipAddresses", "vpc:ListTagResources"],
    update: [
      "vpc:ModifyEipAddressAttribute",
      "vpc:ModifyResourceGroup",
      "vpc:MoveResourceGroup",
      "vpc:DeletionProtection",
      ...vpcTags,
    ],
    delete: ["vpc:ReleaseEipAddress"],
  },
  alicloud_eip_association: {
    create: ["vpc:AssociateEipAddress"],
    read: ["vpc:DescribeEipAddresses"],
    update: [],
    delete: ["vpc:UnassociateEipAddress"],
  },
  alicloud_security_group: {
    create: ["ecs:CreateSecurityGroup"],
    read: ["ecs:DescribeSecurityGroups", "ecs:DescribeSecurityGroupAttribute", "ecs:ListTagResources"],
    update: [
      "ecs:ModifySecurityGroupAttribute",
      "ecs:ModifySecurityGroupPolicy",
      "ecs:JoinResourceGroup",
      ...ecsTags,
    ],
    delete: ["ecs:DeleteSecurityGroup"],
  },
  alicloud_security_group_rule: {
    create: ["ecs:AuthorizeSecurityGroup", "ecs:AuthorizeSecurityGroupEgress"],
    read: ["ecs:DescribeSecurityGroupAttribute"],
    update: ["ecs:ModifySecurityGroupRule", "ecs:ModifySecurityGroupEgressRule"],
    delete: ["ecs:RevokeSecurityGroup", "ecs:RevokeSecurityGroupEgress"],
  },
  alicloud_kms_key: {
    create: ["kms:CreateKey"],
    read: ["kms:DescribeKey", "kms:ListResourceTags", "kms:GetKeyPolicy"],
    update: [
      "kms:UpdateKeyDescription",
      "kms:UpdateRotationPolicy",
      "kms:SetDeletionProtection",
      "kms:SetKeyPolicy",
      "kms:EnableKey",
      "kms:DisableKey",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:TagResources",
      "kms:UntagResources",
    ],
    delete: ["kms:ScheduleKeyDeletion"],
  },
  alicloud_ram_role: {
    create: ["ram:CreateRole"],
    read: ["ram:GetRole", "ram:ListTagResources"],
    update: ["ram:UpdateRole", ...ramTags],
    delete: ["ram:DeleteRole", "ram:ListPoliciesForRole"],
  },
  alicloud_ram_policy: {
    create: ["ram:CreatePolicy"],
    read: ["ram:GetPolicy", "ram:ListTagResources"],
    update: ["ram:CreatePolicyVersion", "ram:DeletePolicyVersion", "ram:ListPolicyVersions", ...ramTags],
    delete: ["ram:DeletePolicy", "ram:ListEntitiesForPolicy", "ram:ListPolicyVersions"],
  },
  alicloud_ram_role_policy_attachment: {
    create: ["ram:AttachPolicyToRole"],
    read: ["ram:ListPoliciesForRole"],
    update: [],
    delete: ["ram:DetachPolicyFromRole"],
  },
  alicloud_ram_user: {
    create: ["ram:CreateUser"],
    read: ["ram:GetUser", "ram:ListUsers", "ram:ListTagResources"],
    update: ["ram:UpdateUser", ...ramTags],
    delete: ["ram:DeleteUser", "ram:ListPoliciesForUser", "ram:ListAccessKeys", "ram:ListGroupsForUser"],
  },
  alicloud_ram_user_policy_attachment: {
    create: ["ram:AttachPolicyToUser"],
    read: ["ram:ListPoliciesForUser"],
    update: [],
    delete: ["ram:DetachPolicyFromUser"],
  },
  alicloud_ram_group_policy_attachment: {
    create: ["ram:AttachPolicyToGroup"],
    read: ["ram:ListPoliciesForGroup"],
    update: [],
    delete: ["ram:DetachPolicyFromGroup"],
  },
};

/** The actions for each type of data that this library reads. */
export const dataActions: Readonly<Record<string, readonly string[]>> = {
  // It activates ACK where it says so.
  alicloud_ack_service: ["cs:OpenAckService"],
  alicloud_cs_cluster_credential: ["cs:DescribeClusterDetail", "cs:DescribeClusterUserKubeconfig"],
  alicloud_cs_clusters: [
    "cs:DescribeClusters",
    "cs:DescribeClustersV1",
    "cs:GetClusters",
    "cs:DescribeClusterDetail",
  ],
  alicloud_cs_kubernetes_node_pools: ["cs:DescribeClusterNodePools", "cs:DescribeClusterNodePoolDetail"],
  alicloud_cs_kubernetes_permissions: ["cs:DescribeUserPermission"],
  alicloud_cs_kubernetes_version: ["cs:DescribeKubernetesVersionMetadata"],
  alicloud_instance_types: [
    "ecs:DescribeInstanceTypes",
    "ecs:DescribeAvailableResource",
    "ecs:DescribeZones",
  ],
  alicloud_quotas_quotas: ["quotas:ListProductQuotas"],
  alicloud_ram_roles: ["ram:ListRoles", "ram:GetRole"],
  alicloud_regions: ["ecs:DescribeRegions"],
  alicloud_vswitches: [
    "vpc:DescribeVSwitches",
    "vpc:DescribeVSwitchAttributes",
    "vpc:DescribeRouteTableList",
  ],
};
