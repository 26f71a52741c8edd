import { ackGuide, alibabaCloud, kubernetes, limitsOn, provider } from "../limits";
import type { GrantFacts, PrincipalFacts } from "./facts";

const principal = limitsOn<PrincipalFacts>("Permissions in clusters");

/** Attributes of users and roles that are not the id by which ACK knows them. */
const wrongAttributes: ReadonlySet<string> = new Set([
  "alicloud_ram_user.name",
  "alicloud_ram_user.display_name",
  "alicloud_ram_role.id",
  "alicloud_ram_role.arn",
  "alicloud_ram_role.name",
  "alicloud_ram_role.role_name",
]);

export const principalLimits = [
  principal.format("rbac-principal-id", "uid", /^\d+$/, "digits alone", {
    statement: "ACK knows a RAM user by its UID and a RAM role by its id, which both are digits.",
    source: provider("alicloud_cs_kubernetes_permissions.uid"),
    authority: "service",
    prop: "the id of the principal",
    fix: "copy the UID of the user, or the id of the role, from the RAM console: neither a name nor an ARN",
  }),
  principal.limit(
    "rbac-principal-attribute",
    ["uidSource", "isRamRole"],
    {
      statement:
        "The id of a RAM role in Terraform is its name; ACK wants its role_id, and of a RAM user its id.",
      source: provider("alicloud_cs_kubernetes_permissions.uid, alicloud_ram_role.role_id"),
      authority: "service",
      fix: "give the resource itself: Principal.ramRole(scope, id, { role }), Principal.ramUser(scope, id, { user })",
    },
    ({ uidSource, isRamRole }) =>
      uidSource !== undefined && wrongAttributes.has(uidSource)
        ? [{ got: uidSource, want: isRamRole ? "alicloud_ram_role.role_id" : "alicloud_ram_user.id" }]
        : [],
  ),
  principal.format("rbac-account-id", "accountId", /^\d+$/, "digits alone", {
    statement: "An Alibaba Cloud account is named by its UID, which is digits.",
    source: alibabaCloud("RAM, Policy elements, Principal"),
    authority: "service",
    prop: "accountId",
    fix: "copy the UID from the account center: neither a name nor an ARN",
  }),
  principal.limit(
    "rbac-read-needs-name",
    ["attachesPolicy", "hasName"],
    {
      statement: "RAM attaches policies to users and roles by their names.",
      source: provider(
        "alicloud_ram_user_policy_attachment.user_name, alicloud_ram_role_policy_attachment.role_name",
      ),
      authority: "provider",
      fix: 'say the name: user: { uid, name }; or readAccess: "elsewhere"',
    },
    ({ attachesPolicy, hasName }) =>
      attachesPolicy && !hasName
        ? [
            {
              got: 'readAccess "attach" for a principal without a name',
              want: "the name of the user or role",
            },
          ]
        : [],
  ),
];

const grant = limitsOn<GrantFacts>("Permissions in clusters");

/** Preset roles that the manual describes for whole clusters alone. */
const wholeClusterPresets: readonly string[] = ["admin", "ops"];

export const grantLimits = [
  grant.format(
    "rbac-cluster-id",
    "clusterId",
    /^c[0-9a-z]+$/,
    "the id of a cluster: c, and lower-case letters and digits",
    {
      statement: "A grant names its cluster by the id.",
      source: provider("alicloud_cs_kubernetes_permissions.permissions.cluster"),
      authority: "service",
      prop: "clusterId",
      fix: "give the id of the cluster to fromAttributes: neither its name nor an ARN",
    },
  ),
  grant.eachFormat(
    "rbac-namespace-name",
    "namespaces",
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    {
      member: "namespace",
      want: "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends",
    },
    {
      statement: "A grant in a namespace names it as Kubernetes names namespaces; there are no patterns.",
      source: kubernetes("Object Names and IDs"),
      authority: "kubernetes",
      fix: "name each namespace, or leave namespaces out for the whole cluster",
    },
  ),
  grant.limit(
    "rbac-namespaces-given",
    ["namespaces"],
    {
      statement: "A grant in namespaces names at least one: no namespace is not the whole cluster.",
      source: provider("alicloud_cs_kubernetes_permissions.permissions.namespace"),
      authority: "library",
      fix: "leave the call out, or leave namespaces out for the whole cluster",
    },
    ({ namespaces }) =>
      namespaces?.length === 0 ? [{ got: "namespaces without any", want: "at least one namespace" }] : [],
  ),
  grant.limit(
    "rbac-preset-scope",
    ["namespaces", "roleName", "isCustom"],
    {
      statement:
        "The manual describes the preset roles admin and ops for all namespaces, and dev and restricted for some of them as well.",
      source: ackGuide("3.1 Authorization", "677-685, 1370-1378 and 2930-2938"),
      rows: ["rbac-preset-scope"],
      advice: true,
      fix: "grant dev in namespaces, or the role in the whole cluster; admin of a namespace may grant roles in it",
    },
    ({ namespaces, roleName, isCustom }) =>
      namespaces !== undefined && namespaces.length > 0 && !isCustom && wholeClusterPresets.includes(roleName)
        ? [{ got: `the preset role ${roleName} in namespaces`, want: "dev or restricted there" }]
        : [],
  ),
  grant.limit(
    "rbac-cluster-admin-caution",
    ["where", "roleName", "isCustom"],
    {
      statement: "Who has the ClusterRole cluster-admin may do in a cluster what the account may do.",
      source: ackGuide("3.4 RBAC permissions of RAM users", "1412 and 1438-1439"),
      rows: ["rbac-cluster-admin-caution"],
      advice: true,
      fix: "grant the preset role admin or ops; or acknowledge this",
    },
    ({ where, roleName, isCustom }) =>
      isCustom && roleName === "cluster-admin"
        ? [{ got: `cluster-admin for ${where}`, want: "a role that gives what is needed" }]
        : [],
  ),
  grant.format(
    "rbac-role-name",
    "roleName",
    /^(?!\.{1,2}$)[^/%\s]+$/,
    "a name without spaces, slashes and percent signs",
    {
      statement: "A role is named as Kubernetes names roles: as a part of a path.",
      source: kubernetes("Object Names and IDs, path segment names"),
      authority: "kubernetes",
      prop: "role",
      fix: "give the name of the ClusterRole, such as view or cs:admin",
    },
  ),
  grant.limit(
    "rbac-role-before-grant",
    ["roleComesLater", "roleName"],
    {
      statement:
        "A ClusterRole is there before it is granted, so its stack comes before that of the principal.",
      source: ackGuide("3.4 RBAC permissions of RAM users", "1380-1383"),
      advice: true,
      fix: "make the principal in a stack that comes after the one with the role; or acknowledge this, and deploy twice",
    },
    ({ roleComesLater, roleName }) =>
      roleComesLater
        ? [{ got: `a grant of ${roleName}, which a later stack makes`, want: "a role that is there" }]
        : [],
  ),
];
