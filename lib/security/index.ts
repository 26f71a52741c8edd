export { keyOfClusterLimits } from "./limits";
export { providerCredentials } from "./provider-credentials";
export { SecretKmsEncryption, type SecretKmsEncryptionProps } from "./secret-kms-encryption";
