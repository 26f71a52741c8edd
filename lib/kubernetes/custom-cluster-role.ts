import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { Construct } from "constructs";
import { fact } from "../limits";
import { judgeRole, type IClusterRole } from "../permissions";
import { metaArguments, type ResourceOptions } from "../resource";
import { ruleArguments, ruleFacts } from "./role-facts";
import { RoleRule, type ClusterRoleRule } from "./role-rule";

export interface CustomClusterRoleProps extends ResourceOptions {
  /** Name of the ClusterRole, one of its kind in the cluster. To change it replaces the role, and what binds it. */
  readonly roleName: string;

  /** What the role lets do. Can be changed in place. */
  readonly rules: readonly ClusterRoleRule[];

  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A ClusterRole of one's own, which `cluster.grant(principal).clusterRole(role)` grants to RAM users and roles: the custom roles of ACK. It
 * stands in a stack with a provider of Kubernetes for the cluster.
 */
export class CustomClusterRole extends Construct implements IClusterRole {
  /** The generated resource. */
  public readonly resource: ClusterRoleV1;
  public readonly clusterRoleName: string;

  constructor(scope: Construct, id: string, props: CustomClusterRoleProps) {
    super(scope, id);
    const { roleName, rules, labels } = props;
    this.clusterRoleName = roleName;
    this.resource = new ClusterRoleV1(this, "cluster-role", {
      ...metaArguments(this, props),
      metadata: { name: roleName, labels: labels === undefined ? undefined : { ...labels } },
      rule: rules.map((rule) =>
        rule instanceof RoleRule
          ? ruleArguments(rule)
          : { nonResourceUrls: [...rule.urls], verbs: [...rule.verbs] },
      ),
    });
    judgeRole(this, { roleName: fact(roleName), namespace: undefined, ...ruleFacts(rules) });
  }
}
