import {
  ClusterSecurityGroup,
  EdgeCluster,
  ManagedCluster,
  ProTier,
  RemovalPolicy,
  SecretKmsEncryption,
  type ProClusterProps,
} from "cdktf-ack";
import type { TerraformStack } from "cdktf";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import {
  flannel,
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  terway,
  testStack,
} from "../support/stacks";
import { without } from "../support/without";

const TYPE = "alicloud_cs_managed_kubernetes";

/** The arguments of a Pro cluster with these props. */
function argumentsOf(
  props: Partial<ProClusterProps> | ((stack: TerraformStack) => Partial<ProClusterProps>) = {},
): Arguments {
  const stack = testStack();
  proCluster(stack, typeof props === "function" ? props(stack) : props);
  return synthesize(stack).resource(TYPE);
}

/** Written for every cluster, because the provider reads them back: an argument left out would read as removed. */
const always = {
  name: "cluster",
  profile: "Default",
  cluster_spec: "ack.pro.small",
  enable_rrsa: true,
  vswitch_ids: [expect.stringMatching(/^\$\{alicloud_vswitch\.cluster-network_node-h_\w+\.id\}$/)],
  pod_vswitch_ids: [expect.stringMatching(/^\$\{alicloud_vswitch\.cluster-network_pod-h_\w+\.id\}$/)],
  service_cidr: "172.21.0.0/20",
  node_cidr_mask: 24,
  new_nat_gateway: false,
  proxy_mode: "ipvs",
  cluster_domain: "cluster.local",
  is_enterprise_security_group: true,
  slb_internet_enabled: false,
  skip_set_certificate_authority: true,
  addons: [{ name: "terway-eniip" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
  deletion_protection: true,
  lifecycle: { prevent_destroy: true },
};

describe("a Pro cluster", () => {
  test("has exactly the arguments that keep the second plan empty", () => {
    expect(argumentsOf()).toEqual(always);
  });

  test("has Terway with the settings that its network asks for, as Terway stores them", () => {
    const stack = testStack();
    proCluster(stack, { network: terway(stack, { dataPathV2: true, networkPolicy: true, trunkEni: false }) });
    expect(synthesize(stack).resource(TYPE)["addons"]).toEqual([
      { name: "terway-eniip", config: '{"ENITrunking":"false","IPVlan":"true","NetworkPolicy":"true"}' },
      { name: "csi-plugin" },
      { name: "csi-provisioner" },
    ]);
  });

  test("in auto mode says so, and otherwise nothing of it, which would be a difference for ever", () => {
    expect(argumentsOf({ autoMode: true })).toEqual({ ...always, auto_mode: { enabled: true } });
    expect(argumentsOf({ autoMode: false })).toEqual(always);
  });

  test("in a Flannel network has a Pod CIDR and the mask of its nodes, and no vSwitches for Pods", () => {
    const rest = without(always, "pod_vswitch_ids");
    expect(
      argumentsOf((stack) => ({
        network: flannel(stack, { id: "cluster-network", podCidr: "172.20.0.0/18", nodeCidrMask: 26 }),
      })),
    ).toEqual({
      ...rest,
      pod_cidr: "172.20.0.0/18",
      node_cidr_mask: 26,
      addons: [{ name: "flannel" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
    });
  });

  const cases: [string, Partial<ProClusterProps>, Arguments][] = [
    ["a tier", { tier: ProTier.XLARGE_2 }, { cluster_spec: "ack.pro.2xlarge" }],
    ["no RRSA", { rrsa: false }, { enable_rrsa: false }],
    ["a version", { version: "1.34.1-aliyun.1" }, { version: "1.34.1-aliyun.1" }],
    [
      "upgrades of the control plane alone",
      { upgradeControlPlaneOnly: true },
      { upgrade_policy: { control_plane_only: true } },
    ],
    [
      "upgrades of the nodes as well",
      { upgradeControlPlaneOnly: false },
      { upgrade_policy: { control_plane_only: false } },
    ],
    ["a public API server", { publicApiServer: true }, { slb_internet_enabled: true }],
    [
      "names of the API server",
      { apiServerSans: ["a.example", "1.2.3.4"] },
      { custom_san: "a.example,1.2.3.4" },
    ],
    ["a proxy mode", { proxyMode: "iptables" }, { proxy_mode: "iptables" }],
    ["a domain", { clusterDomain: "shop.local" }, { cluster_domain: "shop.local" }],
    [
      "service account tokens",
      { serviceAccountTokens: { issuer: "https://issuer.example", audiences: ["api", "vault"] } },
      { service_account_issuer: "https://issuer.example", api_audiences: ["api", "vault"] },
    ],
    ["a time zone", { timezone: "Asia/Shanghai" }, { timezone: "Asia/Shanghai" }],
    ["a resource group", { resourceGroupId: "rg-1" }, { resource_group_id: "rg-1" }],
    ["tags", { tags: { team: "shop" } }, { tags: { team: "shop" } }],
    ["timeouts", { timeouts: { create: "2h", delete: "1h" } }, { timeouts: { create: "2h", delete: "1h" } }],
    [
      "the usual logs of the control plane",
      { controlPlaneLogs: {} },
      {
        control_plane_log_components: ["apiserver", "kcm", "scheduler", "ccm"],
        control_plane_log_ttl: "30",
      },
    ],
    [
      "chosen logs of the control plane",
      { controlPlaneLogs: { components: ["ccm"], retentionDays: 7, project: "logs" } },
      {
        control_plane_log_components: ["ccm"],
        control_plane_log_ttl: "7",
        control_plane_log_project: "logs",
      },
    ],
    ["an audit log", { auditLog: {} }, { audit_log_config: { enabled: true } }],
    [
      "an audit log in a project",
      { auditLog: { project: "logs" } },
      { audit_log_config: { enabled: true, sls_project_name: "logs" } },
    ],
    [
      "a maintenance window",
      { maintenanceWindow: { start: "2026-01-05T01:00:00.000+08:00", hours: 3 } },
      {
        maintenance_window: {
          enable: true,
          maintenance_time: "2026-01-05T01:00:00.000+08:00",
          duration: "3h",
          weekly_period: "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
        },
        operation_policy: { cluster_auto_upgrade: { enabled: false } },
      },
    ],
    [
      "automatic upgrades",
      {
        maintenanceWindow: {
          start: "2026-01-05T01:00:00Z",
          hours: 3,
          weekdays: ["Sunday", "Monday"],
          autoUpgrade: "stable",
        },
      },
      {
        maintenance_window: {
          enable: true,
          maintenance_time: "2026-01-05T01:00:00Z",
          duration: "3h",
          weekly_period: "Sunday,Monday",
        },
        operation_policy: { cluster_auto_upgrade: { enabled: true, channel: "stable" } },
      },
    ],
    [
      "what survives its deletion",
      { onDelete: { loadBalancers: "retain", logs: "delete", retainResources: ["lb-1"] } },
      {
        delete_options: [
          { resource_type: "SLB", delete_mode: "retain" },
          { resource_type: "SLS_Data", delete_mode: "delete" },
        ],
        retain_resources: ["lb-1"],
      },
    ],
    ["nothing said about its deletion", { onDelete: {} }, {}],
    [
      "all that can survive its deletion",
      {
        onDelete: {
          loadBalancers: "delete",
          applicationLoadBalancers: "delete",
          logs: "delete",
          controlPlaneLogs: "delete",
          privateZones: "delete",
        },
      },
      {
        delete_options: ["SLB", "ALB", "SLS_Data", "SLS_ControlPlane", "PrivateZone"].map((type) => ({
          resource_type: type,
          delete_mode: "delete",
        })),
      },
    ],
    [
      "add-ons beside those that it needs",
      {
        addons: [
          { name: "logtail-ds", config: { b: "<1>", a: { d: true, c: 1 } }, version: "v1.8.4" },
          { name: "nginx-ingress-controller", disabled: true },
          { name: "csi-plugin", config: {} },
        ],
      },
      {
        addons: [
          { name: "terway-eniip" },
          { name: "csi-provisioner" },
          { name: "logtail-ds", config: '{"a":{"c":1,"d":true},"b":"\\u003c1\\u003e"}', version: "v1.8.4" },
          { name: "nginx-ingress-controller", disabled: true },
          { name: "csi-plugin", config: "{}" },
        ],
      },
    ],
    [
      "the provisioner of ACK in place of the one on the nodes",
      { addons: [{ name: "managed-csiprovisioner" }] },
      { addons: [{ name: "terway-eniip" }, { name: "csi-plugin" }, { name: "managed-csiprovisioner" }] },
    ],
  ];

  test.each(cases)("with %s changes nothing else", (_name, props, expected) => {
    expect(argumentsOf(props)).toEqual({ ...always, ...expected });
  });

  test("with a basic security group does not ask for an enterprise one", () => {
    const rest = without(always, "is_enterprise_security_group");
    expect(argumentsOf({ securityGroup: ClusterSecurityGroup.basic() })).toEqual(rest);
    expect(argumentsOf({ securityGroup: ClusterSecurityGroup.existing("sg-1") })).toEqual({
      ...rest,
      security_group_id: "sg-1",
    });
  });

  test("that may be destroyed says so to the service and to Terraform", () => {
    const rest = without(always, "lifecycle");
    expect(argumentsOf({ removalPolicy: RemovalPolicy.DESTROY })).toEqual({
      ...rest,
      deletion_protection: false,
    });
    expect(argumentsOf({ removalPolicy: RemovalPolicy.PROTECT })).toEqual(always);
  });

  test("with encrypted Secrets names the key and switches encryption on, after the key exists", () => {
    const withNewKey = argumentsOf((stack) => ({
      secretEncryption: new SecretKmsEncryption(stack, "secrets"),
    }));
    expect(withNewKey).toMatchObject({
      encryption_provider_key: expect.stringMatching(/^\$\{alicloud_kms_key\.secrets_key_\w+\.id\}$/),
      disable_encryption: false,
      depends_on: [expect.stringMatching(/^alicloud_kms_key\.secrets_key_/)],
    });
    const withKey = argumentsOf((stack) => ({
      secretEncryption: SecretKmsEncryption.withKey(stack, "secrets", "key-1"),
    }));
    expect(withKey).toEqual({ ...always, encryption_provider_key: "key-1", disable_encryption: false });
  });

  test("whose encryption of Secrets is switched off says so, and names no key", () => {
    expect(argumentsOf({ secretEncryption: "disabled" })).toEqual({ ...always, disable_encryption: true });
  });

  test("takes text, numbers and lists that only Terraform knows", () => {
    expect(
      argumentsOf((stack) => ({
        apiServerSans: listToken(stack, "sans"),
        controlPlaneLogs: { retentionDays: numberToken(stack, "days") },
        maintenanceWindow: { start: "2026-01-05T01:00:00Z", hours: numberToken(stack, "hours") },
        onDelete: { retainResources: listToken(stack, "kept") },
      })),
    ).toMatchObject({
      custom_san: '${join(",", var.sans)}',
      control_plane_log_ttl: "${var.days}",
      maintenance_window: { duration: "${var.hours}h" },
      retain_resources: "${var.kept}",
    });
  });
});

test("a managed cluster is the basic edition with the same arguments", () => {
  const stack = testStack();
  new ManagedCluster(stack, "cluster", {
    name: "cluster",
    network: terway(stack, { id: "cluster-network" }),
  });
  expect(synthesize(stack).resource(TYPE)).toEqual({ ...always, cluster_spec: "ack.standard" });
});

test.each([
  [undefined, "ack.pro.small"],
  ["pro", "ack.pro.small"],
  ["standard", "ack.standard"],
] as const)(
  "an edge cluster of edition %s has the profile Edge and the specification %s",
  (edition, spec) => {
    const stack = testStack();
    const network = flannel(stack, { id: "cluster-network" });
    new EdgeCluster(stack, "cluster", { name: "cluster", network, edition }).addNodePool(
      "cloud",
      poolOptions(),
    );
    const rest = without(always, "pod_vswitch_ids", "enable_rrsa");
    expect(synthesize(stack).resource(TYPE)).toEqual({
      ...rest,
      profile: "Edge",
      cluster_spec: spec,
      pod_cidr: "172.20.0.0/16",
      addons: [{ name: "flannel" }],
    });
  },
);
