import { facts, isToken, isUnknown, type Fact, type FactList } from "../limits";
import { RoleRule, UrlRule, type ClusterRoleRule } from "./role-rule";

/** What the limits need to know of rules. */
export function ruleFacts(rules: readonly ClusterRoleRule[]): {
  readonly ruleCount: number;
  readonly lacking: readonly string[];
  readonly verbsOnNames: FactList<string>;
} {
  return {
    ruleCount: rules.length,
    lacking: rules.flatMap((rule) => [
      ...(isEmpty(rule.verbs) ? ["verbs"] : []),
      ...(rule instanceof RoleRule && isEmpty(rule.target.resources) ? ["resources"] : []),
      ...(rule instanceof UrlRule && isEmpty(rule.urls) ? ["addresses"] : []),
    ]),
    verbsOnNames: rules.flatMap((rule) =>
      rule instanceof RoleRule && rule.target.names !== undefined ? verbsOf(rule) : [],
    ),
  };
}

function verbsOf({ verbs }: RoleRule): readonly Fact<string>[] {
  const known = facts(verbs) ?? [];
  return isUnknown(known) ? [known] : known;
}

function isEmpty(list: readonly string[]): boolean {
  return !isToken(list) && list.length === 0;
}

/** A rule for objects, as the resources of both kinds of roles take it. */
export function ruleArguments({ verbs, target: { apiGroups = [""], resources, names } }: RoleRule): {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
} {
  return {
    apiGroups: [...apiGroups],
    resources: [...resources],
    ...(names === undefined ? {} : { resourceNames: [...names] }),
    verbs: [...verbs],
  };
}
