import { checkChange, formatFinding, type ResourceChange } from "cdktf-ack/guard";
import { CLUSTER, destruction, POOL, update } from "./support";

const replacement = (change: ResourceChange): ResourceChange => ({
  ...change,
  actions: ["delete", "create"],
});

describe("the message", () => {
  test("names what, where, the argument with both values, the cost, and how to mend it", () => {
    const change = update(CLUSTER, { pod_cidr: "172.20.0.0/16" }, { pod_cidr: "172.30.0.0/16" });
    const [finding] = checkChange({ ...replacement(change), replacePaths: [["pod_cidr"]] });
    expect(finding && formatFinding(finding)).toBe(
      [
        "  error  cluster-replaced   alicloud_cs_managed_kubernetes.shop",
        '    got    pod_cidr "172.20.0.0/16" -> "172.30.0.0/16"',
        "    want   pod_cidr as before: the provider can only replace the cluster",
        "    cost   everything in the cluster: workloads, Secrets, volumes, the address of the API server, and all pools and add-ons with it",
        '    fix    put the old value back, build a second one beside it, or allow "replace" with a reason',
        "    see    Terraform provider aliyun/alicloud 1.289.0, alicloud_cs_managed_kubernetes.pod_cidr, docs/guard.md#cluster-replaced",
      ].join("\n"),
    );
  });

  test("says why Terraform replaces what no argument forces", () => {
    const change = { ...replacement(update(POOL, {}, {})), reason: "replace_because_tainted" };
    expect(checkChange(change)[0]).toMatchObject({
      rule: "node-pool-replaced",
      arguments: [],
      got: "replaced, because it is tainted: an earlier create went wrong",
    });
  });

  test("says why Terraform destroys, and what else the resource may have become", () => {
    const change = destruction(POOL, {}, "delete_because_no_resource_config");
    const [finding] = checkChange(change, { created: [`${POOL}.shop_workers`] });
    expect(finding).toMatchObject({
      rule: "node-pool-destroyed",
      got: "destroyed, because it is no longer in the configuration",
      fix: `if it only became ${POOL}.shop_workers, say so with a moved block or moveTo(); put it back into the code, or allow "destroy" with a reason`,
    });
  });
});

const severities: [type: string, replaced: string | undefined, destroyed: string | undefined][] = [
  ["alicloud_cs_managed_kubernetes", "error", "error"],
  ["alicloud_cs_kubernetes", "error", "error"],
  ["alicloud_cs_edge_kubernetes", "error", "error"],
  ["alicloud_cs_serverless_kubernetes", "error", "error"],
  ["alicloud_ack_one_cluster", "error", "error"],
  ["alicloud_cs_kubernetes_node_pool", "error", "error"],
  ["alicloud_kms_key", "error", "error"],
  ["alicloud_nas_file_system", "error", "error"],
  ["alicloud_oss_bucket", "error", "error"],
  ["alicloud_log_project", "error", "error"],
  ["alicloud_vpc", "error", "error"],
  ["alicloud_vswitch", "error", "warning"],
  ["alicloud_eip_address", "warning", "warning"],
  ["alicloud_nat_gateway", "warning", "warning"],
  ["alicloud_security_group", "warning", "warning"],
  ["alicloud_snat_entry", undefined, undefined],
  ["alicloud_tag", undefined, undefined],
];

test.each(severities)("%s: replaced is %s, destroyed is %s", (type, replaced, destroyed) => {
  const change = { ...replacement(update(type, {}, {})), reason: "replace_by_request" };
  expect(checkChange(change)[0]?.severity).toBe(replaced);
  const createdFirst = type === POOL ? "warning" : replaced;
  expect(checkChange({ ...change, actions: ["create", "delete"] })[0]?.severity).toBe(createdFirst);
  expect(checkChange(destruction(type))[0]?.severity).toBe(destroyed);
  expect(checkChange({ ...change, actions: ["create"], before: null })).toEqual([]);
});

test("a cluster that its pools make Terraform create first is refused under a name that stays", () => {
  const change = (name: string): ResourceChange => ({
    ...update(
      CLUSTER,
      { name: "shop", service_cidr: "172.20.0.0/20" },
      { name, service_cidr: "172.30.0.0/20" },
    ),
    actions: ["create", "delete"],
  });
  const [replaced, refused, ...others] = checkChange(change("shop"));
  expect(others).toEqual([]);
  expect(replaced).toMatchObject({ rule: "cluster-replaced", severity: "error" });
  expect(refused).toMatchObject({
    rule: "step-refused",
    arguments: ["name"],
    got: 'created before its predecessor goes, under its name "shop"',
  });
  expect(checkChange(change("shop-2")).map(({ rule }) => rule)).toEqual(["cluster-replaced"]);
});

describe("a pool that is created before its predecessor goes", () => {
  const createdFirst = (before: object, after: object): ResourceChange => ({
    ...update(POOL, { ram_role_name: "a", ...before }, { ram_role_name: "b", ...after }),
    actions: ["create", "delete"],
    replacePaths: [["ram_role_name"]],
  });

  test("is a warning that says so, and what happens to the Pods", () => {
    const change = createdFirst({ node_pool_name: "shop-0a1b2c3d" }, { node_pool_name: "shop-4e5f6a7b" });
    const [finding, ...others] = checkChange(change);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "node-pool-replaced",
      severity: "warning",
      change: "replace",
      got: 'ram_role_name "a" -> "b"; the new one is created first',
      cost: expect.stringContaining("the Pods of the old nodes, which start anew on the new ones") as string,
    });
  });

  test("is refused under a name that stays", () => {
    const findings = checkChange(createdFirst({ node_pool_name: "shop" }, { node_pool_name: "shop" }));
    expect(findings[1]).toMatchObject({
      rule: "step-refused",
      severity: "error",
      arguments: ["node_pool_name"],
      got: 'created before its predecessor goes, under its name "shop"',
    });
  });

  test.each([
    [
      "that Terraform will know",
      { node_pool_name: "shop" },
      { node_pool_name: "shop" },
      { node_pool_name: true },
    ],
    [
      "in another cluster",
      { node_pool_name: "shop", cluster_id: "c1" },
      { node_pool_name: "shop", cluster_id: "c2" },
      {},
    ],
  ])("is not under a name %s", (_, before, after, afterUnknown) => {
    const findings = checkChange({ ...createdFirst(before, after), afterUnknown });
    expect(findings.map(({ rule }) => rule)).toEqual(["node-pool-replaced"]);
  });
});

test("a type with the name of a method of objects is none that is precious", () => {
  expect(checkChange(destruction("constructor"))).toEqual([]);
});

describe("deletion protection", () => {
  test.each([
    [CLUSTER, true],
    ["alicloud_kms_key", "Enabled"],
  ])("that is still on when %s is destroyed is a warning of its own", (type, value) => {
    const findings = checkChange(destruction(type, { deletion_protection: value }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      "deletion-protected",
      "warning",
    ]);
  });

  test("that is off, or that is switched off, is none", () => {
    expect(checkChange(destruction(CLUSTER, { deletion_protection: false }))).toHaveLength(1);
    expect(
      checkChange(update(CLUSTER, { deletion_protection: true }, { deletion_protection: false })),
    ).toEqual([]);
  });
});

test("what Terraform lets go of is a note where it matters", () => {
  const change: ResourceChange = { ...destruction(CLUSTER), actions: ["forget"] };
  expect(checkChange(change)).toMatchObject([{ rule: "let-go", severity: "note" }]);
  expect(checkChange({ ...change, type: "alicloud_tag" })).toEqual([]);
});

test("an object that a broken replacement left behind is called one", () => {
  const [finding] = checkChange({ ...destruction(POOL), deposed: "a1b2c3d4" });
  expect(finding?.got).toContain("a1b2c3d4, left behind by a broken replacement");
});

describe("secrets", () => {
  const secret = "Passw0rd!x";

  test("that Terraform marks are never shown", () => {
    const change = replacement(update(POOL, { ram_role_name: secret }, { ram_role_name: `${secret}2` }));
    const masks = { beforeSensitive: { ram_role_name: true }, afterSensitive: { ram_role_name: true } };
    const [finding] = checkChange({ ...change, ...masks, replacePaths: [["ram_role_name"]] });
    expect(finding?.got).toBe("ram_role_name (not shown) -> (not shown)");
  });

  test.each([
    [POOL, "kms_encrypted_password", secret],
    ["alicloud_cs_kubernetes", "password", secret],
    [CLUSTER, "addons", [{ name: "a", config: secret }]],
    ["alicloud_cs_edge_kubernetes", "user_data", secret],
  ])("that the schema gives away are never shown: %s.%s", (type, argument, value) => {
    const text = JSON.stringify(checkChange(update(type, {}, { [argument]: value })));
    expect(text).toContain(argument);
    expect(text).not.toContain(secret);
  });

  test("of a marked value are not shown through what is around them", () => {
    const change = update(CLUSTER, {}, { addons: [{ name: secret }] });
    const [finding] = checkChange({ ...change, afterSensitive: { addons: [{ name: true }] } });
    expect(JSON.stringify(finding)).not.toContain(secret);
  });
});
