export { AckProduct, ActivatedAck } from "./activation";
export { neededRoles, roleUsersIn, type NeededRole } from "./needs";
export { neededProducts, type NeededProduct } from "./products";
export { policyOf, serviceRoles, type ServiceRole, type ServiceRoleName } from "./roles";
export { ServiceRoles, type ServiceRoleOptions } from "./service-roles";
