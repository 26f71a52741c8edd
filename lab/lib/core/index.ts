export { decodeConfig } from "./decode";
export type { Decoded, DecodeOptions } from "./decode";
