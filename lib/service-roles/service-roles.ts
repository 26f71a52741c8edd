import { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import { RamRolePolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-role-policy-attachment";
import {
  Aspects,
  dependable,
  TerraformStack,
  type TerraformProvider,
  type TerraformResource,
  type TerraformResourceLifecycle,
} from "cdktf";
import { Construct } from "constructs";
import { declareFacts, joinRelation, sameAccount } from "../limits";
import { metaArguments, RemovalPolicy, type Rendered } from "../resource";
import { ValueError } from "../values";
import { clusterTypes } from "./features";
import { madeRoles, serviceRoleLimits } from "./limits";
import { rolesOf, roleUsersIn } from "./needs";
import { policyOf, serviceRoleNames, serviceRoles, type ServiceRoleName } from "./roles";

/** How service roles are made. */
export interface ServiceRoleOptions {
  /**
   * The stack that makes the roles, for several stacks of one account: it is deployed before them. Best one of its own, which
   * nobody destroys.
   * @default - the stack that needs them
   */
  readonly in?: TerraformStack;

  /**
   * Roles that the account has already, and that stay as they are. Making one that exists fails with
   * `EntityAlreadyExists.Role`.
   * @default - none
   */
  readonly except?: readonly ServiceRoleName[];

  /**
   * Roles that the account has already, and that the stack takes into its state, by import blocks.
   * @default - none
   */
  readonly adopt?: readonly ServiceRoleName[];

  /**
   * Further roles: for what others in the account use, or to keep one whose last user leaves the stack.
   * @default - none
   */
  readonly also?: readonly ServiceRoleName[];

  /**
   * Whether the roles can be deleted. Clusters of the whole account act in them.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * The provider configuration of the roles.
   * @default - the configuration without an alias
   */
  readonly provider?: TerraformProvider;

  /** @default - what the removal policy says */
  readonly lifecycle?: TerraformResourceLifecycle;
}

/**
 * The service roles that stacks need in their account, made by Terraform: an account that never used ACK then needs no step in
 * the console. Which those are is computed when the stacks are synthesized. Clusters wait for them.
 *
 * Roles belong to the account, and not to a stack: make them in one place.
 */
export class ServiceRoles extends Construct {
  /**
   * Makes the roles that a stack needs, or several.
   *
   * @throws ValueError for no stacks, and for several that do not say in which stack their roles are
   */
  public static createFor(
    stacks: TerraformStack | readonly TerraformStack[],
    options: ServiceRoleOptions = {},
  ): ServiceRoles {
    const served = TerraformStack.isStack(stacks) ? [stacks] : stacks;
    return new ServiceRoles(homeOf(served, options), served, options);
  }

  /** What the last synthesis has added, which the next replaces: the tree may have grown. */
  private readonly added = new Map<TerraformResource, readonly string[]>();

  private constructor(
    private readonly home: TerraformStack,
    private readonly served: readonly TerraformStack[],
    private readonly options: ServiceRoleOptions,
  ) {
    super(home, id);
    for (const stack of served) {
      if (stack !== home) {
        stack.addDependency(home);
      }
    }
    const { except = [], adopt = [], also = [] } = options;
    declareFacts(this, serviceRoleLimits, { except, wanted: [...adopt, ...also] });
    joinRelation(this, madeRoles, sameAccount, {});
    // All that is in the stacks is known when the aspects of the stack run.
    Aspects.of(this).add({
      visit: (node) => {
        if (node === this) {
          this.build();
        }
      },
    });
  }

  /** The roles that are made, as the stacks stand now. */
  public get roles(): readonly ServiceRoleName[] {
    return this.rolesFor(this.users());
  }

  private users(): Rendered[] {
    return this.served.flatMap(roleUsersIn);
  }

  private build(): void {
    this.clear();
    const users = this.users();
    const ready = new Map(this.rolesFor(users).map((role) => [role, this.make(role)]));
    const ids = new Set(users.filter(isCluster).map(({ address }) => `\${${address}.id}`));
    for (const user of users) {
      // Terraform orders within one stack only; the order of stacks is that of their dependencies.
      if (user.resource.cdktfStack === this.home) {
        this.wait(user, ids, ready);
      }
    }
  }

  private rolesFor(users: readonly Rendered[]): ServiceRoleName[] {
    const { except = [], adopt = [], also = [] } = this.options;
    const needed = new Set<ServiceRoleName>([
      ...users.flatMap((user) => [...rolesOf(user)]),
      ...adopt,
      ...also,
    ]);
    return serviceRoleNames.filter((role) => needed.has(role) && !except.includes(role));
  }

  private make(role: ServiceRoleName): TerraformResource {
    const { removalPolicy = RemovalPolicy.PROTECT, adopt = [], provider, lifecycle } = this.options;
    const scope = new Construct(this, role);
    const isAdopted = adopt.includes(role);
    const given = {
      ...(provider === undefined ? {} : { provider }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
    };
    const own = removalPolicy === RemovalPolicy.PROTECT ? { preventDestroy: true } : {};
    // The console describes roles in the language of who authorised them.
    const kept = isAdopted ? { ...own, ignoreChanges: ["description"] } : own;
    const resource = new RamRole(scope, "role", {
      ...metaArguments(scope, given, { lifecycle: kept }),
      roleName: role,
      description: `ACK: ${serviceRoles[role].for}`,
      assumeRolePolicyDocument: trustIn(serviceRoles[role].service),
    });
    const attachment = new RamRolePolicyAttachment(scope, "policy", {
      ...metaArguments(scope, given, { lifecycle: own }),
      roleName: resource.roleName,
      policyName: policyOf(role),
      policyType: "System",
    });
    if (isAdopted) {
      resource.importFrom(role, provider);
      attachment.importFrom(`role:${policyOf(role)}:System:${role}`, provider);
    }
    return attachment;
  }

  /** A cluster waits for all roles. What is in a cluster of the stack waits for that; what is not waits for its own roles. */
  private wait(
    user: Rendered,
    clusterIds: ReadonlySet<unknown>,
    ready: ReadonlyMap<ServiceRoleName, TerraformResource>,
  ): void {
    const { resource, body } = user;
    const isInCluster = clusterIds.has(body["cluster_id"]);
    const roles = isCluster(user) ? [...ready.keys()] : isInCluster ? [] : [...rolesOf(user)];
    const before = roles.flatMap((role) => ready.get(role) ?? []).map(dependable);
    if (before.length > 0) {
      this.added.set(resource, before);
      resource.dependsOn = [...(resource.dependsOn ?? []), ...before];
    }
  }

  private clear(): void {
    this.node.children.forEach(({ node }) => this.node.tryRemoveChild(node.id));
    for (const [resource, ours] of this.added) {
      const rest = resource.dependsOn?.filter((one) => !ours.includes(one)) ?? [];
      resource.dependsOn = rest.length === 0 ? undefined : rest;
    }
    this.added.clear();
  }
}

function isCluster({ resource }: Rendered): boolean {
  return clusterTypes.has(resource.terraformResourceType);
}

const id = "service-roles";

function homeOf(served: readonly TerraformStack[], options: ServiceRoleOptions): TerraformStack {
  const [first] = served;
  const home = options.in ?? (served.length === 1 ? first : undefined);
  if (first === undefined || home === undefined) {
    throw new ValueError({
      got: first === undefined ? "service roles for no stack" : `service roles for ${served.length} stacks`,
      want: "one stack, or several and the one that makes the roles: createFor([a, b], { in: account })",
      source: "docs/fresh-account.md",
    });
  }
  if (home.node.tryFindChild(id) !== undefined) {
    throw new ValueError({
      got: `service roles in ${home.node.path}, which has a construct "${id}" already`,
      want: "one call for each stack that makes roles",
      source: "docs/fresh-account.md",
    });
  }
  return home;
}

/** As the service writes it, so that nothing is to be changed in a role that was authorised in the console. */
function trustIn(service: string): string {
  return JSON.stringify({
    Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: [service] } }],
    Version: "1",
  });
}
