export * from "./cty-type";
export * from "./path";
export * from "./value";
