import {
  DefaultTokenResolver,
  dependable,
  StringConcat,
  Tokenization,
  TerraformStack,
  type TerraformProvider,
  type TerraformResource,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { ClusterCredential, type ClusterCredentialOptions } from "../access";
import { Addon, type AddonOptions } from "../addons";
import { ServiceAccountRole, type ServiceAccountRoleOptions } from "../identity";
import type { INetwork, IVpc, NetworkPlugin } from "../network";
import { Grants, type Principal } from "../permissions";
import type { ApiServerAddresses, ClusterEdition, ClusterKind, ICluster } from "./kinds";

/** What clusters of all kinds can do, owned and existing alike. */
export abstract class ClusterBase extends Construct implements ICluster {
  public abstract readonly kind: ClusterKind;
  public abstract readonly edition: ClusterEdition | undefined;
  public abstract readonly clusterId: string;
  public abstract readonly provider: TerraformProvider | undefined;
  public abstract readonly nodeVSwitches: ReadonlyMap<string, string>;
  public abstract readonly groupKey: string;
  public abstract readonly kubernetesVersion: string | undefined;
  public abstract readonly networkPlugin: NetworkPlugin | undefined;
  public abstract readonly vpc: IVpc | undefined;
  public abstract readonly network: INetwork | undefined;
  public abstract readonly nodesTakeRoutes: boolean;
  public abstract readonly apiServer: ApiServerAddresses;
  private readonly pools: TerraformResource[] = [];
  private waiting: TerraformResource[] = [];
  private readonly workloads = new Set<TerraformStack>();

  /** Adds an add-on that Terraform manages. The id is part of its Terraform address. */
  public addAddon(id: string, options: AddonOptions): Addon {
    return new Addon(this, id, { ...options, cluster: this });
  }

  /**
   * Gives a credential with which callers come into the cluster.
   *
   * @param scope where it is read: the stack that uses it, which is better another one than that of the cluster
   */
  public credential(scope: Construct, id: string, options: ClusterCredentialOptions = {}): ClusterCredential {
    return new ClusterCredential(scope, id, { ...options, cluster: this });
  }

  /** Grants a principal roles in the cluster: `cluster.grant(principal).dev({ namespaces: ["shop"] })`. */
  public grant(principal: Principal): Grants {
    return new Grants(principal, this);
  }

  /** Makes a RAM role for the Pods of a service account. The id is part of its Terraform address. */
  public roleForServiceAccount(id: string, options: ServiceAccountRoleOptions): ServiceAccountRole {
    return new ServiceAccountRole(this, id, { ...options, cluster: this });
  }

  public waitForNodes(addon: TerraformResource): void {
    this.waiting.push(addon);
    this.orderAddons();
  }

  public nodesComeFrom(pool: TerraformResource, hasNodes: boolean): void {
    if (hasNodes) {
      this.pools.push(pool);
      this.orderAddons();
      this.orderStacks([pool]);
    }
  }

  public workloadsComeFrom(provider: IConstruct): void {
    this.workloads.add(TerraformStack.of(provider));
    this.orderStacks(this.pools);
  }

  /** No reference leads from a workload to the nodes that it needs. */
  private orderStacks(pools: readonly TerraformResource[]): void {
    const own = TerraformStack.of(this);
    for (const stack of this.workloads) {
      for (const { cdktfStack } of pools) {
        // Pools of other stacks refer to the stack of the cluster, which cannot wait for them.
        if (stack !== own && stack !== cdktfStack && !cdktfStack.dependsOn(stack)) {
          stack.addDependency(cdktfStack);
        }
      }
    }
  }

  /** An add-on whose Pods find no node times out, so each waits for a pool that has one, in whatever order they were made. */
  private orderAddons(): void {
    this.waiting = this.waiting.filter((addon) => {
      const pool = this.pools.find((candidate) => canWaitFor(addon, candidate));
      if (pool !== undefined) {
        addon.dependsOn = [...(addon.dependsOn ?? []), dependable(pool)];
      }
      return pool === undefined;
    });
  }
}

/** Terraform orders within one stack only, and a pool may itself wait for the add-on. */
function canWaitFor(addon: TerraformResource, pool: TerraformResource): boolean {
  return addon.cdktfStack === pool.cdktfStack && !waitsFor(pool, addon);
}

function waitsFor(pool: TerraformResource, addon: TerraformResource): boolean {
  return (pool.dependsOn ?? []).some(
    (before) => resolved(pool, before) === resolved(pool, dependable(addon)),
  );
}

/** cdktf writes dependencies as tokens, which differ for one and the same address. */
function resolved(scope: TerraformResource, text: string): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(text, { scope, resolver, preparing: false });
}
