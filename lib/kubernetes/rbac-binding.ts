import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { Construct } from "constructs";
import { fact, facts } from "../limits";
import { clusterRoleNameOf, judgeBinding, type ClusterRoleRef } from "../permissions";
import { metaArguments, type ResourceOptions } from "../resource";
import { NamespacedRole } from "./namespaced-role";
import type { RbacSubject } from "./rbac-subject";

export interface RbacBindingOptions extends ResourceOptions {
  /** Name of the binding. To change it replaces the binding. */
  readonly bindingName: string;

  /** Who gets the role, at least one. Can be changed in place. */
  readonly subjects: readonly RbacSubject[];
}

/** A Role holds in its own namespace. */
export interface RoleBindingProps extends RbacBindingOptions {
  /** To change it replaces the binding. */
  readonly role: NamespacedRole;
  readonly namespace?: never;
}

export interface ClusterRoleBindingProps extends RbacBindingOptions {
  /** A ClusterRole of the app, or the name of one that the cluster has. To change it replaces the binding. */
  readonly role: ClusterRoleRef;

  /**
   * The namespace that the role is bound in. To change it replaces the binding.
   * @default - all namespaces, and what is in none
   */
  readonly namespace?: string;
}

const apiGroup = "rbac.authorization.k8s.io";

/**
 * Gives a role to subjects of Kubernetes. People and roles of RAM get theirs from ACK, with `cluster.grant(principal)`: under what name
 * they come into a cluster is for ACK to say.
 */
export class RbacBinding extends Construct {
  /** The generated resource. */
  public readonly resource: RoleBindingV1 | ClusterRoleBindingV1;

  constructor(scope: Construct, id: string, props: RoleBindingProps | ClusterRoleBindingProps) {
    super(scope, id);
    const { role, subjects, bindingName } = props;
    const isRole = role instanceof NamespacedRole;
    const namespace = isRole ? role.namespace : props.namespace;
    const roleName = isRole ? role.roleName : clusterRoleNameOf(role);
    const made = typeof role === "string" ? [] : [role.resource];
    const meta = metaArguments(this, props, { dependsOn: made });
    const binding = {
      ...meta,
      roleRef: { apiGroup, kind: isRole ? "Role" : "ClusterRole", name: roleName },
      subject: subjects.map(({ kind, name, namespace: of }) => ({
        kind,
        name,
        ...(kind === "ServiceAccount" ? { namespace: of } : { apiGroup }),
      })),
    };
    this.resource =
      namespace === undefined
        ? new ClusterRoleBindingV1(this, "binding", { ...binding, metadata: { name: bindingName } })
        : new RoleBindingV1(this, "binding", { ...binding, metadata: { name: bindingName, namespace } });
    judgeBinding(this, {
      namespace: fact(namespace),
      subjectCount: subjects.length,
      people: facts(subjects.filter(({ kind }) => kind !== "ServiceAccount").map(({ name }) => name)) ?? [],
      roleName: fact(roleName),
    });
  }
}
