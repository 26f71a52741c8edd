import type { TerraformStack } from "cdktf";
import { App } from "cdktf";
import {
  AcsCluster,
  Capacity,
  EdgeCluster,
  formatSummary,
  Limits,
  ManagedCluster,
  neededProducts,
  neededRoles,
  ProCluster,
  SecretKmsEncryption,
  ServerlessCluster,
  serviceRoles,
  summarize,
} from "cdktf-ack";
import { csKubernetesNodePool } from "cdktf-ack/alicloud";
import {
  besideStack,
  flannel,
  poolOptions,
  proCluster,
  serverless,
  terway,
  testStack,
  textToken,
} from "../support/stacks";

/** What ACK wants authorised together, before the first cluster of an account. */
const firstUse = [
  "AliyunCSDefaultRole",
  "AliyunCSManagedKubernetesRole",
  "AliyunCSServerlessKubernetesRole",
  "AliyunCSKubernetesAuditRole",
  "AliyunCSManagedNetworkRole",
  "AliyunCSManagedCsiRole",
  "AliyunCSManagedCsiPluginRole",
  "AliyunCSManagedCsiProvisionerRole",
  "AliyunCSManagedCmsRole",
  "AliyunCSManagedArmsRole",
  "AliyunCSManagedLogRole",
  "AliyunCSManagedVKRole",
];
const names = (stack: TerraformStack): string[] => neededRoles(stack).map(({ role }) => role);
/** Those that come on top of what each hosted cluster needs. */
const further = (stack: TerraformStack): string[] => names(stack).filter((name) => !firstUse.includes(name));

describe("the service roles that a stack needs", () => {
  test("are none without a cluster", () => {
    const stack = testStack();
    terway(stack);
    expect(neededRoles(stack)).toEqual([]);
  });

  test("are those of a first cluster for a cluster alone, whatever its network", () => {
    const withTerway = testStack();
    proCluster(withTerway);
    const withFlannel = testStack();
    new ManagedCluster(withFlannel, "cluster", { name: "shop", network: flannel(withFlannel) });
    expect([names(withTerway), names(withFlannel)]).toEqual([firstUse, firstUse]);
  });

  test("name the policy, the service that is trusted, and why", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    expect(neededRoles(stack).at(-1)).toEqual({
      role: "AliyunOOSLifecycleHook4CSRole",
      policy: "AliyunOOSLifecycleHook4CSRolePolicy",
      service: "oos.aliyuncs.com",
      for: serviceRoles.AliyunOOSLifecycleHook4CSRole.for,
      because: [{ path: "shop/cluster/workers", what: "a pool of a given size" }],
    });
  });

  test("follow how pools are sized and managed", () => {
    const scaling = testStack();
    proCluster(scaling).addNodePool(
      "workers",
      poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 9 }) }),
    );
    expect(further(scaling)).toEqual(["AliyunCSManagedAutoScalerRole"]);

    const managed = testStack();
    proCluster(managed).addNodePool("workers", poolOptions({ management: { autoRepair: true } }));
    expect(further(managed)).toEqual(["AliyunCSManagedNlcRole", "AliyunOOSLifecycleHook4CSRole"]);
  });

  test("follow encryption, add-ons at creation, and add-ons afterwards", () => {
    const stack = testStack();
    const cluster = proCluster(stack, {
      secretEncryption: new SecretKmsEncryption(stack, "secrets"),
      addons: [{ name: "aliyun-acr-credential-helper" }, { name: "migrate-controller", disabled: true }],
    });
    cluster.addAddon("cost", { name: "ack-cost-exporter" });
    cluster.addAddon("mse", { name: "mse-ingress-controller" });
    expect(further(stack)).toEqual([
      "AliyunCSManagedAcrRole",
      "AliyunCSManagedSecurityRole",
      "AliyunCSManagedCostRole",
      "AliyunCSManagedMseRole",
    ]);
  });

  test("follow the kind of the cluster", () => {
    const edge = testStack();
    new EdgeCluster(edge, "cluster", { name: "edge", network: flannel(edge) });
    expect(further(edge)).toEqual(["AliyunCSManagedEdgeRole"]);

    const pods = testStack();
    Limits.of(pods).acknowledge("serverless-creation-closed", { reason: "we have had one since 2023" });
    new ServerlessCluster(pods, "cluster", { name: "jobs", network: serverless(pods) });
    expect(further(pods)).toEqual(["AliyunECIContainerGroupRole"]);

    const acs = testStack();
    new AcsCluster(acs, "cluster", { name: "jobs", network: serverless(acs) });
    expect(names(acs)).toEqual(["AliyunCSManagedCsiPluginRole", "AliyunCSManagedCsiProvisionerRole"]);
  });

  test("are those of a pool alone where the cluster exists", () => {
    const stack = testStack();
    ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c82e6987",
      nodeVSwitches: { h: "vsw-1" },
    }).addNodePool("workers", poolOptions());
    expect(names(stack)).toEqual(["AliyunOOSLifecycleHook4CSRole"]);
  });

  test("count what only Terraform knows, overrides, and what was made with the bindings", () => {
    const stack = testStack();
    new csKubernetesNodePool.CsKubernetesNodePool(stack, "bound", {
      clusterId: "c82e6987",
      vswitchIds: ["vsw-1"],
      desiredSize: textToken(stack, "size"),
    });
    const cluster = proCluster(stack);
    cluster.resource.addOverride("encryption_provider_key", "key-hzz62f1cb66fa42qo");
    expect(further(stack)).toEqual(["AliyunCSManagedSecurityRole", "AliyunOOSLifecycleHook4CSRole"]);
  });

  test("of an app are those of all of its stacks, with every reason", () => {
    const stack = testStack();
    proCluster(stack);
    proCluster(besideStack(stack, "second"));
    const [first] = neededRoles(App.of(stack));
    expect(first?.because).toEqual([
      { path: "shop/cluster", what: "a cluster whose control plane ACK runs" },
      { path: "second/cluster", what: "a cluster whose control plane ACK runs" },
    ]);
  });
});

describe("the products that a stack needs", () => {
  test("are those of its clusters, and of what else it makes", () => {
    const stack = testStack();
    proCluster(stack, {
      secretEncryption: new SecretKmsEncryption(stack, "secrets"),
      auditLog: {},
    }).addNodePool("workers", poolOptions());
    expect(neededProducts(stack).map(({ product }) => product)).toEqual([
      "Container Service for Kubernetes (ACK)",
      "Virtual Private Cloud (VPC)",
      "Server Load Balancer (SLB)",
      "Auto Scaling (ESS)",
      "Log Service (SLS)",
      "Key Management Service (KMS)",
    ]);
    expect(neededProducts(testStack())).toEqual([]);
  });

  test("are printed with the roles, in the summary of an app", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    expect(formatSummary(summarize(App.of(stack))).split("\n")).toEqual(
      expect.arrayContaining([
        `  service roles of a first cluster: ${firstUse.join(", ")}`,
        "  service role AliyunOOSLifecycleHook4CSRole (trusts oos.aliyuncs.com, has AliyunOOSLifecycleHook4CSRolePolicy): a pool of a given size",
        "  products to activate: Container Service for Kubernetes (ACK), Virtual Private Cloud (VPC), Server Load Balancer (SLB), Auto Scaling (ESS)",
      ]),
    );
  });
});
