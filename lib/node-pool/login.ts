import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { TerraformVariable } from "cdktf";

/** How people log in to the nodes of a pool. */
export class Login {
  /** A key pair of the region, by its name. Can be changed in place, for new nodes. */
  public static keyPair(name: string): Login {
    return new Login({ keyName: name }, undefined);
  }

  /**
   * A password for root, from a sensitive Terraform variable: 8 to 30 characters of three kinds. It ends up in the
   * Terraform state; a key pair does not.
   */
  public static password(variable: TerraformVariable): Login {
    return new Login({ password: variable.stringValue }, variable);
  }

  private constructor(
    public readonly poolArguments: Partial<CsKubernetesNodePoolConfig>,
    /** The variable that holds the password, if there is one. */
    public readonly passwordVariable: TerraformVariable | undefined,
  ) {}
}
