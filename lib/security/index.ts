export { keyOfClusterLimits } from "./limits";
export { SecretKmsEncryption, type SecretKmsEncryptionProps } from "./secret-kms-encryption";
