import { DataAlicloudCsClusters } from "@cdktf/provider-alicloud/lib/data-alicloud-cs-clusters";
import { DataAlicloudCsKubernetesNodePools } from "@cdktf/provider-alicloud/lib/data-alicloud-cs-kubernetes-node-pools";
import { DataAlicloudCsKubernetesVersion } from "@cdktf/provider-alicloud/lib/data-alicloud-cs-kubernetes-version";
import { DataAlicloudInstanceTypes } from "@cdktf/provider-alicloud/lib/data-alicloud-instance-types";
import { DataAlicloudQuotasQuotas } from "@cdktf/provider-alicloud/lib/data-alicloud-quotas-quotas";
import { DataAlicloudRamRoles } from "@cdktf/provider-alicloud/lib/data-alicloud-ram-roles";
import { DataAlicloudRegions } from "@cdktf/provider-alicloud/lib/data-alicloud-regions";
import { DataAlicloudVswitches } from "@cdktf/provider-alicloud/lib/data-alicloud-vswitches";
import { TerraformLocal, type Postcondition, type TerraformDataSource, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import type { Inventory, Pool } from "./inventory";
import { isKnownInPlan, refersToResource, type Term } from "./terms";

/** A quota as Quota Center knows it. */
export interface QuotaQuery {
  readonly productCode: string;
  readonly quotaActionCode?: string;
  readonly nameRegex?: string;
  readonly isRegional?: boolean;
}

/**
 * The account behind one provider configuration, as its data sources show it. None of them depends on a resource, so that
 * Terraform reads them while it plans. Each is made once, when a check first asks for it.
 */
export class Account {
  private readonly made = new Map<string, Term>();

  constructor(
    private readonly scope: Construct,
    private readonly provider: TerraformProvider | undefined,
  ) {}

  /** The clusters that the region has. */
  public clusters(): Term {
    return this.once("clusters", (id) => {
      return `${addressOf(new DataAlicloudCsClusters(this.scope, id, this.common()))}.clusters`;
    });
  }

  /** The versions of Kubernetes that the region offers for a kind of clusters. */
  public versions({ type, profile }: Inventory["clusters"][number]): Term {
    return this.once(`versions-${type}-${profile}`, (id) => {
      const config = { ...this.common(), clusterType: type, profile: inJson(profile) };
      return `${addressOf(new DataAlicloudCsKubernetesVersion(this.scope, id, config))}.metadata[*].version`;
    });
  }

  /**
   * The pools that the cluster of a pool has already; undefined where Terraform may not know in the plan which cluster
   * that is.
   */
  public poolsBeside({ cluster, clusterId }: Pool): Term | undefined {
    if (cluster !== undefined) {
      return cluster.name !== undefined && isKnownInPlan(cluster.name)
        ? this.poolsOfNew(cluster.name)
        : undefined;
    }
    return clusterId === undefined || refersToResource(clusterId) ? undefined : this.poolsOf(clusterId);
  }

  /** Instances of a type, of which there is one, or none. */
  public instanceType(type: Term): Term {
    return this.once(`instance-type-${type}`, (id) => {
      const config = { ...this.common(), instanceType: inJson(type) };
      return `${addressOf(new DataAlicloudInstanceTypes(this.scope, id, config))}.instance_types`;
    });
  }

  /** Reads the vSwitches of some lists of ids, and holds them to conditions. */
  public vswitches(lists: readonly Term[], postcondition: Postcondition): void {
    this.once(`vswitches-${lists.join("-")}`, (id) => {
      const vswitches = new DataAlicloudVswitches(this.scope, id, {
        ...this.common(),
        lifecycle: { postcondition: [postcondition] },
      });
      vswitches.addOverride(
        "ids",
        lists.length === 1 ? inJson(lists[0] ?? "[]") : inJson(`concat(${lists.join(", ")})`),
      );
      return addressOf(vswitches);
    });
  }

  /** Reads a quota, and holds it to conditions. */
  public quota(
    name: string,
    { isRegional = false, ...query }: QuotaQuery,
    postcondition: Postcondition[],
  ): void {
    this.once(`quota-${name}`, (id) => {
      const dimensions = isRegional
        ? { dimensions: [{ key: "regionId", value: `\${${this.region()}}` }] }
        : {};
      const config = { ...this.common(), ...query, ...dimensions, lifecycle: { postcondition } };
      return addressOf(new DataAlicloudQuotasQuotas(this.scope, id, config));
    });
  }

  /** Reads the names of the roles that services of Alibaba Cloud act in, and holds them to a condition. */
  public serviceRoles(postcondition: Postcondition): void {
    this.once("service-roles", (id) => {
      const roles = new DataAlicloudRamRoles(this.scope, id, {
        ...this.common(),
        nameRegex: "^Aliyun.*Role$",
        lifecycle: { postcondition: [postcondition] },
      });
      return addressOf(roles);
    });
  }

  /** A name for a longer expression. */
  public named(id: string, term: Term): Term {
    return this.once(
      id,
      (unique) => `local.${new TerraformLocal(this.scope, unique, `\${${term}}`).friendlyUniqueId}`,
    );
  }

  private region(): Term {
    return this.once("region", (id) => {
      return `${addressOf(new DataAlicloudRegions(this.scope, id, { ...this.common(), current: true }))}.regions[0].id`;
    });
  }

  private poolsOf(clusterId: Term): Term {
    return this.once(`pools-${clusterId}`, (id) => {
      const config = { ...this.common(), clusterId: inJson(clusterId) };
      return `${addressOf(new DataAlicloudCsKubernetesNodePools(this.scope, id, config))}.nodepools`;
    });
  }

  /** A cluster that the stack makes may be there since an earlier deploy, under its name, which no other has. */
  private poolsOfNew(name: Term): Term {
    return this.once(`pools-of-${name}`, (id) => {
      const found = `[for one in ${this.clusters()} : one.cluster_id if one.cluster_name == ${name}]`;
      const config = { ...this.common(), clusterId: "${each.value}" };
      const pools = new DataAlicloudCsKubernetesNodePools(this.scope, id, config);
      pools.addOverride("for_each", `\${toset(${found})}`);
      return `flatten([for cluster in ${addressOf(pools)} : cluster.nodepools])`;
    });
  }

  private common() {
    return this.provider === undefined ? {} : { provider: this.provider };
  }

  /** The ids of constructs take no tokens, and hold what is asked for once. */
  private once(what: string, make: (id: string) => Term): Term {
    const known = this.made.get(what);
    if (known !== undefined) {
      return known;
    }
    const readable = what.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
    const id = this.provider?.alias === undefined ? readable : `${readable}-${this.provider.alias}`;
    const term = make(this.scope.node.tryFindChild(id) === undefined ? id : `${id}-${this.made.size}`);
    this.made.set(what, term);
    return term;
  }
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformDataSource): Term {
  return `data.${terraformResourceType}.${friendlyUniqueId}`;
}

/** An expression where JSON has a value. */
function inJson(term: Term): string {
  return /^"(?:[^"\\$%])*"$/.test(term) ? term.slice(1, -1) : `\${${term}}`;
}
