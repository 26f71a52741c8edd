export * from "./load";
export * from "./model";
export { Models } from "./models";
