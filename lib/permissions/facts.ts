import type { Fact, FactList } from "../limits";

/** What the limits of a principal need to know. */
export interface PrincipalFacts {
  /** Absent where a resource says it. */
  readonly uid: Fact<string> | undefined;
  /** The attribute of a resource that the id comes from, where it comes from one: `alicloud_ram_role.id`. */
  readonly uidSource: string | undefined;
  readonly isRamRole: boolean;
  readonly accountId: Fact<string> | undefined;
  readonly attachesPolicy: boolean;
  readonly hasName: boolean;
}

/** What the limits of one grant need to know. */
export interface GrantFacts {
  /** In the words of messages: "the cluster shop/cluster". */
  readonly where: string;
  /** Absent for all clusters, and for those that the app makes. */
  readonly clusterId: Fact<string> | undefined;
  /** Absent for the whole cluster. */
  readonly namespaces: FactList<string> | undefined;
  readonly roleName: Fact<string>;
  readonly isCustom: boolean;
  /** Whether the ClusterRole is made in a stack that comes after that of the grant. */
  readonly roleComesLater: boolean;
}

/** One role of a principal in one place. */
export interface PlacedRole {
  /** Path of the construct that grants it. */
  readonly path: string;
  /** `groupKey` of the cluster; absent for all clusters. */
  readonly cluster: string | undefined;
  /** Absent for the whole cluster. */
  readonly namespace: string | undefined;
  /** In the words of messages: "the namespace shop of shop/cluster". */
  readonly where: string;
  readonly roleName: string;
  readonly isCustom: boolean;
}

/** What the limits on all grants of one principal need to know. */
export interface PrincipalGrantsFacts {
  /** Paths of the constructs that stand for the principal. */
  readonly principals: readonly string[];
  /** Paths of generated resources for the same id. */
  readonly handMade: readonly string[];
  /** Of those that have grants, the paths of those of which nobody says that they may read clusters in RAM. */
  readonly withoutRead: readonly string[];
  readonly roles: FactList<PlacedRole>;
  /** Paths of grants that say no role. */
  readonly empty: readonly string[];
}

/** What the limits of a Role or a ClusterRole need to know. */
export interface ClusterRoleFacts {
  readonly roleName: Fact<string>;
  /** Absent for a ClusterRole. */
  readonly namespace: Fact<string> | undefined;
  readonly ruleCount: number;
  /** What rules do not say: "verbs", "resources". */
  readonly lacking: readonly string[];
  /** Verbs of rules for objects of given names. */
  readonly verbsOnNames: FactList<string>;
}

/** What the limits of a binding need to know. */
export interface BindingFacts {
  readonly namespace: Fact<string> | undefined;
  readonly subjectCount: number;
  /** Users and groups by their names; no service accounts. */
  readonly people: FactList<string>;
  readonly roleName: Fact<string>;
}
