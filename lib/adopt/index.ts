export { Adopt, type AdoptedVpcOptions } from "./adopt";
export { LetGo } from "./let-go";
export { Moved } from "./moved";
export type { AdoptedVSwitches } from "./vswitches";
