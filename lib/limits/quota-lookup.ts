import type { IConstruct } from "constructs";
import { isQuotaValue, quotas, type QuotaName, type QuotaValues } from "./quota-names";
import { registryOf, sameAccount, type Registry } from "./registry";

/** The key of this library in the context of cdktf.json. */
export const contextKey = "cdktf-ack";

const none: Readonly<Record<string, unknown>> = {};

/** Answers which quota applies to a scope: the nearest declaration above it, then the context, then the documented default. */
export class QuotaLookup {
  private readonly declared = new Map<IConstruct, QuotaValues>();
  private readonly accounts = new Map<IConstruct, string>();
  private readonly contexts = new Map<IConstruct, Readonly<Record<string, unknown>>>();

  constructor(registry: Registry) {
    for (const { scope, values, account } of registry.quotas) {
      this.declared.set(scope, { ...this.declared.get(scope), ...given(values) });
      if (account !== undefined) {
        this.accounts.set(scope, account);
      }
    }
  }

  /** A group belongs to several scopes; the most generous declaration counts, since each declares a fact about the same thing. */
  public forGroup(name: QuotaName, scopes: readonly IConstruct[]): number {
    let most: number | undefined;
    for (const scope of scopes) {
      const value = this.forScope(name, scope);
      most = value === undefined || (most !== undefined && most >= value) ? most : value;
    }
    return most ?? quotas[name].default;
  }

  /** The group that a member of an account-wide relation belongs to: its declared account, or else its stack. */
  public groupKey(key: string, scope: IConstruct, stackPath: string): string {
    if (key !== sameAccount) {
      return key;
    }
    const account = nearest(scope, (ancestor) => this.accounts.get(ancestor));
    return account === undefined ? `stack:${stackPath}` : `account:${account}`;
  }

  private forScope(name: QuotaName, scope: IConstruct): number | undefined {
    const declared = this.declaredAbove(name, scope) ?? this.inContext(scope)[name];
    // A wrong value is reported where it was told; what it would have meant for others is not.
    return isQuotaValue(declared) ? declared : undefined;
  }

  private declaredAbove(name: QuotaName, scope: IConstruct): number | undefined {
    return this.declared.size === 0
      ? undefined
      : nearest(scope, (ancestor) => this.declared.get(ancestor)?.[name]);
  }

  /** Kept, because each of thousands of pools counts against several quotas. */
  private inContext(scope: IConstruct): Readonly<Record<string, unknown>> {
    let values = this.contexts.get(scope);
    if (values === undefined) {
      values = contextQuotas(scope);
      this.contexts.set(scope, values);
    }
    return values;
  }
}

/** What the context says to this library: from the cdktf command line, from the program, or loaded from cdktf.json. */
export function libraryContext(scope: IConstruct): Readonly<Record<string, unknown>> {
  const context = rawContext(scope);
  return isRecord(context) ? context : none;
}

/** The same as it stands there, right or wrong. */
export function rawContext(scope: IConstruct): unknown {
  return scope.node.tryGetContext(contextKey) ?? registryOf(scope).context?.[contextKey];
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
