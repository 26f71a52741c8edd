import { AlicloudProvider, type AlicloudProviderConfig } from "@cdktf/provider-alicloud/lib/provider";
import type { Construct, IConstruct } from "constructs";
import { declareFacts, registryOf, type Limit } from "../limits";
import { defaultsFor, merged, type OrganisationDefaults } from "./defaults";
import type { OwnedClusterFacts, OwnedNodePoolFacts } from "./facts";
import { organisationLimits } from "./limits";
import { storeOf, type Judged } from "./store";

/**
 * What an organisation says of a scope (an app, a stack or one construct) and all that is made in it: defaults, and limits of its
 * own. It is said before the constructs are made.
 */
export class Organisation {
  public static of(scope: Construct): Organisation {
    return new Organisation(scope);
  }

  private constructor(private readonly scope: Construct) {}

  /** Says what constructs have unless their props say otherwise. The nearest scope wins, and tags add up. */
  public setDefaults(defaults: OrganisationDefaults): this {
    const store = storeOf(this.scope);
    this.judge("defaults", []);
    store.defaults.set(this.scope, merged(store.defaults.get(this.scope) ?? {}, defaults));
    return this;
  }

  /** Holds every cluster of the scope to limits of one's own. */
  public limitClusters(...limits: Limit<OwnedClusterFacts>[]): this {
    return this.add("clusters", limits as unknown as Limit<never>[]);
  }

  /** Holds every node pool of the scope to limits of one's own. */
  public limitNodePools(...limits: Limit<OwnedNodePoolFacts>[]): this {
    return this.add("nodePools", limits as unknown as Limit<never>[]);
  }

  /** Makes the provider configuration of a stack, in the region of the organisation unless `config` names another. */
  public addProvider(id: string, config: AlicloudProviderConfig = {}): AlicloudProvider {
    const { region } = defaultsFor(this.scope, id);
    return new AlicloudProvider(this.scope, id, { ...(region === undefined ? {} : { region }), ...config });
  }

  private add(judged: Judged, limits: readonly Limit<never>[]): this {
    const store = storeOf(this.scope);
    const before = store.limits.get(this.scope) ?? { clusters: [], nodePools: [] };
    this.judge(
      "limits",
      limits.map(({ id }) => id),
    );
    registryOf(this.scope).own.push(...limits);
    store.limits.set(this.scope, { ...before, [judged]: [...before[judged], ...limits] });
    store.holding.clear();
    return this;
  }

  private judge(what: string, limitIds: readonly string[]): void {
    const madeBefore = storeOf(this.scope).used.get(this.scope);
    declareFacts(this.scope, organisationLimits, { what, madeBefore, limitIds });
  }
}

/** Judges a construct by the limits of its organisation, if there are any. */
export function judgeOwn<F extends object>(construct: IConstruct, judged: Judged, facts: () => F): void {
  const limits = limitsIn(construct.node.scope ?? construct)[judged];
  if (limits.length > 0) {
    declareFacts(construct, limits as unknown as readonly Limit<F>[], facts());
  }
}

function limitsIn(scope: IConstruct) {
  const { limits, holding } = storeOf(scope);
  const known = holding.get(scope);
  if (known !== undefined) {
    return known;
  }
  const said = limits.size === 0 ? [] : scope.node.scopes.map((one) => limits.get(one));
  const found = {
    clusters: said.flatMap((one) => one?.clusters ?? []),
    nodePools: said.flatMap((one) => one?.nodePools ?? []),
  };
  holding.set(scope, found);
  return found;
}
