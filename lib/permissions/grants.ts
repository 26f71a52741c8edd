import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact, facts, isToken, joinRelation } from "../limits";
import { clusterRoleNameOf, type ClusterRoleRef } from "./cluster-role";
import { placeOf, type Grant } from "./grant";
import { grantLimits } from "./limits";
import { grantsOfPrincipal } from "./principal-grants";
import type { Principal } from "./principal";

export interface GrantOptions {
  /**
   * The namespaces that the role holds in. They need not exist yet. Namespaces come and go without a change of the others.
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[];
}

/** All clusters have no namespace in common that could be meant. */
export interface AllClustersOptions {
  readonly namespaces?: never;
}

/**
 * Gives a principal roles in one place. Roles add up: nothing takes away what another one gives. In each place there is one preset role,
 * and any number of ClusterRoles beside it.
 */
export class Grants<
  Options extends { readonly namespaces?: readonly string[] } = GrantOptions,
> extends Construct {
  private readonly granted: Grant[] = [];

  /** `cluster.grant(principal)` and `principal.onAllClusters()` make them. */
  constructor(
    private readonly principal: Principal,
    private readonly cluster: ICluster | undefined,
  ) {
    const scope = grantsIn(principal);
    super(scope, freeId(scope, cluster?.node.id ?? "all-clusters"));
    joinRelation(this, grantsOfPrincipal, principal.groupKey, { kind: "grants", granted: this.granted });
  }

  /** Preset role: reads and writes all resources of all namespaces. Who has it can grant roles to others. */
  public admin(options?: Options): this {
    return this.preset("admin", options);
  }

  /** Preset role: reads and writes what the console shows in all namespaces; reads nodes, volumes, namespaces and quotas. */
  public ops(options?: Options): this {
    return this.preset("ops", options);
  }

  /** Preset role: reads and writes what the console shows in all or some namespaces. */
  public dev(options?: Options): this {
    return this.preset("dev", options);
  }

  /** Preset role: reads what the console shows in all or some namespaces. */
  public restricted(options?: Options): this {
    return this.preset("restricted", options);
  }

  /** A preset role by its name in ACK, for those that come after this library. */
  public preset(name: string, options?: Options): this {
    return this.give(name, undefined, options);
  }

  /**
   * A ClusterRole: one of the app, or one that the cluster has, by its name. ACK grants no Role of a namespace: bind that with an
   * `RbacBinding` of `cdktf-ack/kubernetes`.
   */
  public clusterRole(role: ClusterRoleRef, options?: Options): this {
    return this.give(clusterRoleNameOf(role), role, options);
  }

  private give(roleName: string, role: ClusterRoleRef | undefined, options: Options | undefined): this {
    const { cluster, principal } = this;
    const namespaces = options?.namespaces;
    const grants = (namespaces ?? [undefined]).map((namespace): Grant => {
      return { cluster, namespace, roleName, isCustom: role !== undefined };
    });
    this.granted.push(...grants);
    const made = typeof role === "object" ? role.resource : undefined;
    principal.give(grants, made);
    const clusterId = cluster?.groupKey.startsWith("new:") === true ? undefined : cluster?.clusterId;
    // What is not known yet Terraform holds to the limits, in the resource of the principal.
    const isKnown = ![clusterId, roleName, namespaces, ...(namespaces ?? [])].some(isToken);
    declareFacts(isKnown ? this : principal, grantLimits, {
      where: placeOf({ cluster, namespace: undefined }),
      clusterId: fact(clusterId),
      namespaces: facts(namespaces),
      roleName: fact(roleName),
      isCustom: role !== undefined,
      roleComesLater: made !== undefined && principal.comesBefore(made, cluster),
    });
    return this;
  }
}

/** Of what stands between a principal and its grants, messages name the cluster alone. */
function grantsIn(principal: Principal): Construct {
  const existing = principal.node.tryFindChild("grants");
  return Construct.isConstruct(existing) ? existing : new Construct(principal, "grants");
}

/** Grants make no resources: their ids are in no Terraform address. */
function freeId(scope: Construct, wanted: string): string {
  let id = wanted;
  for (let number = 2; scope.node.tryFindChild(id) !== undefined; number++) {
    id = `${wanted}-${number}`;
  }
  return id;
}
