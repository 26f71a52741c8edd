import type { IConstruct } from "constructs";
import type { Limit } from "../limits";
import type { OrganisationDefaults } from "./defaults";

/** What constructs are held to by limits of the team. */
export type Judged = "clusters" | "nodePools";

export interface OwnLimits {
  readonly clusters: readonly Limit<never>[];
  readonly nodePools: readonly Limit<never>[];
}

/** What organisations said of the scopes of an app. Plain data, so that two copies of the library can share it. */
export interface Store {
  readonly defaults: Map<IConstruct, OrganisationDefaults>;
  readonly limits: Map<IConstruct, OwnLimits>;
  /** The limits that hold in a scope, so that thousands of pools beside each other share one list. */
  readonly holding: Map<IConstruct, OwnLimits>;
  /** Scopes that something was made in, by the path of the first. */
  readonly used: Map<IConstruct, string>;
}

const storeKey = Symbol.for("cdktf-ack/organisation/1");

/** The store hangs on the root of the tree: an app has one, and nothing outlives it. */
export function storeOf(scope: IConstruct): Store {
  const root = scope.node.root as IConstruct & { [storeKey]?: Store };
  const existing = root[storeKey];
  if (existing !== undefined) {
    return existing;
  }
  const store: Store = { defaults: new Map(), limits: new Map(), holding: new Map(), used: new Map() };
  Object.defineProperty(root, storeKey, { value: store });
  return store;
}

/** Notes that a construct was made in a scope: what is said of it from then on would come too late. */
export function use({ used }: Store, scope: IConstruct, path: string): void {
  let ancestor: IConstruct | undefined = scope;
  while (ancestor !== undefined && !used.has(ancestor)) {
    used.set(ancestor, path);
    ancestor = ancestor.node.scope;
  }
}
