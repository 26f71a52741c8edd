import { fact, isUnknown, unknown, type Relation } from "../limits";
import type { PrincipalGrantsFacts } from "./facts";
import { placeOf, type Grant } from "./grant";
import { principalGrantsLimits } from "./principal-grants-limits";

/** What a principal and its grants bring; a grant gets its roles after it has joined. */
export type GrantsMember =
  | { readonly kind: "principal"; readonly saysRead: boolean; readonly granted: readonly Grant[] }
  | { readonly kind: "grants"; readonly granted: readonly Grant[] };

/** All roles of one principal; the key is the `groupKey` of the principal. */
export const grantsOfPrincipal: Relation<GrantsMember, PrincipalGrantsFacts> = {
  id: "grants-of-principal",
  limits: principalGrantsLimits,
  facts: (members) => {
    const principals = members.filter(({ member }) => member.kind === "principal");
    const grants = members.filter(({ member }) => member.kind === "grants");
    return {
      principals: principals.map(({ path }) => path),
      withoutRead: principals
        .filter(({ member }) => member.kind === "principal" && !member.saysRead && member.granted.length > 0)
        .map(({ path }) => path),
      empty: grants.filter(({ member }) => member.granted.length === 0).map(({ path }) => path),
      roles: grants.flatMap(({ path, member }) =>
        member.granted.map((grant) => {
          const { cluster, namespace, roleName, isCustom } = grant;
          const tokens = [namespace, roleName].map((one) => fact(one)).filter(isUnknown);
          return (
            tokens.map(({ token }) => unknown(token))[0] ?? {
              path,
              cluster: cluster?.groupKey,
              namespace,
              where: placeOf(grant),
              roleName,
              isCustom,
            }
          );
        }),
      ),
    };
  },
};
