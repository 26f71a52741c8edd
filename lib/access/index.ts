export { addressOf, type ApiServerEndpoint } from "./api-server-address";
export {
  Authentication,
  connectionArguments,
  type AckRamToolOptions,
  type CaOptions,
  type ConnectionArguments,
} from "./authentication";
export {
  ClusterCredential,
  type ClusterCredentialOptions,
  type ClusterCredentialProps,
} from "./cluster-credential";
export { judgeAccess, judgeCall } from "./judge-access";
