import { CsKubernetesPermissions } from "@cdktf/provider-alicloud/lib/cs-kubernetes-permissions";
import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { fact, isUnknown, unknown, type ElementsIn, type Relation, type TypedElement } from "../limits";
import type { PrincipalGrantsFacts } from "./facts";
import { placeOf, type Grant } from "./grant";
import { principalGrantsLimits } from "./principal-grants-limits";

/** What a principal and its grants bring; a grant gets its roles after it has joined. */
export type GrantsMember =
  | {
      readonly kind: "principal";
      readonly uid: string;
      readonly scope: IConstruct;
      readonly saysRead: boolean;
      readonly granted: readonly Grant[];
    }
  | { readonly kind: "grants"; readonly granted: readonly Grant[] };

/** All roles of one principal; the key is the `groupKey` of the principal. */
export const grantsOfPrincipal: Relation<GrantsMember, PrincipalGrantsFacts> = {
  id: "grants-of-principal",
  limits: principalGrantsLimits,
  facts: (members, elementsIn) => {
    const principals = members.flatMap(({ path, member }) =>
      member.kind === "principal" ? [{ path, ...member }] : [],
    );
    const grants = members.filter(({ member }) => member.kind === "grants");
    return {
      principals: principals.map(({ path }) => path),
      handMade: handMadeFor(principals, elementsIn),
      withoutRead: principals
        .filter(({ saysRead, granted }) => !saysRead && granted.length > 0)
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

/** The generated resource for the same id, beside principals in their stacks. */
function handMadeFor(
  principals: readonly { readonly uid: string; readonly scope: IConstruct }[],
  elementsIn: ElementsIn,
): string[] {
  const own = new Set(principals.map(({ scope }) => scope));
  const ids = new Set(principals.map(({ uid }) => uid));
  const stacks = new Set(principals.map(({ scope }) => TerraformStack.of(scope)));
  return [...stacks]
    .flatMap((stack) => elementsIn(stack))
    .filter(
      (element) =>
        isPermissions(element) && !own.has(element.node.scope ?? element) && ids.has(element.uidInput ?? ""),
    )
    .map(({ node }) => node.path);
}

function isPermissions(element: TypedElement): element is CsKubernetesPermissions {
  return (
    element.terraformResourceType === CsKubernetesPermissions.tfResourceType &&
    TerraformResource.isTerraformResource(element)
  );
}
