import { RamPolicy } from "@cdktf/provider-alicloud/lib/ram-policy";
import { RamRolePolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-role-policy-attachment";
import { RamUserPolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-user-policy-attachment";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { AckPolicy, type PolicyClusters } from "../ram";
import { nameFromPath, type MetaArguments } from "../resource";

/** Whom RAM knows by a name. */
export interface NamedInRam {
  readonly name: string;
  readonly isRamRole: boolean;
}

/** The policy with which somebody reads clusters in RAM, without which ACK takes no grant for them. */
export class ReadPolicy {
  /** What grants wait for. */
  public readonly attachment: TerraformResource;
  private readonly policy: RamPolicy;

  constructor(scope: Construct, { name, isRamRole }: NamedInRam, meta: MetaArguments) {
    this.policy = new RamPolicy(scope, "read-policy", {
      ...meta,
      // Names of policies have no underscores.
      policyName: nameFromPath(scope, "read").replaceAll("_", "-"),
      description: `Reads the clusters of the grants of ${scope.node.path}`,
      // RAM keeps five versions of a policy, and each grant makes one.
      rotateStrategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
      // A policy of several versions is not deleted without.
      force: true,
    });
    const attached = { ...meta, policyName: this.policy.policyName, policyType: "Custom" };
    this.attachment = isRamRole
      ? new RamRolePolicyAttachment(scope, "read-attachment", { ...attached, roleName: name })
      : new RamUserPolicyAttachment(scope, "read-attachment", { ...attached, userName: name });
  }

  /** @param clusters of the grants */
  public allow(clusters: PolicyClusters): void {
    this.policy.policyDocument = AckPolicy.readOnly({ clusters }).toJson();
  }
}
