import type { ServiceRoleName } from "./roles";

/** What the limits of service roles need to know. */
export interface ServiceRoleFacts {
  /** Roles that are left as they are. */
  readonly except: readonly ServiceRoleName[];
  /** Roles that are asked for by name. */
  readonly wanted: readonly ServiceRoleName[];
}

/** All constructs that make service roles. */
export interface MadeRoleFacts {
  readonly makers: readonly string[];
}
