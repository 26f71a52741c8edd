import { App, TerraformVariable, type TerraformStack } from "cdktf";
import { Authentication, Capacity, NodePool, Placement, ProCluster } from "cdktf-ack";
import { ClusterKubernetesProvider, type ClusterKubernetesProviderProps } from "cdktf-ack/kubernetes";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, poolOptions, proCluster, testStack } from "../support/stacks";

interface Json {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly provider: { readonly kubernetes: readonly Readonly<Record<string, unknown>>[] };
}

function jsonOf(stack: TerraformStack): Json {
  App.of(stack).synth();
  return synthesize(stack).json as unknown as Json;
}

const existing = (stack: TerraformStack, attributes = {}) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", ...attributes });

/** The provider for an existing cluster. */
function providerOf(props: Partial<ClusterKubernetesProviderProps> = {}) {
  const stack = testStack();
  new ClusterKubernetesProvider(stack, "kubernetes", { cluster: existing(stack), ...props });
  const { data = {}, provider } = jsonOf(stack);
  const credentials = Object.values(data["alicloud_cs_cluster_credential"] ?? {});
  return { arguments: provider.kubernetes[0] ?? {}, credentials };
}

const credential = "data.alicloud_cs_cluster_credential.kubernetes-credential_621F97FE";
const decoded = (name: string) => `base64decode(${credential}.certificate_authority["${name}"])`;
const hostInKubeconfig = `\${nonsensitive(yamldecode(${credential}.kube_config).clusters.0.cluster.server)}`;
const ca = "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n";

describe("the provider of Kubernetes for a cluster", () => {
  test("comes with a certificate that it decodes, and with nothing that is a secret in the program", () => {
    expect(providerOf()).toEqual({
      arguments: {
        host: hostInKubeconfig,
        cluster_ca_certificate: `\${${decoded("cluster_cert")}}`,
        client_certificate: `\${sensitive(${decoded("client_cert")})}`,
        client_key: `\${sensitive(${decoded("client_key")})}`,
      },
      credentials: [{ cluster_id: "c82e6987", temporary_duration_minutes: 60 }],
    });
  });

  test("comes to the private address of a private cluster in another stack", () => {
    const stack = testStack("workloads");
    const cluster = proCluster(besideStack(stack, "platform"));
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
    expect(jsonOf(stack).provider.kubernetes[0]?.["host"]).toBe(
      "${data.terraform_remote_state.cross-stack-reference-input-platform.outputs.cross-stack-output-alicloud_cs_managed_kubernetescluster_A4C38409connectionsapi_server_intranet}",
    );
    expect(stack.dependencies.map(({ node }) => node.id)).toEqual(["platform"]);
  });

  test("runs ack-ram-tool, and then reads no credential where it knows address and authority", () => {
    const stack = testStack();
    const cluster = existing(stack, { apiServer: { intranet: "https://10.0.0.1:6443" } });
    const authentication = Authentication.ackRamTool({ clusterCaCertificate: ca, expiration: "3h" });
    const provider = new ClusterKubernetesProvider(stack, "kubernetes", { cluster, authentication });
    expect(provider.credential).toBeUndefined();
    const { data, provider: providers } = jsonOf(stack);
    expect(data).toBeUndefined();
    expect(providers.kubernetes).toEqual([
      {
        host: "https://10.0.0.1:6443",
        cluster_ca_certificate: ca,
        exec: [
          {
            api_version: "client.authentication.k8s.io/v1beta1",
            command: "ack-ram-tool",
            args: [
              ...["credential-plugin", "get-credential", "--cluster-id", "c82e6987"],
              ...["--api-version", "v1beta1", "--expiration", "3h", "--log-level", "error"],
            ],
          },
        ],
      },
    ]);
  });

  test("reads the authority and the address of a cluster that says neither, for a program as well", () => {
    const { arguments: made, credentials } = providerOf({ authentication: Authentication.ackRamTool() });
    expect(made).toMatchObject({
      host: hostInKubeconfig,
      cluster_ca_certificate: `\${${decoded("cluster_cert")}}`,
      exec: [{ command: "ack-ram-tool" }],
    });
    expect(Object.keys(made)).not.toContain("client_key");
    expect(credentials).toHaveLength(1);
  });

  test("shows the token of a service account", () => {
    const stack = testStack();
    const token = new TerraformVariable(stack, "token", { type: "string", sensitive: true }).stringValue;
    const authentication = Authentication.token(token, { clusterCaCertificate: ca });
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster: existing(stack), authentication });
    const [made] = jsonOf(stack).provider.kubernetes;
    expect(made).toEqual({ host: hostInKubeconfig, cluster_ca_certificate: ca, token: "${var.token}" });
  });

  test("passes on the alias, a proxy and what it shall overlook", () => {
    const settings = {
      alias: "shop",
      proxyUrl: "http://10.0.0.5:3128",
      tlsServerName: "kubernetes",
      ignoreLabels: ["^service\\.k8s\\.alibaba/"],
      ignoreAnnotations: ["^example\\.com/"],
    };
    expect(providerOf(settings).arguments).toMatchObject({
      alias: "shop",
      proxy_url: "http://10.0.0.5:3128",
      tls_server_name: "kubernetes",
      ignore_labels: ["^service\\.k8s\\.alibaba/"],
      ignore_annotations: ["^example\\.com/"],
    });
  });

  test("gives the credential a time and the provider of its own region", () => {
    expect(providerOf({ temporaryDurationMinutes: 240 }).credentials).toEqual([
      { cluster_id: "c82e6987", temporary_duration_minutes: 240 },
    ]);
  });
});

describe("the stack of workloads", () => {
  const named = (stack: TerraformStack) => stack.dependencies.map(({ node }) => node.id).sort();

  test("comes after the stacks with the pools of the cluster, whether they are made before or after", () => {
    const stack = testStack("workloads");
    const cluster = existing(besideStack(stack, "platform"));
    const [early, late] = [besideStack(stack, "early"), besideStack(stack, "late")];
    const nodeVSwitches = { placement: Placement.vswitches("vsw-1") };
    new NodePool(early, "pool", { cluster, ...poolOptions(nodeVSwitches) });
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
    new NodePool(late, "pool", { cluster, ...poolOptions(nodeVSwitches) });
    expect(named(stack)).toEqual(["early", "late"]);
  });

  test("waits for no pool that may have no nodes, and for none of its own stack", () => {
    const stack = testStack("workloads");
    const cluster = existing(besideStack(stack, "platform"));
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
    const placement = Placement.vswitches("vsw-1");
    const capacity = Capacity.autoscale({ min: 0, max: 3 });
    new NodePool(besideStack(stack, "batch"), "pool", { cluster, ...poolOptions({ placement, capacity }) });
    new NodePool(stack, "pool", { cluster, ...poolOptions({ placement }) });
    expect(named(stack)).toEqual([]);
  });

  test("is not the stack of the cluster, for which the pools of other stacks wait", () => {
    const stack = testStack("platform");
    const cluster = proCluster(stack);
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
    new NodePool(besideStack(stack, "pools"), "pool", { cluster, ...poolOptions() });
    App.of(stack).synth();
    expect(named(stack)).toEqual([]);
  });
});

test("the library without its subpath loads nothing of the provider of Kubernetes", () => {
  jest.isolateModules(() => {
    const loaded: string[] = [];
    jest.doMock("@cdktf/provider-kubernetes/lib/provider", () => {
      loaded.push("provider");
      return {};
    });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require("cdktf-ack");
    expect(loaded).toEqual([]);
  });
});
