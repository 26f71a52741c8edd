import { Aspects, TerraformStack, type Precondition, type TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { roleUsersIn } from "../service-roles";
import { ValueError } from "../values";
import { Account } from "./account";
import { checkAddresses, type FreeAddressOptions } from "./addresses";
import { inventoriesOf } from "./inventory";
import { checkQuotas } from "./quotas";
import { checkServiceRoles, type ServiceRoleCheckOptions } from "./service-roles";
import { checkVersions } from "./versions";

/** What plans check against the account. */
export interface AccountCheckOptions {
  /**
   * The versions of clusters: ACK offers them in the region.
   * @default true
   */
  readonly kubernetesVersions?: boolean;

  /**
   * vSwitches that exist: they have addresses for what pools may grow to, nodes and Terway Pods.
   * @default true
   */
  readonly freeAddresses?: boolean | FreeAddressOptions;

  /**
   * The quotas of the account: clusters, nodes of a cluster, security groups, route entries of a VPC and public addresses.
   * @default true
   */
  readonly quotas?: boolean;

  /**
   * The service roles that the stack needs: the account has them, but for those that the stack makes. Off unless asked for: an
   * account that has used ACK for long may lack some that no old cluster needs.
   * @default false
   */
  readonly serviceRoles?: boolean | ServiceRoleCheckOptions;
}

/**
 * Lets each plan of a stack look into the real account, and fail where the account does not have what the stack asks for.
 * Nothing of it is there unless asked for: it costs a few calls for each plan, and the permission to make them.
 */
export class AccountChecks extends Construct {
  /**
   * Switches the checks on for a stack, all of them unless some are switched off.
   *
   * @throws ValueError for what is no stack, for one that has them already, and for options that check nothing
   */
  public static on(stack: IConstruct, checks: AccountCheckOptions = {}): AccountChecks {
    return new AccountChecks(stackFor(stack), validated(checks));
  }

  /** What the last synthesis has added, which the next replaces: the tree may have grown. */
  private readonly added = new Map<TerraformResource, readonly Precondition[]>();

  private constructor(
    private readonly stack: TerraformStack,
    private readonly checks: AccountCheckOptions,
  ) {
    super(stack, id);
    // All that is in the stack is known when its aspects run.
    Aspects.of(this).add({
      visit: (node) => {
        if (node === this) {
          this.build();
        }
      },
    });
  }

  private build(): void {
    this.clear();
    const { kubernetesVersions = true, freeAddresses = true, quotas = true } = this.checks;
    const { serviceRoles = false } = this.checks;
    for (const inventory of inventoriesOf(this.stack)) {
      const account = new Account(this, inventory.provider);
      if (kubernetesVersions) {
        for (const { resource, precondition } of checkVersions(account, inventory)) {
          this.add(resource, precondition);
        }
      }
      if (freeAddresses !== false) {
        checkAddresses(account, inventory, freeAddresses === true ? {} : freeAddresses);
      }
      if (quotas) {
        checkQuotas(account, inventory, this.stack);
      }
    }
    if (serviceRoles !== false) {
      // Also of stacks that make nothing but add-ons, which have no inventory.
      for (const provider of new Set(roleUsersIn(this.stack).map((one) => one.provider))) {
        const account = new Account(this, provider);
        checkServiceRoles(account, provider, this.stack, serviceRoles === true ? {} : serviceRoles);
      }
    }
  }

  private clear(): void {
    this.node.children.forEach(({ node }) => this.node.tryRemoveChild(node.id));
    for (const [resource, ours] of this.added) {
      const rest = resource.lifecycle?.precondition?.filter((one) => !ours.includes(one));
      resource.lifecycle = { ...resource.lifecycle, precondition: rest?.length === 0 ? undefined : rest };
    }
    this.added.clear();
  }

  /** Others have conditions on the same resource. */
  private add(resource: TerraformResource, precondition: Precondition): void {
    const { lifecycle } = resource;
    resource.lifecycle = {
      ...lifecycle,
      precondition: [...(lifecycle?.precondition ?? []), precondition],
    };
    this.added.set(resource, [...(this.added.get(resource) ?? []), precondition]);
  }
}

const id = "account-checks";
const onUnlessOff = ["kubernetesVersions", "freeAddresses", "quotas"] as const;
const options: ReadonlySet<string> = new Set([...onUnlessOff, "serviceRoles"]);

function stackFor(scope: IConstruct): TerraformStack {
  if (!TerraformStack.isStack(scope)) {
    throw problem({
      got: `account checks on ${scope.node.path === "" ? "an app" : scope.node.path}`,
      want: "a stack: AccountChecks.on(stack)",
    });
  }
  if (scope.node.tryFindChild(id) !== undefined) {
    throw problem({
      got: `account checks on ${scope.node.path}, which has a construct "${id}" already`,
      want: "one call for each stack",
    });
  }
  return scope;
}

function validated(checks: AccountCheckOptions): AccountCheckOptions {
  const unknown = Object.keys(checks).filter((name) => !options.has(name));
  if (unknown.length > 0) {
    throw problem({
      got: `the account check ${unknown.join(", ")}`,
      want: `some of ${[...options].join(", ")}`,
    });
  }
  if (onUnlessOff.every((name) => checks[name] === false) && (checks.serviceRoles ?? false) === false) {
    throw problem({
      got: "account checks with all of them switched off",
      want: "one at least",
      fix: "leave the call out",
    });
  }
  const { freeAddresses } = checks;
  const podsPerNode = typeof freeAddresses === "object" ? freeAddresses.podsPerNode : undefined;
  if (
    podsPerNode !== undefined &&
    !(Number.isInteger(podsPerNode) && podsPerNode >= 1 && podsPerNode <= 10_000)
  ) {
    throw problem({
      got: `podsPerNode ${podsPerNode}`,
      want: "a whole number from 1 to 10000, known at synth",
    });
  }
  return checks;
}

function problem(parts: { readonly got: string; readonly want: string; readonly fix?: string }): ValueError {
  return new ValueError({ ...parts, source: "docs/account-checks.md" });
}
