/** Objects in a cluster. */
export interface RuleTarget {
  /** Resources in the plural, as the API has them: `pods`, `deployments/scale`; `*` for all. */
  readonly resources: readonly string[];

  /**
   * The API groups of the resources: `apps`, or `*` for all.
   * @default - the core group, which has Pods, Services, Secrets and the like
   */
  readonly apiGroups?: readonly string[];

  /**
   * Names of single objects: a role for one application.
   * @default - all objects
   */
  readonly names?: readonly string[];
}

/** Asked for together, as the manual has them. */
const reading = ["get", "list", "watch"];
const writing = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
/** What can be held to objects of given names. */
const writingOne = ["delete", "get", "list", "patch", "update", "watch"];

/** What a Role or a ClusterRole lets do. Rules add up; none takes anything away. */
export class RoleRule {
  /** Looks at objects: get, list and watch. */
  public static read(target: RuleTarget): RoleRule {
    return RoleRule.allow(reading, target);
  }

  /** Looks at objects and changes them: all verbs that the API has for them; for objects of given names, those that name one. */
  public static write(target: RuleTarget): RoleRule {
    return RoleRule.allow(target.names === undefined ? writing : writingOne, target);
  }

  /** Any verbs: `*`, or for example `impersonate`, `bind`, `escalate`. */
  public static allow(verbs: readonly string[], target: RuleTarget): RoleRule {
    return new RoleRule(verbs, target);
  }

  private constructor(
    public readonly verbs: readonly string[],
    public readonly target: RuleTarget,
  ) {}
}

/** What a ClusterRole lets do with addresses of the API server that stand for no objects. */
export class UrlRule {
  /** @param urls `/healthz`, or `/metrics/*`; `*` for all */
  public static allow(verbs: readonly string[], urls: readonly string[]): UrlRule {
    return new UrlRule(verbs, urls);
  }

  private constructor(
    public readonly verbs: readonly string[],
    public readonly urls: readonly string[],
  ) {}
}

/** A rule of a ClusterRole. */
export type ClusterRoleRule = RoleRule | UrlRule;

/** Everything: the rules that `cluster-admin` and `cs:admin` have. */
export const clusterAdminRules: readonly ClusterRoleRule[] = [
  RoleRule.allow(["*"], { apiGroups: ["*"], resources: ["*"] }),
  UrlRule.allow(["*"], ["*"]),
];
