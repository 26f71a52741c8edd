import { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import { RamRolePolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-role-policy-attachment";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact, joinRelation, mapFact, sameAccount } from "../limits";
import { inheritProvider, judgeTags, metaArguments, nameFromPath, type ResourceOptions } from "../resource";
import { accountRoles } from "./account-roles";
import { policyLimits, serviceAccountRoleLimits } from "./limits";
import { oidcOfCluster, type ClusterOidc } from "./oidc-of-cluster";
import type { RamPolicy } from "./ram-policy";

export interface ServiceAccountRoleOptions extends ResourceOptions {
  /** The namespace of the service account. Can be changed in place. */
  readonly namespace: string;

  /** The service account whose Pods may take on the role. Can be changed in place. */
  readonly serviceAccount: string;

  /**
   * What the role may do, by keys of your own: each is part of a Terraform address, so policies come and go without a change
   * of the others.
   * @default - nothing
   */
  readonly policies?: Readonly<Record<string, RamPolicy>>;

  /**
   * The identity provider of an existing cluster.
   * @default - that of a cluster of this app, which has it when its RRSA is on
   */
  readonly oidc?: ClusterOidc;

  /**
   * Name of the role, one of its kind in the account. To change it replaces the role.
   * @default - the path of the construct; the end of it, if it is long
   */
  readonly roleName?: string;

  /** @default - names the service account */
  readonly description?: string;

  /**
   * How long a session of the role may hold, 3,600 to 43,200 seconds.
   * @default 3600
   */
  readonly maxSessionSeconds?: number;

  /** @default - none */
  readonly tags?: Record<string, string>;
}

export interface ServiceAccountRoleProps extends ServiceAccountRoleOptions {
  readonly cluster: ICluster;
}

/** RAM allows 64 characters, where other names may have 128. */
const longestRoleName = 64;

/**
 * A RAM role that the Pods of one service account take on (RRSA), and no others: without AccessKeys, and without rights for the
 * whole node. The cluster needs RRSA, and the add-on `ack-pod-identity-webhook` gives Pods what the SDKs look for.
 */
export class ServiceAccountRole extends Construct {
  /** The generated role. */
  public readonly resource: RamRole;
  /** Name of the role; who uses it waits for the role. */
  public readonly roleName: string;
  /** ARN of the role. */
  public readonly roleArn: string;
  /** What the namespace needs, so that the add-on looks at its Pods. */
  public readonly namespaceLabels: Readonly<Record<string, string>>;
  /** What the service account needs, so that the add-on gives its Pods this role. */
  public readonly serviceAccountAnnotations: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ServiceAccountRoleProps) {
    super(scope, id);
    const { cluster, namespace, serviceAccount } = props;
    const own = oidcOfCluster(cluster);
    const oidc = props.oidc ?? own.oidc;
    const roleName = props.roleName ?? defaultName(this);
    const provider = inheritProvider(this, props.provider, cluster.provider);
    const meta = metaArguments(this, { ...props, provider });
    this.resource = new RamRole(this, "role", {
      ...meta,
      roleName,
      description: props.description ?? `Service account ${namespace}/${serviceAccount}`,
      assumeRolePolicyDocument: trustIn(oidc, namespace, serviceAccount),
      maxSessionDuration: props.maxSessionSeconds,
      tags: props.tags,
    });
    for (const [key, policy] of Object.entries(props.policies ?? {})) {
      const attachment = new RamRolePolicyAttachment(this, `policy-${key}`, {
        ...meta,
        roleName: this.resource.roleName,
        policyName: policy.name,
        policyType: policy.type,
      });
      declareFacts(attachment, policyLimits, { policyName: fact(policy.name) });
    }
    this.roleName = this.resource.roleName;
    this.roleArn = this.resource.arn;
    this.namespaceLabels = { "pod-identity.alibabacloud.com/injection": "on" };
    this.serviceAccountAnnotations = { "pod-identity.alibabacloud.com/role-name": this.roleName };
    judgeTags(this, props.tags);
    declareFacts(this, serviceAccountRoleLimits, {
      namespace: fact(namespace),
      serviceAccount: fact(serviceAccount),
      roleName: fact(roleName),
      maxSessionSeconds: fact(props.maxSessionSeconds),
      rrsa: props.oidc === undefined ? own.rrsa : undefined,
      policies: Object.values(props.policies ?? {}).map(({ name, type }) =>
        mapFact(fact(name), (known) => `${type} policy ${known}`),
      ),
      providerArn: fact(props.oidc?.providerArn),
      issuerUrl: fact(props.oidc?.issuerUrl),
    });
    const named = { name: fact(roleName), account: provider?.alias };
    joinRelation(this, accountRoles, sameAccount, named, roleName);
    joinRelation(this, clusterAddons, cluster.groupKey, { kind: "pod-identity" });
  }
}

function defaultName(scope: Construct): string {
  return nameFromPath(scope).slice(-longestRoleName);
}

/** Tokens of this cluster, for Alibaba Cloud, of this one service account. */
function trustIn(oidc: ClusterOidc | undefined, namespace: string, serviceAccount: string): string {
  return Fn.jsonencode({
    Statement: [
      {
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: {
            "oidc:aud": ["sts.aliyuncs.com"],
            "oidc:iss": [oidc?.issuerUrl],
            "oidc:sub": [`system:serviceaccount:${namespace}:${serviceAccount}`],
          },
        },
        Effect: "Allow",
        Principal: { Federated: [oidc?.providerArn] },
      },
    ],
    Version: "1",
  });
}
