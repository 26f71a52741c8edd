import { App, type TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  benchmarkScan,
  Policy,
  PolicyGovernance,
  ProCluster,
  type PolicyGovernanceProps,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, numberToken, poolOptions, proCluster, testStack } from "../support/stacks";

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const resourcesIn = (stack: TerraformStack, type: string): Bodies =>
  (synthesize(stack).json as { resource: Readonly<Record<string, Bodies>> }).resource[type] ?? {};
const policiesIn = (stack: TerraformStack) =>
  Object.values(resourcesIn(stack, "alicloud_cs_kubernetes_policy_instance"));
const addonsIn = (stack: TerraformStack) => Object.values(resourcesIn(stack, "alicloud_cs_kubernetes_addon"));

const existing = (stack: TerraformStack) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
const governance = (stack: TerraformStack, props: Partial<PolicyGovernanceProps> = {}) =>
  new PolicyGovernance(stack, "governance", { cluster: props.cluster ?? existing(stack), ...props });
const shop = { namespaces: ["shop"] };

describe("a policy", () => {
  test("says what it does, where, and with which parameters, as the provider reads them", () => {
    const stack = testStack();
    const policies = governance(stack);
    policies.deny("repos", Policy.named("ACKAllowedRepos", { repos: ["registry.example.com/acs/"] }), shop);
    policies.warn(
      "ports",
      Policy.named("ACKPSPHostNetworkingPorts", { max: 9000, hostNetwork: true, min: 80 }),
    );
    policies.deny("size", Policy.named("ACKPVSizeConstraint", { maxSize: "50Gi" }), {
      timeouts: { delete: "20m" },
    });
    expect(policiesIn(stack)).toHaveLength(3);
    const dependsOn = expect.any(Array) as unknown;
    expect(policiesIn(stack)).toEqual(
      expect.arrayContaining([
        {
          cluster_id: "c82e6987",
          policy_name: "ACKAllowedRepos",
          action: "deny",
          namespaces: ["shop"],
          parameters: { repos: '["registry.example.com/acs/"]' },
          depends_on: dependsOn,
        },
        {
          cluster_id: "c82e6987",
          policy_name: "ACKPSPHostNetworkingPorts",
          action: "warn",
          parameters: { hostNetwork: "true", max: "9000", min: "80" },
          depends_on: dependsOn,
        },
        {
          cluster_id: "c82e6987",
          policy_name: "ACKPVSizeConstraint",
          action: "deny",
          parameters: { maxSize: "50Gi" },
          timeouts: { delete: "20m" },
          depends_on: dependsOn,
        },
      ]),
    );
  });

  test("has no parameters where it takes none, and an address of its own", () => {
    const stack = testStack();
    governance(stack).deny("secrets", Policy.named("ACKNoEnvVarSecrets"), shop);
    const [[address, body] = ["", {}]] = Object.entries(
      resourcesIn(stack, "alicloud_cs_kubernetes_policy_instance"),
    );
    expect(address).toMatch(/^governance_policy-secrets_/);
    expect(body).not.toHaveProperty("parameters");
  });

  test("takes values that only Terraform knows", () => {
    const stack = testStack();
    governance(stack).deny(
      "replicas",
      Policy.named("ACKWorkloadReplicasRange", { minReplicas: numberToken(stack), maxReplicas: 5 }),
      shop,
    );
    expect(policiesIn(stack)).toMatchObject([
      { parameters: { minReplicas: "${jsonencode(var.number)}", maxReplicas: "5" } },
    ]);
  });

  test("may be one that this version does not know, with keys in order", () => {
    const stack = testStack();
    governance(stack).deny("new", Policy.of("ACKNewPolicy", { rule: { b: "<1>", a: [true, null] } }), shop);
    expect(policiesIn(stack)).toMatchObject([
      {
        policy_name: "ACKNewPolicy",
        parameters: { rule: String.raw`{"a":[true,null],"b":"\u003c1\u003e"}` },
      },
    ]);
  });

  test("comes after the add-ons, which come after nodes, and so goes before them", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    governance(stack, { cluster }).deny("secrets", Policy.named("ACKNoEnvVarSecrets"), shop);
    cluster.addNodePool("workers", poolOptions());
    const [policy] = policiesIn(stack);
    expect(policy?.["depends_on"]).toEqual([
      expect.stringMatching(/^alicloud_cs_kubernetes_addon\.governance_gatekeeper_addon_/),
      expect.stringMatching(/^alicloud_cs_kubernetes_addon\.governance_templates_addon_/),
    ]);
    expect(addonsIn(stack).map(({ name, depends_on }) => ({ name, depends_on }))).toEqual([
      {
        name: "gatekeeper",
        depends_on: [expect.stringMatching(/^alicloud_cs_kubernetes_node_pool\.cluster_workers_/)],
      },
      {
        name: "policy-template-controller",
        depends_on: [
          expect.stringMatching(/^alicloud_cs_kubernetes_addon\.governance_gatekeeper_addon_/),
          expect.stringMatching(/^alicloud_cs_kubernetes_node_pool\.cluster_workers_/),
        ],
      },
    ]);
  });

  test("may stand in another stack than its cluster", () => {
    const stack = testStack("policies");
    const cluster = proCluster(besideStack(stack, "platform"));
    governance(stack, { cluster }).deny("secrets", Policy.named("ACKNoEnvVarSecrets"), shop);
    App.of(stack).synth();
    expect(policiesIn(stack)).toMatchObject([
      { cluster_id: expect.stringMatching(/data\.terraform_remote_state\./) as string },
    ]);
  });
});

describe("the add-ons of policies", () => {
  test("have versions, settings, and one that carries logs, when they are given", () => {
    const stack = testStack();
    governance(stack, {
      gatekeeper: { version: "v3.20.0", config: { replicas: "3" } },
      templateController: { version: "v0.4.1", timeouts: { create: "1h" } },
      violationLogs: "loongcollector",
    });
    expect(addonsIn(stack)).toMatchObject([
      { name: "gatekeeper", version: "v3.20.0", config: '{"replicas":"3"}' },
      { name: "loongcollector" },
      { name: "policy-template-controller", version: "v0.4.1", timeouts: { create: "1h" } },
    ]);
  });

  test("may be installed elsewhere", () => {
    const stack = testStack();
    const cluster = existing(stack);
    const gatekeeper = cluster.addAddon("gatekeeper", { name: "gatekeeper" });
    governance(stack, { cluster, installs: false, dependsOn: [gatekeeper] }).deny(
      "secrets",
      Policy.named("ACKNoEnvVarSecrets"),
      shop,
    );
    expect(addonsIn(stack)).toHaveLength(1);
    expect(policiesIn(stack)).toMatchObject([
      { depends_on: [expect.stringMatching(/^alicloud_cs_kubernetes_addon\.cluster_gatekeeper_/)] },
    ]);
  });

  test("are those of the provider of their cluster, as policies are", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "alias", { region: "cn-shanghai", alias: "shanghai" });
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", provider });
    governance(stack, { cluster, lifecycle: { preventDestroy: true } }).deny(
      "secrets",
      Policy.named("ACKNoEnvVarSecrets"),
      shop,
    );
    for (const body of [...policiesIn(stack), ...addonsIn(stack)]) {
      expect(body).toMatchObject({ provider: "alicloud.shanghai", lifecycle: { prevent_destroy: true } });
    }
  });
});

test("a scan is a task, and a job that names it", () => {
  const apiVersion = "securityinspector.alibabacloud.com/v1alpha1";
  expect(benchmarkScan({ name: "weekly" })).toEqual({
    task: {
      apiVersion,
      kind: "BenchmarkTask",
      metadata: { name: "weekly" },
      spec: { benchmarkVersion: "cis-kubernetes-auto" },
    },
    job: { apiVersion, kind: "BenchmarkJob", metadata: { name: "weekly" }, spec: { taskName: "weekly" } },
  });
  expect(benchmarkScan({ name: "ack", benchmark: "cis-kubernetes-ack-1.0" }).task.spec).toEqual({
    benchmarkVersion: "cis-kubernetes-ack-1.0",
  });
});
