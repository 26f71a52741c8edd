export { AccountChecks, type AccountCheckOptions } from "./account-checks";
export type { FreeAddressOptions } from "./addresses";
export type { ServiceRoleCheckOptions } from "./service-roles";
