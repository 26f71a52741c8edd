import { KmsKey } from "@cdktf/provider-alicloud/lib/kms-key";
import { Construct } from "constructs";
import { declareFacts, fact } from "../limits";
import { withDefaults } from "../organisation";
import {
  judgeTags,
  metaArguments,
  nameFromPath,
  RemovalPolicy,
  type Dependency,
  type ResourceOptions,
} from "../resource";
import { kmsLimits } from "./limits";

export interface SecretKmsEncryptionProps extends ResourceOptions {
  /**
   * Text that says what the key is for. Can be changed in place.
   * @default - names the construct
   */
  readonly description?: string;

  /**
   * Days between the request to delete the key and its end, 7 to 366; until then the request can be taken back.
   * @default 30
   */
  readonly pendingWindowDays?: number;

  /**
   * Lets KMS make new key material at an interval in days, 7 to 730. Old Secrets stay readable. It needs a KMS
   * instance, which is paid for.
   * @default - no rotation
   */
  readonly rotationDays?: number;

  /**
   * Id of a KMS instance that holds the key.
   * @default - the shared KMS of the region
   */
  readonly kmsInstanceId?: string;

  /**
   * A key that is lost takes all Secrets of the cluster with it, so it is protected unless told otherwise.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** @default - none */
  readonly tags?: Record<string, string>;
}

/** A key that exists takes none of the settings of a new one. */
type ExistingKey = { readonly keyId: string } & { readonly [prop in keyof SecretKmsEncryptionProps]?: never };

/**
 * Encryption at rest of the Secrets of a cluster, with a key of the Key Management Service. Clusters of the Pro tiers
 * take it; it can be switched on and its key can be changed in place.
 */
export class SecretKmsEncryption extends Construct {
  /**
   * Uses a key that exists: a symmetric key for encryption, enabled, in the region of the cluster.
   */
  public static withKey(scope: Construct, id: string, keyId: string): SecretKmsEncryption {
    return new SecretKmsEncryption(scope, id, { keyId });
  }

  public readonly keyId: string;
  /** The key that this construct made; `undefined` for an existing one. */
  public readonly resource: KmsKey | undefined;
  /** What must exist before a cluster can use the key. */
  public readonly before: readonly Dependency[];

  constructor(scope: Construct, id: string, given: SecretKmsEncryptionProps | ExistingKey = {}) {
    super(scope, id);
    if ("keyId" in given) {
      this.keyId = given.keyId;
      this.resource = undefined;
      this.before = [];
      declareFacts(this, kmsLimits, {
        keyId: fact(given.keyId),
        pendingWindowDays: undefined,
        rotationDays: undefined,
      });
      return;
    }
    const props = withDefaults(scope, id, given, ["tags", "removalPolicy"]);
    const isProtected = (props.removalPolicy ?? RemovalPolicy.PROTECT) === RemovalPolicy.PROTECT;
    this.resource = new KmsKey(this, "key", {
      ...metaArguments(this, props, { lifecycle: isProtected ? { preventDestroy: true } : {} }),
      description: props.description ?? `Secrets of Kubernetes, ${nameFromPath(this)}`,
      keySpec: "Aliyun_AES_256",
      keyUsage: "ENCRYPT/DECRYPT",
      pendingWindowInDays: props.pendingWindowDays ?? 30,
      deletionProtection: isProtected ? "Enabled" : "Disabled",
      dkmsInstanceId: props.kmsInstanceId,
      ...(props.rotationDays === undefined
        ? {}
        : { automaticRotation: "Enabled", rotationInterval: `${props.rotationDays}d` }),
      tags: props.tags,
    });
    this.keyId = this.resource.id;
    judgeTags(this, props.tags);
    this.before = [this.resource];
    declareFacts(this, kmsLimits, {
      keyId: undefined,
      pendingWindowDays: fact(props.pendingWindowDays),
      rotationDays: fact(props.rotationDays),
    });
  }
}
