import type { IConstruct } from "constructs";
import { isQuotaValue, quotas, type QuotaName, type QuotaValues } from "./quota-names";
import { registryOf, sameAccount, type Registry } from "./registry";

/** The key of this library in the context of cdktf.json. */
export const contextKey = "cdktf-ack";

const none: Readonly<Record<string, unknown>> = {};

/** What was told about quotas, right or wrong: scopes that were told the same share it. */
export type ToldQuotas = Readonly<Record<string, unknown>>;

/** Answers which quota applies to a scope: the nearest declaration above it, then the context, then the documented default. */
export class QuotaLookup {
  private readonly declared = new Map<IConstruct, QuotaValues>();
  private readonly accounts = new Map<IConstruct, string>();
  private readonly declaredByParent = new Map<IConstruct, ToldQuotas>();

  constructor(private readonly registry: Registry) {
    for (const { scope, values, account } of registry.quotas) {
      this.declared.set(scope, { ...this.declared.get(scope), ...given(values) });
      if (account !== undefined) {
        this.accounts.set(scope, account);
      }
    }
  }

  /** What holds for the scopes of a group; they nearly always share one answer. */
  public toldTo(scopes: readonly IConstruct[]): readonly ToldQuotas[] {
    const answers: ToldQuotas[] = [];
    for (const scope of scopes) {
      const declared = this.declaredFor(scope);
      const { quotas: inContext } = contextOf(scope, this.registry);
      const told = isRecord(inContext) ? { ...inContext, ...declared } : declared;
      if (told !== answers.at(-1)) {
        answers.push(told);
      }
    }
    return answers;
  }

  /** The group that a member of an account-wide relation belongs to: its declared account, or else its stack. */
  public groupKey(key: string, scope: IConstruct, stackPath: string): string {
    if (key !== sameAccount) {
      return key;
    }
    const account =
      this.accounts.size === 0 ? undefined : nearest(scope, (ancestor) => this.accounts.get(ancestor));
    return account === undefined ? `stack:${stackPath}` : `account:${account}`;
  }

  private declaredFor(scope: IConstruct): ToldQuotas {
    const own = this.declared.get(scope);
    const parent = scope.node.scope;
    const above = parent === undefined ? none : this.declaredIn(parent);
    return own === undefined ? above : { ...above, ...own };
  }

  /** Kept by parent: thousands of pools stand beside each other, and to keep it for each would cost more than to find it. */
  private declaredIn(parent: IConstruct): ToldQuotas {
    let told = this.declaredByParent.get(parent);
    if (told === undefined) {
      told = this.declaredFor(parent);
      this.declaredByParent.set(parent, told);
    }
    return told;
  }
}

/** A group belongs to several scopes; the most generous declaration counts, since each declares a fact about the same thing. */
export function quotaOf(name: QuotaName, told: readonly ToldQuotas[]): number {
  let most: number | undefined;
  for (const { [name]: value } of told) {
    // A wrong value is reported where it was told; what it would have meant for others is not.
    if (isQuotaValue(value) && (most === undefined || value > most)) {
      most = value;
    }
  }
  return most ?? quotas[name].default;
}

/** What the context says to this library: from the cdktf command line, from the program, or loaded from cdktf.json. */
export function libraryContext(scope: IConstruct): Readonly<Record<string, unknown>> {
  return contextOf(scope, registryOf(scope));
}

function contextOf(scope: IConstruct, registry: Registry): Readonly<Record<string, unknown>> {
  const context = rawContext(scope, registry);
  return isRecord(context) ? context : none;
}

/** The same as it stands there, right or wrong. */
export function rawContext(scope: IConstruct, registry = registryOf(scope)): unknown {
  return scope.node.tryGetContext(contextKey) ?? registry.context?.[contextKey];
}

/** The quotas in the context, under the names and with the values that stand there, right or wrong. */
export function contextQuotas(scope: IConstruct): Readonly<Record<string, unknown>> {
  const { quotas: declared } = libraryContext(scope);
  return isRecord(declared) ? declared : none;
}

/** What was declared: "not given" must not erase what was said before. */
export function given(values: QuotaValues): QuotaValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nearest<T>(scope: IConstruct, find: (ancestor: IConstruct) => T | undefined): T | undefined {
  let ancestor: IConstruct | undefined = scope;
  while (ancestor !== undefined) {
    const found = find(ancestor);
    if (found !== undefined) {
      return found;
    }
    ancestor = ancestor.node.scope;
  }
  return undefined;
}
