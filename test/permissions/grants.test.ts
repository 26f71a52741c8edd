import { App, TerraformOutput, type TerraformStack } from "cdktf";
import * as fc from "fast-check";
import {
  AlicloudProvider,
  ManagedCluster,
  Principal,
  ProCluster,
  RegisteredCluster,
  type PrincipalOptions,
} from "cdktf-ack";
import { ramRole, ramUser } from "cdktf-ack/alicloud";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, proCluster, testStack, textToken } from "../support/stacks";

type Body = Readonly<Record<string, unknown>>;
type Bodies = Readonly<Record<string, Body>>;

const permissionsType = "alicloud_cs_kubernetes_permissions";
const resourcesIn = (stack: TerraformStack, type: string): Bodies => synthesize(stack).resources(type);
const onlyOne = (bodies: Bodies): Body => {
  expect(Object.keys(bodies)).toHaveLength(1);
  return Object.values(bodies)[0] ?? {};
};
const permissionsIn = (stack: TerraformStack) => onlyOne(resourcesIn(stack, permissionsType));
const existing = (stack: TerraformStack, clusterId: string, id = clusterId) =>
  ProCluster.fromAttributes(stack, id, { clusterId });
const elsewhere = { readAccess: "elsewhere" } as const;
const alice = (stack: TerraformStack, options: PrincipalOptions = elsewhere) =>
  Principal.ramUser(stack, "alice", { user: { uid: "200000000000000001", name: "alice" }, ...options });
const wholeCluster = { role_type: "cluster", namespace: "", is_custom: false, is_ram_role: false };

describe("grants", () => {
  test("of one user in several clusters and places stand in one resource, a block for each", () => {
    const stack = testStack();
    const user = alice(stack);
    const owned = proCluster(stack);
    owned
      .grant(user)
      .dev({ namespaces: ["shop", "pay"] })
      .clusterRole("view");
    existing(stack, "c82e6987").grant(user).ops();
    user.onAllClusters().restricted();
    const cluster = "${alicloud_cs_managed_kubernetes.cluster_A4C38409.id}";
    expect(permissionsIn(stack)).toEqual({
      uid: "200000000000000001",
      permissions: [
        { ...wholeCluster, role_type: "all-clusters", cluster: "", role_name: "restricted" },
        { ...wholeCluster, cluster: "c82e6987", role_name: "ops" },
        { ...wholeCluster, cluster, role_name: "view", is_custom: true },
        { ...wholeCluster, cluster, role_type: "namespace", namespace: "pay", role_name: "dev" },
        { ...wholeCluster, cluster, role_type: "namespace", namespace: "shop", role_name: "dev" },
      ],
    });
  });

  test("have presets by the names of ACK, and take the name of one that is to come", () => {
    const stack = testStack();
    const user = alice(stack);
    existing(stack, "c1").grant(user).admin();
    existing(stack, "c2").grant(user).ops();
    existing(stack, "c3").grant(user).dev();
    existing(stack, "c4").grant(user).restricted();
    existing(stack, "c5").grant(user).preset("admin-view");
    const blocks = permissionsIn(stack)["permissions"] as Body[];
    expect(blocks.map(({ cluster, role_name, is_custom }) => [cluster, role_name, is_custom])).toEqual([
      ["c1", "admin", false],
      ["c2", "ops", false],
      ["c3", "dev", false],
      ["c4", "restricted", false],
      ["c5", "admin-view", false],
    ]);
  });

  test("can be given in clusters of every kind, owned and existing", () => {
    const stack = testStack();
    const user = alice(stack);
    ManagedCluster.fromAttributes(stack, "managed", { clusterId: "c1" }).grant(user).dev();
    RegisteredCluster.fromAttributes(stack, "registered", { clusterId: "c2" }).grant(user).dev();
    expect(permissionsIn(stack)["permissions"]).toHaveLength(2);
  });

  test("come in one order, whatever order they are given in", () => {
    const calls: ((user: Principal, stack: TerraformStack) => unknown)[] = [
      (user, stack) => (stack.node.findChild("c1") as ProCluster).grant(user).ops(),
      (user, stack) => (stack.node.findChild("c1") as ProCluster).grant(user).clusterRole("view"),
      (user, stack) => (stack.node.findChild("c2") as ProCluster).grant(user).dev({ namespaces: ["b", "a"] }),
      (user, stack) => (stack.node.findChild("c2") as ProCluster).grant(user).dev({ namespaces: ["c"] }),
      (user, stack) =>
        (stack.node.findChild("c3") as ProCluster).grant(user).clusterRole("edit", { namespaces: ["a"] }),
      (user) => user.onAllClusters().restricted(),
    ];
    const textOf = (order: readonly number[]) => {
      const stack = testStack();
      for (const id of ["c1", "c2", "c3"]) existing(stack, id);
      const user = alice(stack, { readAccess: "attach" });
      for (const index of order) calls[index]?.(user, stack);
      const { resources } = synthesize(stack);
      return JSON.stringify([resources(permissionsType), resources("alicloud_ram_policy")]);
    };
    const indexes = calls.map((_, index) => index);
    const usual = textOf(indexes);
    fc.assert(
      fc.property(fc.shuffledSubarray(indexes, { minLength: indexes.length }), (order) => {
        expect(textOf(order)).toBe(usual);
      }),
      { numRuns: 30 },
    );
  });

  test("come and go without a change of the others, and of no address", () => {
    const synthesized = (more: boolean) => {
      const stack = testStack();
      const user = alice(stack);
      if (more) existing(stack, "c0").grant(user).admin();
      existing(stack, "c1")
        .grant(user)
        .dev({ namespaces: more ? ["a", "b"] : ["b"] });
      const permissions = resourcesIn(stack, permissionsType);
      return { addresses: Object.keys(permissions), blocks: onlyOne(permissions)["permissions"] as Body[] };
    };
    const [before, after] = [synthesized(false), synthesized(true)];
    expect(after.addresses).toEqual(before.addresses);
    expect(after.blocks).toEqual(expect.arrayContaining(before.blocks));
    expect(after.blocks).toHaveLength(before.blocks.length + 2);
  });

  test("are at addresses that stay", () => {
    const stack = testStack();
    existing(stack, "c1")
      .grant(alice(stack, { readAccess: "attach" }))
      .dev();
    Principal.account(stack, "partner", { accountId: "1234567890123456" }).onAllClusters().restricted();
    const addresses = [
      permissionsType,
      "alicloud_ram_policy",
      "alicloud_ram_user_policy_attachment",
      "alicloud_ram_role",
      "alicloud_ram_role_policy_attachment",
    ].flatMap((type) => Object.keys(resourcesIn(stack, type)).map((name) => `${type}.${name}`));
    expect(addresses).toMatchInlineSnapshot(`
     [
       "alicloud_cs_kubernetes_permissions.alice_permissions_7E15AA14",
       "alicloud_cs_kubernetes_permissions.partner_permissions_EE8EDB7C",
       "alicloud_ram_policy.alice_read-policy_5B90B3B4",
       "alicloud_ram_policy.partner_read-policy_9BB0D605",
       "alicloud_ram_user_policy_attachment.alice_read-attachment_23824490",
       "alicloud_ram_role.partner_role_57E06C7C",
       "alicloud_ram_role_policy_attachment.partner_read-attachment_CB6B7EFF",
     ]
    `);
  });

  test("that nobody gives make no resource", () => {
    const stack = testStack();
    alice(stack, { readAccess: "attach" });
    expect(resourcesIn(stack, permissionsType)).toEqual({});
    expect(resourcesIn(stack, "alicloud_ram_policy")).toEqual({});
  });

  test("that are given twice are one block", () => {
    const stack = testStack();
    const user = alice(stack);
    existing(stack, "c1").grant(user).dev();
    existing(stack, "c1", "again").grant(user).dev();
    expect(permissionsIn(stack)["permissions"]).toHaveLength(1);
  });
});

describe("a principal", () => {
  test("is known by the UID of a user of the app", () => {
    const stack = testStack();
    const user = new ramUser.RamUser(stack, "bob", { name: "bob" });
    existing(stack, "c1")
      .grant(Principal.ramUser(stack, "p", { user, ...elsewhere }))
      .dev();
    expect(permissionsIn(stack)["uid"]).toBe("${alicloud_ram_user.bob.id}");
  });

  test("is known by the id of a role, which is not the id in Terraform, and says that it is a role", () => {
    const stack = testStack();
    const role = new ramRole.RamRole(stack, "ci", { roleName: "ci" });
    const owned = Principal.ramRole(stack, "p", { role, ...elsewhere });
    existing(stack, "c1").grant(owned).dev();
    expect(permissionsIn(stack)).toMatchObject({
      uid: "${alicloud_ram_role.ci.role_id}",
      permissions: [{ is_ram_role: true }],
    });
    const other = testStack();
    const role2 = { roleId: "300000000000000001" };
    existing(other, "c1")
      .grant(Principal.ramRole(other, "p", { role: role2, ...elsewhere }))
      .dev();
    expect(permissionsIn(other)).toMatchObject({
      uid: "300000000000000001",
      permissions: [{ is_ram_role: true }],
    });
  });

  test("that is an account comes by a role that it may take on, and which reads the clusters", () => {
    const stack = testStack();
    const partner = Principal.account(stack, "partner", { accountId: "1234567890123456" });
    existing(stack, "c1").grant(partner).restricted();
    const role = onlyOne(resourcesIn(stack, "alicloud_ram_role"));
    expect(role["role_name"]).toBe("shop-partner");
    expect(JSON.parse(String(role["assume_role_policy_document"]))).toEqual({
      Statement: [
        {
          Action: "sts:AssumeRole",
          Effect: "Allow",
          Principal: { RAM: ["acs:ram::1234567890123456:root"] },
        },
      ],
      Version: "1",
    });
    expect(permissionsIn(stack)).toMatchObject({
      uid: expect.stringMatching(/^\$\{alicloud_ram_role\.\w+\.role_id\}$/) as string,
      permissions: [{ is_ram_role: true }],
    });
    expect(onlyOne(resourcesIn(stack, "alicloud_ram_role_policy_attachment"))).toMatchObject({
      policy_type: "Custom",
    });
    new TerraformOutput(stack, "role", { value: partner.role?.arn });
  });

  test("gets a policy for the clusters of its grants alone, before the grants", () => {
    const stack = testStack();
    const user = alice(stack, { readAccess: "attach" });
    existing(stack, "c2").grant(user).dev();
    existing(stack, "c1")
      .grant(user)
      .dev({ namespaces: ["a", "b"] });
    const policy = onlyOne(resourcesIn(stack, "alicloud_ram_policy"));
    expect(policy).toMatchObject({
      policy_name: "shop-alice-read",
      rotate_strategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
      force: true,
    });
    expect(JSON.parse(String(policy["policy_document"]))).toEqual({
      Statement: [
        {
          Action: ["cs:Describe*", "cs:Get*", "cs:List*"],
          Effect: "Allow",
          Resource: ["acs:cs:*:*:cluster/c1", "acs:cs:*:*:cluster/c2"],
        },
      ],
      Version: "1",
    });
    const attachments = resourcesIn(stack, "alicloud_ram_user_policy_attachment");
    expect(onlyOne(attachments)).toMatchObject({ user_name: "alice", policy_type: "Custom" });
    expect(permissionsIn(stack)["depends_on"]).toEqual(
      Object.keys(attachments).map((name) => `alicloud_ram_user_policy_attachment.${name}`),
    );
  });

  test("reads all clusters when it has a grant on all", () => {
    const stack = testStack();
    const user = alice(stack, { readAccess: "attach" });
    existing(stack, "c1").grant(user).dev();
    user.onAllClusters().restricted();
    expect(onlyOne(resourcesIn(stack, "alicloud_ram_policy"))["policy_document"]).toContain(
      '"Resource":["*"]',
    );
  });

  test("stands in one stack, and refers to clusters of others", () => {
    const stack = testStack("access");
    const user = alice(stack);
    for (const id of ["east", "west"]) {
      proCluster(besideStack(stack, id), { name: id }).grant(user).dev();
    }
    App.of(stack).synth();
    const { permissions } = permissionsIn(stack);
    expect((permissions as Body[]).map(({ cluster }) => cluster)).toEqual([
      expect.stringMatching(/^\$\{data\.terraform_remote_state\.\S+east\.outputs/),
      expect.stringMatching(/^\$\{data\.terraform_remote_state\.\S+west\.outputs/),
    ]);
  });

  test("takes timeouts, a provider and overrides", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "alias", { region: "cn-shanghai", alias: "shanghai" });
    const timeouts = { create: "30m", update: "20m", delete: "10m" };
    const user = alice(stack, { ...elsewhere, provider, timeouts });
    existing(stack, "c1").grant(user).dev();
    user.resource.addOverride("brand_new", true);
    expect(permissionsIn(stack)).toMatchObject({ provider: "alicloud.shanghai", timeouts, brand_new: true });
  });

  test("is held by Terraform to what it alone knows", () => {
    const stack = testStack();
    const [uid, clusterId, namespace] = ["uid", "cluster_id", "namespace"].map((id) => textToken(stack, id));
    const user = Principal.ramUser(stack, "alice", { user: { uid: uid ?? "" }, ...elsewhere });
    existing(stack, clusterId ?? "", "cluster")
      .grant(user)
      .dev({ namespaces: [namespace ?? ""] });
    const { lifecycle } = permissionsIn(stack) as {
      lifecycle: { precondition: { condition: string; error_message: string }[] };
    };
    expect(
      lifecycle.precondition.map(({ error_message: message, condition }) => [
        /limit {2}(\S+)/.exec(message)?.[1],
        /var\.\w+/.exec(condition)?.[0],
      ]),
    ).toEqual([
      ["rbac-principal-id", "var.uid"],
      ["rbac-cluster-id", "var.cluster_id"],
      ["rbac-namespace-name", "var.namespace"],
    ]);
  });

  test("is not held to the ids of what the app makes", () => {
    const stack = testStack();
    const user = new ramUser.RamUser(stack, "bob", { name: "bob" });
    proCluster(stack)
      .grant(Principal.ramUser(stack, "p", { user, ...elsewhere }))
      .dev();
    expect(permissionsIn(stack)).not.toHaveProperty("lifecycle");
  });

  test("asks ACK for its roles when it is told to, after its grants, and says which one is missing", () => {
    const stack = testStack();
    const user = alice(stack, { ...elsewhere, checkGrants: true });
    proCluster(stack)
      .grant(user)
      .dev({ namespaces: ["shop"] })
      .clusterRole("view");
    user.onAllClusters().restricted();
    const { data } = synthesize(stack).json as { data?: Readonly<Record<string, Bodies>> };
    const { lifecycle, ...actual } = onlyOne(data?.[permissionsType] ?? {});
    expect(actual).toEqual({
      uid: "200000000000000001",
      depends_on: Object.keys(resourcesIn(stack, permissionsType)).map(
        (name) => `${permissionsType}.${name}`,
      ),
    });
    const { postcondition } = lifecycle as { postcondition: { condition: string; error_message: string }[] };
    const cluster = "alicloud_cs_managed_kubernetes.cluster_A4C38409.id";
    const isThere = (where: string, role: string) =>
      `\${anytrue([for one in self.permissions : one.resource_id == ${where} && ${role}])}`;
    expect(postcondition.map(({ condition }) => condition)).toEqual([
      isThere('"all-clusters"', 'one.role_type == "restricted"'),
      isThere(`join("/", [${cluster}])`, 'one.role_type == "custom" && one.role_name == "view"'),
      isThere(`join("/", [${cluster}, "shop"])`, 'one.role_type == "dev"'),
    ]);
    expect(postcondition[2]?.error_message).toMatch(
      /check {2}rbac-grant-is-there {3}shop\/alice\n {2}got {4}no role dev for the namespace shop of the cluster shop\/cluster\n/,
    );
  });

  test("asks ACK for nothing unless it is told to, and not without a grant", () => {
    const stack = testStack();
    existing(stack, "c1").grant(alice(stack)).dev();
    expect(synthesize(stack).json).not.toHaveProperty("data");
    const other = testStack();
    alice(other, { ...elsewhere, checkGrants: true });
    expect(synthesize(other).json).not.toHaveProperty("data");
  });
});
