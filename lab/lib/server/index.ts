export type { Transport } from "./address";
export { ProviderServers } from "./provider-servers";
export type { ServersOptions } from "./provider-servers";
