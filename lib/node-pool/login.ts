import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { TerraformVariable } from "cdktf";
import { requireStrongPassword } from "./password";

export interface LoginOptions {
  /**
   * Logs in as ecs-user, who may become root, and not as root. A change replaces the pool.
   * @default false
   */
  readonly asNonRoot?: boolean;
}

/** How people log in to the nodes of a pool. */
export class Login {
  /** A key pair of the region, by its name. Can be changed in place, for new nodes. */
  public static keyPair(name: string, options: LoginOptions = {}): Login {
    return new Login({ keyName: name }, undefined, options);
  }

  /**
   * A password, from a sensitive Terraform variable: 8 to 30 characters of three kinds, which Terraform checks before it
   * plans. It ends up in the Terraform state; a key pair does not.
   */
  public static password(variable: TerraformVariable, options: LoginOptions = {}): Login {
    requireStrongPassword(variable);
    return new Login({ password: variable.stringValue }, variable, options);
  }

  public readonly poolArguments: Partial<CsKubernetesNodePoolConfig>;

  private constructor(
    credential: Partial<CsKubernetesNodePoolConfig>,
    /** The variable that holds the password, if there is one. */
    public readonly passwordVariable: TerraformVariable | undefined,
    { asNonRoot }: LoginOptions,
  ) {
    this.poolArguments = { ...credential, loginAsNonRoot: asNonRoot };
  }

  /** What everything in the cloud would be done with, if somebody got in. */
  public get isRoot(): boolean {
    return this.poolArguments.loginAsNonRoot !== true;
  }
}
