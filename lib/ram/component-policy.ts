import { clusterArn } from "./ack-policy";
import { RamPolicyDocument, type RamStatement } from "./document";

/** The roles that the nodes of a cluster have: those of workers, and in dedicated clusters those of masters. */
export type NodeRole = "worker" | "master";

/**
 * What a component of a cluster needs to be allowed, where it acts in the role of the nodes: in dedicated clusters most do, and a few in
 * all. In other clusters components act in [service roles](docs/fresh-account.md), and need none of this.
 */
export class ComponentPolicy {
  /** `aliyun-acr-credential-helper` pulls images of the account without passwords. */
  public static imagePull(): ComponentPolicy {
    return new ComponentPolicy(["aliyun-acr-credential-helper"], ["worker"], {
      actions: ["cr:Get*", "cr:List*", "cr:PullRepository"],
    });
  }

  /**
   * `aliyun-acr-credential-helper` pulls images of another account, in a role of that account: see `ImagePullRole`.
   *
   * @param roleArns what `assumeRoleARN` of the component names
   */
  public static imagePullAcrossAccounts(roleArns: readonly string[]): ComponentPolicy {
    return new ComponentPolicy(["aliyun-acr-credential-helper"], ["worker"], {
      actions: ["sts:AssumeRole"],
      resources: roleArns,
    });
  }

  /** `kritis-validation-hook` verifies the signatures of images; in clusters of all kinds. */
  public static imageSignatures(): ComponentPolicy {
    return new ComponentPolicy(["kritis-validation-hook"], ["worker", "master"], {
      actions: ["cr:ListInstance", "cr:ListMetadataOccurrences"],
    });
  }

  /** `alb-ingress-controller` makes application load balancers. */
  public static albIngress(): ComponentPolicy {
    return new ComponentPolicy(
      ["alb-ingress-controller"],
      ["worker"],
      { actions: alb },
      {
        actions: ["ram:CreateServiceLinkedRole"],
        condition: {
          StringEquals: { "ram:ServiceName": ["alb.aliyuncs.com", "logdelivery.alb.aliyuncs.com"] },
        },
      },
      {
        actions: [
          "yundun-cert:DescribeSSLCertificateList",
          "yundun-cert:DescribeSSLCertificatePublicKeyDetail",
        ],
      },
    );
  }

  /** `alicloud-monitor-controller` keeps the rules of alerts. */
  public static alerts(): ComponentPolicy {
    return new ComponentPolicy(["alicloud-monitor-controller"], ["worker"], {
      actions: ["log:*", "arms:*", "cms:*", "cs:UpdateContactGroup"],
    });
  }

  /** Agents of ARMS: `ack-onepilot`, `arms-cmonitor`. */
  public static applicationMonitoring(): ComponentPolicy {
    return new ComponentPolicy(["ack-onepilot", "arms-cmonitor"], ["worker"], {
      actions: ["arms:*"],
    });
  }

  /**
   * `migrate-controller` backs applications up into a bucket, and volumes with Cloud Backup. Registered clusters need it as well, for the RAM
   * user whose AccessKey the component has.
   *
   * @param buckets names of the buckets
   */
  public static backup({ buckets }: { readonly buckets: readonly string[] }): ComponentPolicy {
    return new ComponentPolicy(
      ["migrate-controller"],
      ["worker"],
      {
        actions: ["oss:PutObject", "oss:GetObject", "oss:DeleteObject", "oss:GetBucket", "oss:ListObjects"],
        resources: buckets.flatMap((name) => [`acs:oss:*:*:${name}`, `acs:oss:*:*:${name}/*`]),
      },
      // All buckets are listed, or none.
      { actions: ["oss:ListBuckets"] },
      { actions: hbr },
    );
  }

  /** `cluster-autoscaler` scales node pools. */
  public static autoscaling(): ComponentPolicy {
    return new ComponentPolicy(["cluster-autoscaler"], ["worker"], { actions: scaling });
  }

  /**
   * `cluster-autoscaler` scales pools whose nodes have public addresses. The trust policy of the role has to name `oos.aliyuncs.com` beside
   * `ecs.aliyuncs.com`, which no policy can say.
   */
  public static autoscalingWithAddresses(): ComponentPolicy {
    return new ComponentPolicy(["cluster-autoscaler"], ["worker"], {
      actions: [...scaling, ...scalingWithAddresses],
    });
  }

  /** `ack-extend-network-controller` gives Pods public addresses; in clusters of all kinds. */
  public static podAddresses(): ComponentPolicy {
    return new ComponentPolicy(["ack-extend-network-controller"], ["worker"], {
      actions: [
        "vpc:DescribeVSwitches",
        "vpc:AllocateEipAddress",
        "vpc:DescribeEipAddresses",
        "vpc:AssociateEipAddress",
        "vpc:UnassociateEipAddress",
        "vpc:ReleaseEipAddress",
        "vpc:ModifyEipAddressAttribute",
        "vpc:AddCommonBandwidthPackageIp",
        "vpc:RemoveCommonBandwidthPackageIp",
        "vpc:ListTagResources",
        "vpc:TagResources",
        "vpc:UnTagResources",
        "ecs:DescribeNetworkInterfaces",
      ],
    });
  }

  /** `csi-provisioner` makes disks larger, and file systems for `volumeAs: filesystem`. It runs on the masters. */
  public static storage(): ComponentPolicy {
    return new ComponentPolicy(["csi-provisioner"], ["master"], {
      actions: [
        "ecs:ResizeDisk",
        "nas:DescribeMountTargets",
        "nas:CreateMountTarget",
        "nas:DeleteFileSystem",
        "nas:DeleteMountTarget",
        "nas:CreateFileSystem",
      ],
    });
  }

  /** The move of a dedicated cluster to a Pro one keeps what it needs in a bucket. */
  public static moveToPro({ bucket }: { readonly bucket: string }): ComponentPolicy {
    return new ComponentPolicy([], ["master"], {
      actions: ["oss:PutObject", "oss:GetObject"],
      resources: [`acs:oss:*:*:${bucket}/*`],
    });
  }

  /** Nodes upload what their diagnosis has collected into a folder of a bucket. */
  public static diagnosisLogs({
    bucket,
    folder,
  }: {
    readonly bucket: string;
    readonly folder: string;
  }): ComponentPolicy {
    return new ComponentPolicy(
      [],
      ["worker"],
      {
        actions: ["oss:GetBucket", "oss:PutObject", "oss:GetObject"],
        resources: [`acs:oss:*:*:${bucket}/${folder}/*`],
      },
      { actions: ["oss:GetBucketInfo"], resources: [`acs:oss:*:*:${bucket}`] },
    );
  }

  /** A policy of your own for a component. */
  public static of(
    component: string,
    document: RamPolicyDocument,
    roles: readonly NodeRole[] = ["worker"],
  ): ComponentPolicy {
    return new ComponentPolicy([component], roles, ...document.statements);
  }

  public readonly document: RamPolicyDocument;

  private constructor(
    /** Names of the components. */
    public readonly components: readonly string[],
    /** The roles that they act in, as far as a cluster has them. */
    public readonly roles: readonly NodeRole[],
    ...statements: readonly RamStatement[]
  ) {
    this.document = RamPolicyDocument.of(...statements);
  }
}

/** What those may do who look at the inspection of a cluster, and change when it runs. RBAC for the cluster comes on top. */
export function inspectionPolicy({
  clusterId,
  logProject,
}: {
  readonly clusterId: string;
  readonly logProject: string;
}): RamPolicyDocument {
  return RamPolicyDocument.of(
    {
      actions: [
        "cs:DescribePolarisConfig",
        "cs:DescribePolarisJob",
        "cs:DescribePolarisCronJob",
        "cs:UpdatePolarisJob",
        "cs:UpdatePolarisCronJob",
      ],
      resources: [clusterArn(clusterId)],
    },
    {
      actions: ["log:Get*", "log:List*"],
      resources: [`acs:log:*:*:project/${logProject}`, `acs:log:*:*:project/${logProject}/*`],
    },
  );
}

const hbr = [
  "hbr:CreateVault",
  "hbr:CreateBackupJob",
  "hbr:DescribeVaults",
  "hbr:DescribeBackupJobs2",
  "hbr:DescribeRestoreJobs",
  "hbr:SearchHistoricalSnapshots",
  "hbr:CreateRestoreJob",
  "hbr:AddContainerCluster",
  "hbr:DescribeContainerCluster",
  "hbr:DescribeRestoreJobs2",
];

const scaling = [
  "ess:Describe*",
  "ess:CreateScalingRule",
  "ess:ModifyScalingGroup",
  "ess:RemoveInstances",
  "ess:ExecuteScalingRule",
  "ess:ModifyScalingRule",
  "ess:DeleteScalingRule",
  "ecs:DescribeInstanceTypes",
  "ess:DetachInstances",
  "vpc:DescribeVSwitches",
];

const scalingWithAddresses = [
  "ecs:AllocateEipAddress",
  "ecs:AssociateEipAddress",
  "ecs:DescribeEipAddresses",
  "ecs:DescribeInvocationResults",
  "ecs:DescribeInvocations",
  "ecs:ReleaseEipAddress",
  "ecs:RunCommand",
  "ecs:UnassociateEipAddress",
  "ess:CompleteLifecycleAction",
  "vpc:AllocateEipAddress",
  "vpc:AssociateEipAddress",
  "vpc:DescribeEipAddresses",
  "vpc:ReleaseEipAddress",
  "vpc:UnassociateEipAddress",
  "vpc:TagResources",
];

const alb = [
  "alb:TagResources",
  "alb:ListServerGroups",
  "alb:ListServerGroupServers",
  "alb:AddServersToServerGroup",
  "alb:RemoveServersFromServerGroup",
  "alb:ReplaceServersInServerGroup",
  "alb:CreateLoadBalancer",
  "alb:DeleteLoadBalancer",
  "alb:UpdateLoadBalancerAttribute",
  "alb:UpdateLoadBalancerEdition",
  "alb:EnableLoadBalancerAccessLog",
  "alb:DisableLoadBalancerAccessLog",
  "alb:EnableDeletionProtection",
  "alb:DisableDeletionProtection",
  "alb:ListLoadBalancers",
  "alb:GetLoadBalancerAttribute",
  "alb:ListListeners",
  "alb:CreateListener",
  "alb:GetListenerAttribute",
  "alb:UpdateListenerAttribute",
  "alb:ListListenerCertificates",
  "alb:AssociateAdditionalCertificatesWithListener",
  "alb:DissociateAdditionalCertificatesFromListener",
  "alb:DeleteListener",
  "alb:CreateRule",
  "alb:DeleteRule",
  "alb:UpdateRuleAttribute",
  "alb:CreateRules",
  "alb:UpdateRulesAttribute",
  "alb:DeleteRules",
  "alb:ListRules",
  "alb:CreateServerGroup",
  "alb:DeleteServerGroup",
  "alb:UpdateServerGroupAttribute",
  "alb:DescribeZones",
];
