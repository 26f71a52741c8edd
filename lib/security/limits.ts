import { ackGuide, alibabaCloud, limitsOn, provider, type Fact } from "../limits";

/** What the limits of a key for Secrets need to know. */
export interface KmsFacts {
  readonly keyId: Fact<string> | undefined;
  readonly pendingWindowDays: Fact<number> | undefined;
  readonly rotationDays: Fact<number> | undefined;
}

/** What a limit on a key and its cluster needs to know. */
export interface KeyOfClusterFacts {
  /** Undefined for a key that exists, and where the environment names the region. */
  readonly keyRegion: Fact<string> | undefined;
  readonly clusterRegion: Fact<string> | undefined;
}

const keyOfCluster = limitsOn<KeyOfClusterFacts>("Encryption of Secrets");

export const keyOfClusterLimits = [
  keyOfCluster.limit(
    "kms-key-provider",
    ["keyRegion", "clusterRegion"],
    {
      statement: "The key for Secrets is in the region of the cluster.",
      source: ackGuide("5.8 Encrypt Secrets with KMS", "7828-7832"),
      rows: ["kms-key-first"],
      fix: "give SecretKmsEncryption the provider of the cluster",
    },
    ({ keyRegion, clusterRegion }) =>
      keyRegion === undefined || clusterRegion === undefined || keyRegion === clusterRegion
        ? []
        : [{ got: `a key in ${keyRegion} for a cluster in ${clusterRegion}`, want: "one region for both" }],
  ),
];

const kms = limitsOn<KmsFacts>("Encryption of Secrets");

export const kmsLimits = [
  kms.format("kms-key-id", "keyId", /^[A-Za-z0-9-]+$/, "the id of a key, without its ARN and not an alias", {
    statement: "Secrets are encrypted with a key that is named by its id.",
    source: provider("alicloud_cs_managed_kubernetes.encryption_provider_key"),
    authority: "service",
    fix: "write the id of the key, such as key-hzz62f1cb66fa42qo****, not its ARN or alias",
  }),
  kms.range(
    "kms-pending-window",
    "pendingWindowDays",
    { min: 7, max: 366, unit: "days" },
    {
      statement: "A deleted key can be recovered for 7 to 366 days.",
      source: provider("alicloud_kms_key.pending_window_in_days"),
      authority: "provider",
      fix: "pendingWindowDays: 30",
    },
  ),
  kms.range(
    "kms-rotation-interval",
    "rotationDays",
    { min: 7, max: 730, unit: "days" },
    {
      statement: "Key material is rotated every 7 to 730 days.",
      source: alibabaCloud("KMS, CreateKey, RotationInterval"),
      authority: "service",
      fix: "rotationDays: 365",
    },
  ),
];
