import type { AccountOptions } from "../../../lib/account";
import type { ValueObject } from "../../../lib/values";
import { CloudUser, refusalOf } from "../support/cloud-user";

const CLUSTER = "alicloud_cs_managed_kubernetes";
const POOL = "alicloud_cs_kubernetes_node_pool";
const ADDON = "alicloud_cs_kubernetes_addon";

/** A VPC with one vSwitch, and a cluster in it. */
async function flannel(options: AccountOptions = {}, given: ValueObject = {}): Promise<World> {
  const user = new CloudUser(options);
  const vpc = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
  const at = { vpc_id: vpc["id"] ?? "", cidr_block: "10.0.0.0/24", zone_id: "cn-hangzhou-h" };
  const vswitch = await user.create("alicloud_vswitch", at);
  const cluster = await user.create(CLUSTER, { ...wish(vswitch), ...given });
  return { user, vpc, vswitch, cluster, id: String(cluster["id"]) };
}

interface World {
  readonly user: CloudUser;
  readonly vpc: ValueObject;
  readonly vswitch: ValueObject;
  readonly cluster: ValueObject;
  readonly id: string;
}

const wish = (vswitch: ValueObject): ValueObject => ({
  name: "shop",
  vswitch_ids: [vswitch["id"] ?? ""],
  pod_cidr: "172.20.0.0/16",
  service_cidr: "172.21.0.0/20",
  new_nat_gateway: false,
  slb_internet_enabled: false,
});

const typesOf = (user: CloudUser): string[] => user.account.objects().map(({ type }) => type);

describe("a cluster", () => {
  it("comes with what ACK makes for it", async () => {
    const { user, cluster, id, vpc } = await flannel();
    expect(id).toMatch(/^c[0-9a-f]{32}$/);
    expect(cluster).toMatchObject({
      vpc_id: vpc["id"],
      profile: "Default",
      rrsa_metadata: [],
      slb_internet: "",
    });
    const group = user.account.objects().find(({ type }) => type === "alicloud_security_group");
    expect(group).toMatchObject({
      id: cluster["security_group_id"],
      madeBy: "service",
      values: { vpc_id: vpc["id"] },
    });
    expect(typesOf(user)).toContain("alicloud_ram_role");
    expect(cluster["connections"]).toMatchObject({ api_server_internet: "" });
  });

  it("takes all of it along", async () => {
    const { user, cluster, id, vpc, vswitch } = await flannel(
      {},
      { enable_rrsa: true, slb_internet_enabled: true, new_nat_gateway: true },
    );
    await user.create(POOL, { cluster_id: id, node_pool_name: "p" });
    expect(typesOf(user)).toEqual(
      expect.arrayContaining([
        "alicloud_ess_scaling_group",
        "alicloud_ims_oidc_provider",
        "alicloud_nat_gateway",
        "alicloud_eip_address",
      ]),
    );
    await user.delete(CLUSTER, cluster);
    await user.delete("alicloud_vswitch", vswitch);
    await user.delete("alicloud_vpc", vpc);
    expect(user.account.objects()).toEqual([]);
  });

  it("leaves its logs behind, unless told to take them along", async () => {
    const logs = { control_plane_log_components: ["apiserver"] };
    const left = await flannel({}, logs);
    await left.user.delete(CLUSTER, left.cluster);
    expect(left.user.account.objects().map(({ id }) => id)).toContain(`k8s-log-${left.id}`);
    const options = [{ resource_type: "SLS_ControlPlane", delete_mode: "delete" }];
    const clean = await flannel({}, { ...logs, delete_options: options });
    await clean.user.delete(CLUSTER, clean.cluster);
    expect(typesOf(clean.user)).not.toContain("alicloud_log_project");
  });

  it("finds a project for logs that are switched on later", async () => {
    const { user, cluster, id } = await flannel();
    const logging = await user.update(CLUSTER, cluster, { control_plane_log_components: ["apiserver"] });
    const read = await user.read(CLUSTER, logging);
    expect(read).toMatchObject({ control_plane_log_project: `k8s-log-${id}`, control_plane_log_ttl: "30" });
    expect(typesOf(user)).toContain("alicloud_log_project");
  });

  it("stays while it is protected", async () => {
    const { user, cluster } = await flannel({}, { deletion_protection: true });
    expect(refusalOf(await user.tryDelete(CLUSTER, cluster))).toContain("DeletionProtection");
    await user.delete(CLUSTER, await user.update(CLUSTER, cluster, { deletion_protection: false }));
  });

  it("protects its security group", async () => {
    const user = new CloudUser();
    const group = await user.create("alicloud_security_group");
    await user.create(CLUSTER, { name: "a", vswitch_ids: ["vsw-a"], security_group_id: group["id"] ?? "" });
    const refusal = await user.tryDelete("alicloud_security_group", group);
    expect(refusalOf(refusal)).toContain("InvalidOperation.DeletionProtection");
  });

  it("has a name that no other cluster has", async () => {
    const { user, vswitch } = await flannel();
    const refusal = await user.tryCreate(CLUSTER, wish(vswitch));
    expect(refusalOf(refusal)).toContain("cluster name shop already exist in your clusters");
  });

  it("reads back what ACK took when nobody said", async () => {
    const user = new CloudUser();
    const cluster = await user.create(CLUSTER, { name: "a", vswitch_ids: ["vsw-a"] });
    expect(cluster).toMatchObject({ service_cidr: null, pod_cidr: null });
    expect(await user.read(CLUSTER, cluster)).toMatchObject({
      service_cidr: "172.19.0.0/20",
      pod_cidr: "172.20.0.0/16",
    });
  });

  it("reads back the old tier when a change of it is swallowed", async () => {
    const { user, cluster } = await flannel({}, { cluster_spec: "ack.pro.small" });
    const changed = await user.update(CLUSTER, cluster, { cluster_spec: "ack.pro.xlarge" });
    expect(await user.read(CLUSTER, changed)).toMatchObject({ cluster_spec: "ack.pro.small" });
  });

  it("becomes Pro from Basic", async () => {
    const { user, cluster } = await flannel({}, { cluster_spec: "ack.standard" });
    const changed = await user.update(CLUSTER, cluster, { cluster_spec: "ack.pro.small" });
    expect(await user.read(CLUSTER, changed)).toMatchObject({ cluster_spec: "ack.pro.small" });
  });

  it("switches RRSA on once and for all", async () => {
    const { user, cluster, id } = await flannel();
    const on = await user.update(CLUSTER, cluster, { enable_rrsa: true });
    const read = await user.read(CLUSTER, on);
    expect(read?.["rrsa_metadata"]).toMatchObject([
      { enabled: true, ram_oidc_provider_name: `ack-rrsa-${id}` },
    ]);
    const refusal = await user.tryUpdate(CLUSTER, on, { enable_rrsa: null });
    expect(refusalOf(refusal)).toContain("It's not supported to disable RRSA!");
  });

  it("does not go back to an older version", async () => {
    const { user, cluster } = await flannel({}, { version: "1.34.3-aliyun.1" });
    const newer = await user.update(CLUSTER, cluster, { version: "1.35.2-aliyun.1" });
    expect(refusalOf(await user.tryUpdate(CLUSTER, newer, { version: "1.34.10-aliyun.1" }))).toContain(
      "cannot go back",
    );
  });

  it.each([
    ["1.33.3-aliyun.1", "1.35.2-aliyun.1", "its next version is 1.34"],
    ["1.26.3-aliyun.1", "1.30.1-aliyun.1", "its next version is 1.28"],
    ["1.28.9-aliyun.1", "1.29.1-aliyun.1", "its next version is 1.30"],
    ["1.34.3-aliyun.1", "1.34.1-aliyun.1", "cannot go back"],
  ])("does not go from %s to %s", async (from, to, message) => {
    const { user, cluster } = await flannel({}, { version: from });
    const refusal = refusalOf(await user.tryUpdate(CLUSTER, cluster, { version: to }));
    expect(refusal).toContain("InvalidParameter.Version");
    expect(refusal).toContain(message);
    expect(await user.read(CLUSTER, cluster)).toMatchObject({ version: from });
  });

  it.each([
    ["1.33.3-aliyun.1", "1.34.3-aliyun.1"],
    ["1.28.9-aliyun.1", "1.30.1-aliyun.1"],
    ["1.34.1-aliyun.1", "1.34.3-aliyun.1"],
    ["1.34.1-aliyun.1", "1.34.1-aliyun.2"],
    ["1.24.6-aliyunedge.1", "1.26.3-aliyun.1"],
  ])("goes from %s to %s", async (from, to) => {
    const { user, cluster } = await flannel({}, { version: from });
    const changed = await user.update(CLUSTER, cluster, { version: to });
    expect(await user.read(CLUSTER, changed)).toMatchObject({ version: to });
  });

  it.each([
    [{ pod_cidr: "10.0.128.0/20" }, "InvalidCIDR"],
    [{ service_cidr: "10.0.0.0/20" }, "InvalidCIDR"],
    [{ service_cidr: "172.20.0.0/20" }, "InvalidCIDR"],
    [{ pod_cidr: null, pod_vswitch_ids: ["vsw-pod"] }, "EmptyCIDR"],
    [{ operation_policy: [{ cluster_auto_upgrade: [] }] }, "PluginPanic"],
    [{ encryption_provider_key: "gone" }, "Forbidden.KeyNotFound"],
  ])("is refused with %j", async (given: ValueObject, code) => {
    const { user, vswitch, cluster } = await flannel({ existing: "strict" }, { deletion_protection: false });
    await user.delete(CLUSTER, cluster);
    const extra = await user.create("alicloud_vswitch", {
      vpc_id: vswitch["vpc_id"] ?? "",
      cidr_block: "10.0.1.0/24",
      zone_id: "z",
    });
    const pods: ValueObject = "pod_vswitch_ids" in given ? { pod_vswitch_ids: [extra["id"] ?? ""] } : {};
    expect(refusalOf(await user.tryCreate(CLUSTER, { ...wish(vswitch), ...given, ...pods }))).toContain(code);
  });

  it("is in one VPC", async () => {
    const { user, vswitch } = await flannel();
    const other = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
    const far = await user.create("alicloud_vswitch", {
      vpc_id: other["id"] ?? "",
      cidr_block: "10.0.0.0/24",
      zone_id: "z",
    });
    const refusal = await user.tryCreate(CLUSTER, {
      ...wish(vswitch),
      name: "b",
      vswitch_ids: [vswitch["id"] ?? "", far["id"] ?? ""],
    });
    expect(refusalOf(refusal)).toContain("InvalidVSwitchIds.NotInOneVpc");
  });

  it("tells an import nothing of what is for its making alone", async () => {
    const { user, id } = await flannel({}, { addons: [{ name: "flannel" }] });
    const { state } = await user.import(CLUSTER, id);
    const empty = { name: "shop", addons: [], new_nat_gateway: null, name_prefix: null };
    expect(state).toMatchObject(empty);
    // Terraform reads what it has imported.
    expect(await user.read(CLUSTER, state ?? {})).toMatchObject(empty);
  });
});

describe("a node pool", () => {
  it("takes from its cluster what nobody gives it", async () => {
    const { user, cluster, id } = await flannel();
    const pool = await user.create(POOL, { cluster_id: id, node_pool_name: "p", desired_size: "2" });
    expect(pool).toMatchObject({
      name: "p",
      node_count: 2,
      image_type: "AliyunLinux3",
      security_group_ids: [cluster["security_group_id"]],
      ram_role_name: cluster["worker_ram_role_name"],
      scaling_config: [{ enable: false }],
      management: [{ enable: false }],
      tee_config: [{ tee_enable: false }],
      auto_mode: [],
    });
    expect(pool["id"]).toBe(`${id}:${String(pool["node_pool_id"])}`);
  });

  it("has a name that no other pool of the cluster has", async () => {
    const { user, id } = await flannel();
    await user.create(POOL, { cluster_id: id, node_pool_name: "p" });
    const refusal = await user.tryCreate(POOL, { cluster_id: id, name: "p" });
    expect(refusalOf(refusal)).toContain(`nodepool name p is already exist in cluster ${id}`);
    await expect(user.create(POOL, { cluster_id: "c-other", node_pool_name: "p" })).resolves.toBeDefined();
  });

  it("is sized by the service once it scales by itself", async () => {
    const { user, id } = await flannel();
    const scaling = { cluster_id: id, scaling_config: [{ enable: true, min_size: 3, max_size: 9 }] };
    const pool = await user.create(POOL, { ...scaling, node_pool_name: "p" });
    expect(pool["desired_size"]).toBeNull();
    expect(await user.read(POOL, pool)).toMatchObject({ desired_size: "3", node_count: 3 });
    const refusal = await user.tryCreate(POOL, { ...scaling, node_pool_name: "q", desired_size: "4" });
    expect(refusalOf(refusal)).toContain("InvalidDesiredSizeOrCount.NotNull");
  });

  it("grows and shrinks by its size", async () => {
    const { user, id } = await flannel();
    const pool = await user.create(POOL, { cluster_id: id, node_pool_name: "p", desired_size: "3" });
    const smaller = await user.update(POOL, pool, { desired_size: "1" });
    expect(await user.read(POOL, smaller)).toMatchObject({ desired_size: "1", node_count: 1 });
  });

  it("reads scripts back encoded", async () => {
    const { user, id } = await flannel();
    const raw = await user.create(POOL, { cluster_id: id, node_pool_name: "p", user_data: "#!/bin/sh" });
    const encoded = Buffer.from("#!/bin/sh").toString("base64");
    expect(await user.read(POOL, raw)).toMatchObject({ user_data: encoded });
    const ready = await user.create(POOL, { cluster_id: id, node_pool_name: "q", user_data: encoded });
    expect(await user.read(POOL, ready)).toMatchObject({ user_data: encoded });
  });

  it("gets a label that nobody asked for in an edge cluster", async () => {
    const { user, id } = await flannel({}, { profile: "Edge" });
    const pool = await user.create(POOL, {
      cluster_id: id,
      node_pool_name: "p",
      labels: [{ key: "a", value: "b" }],
    });
    const read = await user.read(POOL, pool);
    expect(read?.["labels"]).toHaveLength(2);
  });

  it("is repaired only where nodes are watched", async () => {
    const { user, id } = await flannel();
    const managed = {
      cluster_id: id,
      node_pool_name: "p",
      management: [{ enable: true, auto_repair: true }],
    };
    expect(refusalOf(await user.tryCreate(POOL, managed))).toContain(
      "ack-node-problem-detector is not installed",
    );
    await user.create(ADDON, { cluster_id: id, name: "ack-node-problem-detector" });
    await expect(user.create(POOL, managed)).resolves.toBeDefined();
  });

  it("stays out of vSwitches of another VPC, and keeps its key pair", async () => {
    const { user, id } = await flannel();
    const other = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
    const far = await user.create("alicloud_vswitch", {
      vpc_id: other["id"] ?? "",
      cidr_block: "10.0.0.0/24",
      zone_id: "z",
    });
    const refusal = await user.tryCreate(POOL, {
      cluster_id: id,
      node_pool_name: "p",
      vswitch_ids: [far["id"] ?? ""],
    });
    expect(refusalOf(refusal)).toContain("InvalidVSwitchIds.NotInVpc");
    const key = await user.create("alicloud_ecs_key_pair", { key_pair_name: "ops" });
    await user.create(POOL, { cluster_id: id, node_pool_name: "p", key_name: "ops" });
    expect(refusalOf(await user.tryDelete("alicloud_ecs_key_pair", key))).toContain(
      "KeypairAlreadyAttachedInstance",
    );
  });

  it("is not made in a cluster that is gone", async () => {
    const { user, cluster, id } = await flannel();
    await user.delete(CLUSTER, cluster);
    const refusal = await user.tryCreate(POOL, { cluster_id: id, node_pool_name: "p" });
    expect(refusalOf(refusal)).toContain("ErrorClusterNotFound");
  });
});

describe("an add-on", () => {
  it("is taken over when it is installed already", async () => {
    const { user, id } = await flannel({}, { addons: [{ name: "csi-plugin", version: "v1" }] });
    const addon = await user.create(ADDON, { cluster_id: id, name: "csi-plugin" });
    expect(addon["id"]).toBe(`${id}:csi-plugin`);
    expect(user.account.objects().filter(({ id: own }) => own === `${id}:csi-plugin`)).toHaveLength(1);
  });

  it("stays when Terraform forgets it, and is no orphan", async () => {
    const { user, id } = await flannel();
    const addon = await user.create(ADDON, { cluster_id: id, name: "metrics-server" });
    await user.delete(ADDON, addon);
    expect(await user.read(ADDON, addon)).not.toBeNull();
    expect(user.account.orphans([]).map(({ type }) => type)).not.toContain(ADDON);
  });

  it("has its settings written anew, as Go does", async () => {
    const { user, id } = await flannel();
    const config = '{ "b": "<1&2>", "a": { "d": 1, "c": [true] } }';
    const addon = await user.create(ADDON, { cluster_id: id, name: "x", config });
    expect(addon["config"]).toBe(config);
    const read = await user.read(ADDON, addon);
    expect(read?.["config"]).toBe('{"a":{"c":[true],"d":1},"b":"\\u003c1\\u00262\\u003e"}');
  });

  it("is refused with settings that are no JSON", async () => {
    const { user, id } = await flannel();
    const refusal = await user.tryCreate(ADDON, { cluster_id: id, name: "x", config: "{" });
    expect(refusalOf(refusal)).toContain("json config parse error");
  });

  it("comes before the policies that it enforces", async () => {
    const { user, id } = await flannel();
    const policy = { cluster_id: id, policy_name: "ACKAllowedRepos" };
    const type = "alicloud_cs_kubernetes_policy_instance";
    expect(refusalOf(await user.tryCreate(type, policy))).toContain("gatekeeper");
    await user.create(ADDON, { cluster_id: id, name: "gatekeeper" });
    await user.create(ADDON, { cluster_id: id, name: "policy-template-controller" });
    await expect(user.create(type, policy)).resolves.toBeDefined();
  });
});

describe("what a user may do", () => {
  const PERMISSIONS = "alicloud_cs_kubernetes_permissions";
  const grant = (role: string): ValueObject => ({
    uid: "200001",
    permissions: [{ cluster: "c1", role_type: "cluster", role_name: role, namespace: "" }],
  });

  it("can be said in several resources, of which each tells its own grants and goes by itself", async () => {
    const user = new CloudUser();
    const [first, second] = [
      await user.create(PERMISSIONS, grant("admin")),
      await user.create(PERMISSIONS, grant("dev")),
    ];
    expect(await user.read(PERMISSIONS, first)).toEqual(first);
    expect(await user.read(PERMISSIONS, second)).toEqual(second);
    await user.delete(PERMISSIONS, first);
    expect(await user.read(PERMISSIONS, second)).toEqual(second);
    await user.delete(PERMISSIONS, second);
    expect(await user.read(PERMISSIONS, second)).toBeNull();
  });
});

describe("a new account", () => {
  it("has to authorise ACK before it gets a cluster", async () => {
    const user = new CloudUser({ serviceRoles: "strict" });
    const given = { name: "a", vswitch_ids: ["vsw-a"] };
    const refusal = refusalOf(await user.tryCreate(CLUSTER, given));
    expect(refusal).toContain("ErrManagedAddonRoleNotAttach");
    for (const role of refusal.match(/AliyunCS\w+/g) ?? [])
      await user.create("alicloud_ram_role", { role_name: role });
    await expect(user.create(CLUSTER, given)).resolves.toBeDefined();
  });

  it("has to authorise the scaling of pools, too", async () => {
    const user = new CloudUser({ serviceRoles: "strict" });
    const pool = { cluster_id: "c", node_pool_name: "p", desired_size: "1" };
    expect(refusalOf(await user.tryCreate(POOL, pool))).toContain(
      "MissingAuth.AliyunOOSLifecycleHook4CSRole",
    );
    await user.create("alicloud_ram_role", { role_name: "AliyunOOSLifecycleHook4CSRole" });
    await expect(user.create(POOL, pool)).resolves.toBeDefined();
  });
});

describe("a fleet", () => {
  it("goes when its members are out and Argo CD is off", async () => {
    const { user, id } = await flannel();
    const type = "alicloud_ack_one_cluster";
    const network = [{ vpc_id: "vpc-a", vswitches: ["vsw-a"] }];
    const fleet = await user.create(type, { network, argocd_enabled: true });
    const member = { cluster_id: fleet["id"] ?? "", sub_cluster_id: id };
    const membership = await user.create("alicloud_ack_one_membership_attachment", member);
    expect(refusalOf(await user.tryDelete(type, fleet))).toContain("ErrorClusterHasArgoCD");
    const quiet = await user.update(type, fleet, { argocd_enabled: false });
    expect(refusalOf(await user.tryDelete(type, quiet))).toContain("ErrorClusterHasMembers");
    await user.delete("alicloud_ack_one_membership_attachment", membership);
    await user.delete(type, quiet);
  });
});

describe("Kubernetes", () => {
  const named = (name: string, namespace = "default"): ValueObject => ({ metadata: [{ name, namespace }] });

  it("takes a name once", async () => {
    const user = new CloudUser();
    await user.create("kubernetes_config_map_v1", named("a"));
    const refusal = await user.tryCreate("kubernetes_config_map_v1", named("a"));
    expect(refusal.diagnostics[0]?.summary).toBe('configmaps "a" already exists');
  });

  it("takes a name once in each cluster, and tells the objects apart", async () => {
    const { user } = await flannel();
    await user.create(CLUSTER, { name: "other", vswitch_ids: ["vsw-b"] });
    const one = await user.create("kubernetes_config_map_v1", { ...named("a"), data: { in: "one" } });
    const other = await user.create("kubernetes_config_map_v1", { ...named("a"), data: { in: "other" } });
    expect(one["id"]).toBe(other["id"]);
    await user.delete("kubernetes_config_map_v1", one);
    expect(await user.read("kubernetes_config_map_v1", one)).toBeNull();
    expect(await user.read("kubernetes_config_map_v1", other)).toEqual(other);
  });

  it("takes the objects of a namespace along with it", async () => {
    const user = new CloudUser();
    const namespace = await user.create("kubernetes_namespace_v1", { metadata: [{ name: "team" }] });
    const secret = await user.create("kubernetes_secret_v1", named("s", "team"));
    expect(secret["id"]).toBe("team/s");
    await user.delete("kubernetes_namespace_v1", namespace);
    expect(await user.read("kubernetes_secret_v1", secret)).toBeNull();
    const late = await user.tryCreate("kubernetes_secret_v1", named("s", "team"));
    expect(late.diagnostics[0]?.summary).toBe('namespaces "team" not found');
  });

  it("gives Services an address out of the services of the cluster, and the outer ones a load balancer", async () => {
    const { user } = await flannel();
    const spec = [{ type: "LoadBalancer", port: [{ port: 80 }] }];
    const service = await user.create("kubernetes_service_v1", { ...named("web"), spec });
    expect(service["spec"]).toMatchObject([
      { cluster_ip: expect.stringMatching(/^172\.21\./), port: [{ target_port: "80" }] },
    ]);
    expect(service["status"]).toMatchObject([{ load_balancer: [{ ingress: [{ hostname: "" }] }] }]);
  });
});
