import { ackGuide, alibabaCloud, findingsOf, limitsOn, provider, type Finding } from "../limits";
import type { PlacedRole, PrincipalGrantsFacts } from "./facts";

const principal = limitsOn<PrincipalGrantsFacts>("Permissions in clusters");

export const principalGrantsLimits = [
  principal.limit(
    "rbac-principal-once",
    ["principals", "handMade"],
    {
      statement:
        "All grants of a principal stand in one resource: the service documents that a call takes the place of what was granted before.",
      source: alibabaCloud("ACK, GrantPermissions (overwrites the permissions that have been granted)"),
      fix: "make one Principal, in the stack of the clusters or in one that comes after them, and give it to grant() of each cluster",
    },
    ({ principals: [first, ...later], handMade }) =>
      [...later, ...handMade].map((path) => ({
        at: path,
        got: `a principal that ${String(first)} stands for already`,
        want: "one principal for each user and role of the app",
      })),
  ),
  principal.limit(
    "rbac-needs-ram-read",
    ["withoutRead"],
    {
      statement:
        "ACK takes a grant for somebody who may read the cluster in RAM: cs:Get*, cs:List* and cs:Describe* on it.",
      source: ackGuide("3.2 Custom RAM policies", "708-733 and 1330"),
      rows: ["rbac-needs-ram-read"],
      advice: true,
      fix: 'give readAccess: "attach" to have a policy made for the clusters of the grants, or "elsewhere" where one is attached already',
    },
    ({ withoutRead }) =>
      withoutRead.map((path) => ({
        at: path,
        got: "grants for a principal of whom nobody says that it may read the clusters",
        want: "a RAM policy to read them (without it, the answer is ErrorRamPolicyConfig)",
      })),
  ),
  principal.limit(
    "rbac-grant-says-role",
    ["empty"],
    {
      statement: "A grant says which role is granted.",
      source: provider("alicloud_cs_kubernetes_permissions.permissions.role_name"),
      authority: "library",
      fix: "say the role: cluster.grant(principal).dev(), or leave the call out",
    },
    ({ empty }) => empty.map((path) => ({ at: path, got: "a grant of no role", want: "a role" })),
  ),
  principal.monotone(
    "rbac-one-preset-many-custom",
    ["roles"],
    {
      statement:
        "In one cluster or namespace a principal has one preset role, and any number of ClusterRoles beside it.",
      source: ackGuide("3.4 RBAC permissions of RAM users", "1362-1363 and 2922-2923"),
      rows: ["rbac-one-preset-many-custom"],
      fix: "keep the role that gives more, or grant one of them as a ClusterRole",
    },
    ({ roles }) => {
      const first = new Map<string, PlacedRole>();
      return findingsOf(presets(roles), (role) => {
        const earlier = first.get(placeKey(role));
        first.set(placeKey(role), earlier ?? role);
        return earlier === undefined || earlier.roleName === role.roleName
          ? undefined
          : {
              at: role.path,
              got: `the preset role ${role.roleName} beside ${earlier.roleName} for ${role.where}`,
              want: "one preset role",
            };
      });
    },
  ),
  principal.monotone(
    "rbac-grant-once",
    ["roles"],
    {
      statement: "A role that is granted twice in one place is one grant to the provider.",
      source: provider("alicloud_cs_kubernetes_permissions.permissions (a set)"),
      advice: true,
      fix: "leave one of them out",
    },
    ({ roles }) => {
      const first = new Map<string, string>();
      return findingsOf(roles, (role) => {
        const key = JSON.stringify([placeKey(role), role.isCustom, role.roleName]);
        const earlier = first.get(key);
        first.set(key, earlier ?? role.path);
        return earlier === undefined
          ? undefined
          : {
              at: role.path,
              got: `the role ${role.roleName} for ${role.where}, which ${earlier} grants as well`,
              want: "one grant of it",
            };
      });
    },
  ),
  principal.monotone(
    "rbac-grant-covered",
    ["roles"],
    {
      statement:
        "Roles add up: a preset role for a part takes nothing away from one that is as strong for the whole.",
      source: ackGuide("3.1 Authorization", "643-644 and 677-685"),
      rows: ["rbac-additive-only"],
      advice: true,
      fix: "leave it out; or, if less was meant, grant the stronger role in fewer places",
    },
    ({ roles }) => {
      const all = presets(roles);
      return findingsOf(all, (role) => {
        const above = all.find((other) => covers(other, role));
        return above === undefined ? undefined : coveredBy(role, above);
      });
    },
  ),
];

function presets(roles: readonly PlacedRole[]): readonly PlacedRole[] {
  return roles.filter(({ isCustom }) => !isCustom);
}

function placeKey({ cluster, namespace }: PlacedRole): string {
  return JSON.stringify([cluster, namespace]);
}

/** The preset roles of the manual, each of which may all that those before it may. */
const strength = ["restricted", "dev", "ops", "admin"];

function covers(whole: PlacedRole, part: PlacedRole): boolean {
  const isWider =
    whole.namespace === undefined &&
    (whole.cluster === undefined
      ? part.cluster !== undefined
      : whole.cluster === part.cluster && part.namespace !== undefined);
  const [strong, weak] = [strength.indexOf(whole.roleName), strength.indexOf(part.roleName)];
  return isWider && weak >= 0 && strong >= weak;
}

function coveredBy({ path, roleName, where }: PlacedRole, above: PlacedRole): Finding {
  return {
    at: path,
    got: `the role ${roleName} for ${where}, and ${above.roleName} for ${above.where}`,
    want: "roles of which each gives something",
  };
}
