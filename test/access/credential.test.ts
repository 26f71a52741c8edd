import { App, TerraformVariable, type TerraformStack } from "cdktf";
import { AlicloudProvider, ManagedCluster, ProCluster, RegisteredCluster, type ICluster } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, proCluster, testStack } from "../support/stacks";

const TYPE = "alicloud_cs_cluster_credential";

interface Json {
  readonly data?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** What a stack says, after what other stacks give it has been sorted out. */
function jsonOf(stack: TerraformStack): Json {
  App.of(stack).synth();
  return synthesize(stack).json as Json;
}

/** The only credential of a stack. */
function credentialIn(stack: TerraformStack): Readonly<Record<string, unknown>> {
  const [credential, ...others] = Object.values(jsonOf(stack).data?.[TYPE] ?? {});
  expect(others).toEqual([]);
  return credential ?? {};
}

function outputIn(stack: TerraformStack, name = "kubeconfig"): { value?: string; sensitive?: boolean } {
  return jsonOf(stack).output?.[name] as { value?: string; sensitive?: boolean };
}

/** A stack for workloads, beside one with a cluster. */
function twoStacks(publicApiServer?: boolean): {
  platform: TerraformStack;
  stack: TerraformStack;
  cluster: ProCluster;
} {
  const stack = testStack("workloads");
  const platform = besideStack(stack, "platform");
  return { platform, stack, cluster: proCluster(platform, { publicApiServer }) };
}

const crossStack = (attribute: string) =>
  "data.terraform_remote_state.cross-stack-reference-input-platform.outputs." +
  `cross-stack-output-alicloud_cs_managed_kubernetescluster_A4C38409${attribute}`;

describe("a credential", () => {
  test("is read for an hour in the stack that uses it, and writes no file", () => {
    const { stack, cluster } = twoStacks();
    cluster.credential(stack, "credential");
    expect(credentialIn(stack)).toEqual({
      cluster_id: `\${${crossStack("id")}}`,
      temporary_duration_minutes: 60,
    });
  });

  test("is the permanent one of the user when it is asked for", () => {
    const { stack, cluster } = twoStacks();
    cluster.credential(stack, "credential", { temporaryDurationMinutes: "permanent" });
    expect(Object.keys(credentialIn(stack))).toEqual(["cluster_id"]);
  });

  test.each<[string, (stack: TerraformStack) => ICluster]>([
    ["pro", (stack) => ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" })],
    ["managed", (stack) => ManagedCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" })],
    ["registered", (stack) => RegisteredCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" })],
  ])("is read of an existing %s cluster by its id", (_kind, make) => {
    const stack = testStack();
    const cluster = make(stack) as ReturnType<typeof ProCluster.fromAttributes>;
    cluster.credential(stack, "credential");
    expect(credentialIn(stack)).toMatchObject({ cluster_id: "c82e6987" });
  });

  test("uses the provider of its cluster in the stack of the cluster, and that of its own stack elsewhere", () => {
    const stack = testStack("workloads");
    const platform = besideStack(stack, "platform");
    const alias = new AlicloudProvider(platform, "shanghai", { region: "cn-shanghai", alias: "shanghai" });
    const cluster = ProCluster.fromAttributes(platform, "cluster", { clusterId: "c1", provider: alias });
    cluster.credential(platform, "credential");
    cluster.credential(stack, "credential");
    expect(credentialIn(platform)["provider"]).toBe("alicloud.shanghai");
    expect(credentialIn(stack)["provider"]).toBeUndefined();
  });
});

describe("a kubeconfig", () => {
  test("is a sensitive output with the private address of a private cluster", () => {
    const { stack, cluster } = twoStacks();
    cluster.credential(stack, "kubeconfig").addOutput();
    const { value, sensitive } = outputIn(stack);
    expect(sensitive).toBe(true);
    expect(value).toContain(`"server: \${${crossStack("connectionsapi_server_intranet")}}"`);
    expect(value).toMatch(/^\$\{replace\(data\.alicloud_cs_cluster_credential\.\S+\.kube_config, /);
  });

  test("has the public address of a public cluster, and the private one when it is asked for", () => {
    const { stack, cluster } = twoStacks(true);
    cluster.credential(stack, "outside").addOutput();
    cluster.credential(stack, "inside", { endpoint: "intranet" }).addOutput();
    expect(outputIn(stack, "outside").value).toContain(crossStack("connectionsapi_server_internet"));
    expect(outputIn(stack, "inside").value).toContain(crossStack("connectionsapi_server_intranet"));
  });

  test("has the address that exists, where only Terraform knows which", () => {
    const stack = testStack("workloads");
    const platform = besideStack(stack, "platform");
    const isPublic = new TerraformVariable(platform, "public", { type: "bool" }).value;
    const cluster = proCluster(platform, { publicApiServer: isPublic as unknown as boolean });
    cluster.credential(stack, "kubeconfig").addOutput();
    expect(outputIn(stack).value).toContain(
      `coalesce(${crossStack("connectionsapi_server_internet")}, ${crossStack("connectionsapi_server_intranet")})`,
    );
  });

  test("of an existing cluster is left as ACK writes it", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
    cluster.credential(stack, "kubeconfig").addOutput();
    expect(outputIn(stack).value).toMatch(/^\$\{data\.alicloud_cs_cluster_credential\.\w+\.kube_config\}$/);
  });

  test("of an existing cluster that says its private address has that", () => {
    const stack = testStack();
    const apiServer = { intranet: "https://10.0.0.1:6443" };
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", apiServer });
    const credential = cluster.credential(stack, "credential");
    credential.addOutput("kubeconfig");
    expect(credential.host).toBe("https://10.0.0.1:6443");
    expect(outputIn(stack).value).toContain('"/server: .*/", "server: https://10.0.0.1:6443"');
  });
});

test("an endpoint that Terraform alone knows of is held to the limit before the credential is read", () => {
  const stack = testStack("workloads");
  const platform = besideStack(stack, "platform");
  const isPublic = new TerraformVariable(platform, "public", { type: "bool" }).value;
  const cluster = proCluster(platform, { publicApiServer: isPublic as unknown as boolean });
  cluster.credential(stack, "credential", { endpoint: "internet" });
  expect(credentialIn(stack)["lifecycle"]).toEqual({
    precondition: [
      {
        condition: `\${startswith(${crossStack("connectionsapi_server_internet")}, "https://")}`,
        error_message:
          'internet-endpoint-needs-public-api-server: the API server of platform/cluster is private; take endpoint "intranet" (docs/limits.md)',
      },
    ],
  });
});
