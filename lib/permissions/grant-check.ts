import type { CsKubernetesPermissions } from "@cdktf/provider-alicloud/lib/cs-kubernetes-permissions";
import { DataAlicloudCsKubernetesPermissions } from "@cdktf/provider-alicloud/lib/data-alicloud-cs-kubernetes-permissions";
import { Fn, type Postcondition, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { isToken, literal } from "../limits";
import { inOrder, placeOf, type Grant } from "./grant";

/**
 * Asks ACK for the roles of a principal. Terraform reads them in the plan; where the plan changes grants, after the apply has changed
 * them.
 */
export class GrantCheck {
  private readonly actual: DataAlicloudCsKubernetesPermissions;

  constructor(
    private readonly scope: Construct,
    { uid, provider }: { readonly uid: string; readonly provider: TerraformProvider | undefined },
    permissions: CsKubernetesPermissions,
  ) {
    this.actual = new DataAlicloudCsKubernetesPermissions(scope, "actual", {
      uid,
      provider,
      dependsOn: [permissions],
    });
  }

  /** Holds ACK to these grants. */
  public hold(grants: readonly Grant[]): void {
    const postcondition = inOrder(grants).map((grant) => this.isThere(grant));
    this.actual.lifecycle = { postcondition };
  }

  private isThere(grant: Grant): Postcondition {
    const { roleName, isCustom } = grant;
    const isRole = isCustom
      ? `one.role_type == "custom" && one.role_name == ${textOf(roleName)}`
      : `one.role_type == ${textOf(roleName)}`;
    const where = `one.resource_id == ${textOf(...resourceIdOf(grant))}`;
    return {
      condition: `\${anytrue([for one in self.permissions : ${where} && ${isRole}])}`,
      errorMessage: [
        "What is granted is there, as long as nobody takes it away elsewhere.",
        `  check  rbac-grant-is-there   ${this.scope.node.path}`,
        `  got    no role ${roleName} for ${placeOf(grant)}`,
        "  want   the role that the program grants",
        "  fix    apply once with -replace and the address of the alicloud_cs_kubernetes_permissions, which grants all again",
        "  see    docs/permissions.md#what-terraform-does-not-see.",
      ].join("\n"),
    };
  }
}

/** The place as ACK names it. */
function resourceIdOf({ cluster, namespace }: Grant): readonly string[] {
  const place = cluster === undefined ? "all-clusters" : cluster.clusterId;
  return namespace === undefined ? [place] : [place, namespace];
}

/** Text as an expression; Terraform puts together what it alone knows. */
function textOf(...parts: readonly string[]): string {
  return parts.some(isToken) ? Fn.join("/", [...parts]) : literal(parts.join("/"));
}
