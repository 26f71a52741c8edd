import { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import { Construct } from "constructs";
import { declareFacts, fact } from "../limits";
import { judgeTags, metaArguments, nameFromPath, type ResourceOptions } from "../resource";
import { CustomRamPolicy } from "./custom-ram-policy";
import { RamPolicyDocument } from "./document";
import { imagePullLimits } from "./component-limits";

export interface ImagePullRoleProps extends ResourceOptions {
  /** ARNs of the roles of the workers that may take the role on, in their accounts. */
  readonly workerRoleArns: readonly string[];

  /**
   * Name of the role, one of its kind in the account. To change it replaces the role.
   * @default - the path of the construct; the end of it, if it is long
   */
  readonly roleName?: string;

  /** @default - none */
  readonly tags?: Record<string, string>;
}

/**
 * A role of the account that owns images, for clusters of other accounts. Its ARN is the `assumeRoleARN` of
 * `aliyun-acr-credential-helper` there, whose workers may take it on with `ComponentPolicy.imagePullAcrossAccounts`.
 */
export class ImagePullRole extends Construct {
  /** The generated role. */
  public readonly resource: RamRole;
  public readonly roleArn: string;
  /** What the role may do. */
  public readonly policy: CustomRamPolicy;

  constructor(scope: Construct, id: string, props: ImagePullRoleProps) {
    super(scope, id);
    const { workerRoleArns, roleName = nameFromPath(this).slice(-64), tags, ...rest } = props;
    this.resource = new RamRole(this, "role", {
      ...metaArguments(this, props),
      roleName,
      description: "Pulls images for clusters of other accounts",
      assumeRolePolicyDocument: JSON.stringify({
        Statement: [
          {
            Action: "sts:AssumeRole",
            Effect: "Allow",
            Principal: { RAM: [...new Set(workerRoleArns)].sort() },
          },
        ],
        Version: "1",
      }),
      tags,
    });
    this.roleArn = this.resource.arn;
    this.policy = new CustomRamPolicy(this, "pull", {
      ...rest,
      ...(tags === undefined ? {} : { tags }),
      document: RamPolicyDocument.of({
        actions: ["cr:GetAuthorizationToken", "cr:ListInstanceEndpoint", "cr:PullRepository"],
      }),
    });
    this.policy.attachToRole("pull", this.resource.roleName);
    judgeTags(this, tags);
    declareFacts(this, imagePullLimits, { workerRoleArns: workerRoleArns.map((arn) => fact(arn)) });
  }
}
