import type { TerraformStack } from "cdktf";
import { Principal, ProCluster, type GrantOptions, type Grants, type PrincipalOptions } from "cdktf-ack";
import { csKubernetesPermissions, ramRole, ramUser } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { besideStack, textToken } from "../support/stacks";
import { roleLimitCases } from "./role-limit-cases";

const elsewhere: PrincipalOptions = { readAccess: "elsewhere" };
const uid = "200000000000000001";
const user = (stack: TerraformStack, id = "alice", options: PrincipalOptions = elsewhere) =>
  Principal.ramUser(stack, id, { user: { uid }, ...options });
const existing = (stack: TerraformStack, clusterId = "c82e6987", id = "cluster") =>
  ProCluster.fromAttributes(stack, id, { clusterId });

/** A user of some UID, and a role of some id. */
const withUid = (given: string) => (stack: TerraformStack) =>
  Principal.ramUser(stack, "alice", { user: { uid: given }, ...elsewhere });
const withRoleId = (roleId: (role: ramRole.RamRole) => string) => (stack: TerraformStack) =>
  Principal.ramRole(stack, "ci", {
    role: { roleId: roleId(new ramRole.RamRole(stack, "role", { roleName: "ci" })) },
    ...elsewhere,
  });

/** Grants to one user in one existing cluster. */
const granting = (give: (grants: Grants) => unknown) => (stack: TerraformStack) =>
  give(existing(stack).grant(user(stack)));
const devIn = (options: GrantOptions) => granting((grants) => grants.dev(options));
/** Grants to one user in several places of one existing cluster. */
const several =
  (...gives: readonly ((cluster: ProClusterLike, principal: Principal) => unknown)[]) =>
  (stack: TerraformStack) => {
    const [cluster, principal] = [existing(stack), user(stack)];
    for (const give of gives) give(cluster, principal);
  };
type ProClusterLike = ReturnType<typeof existing>;
const inShop = { namespaces: ["shop"] };
const at = "shop/alice/grants/cluster";

/** The limits on who gets which role where. */
const grantLimitCases: CasesById = {
  "rbac-principal-id": {
    violating: {
      "the ARN of a user": {
        build: withUid("acs:ram::1234567890123456:user/alice"),
        at: "shop/alice",
        got: 'the id of the principal "acs:ram::1234567890123456:user/alice"',
        want: "digits alone",
      },
      "the name of a role": {
        build: (stack) =>
          Principal.ramRole(stack, "ci", { role: { roleId: "KubernetesReader" }, ...elsewhere }),
        at: "shop/ci",
        got: 'the id of the principal "KubernetesReader"',
        want: "digits alone",
      },
    },
    legal: {
      "a UID": withUid("211753170234512345"),
      "the id of a role": (stack) =>
        Principal.ramRole(stack, "ci", { role: { roleId: "300000000000000001" }, ...elsewhere }),
      "a user of the app": (stack) =>
        Principal.ramUser(stack, "bob", {
          user: new ramUser.RamUser(stack, "user", { name: "bob" }),
          ...elsewhere,
        }),
    },
    unknown: {
      "what only Terraform knows": { build: (stack) => withUid(textToken(stack))(stack), limit: "silent" },
    },
  },
  "rbac-principal-attribute": {
    violating: {
      "the id of a role in Terraform, which is its name": {
        build: withRoleId((role) => role.id),
        at: "shop/ci",
        got: "alicloud_ram_role.id",
        want: "alicloud_ram_role.role_id",
      },
      "the ARN of a role": {
        build: withRoleId((role) => role.arn),
        at: "shop/ci",
        got: "alicloud_ram_role.arn",
        want: "alicloud_ram_role.role_id",
      },
      "the name of a user": {
        build: (stack) => withUid(new ramUser.RamUser(stack, "user", { name: "bob" }).name)(stack),
        at: "shop/alice",
        got: "alicloud_ram_user.name",
        want: "alicloud_ram_user.id",
      },
    },
    legal: {
      "the id of a role in RAM": withRoleId((role) => role.roleId),
      "the id of a user": (stack) => withUid(new ramUser.RamUser(stack, "user", { name: "bob" }).id)(stack),
      "the output of a stack": (stack) => withUid(textToken(besideStack(stack, "base")))(stack),
    },
  },
  "rbac-account-id": {
    violating: {
      "the ARN of an account": {
        build: (stack) =>
          Principal.account(stack, "partner", { accountId: "acs:ram::1234567890123456:root" }),
        at: "shop/partner",
        got: 'accountId "acs:ram::1234567890123456:root"',
        want: "digits alone",
      },
    },
    legal: {
      "the UID of an account": (stack) =>
        Principal.account(stack, "partner", { accountId: "1234567890123456" }),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => Principal.account(stack, "partner", { accountId: textToken(stack) }),
        limit: "silent",
      },
    },
  },
  "rbac-read-needs-name": {
    violating: {
      "a user of whom the UID alone is known": {
        build: (stack) => user(stack, "alice", { readAccess: "attach" }),
        at: "shop/alice",
        got: 'readAccess "attach" for a principal without a name',
        want: "the name of the user or role",
      },
    },
    legal: {
      "a user with a name": (stack) =>
        Principal.ramUser(stack, "alice", { user: { uid, name: "alice" }, readAccess: "attach" }),
      "a policy from elsewhere": (stack) => user(stack),
    },
  },
  "rbac-principal-once": {
    violating: {
      "two principals of one UID": {
        build: (stack) => [user(stack), user(stack, "zoe")],
        at: "shop/zoe",
        got: "a principal that shop/alice stands for already",
        want: "one principal for each user and role of the app",
      },
      "two stacks that each grant to one user": {
        build: (stack) => [user(stack), user(besideStack(stack, "zoo"), "alice")],
        at: "zoo/alice",
        got: "a principal that shop/alice stands for already",
        want: "one principal for each user and role of the app",
      },
      "a generated resource for the same user": {
        build: (stack) => [
          user(stack),
          new csKubernetesPermissions.CsKubernetesPermissions(stack, "by-hand", { uid }),
        ],
        at: "shop/by-hand",
        got: "a principal that shop/alice stands for already",
        want: "one principal for each user and role of the app",
      },
      "two principals of one resource": {
        build: (stack) => {
          const bob = { user: new ramUser.RamUser(stack, "user", { name: "bob" }), ...elsewhere };
          Principal.ramUser(stack, "one", bob);
          Principal.ramUser(stack, "two", bob);
        },
        at: "shop/two",
        got: "a principal that shop/one stands for already",
        want: "one principal for each user and role of the app",
      },
    },
    legal: {
      "a generated resource for somebody else": (stack) => [
        user(stack),
        new csKubernetesPermissions.CsKubernetesPermissions(stack, "by-hand", { uid: "200000000000000002" }),
      ],
      "principals of several users": (stack) => [
        user(stack),
        Principal.ramUser(stack, "bob", { user: { uid: "200000000000000002" }, ...elsewhere }),
      ],
    },
  },
  "rbac-needs-ram-read": {
    violating: {
      "a grant without a policy": {
        build: (stack) =>
          existing(stack)
            .grant(user(stack, "alice", {}))
            .dev(),
        at: "shop/alice",
        got: "grants for a principal of whom nobody says that it may read the clusters",
        want: "a RAM policy to read them (without it, the answer is ErrorRamPolicyConfig)",
        rows: ["rbac-needs-ram-read"],
      },
    },
    legal: {
      "a policy to read the cluster": {
        build: (stack) =>
          existing(stack)
            .grant(Principal.ramUser(stack, "alice", { user: { uid, name: "alice" }, readAccess: "attach" }))
            .dev(),
        rows: ["rbac-needs-ram-read"],
      },
      "a policy from elsewhere": granting((grants) => grants.dev()),
      "a principal without grants": (stack) => user(stack, "alice", {}),
    },
  },
  "rbac-grant-says-role": {
    violating: {
      "a grant of nothing": {
        build: granting((grants) => grants),
        at,
        got: "a grant of no role",
        want: "a role",
      },
    },
    legal: { "a grant of a role": granting((grants) => grants.dev()) },
  },
  "rbac-one-preset-many-custom": {
    violating: {
      "two presets in a cluster": {
        build: granting((grants) => grants.ops().restricted()),
        at,
        got: "the preset role restricted beside ops for the cluster shop/cluster",
        want: "one preset role",
        rows: ["rbac-one-preset-many-custom"],
      },
      "two presets in a namespace": {
        build: granting((grants) => grants.dev(inShop).restricted({ namespaces: ["pay", "shop"] })),
        at,
        got: "the preset role restricted beside dev for the namespace shop of the cluster shop/cluster",
        want: "one preset role",
        rows: ["rbac-one-preset-many-custom"],
      },
      "two presets on all clusters, in two calls": {
        build: (stack) => {
          const principal = user(stack);
          principal.onAllClusters().dev();
          principal.onAllClusters().ops();
        },
        at: "shop/alice/grants/all-clusters-2",
        got: "the preset role ops beside dev for all clusters",
        want: "one preset role",
      },
    },
    legal: {
      "one preset and several ClusterRoles": {
        build: granting((grants) => grants.dev().clusterRole("view").clusterRole("cs:admin")),
        rows: ["rbac-one-preset-many-custom"],
      },
      "presets in several namespaces": granting((grants) =>
        grants.dev(inShop).restricted({ namespaces: ["pay"] }),
      ),
      "a stronger preset in a part": several(
        (cluster, principal) => cluster.grant(principal).dev(inShop),
        (_, principal) => principal.onAllClusters().restricted(),
      ),
    },
    unknown: {
      "a namespace of which only Terraform knows": {
        build: (stack) => {
          const namespaces = [textToken(stack)];
          granting((grants) => grants.dev({ namespaces }).restricted({ namespaces }))(stack);
        },
        limit: "partly",
      },
    },
  },
  "rbac-grant-once": {
    violating: {
      "one role twice": {
        build: several(
          (cluster, principal) => cluster.grant(principal).clusterRole("view"),
          (cluster, principal) => cluster.grant(principal).clusterRole("view"),
        ),
        at: "shop/alice/grants/cluster-2",
        got: "the role view for the cluster shop/cluster, which shop/alice/grants/cluster grants as well",
        want: "one grant of it",
      },
    },
    legal: {
      "one role in two namespaces": devIn({ namespaces: ["shop", "pay"] }),
      "a preset and a ClusterRole of one name": granting((grants) => grants.admin().clusterRole("admin")),
    },
    unknown: {
      "a role of which only Terraform knows": {
        build: (stack) => {
          const role = textToken(stack);
          granting((grants) => grants.clusterRole(role))(stack);
        },
        limit: "partly",
      },
    },
  },
  "rbac-grant-covered": {
    violating: {
      "less in a namespace than in its cluster": {
        build: granting((grants) => grants.dev().restricted(inShop)),
        at,
        got: "the role restricted for the namespace shop of the cluster shop/cluster, and dev for the cluster shop/cluster",
        want: "roles of which each gives something",
        rows: ["rbac-additive-only"],
      },
      "as much in a cluster as on all": {
        build: several(
          (cluster, principal) => cluster.grant(principal).dev(),
          (_, principal) => principal.onAllClusters().dev(),
        ),
        at,
        got: "the role dev for the cluster shop/cluster, and dev for all clusters",
        want: "roles of which each gives something",
      },
    },
    legal: {
      "more in a namespace than in its cluster": {
        build: granting((grants) => grants.restricted().dev(inShop)),
        rows: ["rbac-additive-only"],
      },
      "a role in another cluster": (stack) => {
        const principal = user(stack);
        existing(stack).grant(principal).ops();
        existing(stack, "c2", "other").grant(principal).restricted();
      },
    },
    unknown: {
      "a namespace of which only Terraform knows": {
        build: (stack) => devIn({ namespaces: [textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "rbac-cluster-id": {
    violating: {
      "the name of a cluster": {
        build: (stack) => existing(stack, "shop-prod").grant(user(stack)).dev(),
        at,
        got: 'clusterId "shop-prod"',
        want: "the id of a cluster: c, and lower-case letters and digits",
      },
    },
    legal: {
      "an id": (stack) => existing(stack, "c82e6987e2961451182edacd74faf0123").grant(user(stack)).dev(),
      "all clusters": (stack) => user(stack).onAllClusters().dev(),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => existing(stack, textToken(stack)).grant(user(stack)).dev(),
        limit: "silent",
      },
    },
  },
  "rbac-namespace-name": {
    violating: {
      "a pattern": {
        build: devIn({ namespaces: ["shop", "team-*"] }),
        at,
        got: 'the namespace "team-*"',
        want: "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends",
      },
    },
    legal: { "names of namespaces": devIn({ namespaces: ["kube-system", "n".repeat(63)] }) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => devIn({ namespaces: ["shop", textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "rbac-namespaces-given": {
    violating: {
      "no namespace": {
        build: devIn({ namespaces: [] }),
        at,
        got: "namespaces without any",
        want: "at least one namespace",
        also: ["rbac-grant-says-role"],
      },
    },
    legal: { "the whole cluster": devIn({}), "a namespace": devIn(inShop) },
    unknown: {
      "a namespace of which only Terraform knows": {
        build: (stack) => devIn({ namespaces: [textToken(stack)] })(stack),
        limit: "silent",
      },
    },
  },
  "rbac-preset-scope": {
    violating: {
      "operations in a namespace": {
        build: granting((grants) => grants.ops(inShop)),
        at,
        got: "the preset role ops in namespaces",
        want: "dev or restricted there",
        rows: ["rbac-preset-scope"],
      },
    },
    legal: {
      "developers in a namespace": { build: devIn(inShop), rows: ["rbac-preset-scope"] },
      "operations in the whole cluster": granting((grants) => grants.ops()),
      "a ClusterRole that is called admin": granting((grants) => grants.clusterRole("admin", inShop)),
    },
    unknown: {
      "a role of which only Terraform knows": {
        build: (stack) => {
          const name = textToken(stack);
          granting((grants) => grants.preset(name, inShop))(stack);
        },
        limit: "silent",
      },
    },
  },
  "rbac-cluster-admin-caution": {
    violating: {
      "cluster-admin": {
        build: granting((grants) => grants.clusterRole("cluster-admin")),
        at,
        got: "cluster-admin for the cluster shop/cluster",
        want: "a role that gives what is needed",
        rows: ["rbac-cluster-admin-caution"],
      },
    },
    legal: {
      "the preset for administrators": {
        build: granting((grants) => grants.admin()),
        rows: ["rbac-cluster-admin-caution"],
      },
    },
    unknown: {
      "a role of which only Terraform knows": {
        build: (stack) => {
          const role = textToken(stack);
          granting((grants) => grants.clusterRole(role))(stack);
        },
        limit: "silent",
      },
    },
  },
  "rbac-role-name": {
    violating: {
      "a name with its kind": {
        build: granting((grants) => grants.clusterRole("ClusterRole/view")),
        at,
        got: 'role "ClusterRole/view"',
        want: "a name without spaces, slashes and percent signs",
      },
    },
    legal: { "a name with a colon": granting((grants) => grants.clusterRole("cs:admin")) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => {
          const role = textToken(stack);
          granting((grants) => grants.clusterRole(role))(stack);
        },
        limit: "silent",
      },
    },
  },
};

export const permissionsLimitCases: CasesById = { ...grantLimitCases, ...roleLimitCases };
