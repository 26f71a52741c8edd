export { SecretKmsEncryption, type SecretKmsEncryptionProps } from "./secret-kms-encryption";
