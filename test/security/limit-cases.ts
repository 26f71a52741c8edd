import type { TerraformStack } from "cdktf";
import { AlicloudProvider, SecretKmsEncryption, type SecretKmsEncryptionProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { credentialCases } from "./credential-cases";
import { numberToken, proCluster, textToken } from "../support/stacks";

const newKey = (props: SecretKmsEncryptionProps) => (stack: TerraformStack) =>
  new SecretKmsEncryption(stack, "secrets", props);
const existingKey = (id: string) => (stack: TerraformStack) =>
  SecretKmsEncryption.withKey(stack, "secrets", id);

const keyIdWanted = "the id of a key, without its ARN and not an alias";

export const securityLimitCases: CasesById = {
  ...credentialCases,
  "kms-key-provider": {
    violating: {
      "a key in another region than the cluster": {
        build: (stack) => {
          const provider = new AlicloudProvider(stack, "sh", { region: "cn-shanghai", alias: "sh" });
          const secretEncryption = new SecretKmsEncryption(stack, "secrets", { provider });
          return proCluster(stack, { secretEncryption });
        },
        at: "shop/cluster",
        got: "a key in cn-shanghai for a cluster in cn-hangzhou",
        want: "one region for both",
        fix: "give SecretKmsEncryption the provider of the cluster",
        rows: ["kms-key-first"],
      },
    },
    legal: {
      "a key and a cluster of one provider": {
        build: (stack) => {
          const provider = new AlicloudProvider(stack, "sh", { region: "cn-hangzhou", alias: "sh" });
          const secretEncryption = new SecretKmsEncryption(stack, "secrets", { provider });
          return proCluster(stack, { provider, secretEncryption });
        },
        rows: ["kms-key-first"],
      },
      "a key of another provider of the same region": (stack) => {
        const provider = new AlicloudProvider(stack, "kms", { region: "cn-hangzhou", alias: "kms" });
        const secretEncryption = new SecretKmsEncryption(stack, "secrets", { provider });
        return proCluster(stack, { secretEncryption });
      },
      "a key that exists": (stack) => {
        const provider = new AlicloudProvider(stack, "sh", { region: "cn-hangzhou", alias: "sh" });
        const secretEncryption = SecretKmsEncryption.withKey(stack, "secrets", "key-hzz62f");
        return proCluster(stack, { provider, secretEncryption });
      },
      "no provider for either": (stack) =>
        proCluster(stack, { secretEncryption: new SecretKmsEncryption(stack, "secrets") }),
    },
    unknown: {
      "a region that only Terraform knows": {
        build: (stack) => {
          const provider = new AlicloudProvider(stack, "kms", { region: textToken(stack), alias: "kms" });
          const secretEncryption = new SecretKmsEncryption(stack, "secrets", { provider });
          return proCluster(stack, { secretEncryption });
        },
        limit: "silent",
      },
    },
  },
  "kms-key-id": {
    violating: {
      "an alias": {
        build: existingKey("alias/ack"),
        at: "shop/secrets",
        got: 'keyId "alias/ack"',
        want: keyIdWanted,
      },
      "an ARN": {
        build: existingKey("acs:kms:cn-hangzhou:1234:key/key-hzz62f"),
        at: "shop/secrets",
        got: 'keyId "acs:kms:cn-hangzhou:1234:key/key-hzz62f"',
        want: keyIdWanted,
      },
      "no text": { build: existingKey(""), at: "shop/secrets", got: 'keyId ""', want: keyIdWanted },
    },
    legal: {
      "the id of a key of a KMS instance": existingKey("key-hzz62f1cb66fa42qo6xkl"),
      "the id of a key of the shared KMS": existingKey("08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4fb73"),
    },
    unknown: {
      "an id that only Terraform knows": {
        build: (stack) => existingKey(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "kms-pending-window": {
    violating: {
      "6 days": {
        build: newKey({ pendingWindowDays: 6 }),
        at: "shop/secrets",
        got: "pendingWindowDays 6 days",
        want: "a whole number from 7 to 366 days",
      },
      "367 days": {
        build: newKey({ pendingWindowDays: 367 }),
        at: "shop/secrets",
        got: "pendingWindowDays 367 days",
        want: "a whole number from 7 to 366 days",
      },
    },
    legal: { "7 days": newKey({ pendingWindowDays: 7 }), "366 days": newKey({ pendingWindowDays: 366 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => newKey({ pendingWindowDays: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "kms-rotation-interval": {
    violating: {
      "6 days": {
        build: newKey({ rotationDays: 6 }),
        at: "shop/secrets",
        got: "rotationDays 6 days",
        want: "a whole number from 7 to 730 days",
      },
      "731 days": {
        build: newKey({ rotationDays: 731 }),
        at: "shop/secrets",
        got: "rotationDays 731 days",
        want: "a whole number from 7 to 730 days",
      },
      "half a day": {
        build: newKey({ rotationDays: 7.5 }),
        at: "shop/secrets",
        got: "rotationDays 7.5 days",
        want: "a whole number from 7 to 730 days",
      },
    },
    legal: { "7 days": newKey({ rotationDays: 7 }), "730 days": newKey({ rotationDays: 730 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => newKey({ rotationDays: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
};
