import type { Construct } from "constructs";
import { declareFacts } from "../limits";
import type { NodePoolOptions } from "../node-pool";
import { regionOf } from "../resource";
import { keyOfClusterLimits, type SecretKmsEncryption } from "../security";
import { HostedNodeCluster } from "./hosted-cluster";
import type { ClusterProps } from "./cluster-props";
import { ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
import type { IProCluster } from "./kinds";

/** The size of the control plane of a Pro cluster. */
export class ProTier {
  /** Grows with the cluster; what most clusters want. */
  public static readonly SMALL = new ProTier("ack.pro.small");
  /** Provisioned control plane, size XL. */
  public static readonly XLARGE = new ProTier("ack.pro.xlarge");
  /** Provisioned control plane, size 2XL. */
  public static readonly XLARGE_2 = new ProTier("ack.pro.2xlarge");
  /** Provisioned control plane, size 4XL; the account has to be on the list for it. */
  public static readonly XLARGE_4 = new ProTier("ack.pro.4xlarge");

  private constructor(public readonly clusterSpec: string) {}
}

export interface ProClusterProps extends ClusterProps {
  /**
   * Size of the control plane. Choose it at creation: the provider ignores a later change between Pro tiers.
   * @default ProTier.SMALL
   */
  readonly tier?: ProTier;

  /**
   * Has ACK run the nodes as well (auto mode): it makes a first pool, and sizes, repairs, patches and replaces nodes by itself. That
   * pool is not in the Terraform state. A change replaces the cluster.
   * @default false
   */
  readonly autoMode?: boolean;

  /**
   * Encrypts Secrets at rest with a key of KMS. Can be switched on, and its key changed, in place; so can it be switched
   * off, by `"disabled"`. To leave the prop out says nothing to the cluster.
   * @default - Secrets of a new cluster are not encrypted with a key of yours
   */
  readonly secretEncryption?: SecretKmsEncryption | "disabled";

  /**
   * Lets service accounts assume RAM roles (RRSA). It can be switched on later, but never off again.
   * @default true
   */
  readonly rrsa?: boolean;
}

/** A managed cluster of a Pro tier: for production, with a service level agreement. */
export class ProCluster extends HostedNodeCluster<NodePoolOptions> implements IProCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IProCluster & ImportedNodeCluster<"pro"> {
    return new ImportedNodeCluster(scope, id, "pro", attributes);
  }

  public readonly kind = "pro";

  constructor(scope: Construct, id: string, props: ProClusterProps) {
    const isDisabled = props.secretEncryption === "disabled";
    const encryption = props.secretEncryption === "disabled" ? undefined : props.secretEncryption;
    super(scope, id, props, {
      kind: "pro",
      edition: "pro",
      isEdge: false,
      encryptsSecrets: encryption !== undefined,
      rrsa: props.rrsa ?? true,
      arguments: {
        profile: "Default",
        clusterSpec: (props.tier ?? ProTier.SMALL).clusterSpec,
        // A block that says false may be forgotten by the service, and would then replace the cluster in every plan.
        ...(props.autoMode === true ? { autoMode: { enabled: true } } : {}),
        // The key alone does not switch encryption on, and a key beside `true` would be dropped without a word.
        ...(encryption === undefined
          ? {}
          : { encryptionProviderKey: encryption.keyId, disableEncryption: false }),
        // Without the switch, the provider asks for encryption without a key, or for nothing.
        ...(isDisabled ? { disableEncryption: true } : {}),
      },
      defaultAddons: ["csi-plugin", "csi-provisioner"],
      minCloudNodes: 0,
      routesInVpc: true,
      before: encryption?.before ?? [],
    });
    if (encryption !== undefined) {
      declareFacts(this, keyOfClusterLimits, {
        keyRegion: encryption.resource === undefined ? undefined : regionOf(encryption.resource),
        clusterRegion: regionOf(this),
      });
    }
  }
}
