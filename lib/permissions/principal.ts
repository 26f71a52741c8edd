import { CsKubernetesPermissions } from "@cdktf/provider-alicloud/lib/cs-kubernetes-permissions";
import { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import { dependable, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact, isToken, joinRelation } from "../limits";
import { metaArguments, nameFromPath, type MetaArguments } from "../resource";
import { attributeOf } from "./attribute-of";
import { toBlocks, type Grant } from "./grant";
import { GrantCheck } from "./grant-check";
import { Grants, type AllClustersOptions } from "./grants";
import { principalLimits } from "./limits";
import { grantsOfPrincipal } from "./principal-grants";
import type {
  AccountPrincipalProps,
  PrincipalOptions,
  RamRolePrincipalProps,
  RamUserPrincipalProps,
} from "./principal-props";
import { ReadPolicy } from "./read-policy";

interface Identity {
  readonly uid: string;
  /** Absent where RAM knows it under a name that was not said. */
  readonly name: string | undefined;
  readonly isRamRole: boolean;
  /** The resource that it comes from. */
  readonly resource?: TerraformResource;
  readonly accountId?: string;
}

/**
 * Somebody who gets roles in clusters: `cluster.grant(principal).dev()`. The provider has one resource for all roles of a principal in
 * all clusters; this is that one. It stands in the stack that it is made in, and refers to clusters of others.
 */
export class Principal extends Construct {
  /** A RAM user. */
  public static ramUser(scope: Construct, id: string, props: RamUserPrincipalProps): Principal {
    const { user } = props;
    return new Principal(scope, id, props, () =>
      TerraformResource.isTerraformResource(user)
        ? { uid: user.id, name: user.name, isRamRole: false, resource: user }
        : { uid: user.uid, name: user.name, isRamRole: false },
    );
  }

  /** A RAM role: whoever takes it on has its roles in clusters. */
  public static ramRole(scope: Construct, id: string, props: RamRolePrincipalProps): Principal {
    const { role } = props;
    return new Principal(scope, id, props, () =>
      TerraformResource.isTerraformResource(role)
        ? { uid: role.roleId, name: role.roleName, isRamRole: true, resource: role }
        : { uid: role.roleId, name: role.name, isRamRole: true },
    );
  }

  /** Another Alibaba Cloud account: a RAM role is made that it may take on, and gets the grants. */
  public static account(scope: Construct, id: string, props: AccountPrincipalProps): Principal {
    const { accountId, readAccess = "attach" } = props;
    return new Principal(scope, id, { ...props, readAccess }, (principal, meta) => {
      const role = new RamRole(principal, "role", {
        ...meta,
        // RAM allows 64 characters, where other names may have 128.
        roleName: nameFromPath(principal).slice(-64),
        description: `Grants in clusters for the account ${accountId}`,
        assumeRolePolicyDocument: JSON.stringify({
          Statement: [
            {
              Action: "sts:AssumeRole",
              Effect: "Allow",
              Principal: { RAM: [`acs:ram::${accountId}:root`] },
            },
          ],
          Version: "1",
        }),
      });
      return { uid: role.roleId, name: role.roleName, isRamRole: true, resource: role, accountId };
    });
  }

  /** What the resource is for: the UID of a user, or the id of a role. */
  public readonly uid: string;
  /** The role that was made for an account. */
  public readonly role: RamRole | undefined;
  /** Under this key the grants of the principal find each other. */
  public readonly groupKey: string;
  private readonly isRamRole: boolean;
  private readonly name: string | undefined;
  private readonly meta: MetaArguments;
  private readonly grants: Grant[] = [];
  private readonly roles = new Set<TerraformResource>();
  private permissions: CsKubernetesPermissions | undefined;
  private readPolicy: ReadPolicy | undefined;
  private grantCheck: GrantCheck | undefined;

  private constructor(
    scope: Construct,
    id: string,
    private readonly options: PrincipalOptions,
    identify: (principal: Construct, meta: MetaArguments) => Identity,
  ) {
    super(scope, id);
    this.meta = metaArguments(this, options);
    const { uid, name, isRamRole, resource, accountId } = identify(this, this.meta);
    this.uid = uid;
    this.name = name;
    this.isRamRole = isRamRole;
    this.role = accountId !== undefined && resource instanceof RamRole ? resource : undefined;
    this.groupKey = resource === undefined ? keyOf(this, uid) : `object:${resource.node.path}`;
    declareFacts(this, principalLimits, {
      uid: resource === undefined ? fact(uid) : undefined,
      uidSource: resource === undefined ? attributeOf(this, uid) : undefined,
      isRamRole,
      accountId: fact(accountId),
      attachesPolicy: options.readAccess === "attach",
      hasName: name !== undefined,
    });
    joinRelation(this, grantsOfPrincipal, this.groupKey, {
      kind: "principal",
      uid,
      scope: this,
      saysRead: options.readAccess !== undefined,
      granted: this.grants,
    });
  }

  /**
   * The generated resource. It is made with the first grant, and goes with the last: the service takes no empty list.
   */
  public get resource(): CsKubernetesPermissions {
    this.permissions ??= new CsKubernetesPermissions(this, "permissions", {
      ...this.meta,
      uid: this.uid,
      timeouts: this.options.timeouts,
    });
    return this.permissions;
  }

  /** Grants roles on all clusters of the account, also on those that come later. */
  public onAllClusters(): Grants<AllClustersOptions> {
    return new Grants<AllClustersOptions>(this, undefined);
  }

  /** Called by grants. */
  public give(grants: readonly Grant[], role: TerraformResource | undefined): void {
    this.grants.push(...grants);
    if (this.grants.length === 0) {
      return;
    }
    this.letRead();
    const [first] = grants;
    if (role !== undefined && first !== undefined && !this.comesBefore(role, first.cluster)) {
      this.waitFor(role);
    }
    this.resource.putPermissions(toBlocks(this.grants, this.isRamRole));
    this.resource.dependsOn = this.before();
    this.check();
  }

  /** Called by grants: whether what makes a ClusterRole comes after the stack of this principal. */
  public comesBefore(role: TerraformResource, cluster: ICluster | undefined): boolean {
    const own = TerraformStack.of(this);
    const { cdktfStack } = role;
    const isOfCluster = cluster !== undefined && TerraformStack.of(cluster) === own;
    return cdktfStack !== own && (isOfCluster || cdktfStack.dependsOn(own));
  }

  /** Lets the principal read the clusters of its grants, if that is for this construct to do. */
  private letRead(): void {
    const { name, isRamRole, grants } = this;
    if (this.options.readAccess !== "attach" || name === undefined) {
      return;
    }
    this.readPolicy ??= new ReadPolicy(this, { name, isRamRole }, this.meta);
    const clusters = grants.map(({ cluster }) => cluster?.clusterId);
    this.readPolicy.allow(clusters.every((id) => id !== undefined) ? clusters : "all");
  }

  private check(): void {
    if (this.options.checkGrants === true) {
      const { uid, meta, resource, grants } = this;
      this.grantCheck ??= new GrantCheck(this, { uid, provider: meta.provider }, resource);
      this.grantCheck.hold(grants);
    }
  }

  /** Terraform orders within a stack, and cdktf the stacks. */
  private waitFor(role: TerraformResource): void {
    const own = TerraformStack.of(this);
    if (role.cdktfStack === own) {
      this.roles.add(role);
    } else {
      own.addDependency(role.cdktfStack);
    }
  }

  private before(): string[] | undefined {
    const roles = [...this.roles].sort((a, b) => (a.node.path < b.node.path ? -1 : 1));
    const own = [...(this.readPolicy === undefined ? [] : [this.readPolicy.attachment]), ...roles];
    const all = [...(this.meta.dependsOn ?? []), ...own].map((one) => dependable(one));
    return all.length === 0 ? undefined : all;
  }
}

/** What is given as text and is not known yet is a principal of its own, as far as anybody can say. */
function keyOf(principal: Construct, uid: string): string {
  return isToken(uid) ? `object:${principal.node.path}` : `id:${uid}`;
}
