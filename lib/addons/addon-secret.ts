import type { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { IRegisteredCluster } from "../cluster/kinds";
import { declareFacts, joinRelation } from "../limits";
import { clusterAddons } from "./cluster-addons";
import { addonSecretLimits, addonSecretName } from "./outside-limits";

export interface AddonSecretProps {
  readonly cluster: IRegisteredCluster;

  /** A sensitive variable with the id of the AccessKey. Its RAM user needs the policies of all add-ons that share it. */
  readonly accessKeyId: TerraformVariable;

  /** A sensitive variable with the secret of the AccessKey. */
  readonly accessKeySecret: TerraformVariable;

  /**
   * Where the add-ons look for it: the backup center in `csdr`, all others in `kube-system`.
   * @default kube-system
   */
  readonly namespace?: "kube-system" | "csdr";
}

/**
 * The Secret from which the add-ons of a registered cluster take their AccessKey: the arguments of a `SecretV1` of
 * the bindings of Kubernetes. The AccessKey gets into the state, so that few may read it, and the RAM user may do little.
 */
export class AddonSecret extends Construct {
  public readonly metadata: { readonly name: string; readonly namespace: string };
  /** References to the variables. */
  public readonly data: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: AddonSecretProps) {
    super(scope, id);
    const { cluster, accessKeyId, accessKeySecret, namespace = "kube-system" } = props;
    this.metadata = { name: addonSecretName, namespace };
    this.data = {
      "access-key-id": accessKeyId.stringValue,
      "access-key-secret": accessKeySecret.stringValue,
    };
    declareFacts(this, addonSecretLimits, {
      printed: Object.entries({ accessKeyId, accessKeySecret })
        .filter(([, variable]) => variable.sensitive !== true)
        .map(([name]) => name),
    });
    joinRelation(this, clusterAddons, cluster.groupKey, { kind: "addon-secret", namespace });
  }
}
