export { Adopt, type AdoptedVpcOptions } from "./adopt";
export type { AdoptedVSwitches } from "./vswitches";
