import { RamGroupPolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-group-policy-attachment";
import { RamPolicy as RamPolicyResource } from "@cdktf/provider-alicloud/lib/ram-policy";
import { RamRolePolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-role-policy-attachment";
import { RamUserPolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-user-policy-attachment";
import { Construct } from "constructs";
import { RamPolicy, policyLimits } from "../identity";
import { declareFacts, fact } from "../limits";
import {
  judgeTags,
  metaArguments,
  nameFromPath,
  type MetaArguments,
  type ResourceOptions,
} from "../resource";
import type { RamPolicyDocument } from "./document";
import { documentFacts } from "./facts";
import { documentLimits } from "./limits";

export interface CustomRamPolicyProps extends ResourceOptions {
  /** What the policy says. A change makes a new version of it, in place. */
  readonly document: RamPolicyDocument;

  /**
   * Name of the policy, one of its kind in the account: letters, digits and hyphens. To change it replaces the policy.
   * @default - the path of the construct
   */
  readonly policyName?: string;

  /** To change it replaces the policy. @default - none */
  readonly description?: string;

  /** @default - none */
  readonly tags?: Record<string, string>;
}

/**
 * A policy of the account. Attach it to users, groups and roles here, or give `policy` to a role of a service account.
 */
export class CustomRamPolicy extends Construct {
  /** The generated policy. */
  public readonly resource: RamPolicyResource;
  /** Name of the policy; who uses it waits for the policy. */
  public readonly policyName: string;
  /** The policy as roles take it. */
  public readonly policy: RamPolicy;
  private readonly meta: MetaArguments;

  constructor(scope: Construct, id: string, props: CustomRamPolicyProps) {
    super(scope, id);
    const { document, description, tags } = props;
    // Names of policies have no underscores.
    const policyName = props.policyName ?? nameFromPath(this).replaceAll("_", "-");
    this.meta = metaArguments(this, props);
    this.resource = new RamPolicyResource(this, "policy", {
      ...this.meta,
      policyName,
      description,
      policyDocument: document.toJson(),
      // RAM keeps five versions, and refuses a sixth.
      rotateStrategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
      tags,
    });
    this.policyName = this.resource.policyName;
    this.policy = RamPolicy.custom(this.policyName);
    judgeTags(this, tags);
    declareFacts(this, policyLimits, { policyName: fact(policyName) });
    declareFacts(this, documentLimits, documentFacts(document));
  }

  /** Gives the policy to a user. The id is part of a Terraform address. */
  public attachToUser(id: string, userName: string): RamUserPolicyAttachment {
    return new RamUserPolicyAttachment(this, `user-${id}`, { ...this.attached(), userName });
  }

  /** Gives the policy to a group of users. The id is part of a Terraform address. */
  public attachToGroup(id: string, groupName: string): RamGroupPolicyAttachment {
    return new RamGroupPolicyAttachment(this, `group-${id}`, { ...this.attached(), groupName });
  }

  /** Gives the policy to a role. The id is part of a Terraform address. */
  public attachToRole(id: string, roleName: string): RamRolePolicyAttachment {
    return new RamRolePolicyAttachment(this, `role-${id}`, { ...this.attached(), roleName });
  }

  private attached() {
    return { ...this.meta, policyName: this.policyName, policyType: "Custom" };
  }
}
