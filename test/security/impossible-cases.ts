import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossibleEncryption: readonly Impossible[] = [
  {
    name: "a key for Secrets of another kind",
    body: `new SecretKmsEncryption(stack, "s", { keySpec: "RSA_2048" });`,
    message: /'keySpec' does not exist in type 'SecretKmsEncryptionProps \| ExistingKey'/,
  },
  {
    name: "settings for a key for Secrets that exists",
    body: `new SecretKmsEncryption(stack, "s", { keyId: "key-1", rotationDays: 30 });`,
    message: /'keyId' does not exist in type 'SecretKmsEncryptionProps'/,
  },
];
