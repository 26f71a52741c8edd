/**
 * The actions of ACK. The manual of 2021 says of each whether it can be limited to a cluster; what has come since is from the policies
 * and tables that the service documents today. The list ages: a name that is not in it is advised of, and not refused.
 */

/** Actions that can be limited to clusters. */
const ofCluster = [
  "cs:AttachInstances",
  "cs:AttachInstancesToNodePool",
  "cs:CancelClusterUpgrade",
  "cs:CancelComponentUpgrade",
  "cs:CheckControlPlaneLogEnable",
  "cs:CreateAutoscalingConfig",
  "cs:CreateClusterNodePool",
  "cs:CreateDiagnose",
  "cs:CreateTrigger",
  "cs:DeleteCluster",
  "cs:DeleteClusterNodepool",
  "cs:DeleteClusterNodes",
  "cs:DeletePolicyInstance",
  "cs:DeleteTrigger",
  "cs:DeployPolicyInstance",
  "cs:DescribeClusterAddonInstance",
  "cs:DescribeClusterAddonMetadata",
  "cs:DescribeClusterAddonUpgradeStatus",
  "cs:DescribeClusterAddonsUpgradeStatus",
  "cs:DescribeClusterAddonsVersion",
  "cs:DescribeClusterAttachScripts",
  "cs:DescribeClusterDetail",
  "cs:DescribeClusterEvents",
  "cs:DescribeClusterLogs",
  "cs:DescribeClusterNamespaces",
  "cs:DescribeClusterNodePoolDetail",
  "cs:DescribeClusterNodePools",
  "cs:DescribeClusterNodes",
  "cs:DescribeClusterResources",
  "cs:DescribeClusterTasks",
  "cs:DescribeClusterUserKubeconfig",
  "cs:DescribeClusterVuls",
  "cs:DescribeExternalAgent",
  "cs:DescribeNodePoolVuls",
  "cs:DescribePolarisConfig",
  "cs:DescribePolarisCronJob",
  "cs:DescribePolarisJob",
  "cs:DescribePolicyGovernanceInCluster",
  "cs:DescribePolicyInstances",
  "cs:DescribePolicyInstancesStatus",
  "cs:DescribeResourcesDeleteProtection",
  "cs:DescribeTrigger",
  "cs:DiagnoseClustersNode",
  "cs:DrainNodes",
  "cs:FixNodePoolVuls",
  "cs:GetClusterAddonInstance",
  "cs:GetClusterAuditProject",
  "cs:GetClusterBasicInfo",
  "cs:GetClusterCerts",
  "cs:GetClusterCheck",
  "cs:GetClusterComponent",
  "cs:GetClusters",
  "cs:GetUpgradeStatus",
  "cs:InstallClusterAddons",
  "cs:ListClusterAddonInstances",
  "cs:ListClusterChecks",
  "cs:ListClusterComponent",
  "cs:MigrateCluster",
  "cs:ModifyCluster",
  "cs:ModifyClusterAddon",
  "cs:ModifyClusterAudit",
  "cs:ModifyClusterConfiguration",
  "cs:ModifyClusterNodePool",
  "cs:ModifyClusterTags",
  "cs:ModifyNodePoolNodeConfig",
  "cs:ModifyPolicyInstance",
  "cs:PauseClusterUpgrade",
  "cs:PauseComponentUpgrade",
  "cs:RemoveClusterNodes",
  "cs:RemoveNodePoolNodes",
  "cs:RepairClusterNodePool",
  "cs:ResumeComponentUpgrade",
  "cs:ResumeUpgradeCluster",
  "cs:RevokeK8sClusterKubeConfig",
  "cs:RunClusterCheck",
  "cs:ScaleCluster",
  "cs:ScaleClusterNodePool",
  "cs:ScaleOutCluster",
  "cs:SyncClusterNodePool",
  "cs:UnInstallClusterAddons",
  "cs:UpdateClusterName",
  "cs:UpdateContactGroup",
  "cs:UpdateControlPlaneLog",
  "cs:UpdateK8sClusterUserConfigExpire",
  "cs:UpdatePolarisCronJob",
  "cs:UpdatePolarisJob",
  "cs:UpdateResourcesDeleteProtection",
  "cs:UpgradeCluster",
  "cs:UpgradeClusterAddons",
  "cs:UpgradeClusterNodepool",
] as const;

/** Actions that cannot: limited to a cluster, they grant nothing. */
const ofAccount = [
  "cs:AddOrUpdateAlertContact",
  "cs:AddOrUpdateAlertContactGroup",
  "cs:CancelOperationPlan",
  "cs:CancelTask",
  "cs:CheckServiceRole",
  "cs:CleanUserPermissions",
  "cs:CreateCluster",
  "cs:CreateTemplate",
  "cs:DeleteAlertContact",
  "cs:DeleteAlertContactGroup",
  "cs:DeleteTemplate",
  "cs:DescribeAddon",
  "cs:DescribeAddons",
  "cs:DescribeClusters",
  "cs:DescribeClustersV1",
  "cs:DescribeEvents",
  "cs:DescribeEventsForRegion",
  "cs:DescribeKubernetesVersionMetadata",
  "cs:DescribePolicies",
  "cs:DescribePolicyDetails",
  "cs:DescribeTaskInfo",
  "cs:DescribeTasks",
  "cs:DescribeTemplateAttribute",
  "cs:DescribeTemplates",
  "cs:DescribeUserPermission",
  "cs:DescribeUserQuota",
  "cs:GetSubUsers",
  "cs:GetUserPermissions",
  "cs:GrantPermission",
  "cs:GrantPermissions",
  "cs:ListAddons",
  "cs:ListOperationPlans",
  "cs:ListTagResources",
  "cs:ListUserKubeConfigStates",
  "cs:OpenAckService",
  "cs:PauseTask",
  "cs:QueryAlertContact",
  "cs:QueryAlertContactGroup",
  "cs:ResumeTask",
  "cs:StartAlert",
  "cs:StopAlert",
  "cs:TagResources",
  "cs:UntagResources",
  "cs:UpdateContactGroupForAlert",
  "cs:UpdateTemplate",
  "cs:UpdateUserPermissions",
] as const;

/** An action that can be limited to clusters. */
export type ClusterAction = (typeof ofCluster)[number];

/** An action that holds for the whole account. */
export type AccountAction = (typeof ofAccount)[number];

/** An action of ACK: one that is known here, or several by a `*`. */
export type AckAction = ClusterAction | AccountAction | `cs:${string}*`;

const accountActions: ReadonlySet<string> = new Set(ofAccount);
const allActions: readonly string[] = [...ofCluster, ...ofAccount];

/** Whether an action of ACK can be limited to clusters; one that is not known here is taken to be so. */
export function canBeLimited(action: string): boolean {
  return !accountActions.has(action);
}

/** Whether the name stands for an action that is known here, or for several. */
export function isKnownAction(action: string): boolean {
  return action.includes("*") || allActions.includes(action);
}

/** Actions that clusters can be worked with, beside reading and deletion. */
export const operations: readonly ClusterAction[] = ofCluster.filter(
  (action) => !/^cs:(Get|List|Describe)/.test(action) && action !== "cs:DeleteCluster",
);
