import type { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import type { RamUser } from "@cdktf/provider-alicloud/lib/ram-user";
import type { ResourceOptions, Timeouts } from "../resource";

/**
 * How a principal comes to read clusters in RAM, without which ACK takes no grant for it.
 *
 * - `attach`: by a policy that is made and attached here, for the clusters of the grants alone.
 * - `elsewhere`: by a policy that the app does not know of.
 */
export type ReadAccess = "attach" | "elsewhere";

export interface PrincipalOptions extends ResourceOptions {
  /**
   * How the principal comes to read clusters in RAM. `attach` needs its name.
   * @default - nobody says: an advice reminds of it. `attach` for an account
   */
  readonly readAccess?: ReadAccess;

  /**
   * Asks ACK in each plan for the roles of the principal, and fails where one is missing that was granted here: the provider itself
   * does not look. It needs the right to read the permissions of others.
   * @default false
   */
  readonly checkGrants?: boolean;

  /** @default - 90 minutes for the first grants, 60 for changes and their end */
  readonly timeouts?: Timeouts;
}

/** A RAM user that the app does not make. */
export interface ExistingRamUser {
  /** The UID of the user, digits alone. */
  readonly uid: string;

  /**
   * The name of the user in RAM.
   * @default - unknown: nothing can be attached
   */
  readonly name?: string;
}

/** A RAM role that the app does not make. */
export interface ExistingRamRole {
  /** The id of the role, digits alone: neither its name nor its ARN. */
  readonly roleId: string;

  /**
   * The name of the role in RAM.
   * @default - unknown: nothing can be attached
   */
  readonly name?: string;
}

export interface RamUserPrincipalProps extends PrincipalOptions {
  /** The resource of a RAM user, or one that exists. To change it takes the grants from the one and gives them to the other. */
  readonly user: RamUser | ExistingRamUser;
}

export interface RamRolePrincipalProps extends PrincipalOptions {
  /** The resource of a RAM role, or one that exists. To change it takes the grants from the one and gives them to the other. */
  readonly role: RamRole | ExistingRamRole;
}

export interface AccountPrincipalProps extends PrincipalOptions {
  /** The UID of the other account. Its users and roles that may call `sts:AssumeRole` take on the role. */
  readonly accountId: string;
}
