export { decodeConfig } from "./decode";
export type { Decoded, DecodeOptions } from "./decode";
export { expectAccepted, judge } from "./judge";
export type { Problem } from "./judge";
