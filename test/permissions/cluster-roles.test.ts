import { App, type TerraformStack } from "cdktf";
import { Principal, ProCluster } from "cdktf-ack";
import {
  clusterAdminRules,
  ClusterKubernetesProvider,
  CustomClusterRole,
  NamespacedRole,
  RbacBinding,
  RbacSubject,
  RoleRule,
  UrlRule,
} from "cdktf-ack/kubernetes";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, testStack } from "../support/stacks";

type Body = Readonly<Record<string, unknown>>;

/** A stack with a provider of Kubernetes for an existing cluster. */
function workloads() {
  const stack = testStack("workloads");
  const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
  new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
  return { stack, cluster };
}

function only(stack: TerraformStack, type: string): Body {
  const bodies = synthesize(stack).resources(type);
  expect(Object.keys(bodies)).toHaveLength(1);
  return Object.values(bodies)[0] ?? {};
}

const pods = { resources: ["pods"] };
const allVerbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
const alice = (stack: TerraformStack) =>
  Principal.ramUser(stack, "alice", { user: { uid: "200000000000000001" }, readAccess: "elsewhere" });

describe("a Role of a namespace", () => {
  test("is the one that the manual shows", () => {
    const { stack } = workloads();
    new NamespacedRole(stack, "role", {
      roleName: "test-role",
      namespace: "default",
      rules: [RoleRule.write(pods)],
      labels: { team: "shop" },
    });
    expect(only(stack, "kubernetes_role_v1")).toEqual({
      metadata: { name: "test-role", namespace: "default", labels: { team: "shop" } },
      rule: [{ api_groups: [""], resources: ["pods"], verbs: allVerbs }],
    });
  });

  test("is bound in its own namespace", () => {
    const { stack } = workloads();
    const role = new NamespacedRole(stack, "role", {
      roleName: "pods",
      namespace: "shop",
      rules: [RoleRule.read(pods)],
    });
    new RbacBinding(stack, "binding", {
      role,
      bindingName: "pods",
      subjects: [
        RbacSubject.user("jane"),
        RbacSubject.group("developers"),
        RbacSubject.serviceAccount("ci", "deployer"),
      ],
    });
    const apiGroup = "rbac.authorization.k8s.io";
    expect(only(stack, "kubernetes_role_binding_v1")).toEqual({
      metadata: { name: "pods", namespace: "shop" },
      role_ref: { api_group: apiGroup, kind: "Role", name: "pods" },
      subject: [
        { kind: "User", name: "jane", api_group: apiGroup },
        { kind: "Group", name: "developers", api_group: apiGroup },
        { kind: "ServiceAccount", name: "deployer", namespace: "ci" },
      ],
      depends_on: [expect.stringMatching(/^kubernetes_role_v1\.role_/)],
    });
  });
});

describe("a ClusterRole", () => {
  test("can be for single applications, for other groups and for addresses", () => {
    const { stack } = workloads();
    new CustomClusterRole(stack, "role", {
      roleName: "shop-web",
      rules: [
        RoleRule.write({ apiGroups: ["apps"], resources: ["deployments"], names: ["web"] }),
        RoleRule.allow(["impersonate"], { resources: ["users"] }),
        UrlRule.allow(["get"], ["/healthz", "/metrics/*"]),
      ],
    });
    expect(only(stack, "kubernetes_cluster_role_v1")).toEqual({
      metadata: { name: "shop-web" },
      rule: [
        {
          api_groups: ["apps"],
          resources: ["deployments"],
          resource_names: ["web"],
          verbs: ["delete", "get", "list", "patch", "update", "watch"],
        },
        { api_groups: [""], resources: ["users"], verbs: ["impersonate"] },
        { non_resource_urls: ["/healthz", "/metrics/*"], verbs: ["get"] },
      ],
    });
  });

  test("can have all rights, as cs:admin has in clusters of today", () => {
    const { stack } = workloads();
    new CustomClusterRole(stack, "admin", { roleName: "cs:admin", rules: clusterAdminRules });
    expect(only(stack, "kubernetes_cluster_role_v1")["rule"]).toEqual([
      { api_groups: ["*"], resources: ["*"], verbs: ["*"] },
      { non_resource_urls: ["*"], verbs: ["*"] },
    ]);
  });

  test("is bound in all namespaces or in one, by itself or by the name of one that is there", () => {
    const { stack } = workloads();
    const subjects = [RbacSubject.group("developers")];
    const role = new CustomClusterRole(stack, "role", { roleName: "pods", rules: [RoleRule.read(pods)] });
    new RbacBinding(stack, "everywhere", { role, bindingName: "pods", subjects });
    new RbacBinding(stack, "in-shop", { role: "view", namespace: "shop", bindingName: "view", subjects });
    expect(only(stack, "kubernetes_cluster_role_binding_v1")).toMatchObject({
      metadata: { name: "pods" },
      role_ref: { kind: "ClusterRole", name: "pods" },
    });
    expect(only(stack, "kubernetes_role_binding_v1")).toMatchObject({
      metadata: { name: "view", namespace: "shop" },
      role_ref: { kind: "ClusterRole", name: "view" },
    });
  });

  test("is there before it is granted, in one stack", () => {
    const { stack, cluster } = workloads();
    const role = new CustomClusterRole(stack, "role", { roleName: "pods", rules: [RoleRule.read(pods)] });
    cluster.grant(alice(stack)).clusterRole(role, { namespaces: ["shop"] });
    expect(only(stack, "alicloud_cs_kubernetes_permissions")).toMatchObject({
      permissions: [{ role_type: "namespace", role_name: "pods", is_custom: true }],
      depends_on: [expect.stringMatching(/^kubernetes_cluster_role_v1\.role_/)],
    });
  });

  test("is there before it is granted, in a stack that comes first", () => {
    const { stack, cluster } = workloads();
    const role = new CustomClusterRole(stack, "role", { roleName: "pods", rules: [RoleRule.read(pods)] });
    const access = besideStack(stack, "access");
    cluster.grant(alice(access)).clusterRole(role);
    expect(access.dependencies.map(({ node }) => node.id)).toEqual(["workloads"]);
    App.of(stack).synth();
    expect(only(access, "alicloud_cs_kubernetes_permissions")["permissions"]).toMatchObject([
      { role_name: "pods" },
    ]);
  });

  test("takes a provider, dependencies, lifecycle settings and overrides", () => {
    const { stack, cluster } = workloads();
    const provider = new ClusterKubernetesProvider(stack, "other", { cluster, alias: "other" });
    const first = new CustomClusterRole(stack, "first", { roleName: "a", rules: [] });
    const role = new CustomClusterRole(stack, "role", {
      roleName: "b",
      rules: [RoleRule.read(pods)],
      provider,
      dependsOn: [first],
      lifecycle: { preventDestroy: true },
    });
    role.resource.addOverride("metadata.annotations", { note: "kept" });
    expect(Object.values(synthesize(stack).resources("kubernetes_cluster_role_v1"))[1]).toMatchObject({
      provider: "kubernetes.other",
      metadata: { name: "b", annotations: { note: "kept" } },
      depends_on: [expect.stringMatching(/^kubernetes_cluster_role_v1\.first_/)],
      lifecycle: { prevent_destroy: true },
    });
  });
});
