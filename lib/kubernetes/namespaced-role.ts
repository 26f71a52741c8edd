import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { Construct } from "constructs";
import { fact } from "../limits";
import { judgeRole } from "../permissions";
import { metaArguments, type ResourceOptions } from "../resource";
import { ruleArguments, ruleFacts } from "./role-facts";
import type { RoleRule } from "./role-rule";

export interface NamespacedRoleProps extends ResourceOptions {
  /** The namespace that the role is in and holds in; it has to exist. To change it replaces the role. */
  readonly namespace: string;

  /** Name of the Role, one of its kind in the namespace. To change it replaces the role. */
  readonly roleName: string;

  /** What the role lets do, at least one rule. Can be changed in place. */
  readonly rules: readonly RoleRule[];

  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A Role of one namespace. An `RbacBinding` gives it to users, groups and service accounts of Kubernetes. ACK grants no Role to RAM users
 * and roles: for those, make a `CustomClusterRole` and grant it in the namespace.
 */
export class NamespacedRole extends Construct {
  /** The generated resource. */
  public readonly resource: RoleV1;
  public readonly roleName: string;
  public readonly namespace: string;

  constructor(scope: Construct, id: string, props: NamespacedRoleProps) {
    super(scope, id);
    const { roleName, namespace, rules, labels } = props;
    this.roleName = roleName;
    this.namespace = namespace;
    this.resource = new RoleV1(this, "role", {
      ...metaArguments(this, props),
      metadata: { name: roleName, namespace, labels: labels === undefined ? undefined : { ...labels } },
      rule: rules.map(ruleArguments),
    });
    judgeRole(this, { roleName: fact(roleName), namespace: fact(namespace), ...ruleFacts(rules) });
  }
}
