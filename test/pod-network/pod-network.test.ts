import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { DataKubernetesConfigMapV1 } from "@cdktf/provider-kubernetes/lib/data-kubernetes-config-map-v1";
import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  AddonSecret,
  PodEip,
  ProCluster,
  RegisteredCluster,
  ServiceIpFamilies,
  ServiceLoadBalancer,
  TerwayHubble,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { proCluster, terway, testStack } from "../support/stacks";

const existing = (stack: TerraformStack) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", plugin: "terway" });

/** The arguments of the one resource of a type. */
function only(stack: TerraformStack, type: string): unknown {
  const { resource } = synthesize(stack).json as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  return Object.values(resource[type] ?? {})[0];
}

describe("the public address of a Pod", () => {
  test("is made for each Pod, and by itself says nothing more", () => {
    const stack = testStack();
    const eip = PodEip.allocate(stack, "eip", { cluster: existing(stack) });
    expect(eip.annotations).toEqual({ "k8s.aliyun.com/pod-with-eip": "true" });
    expect(eip.readinessGate).toEqual([{ conditionType: "k8s.aliyun.com/eip" }]);
  });

  test("has what it is made with in annotations", () => {
    const stack = testStack();
    const { annotations } = PodEip.allocate(stack, "eip", {
      cluster: existing(stack),
      bandwidthMbps: 20,
      internetChargeType: "PayByBandwidth",
      isp: "BGP_PRO",
      bandwidthPackageId: "cbwp-1",
      addressPoolId: "pippool-1",
      resourceGroupId: "rg-1",
      releaseStrategy: "10m",
      tags: { team: "game" },
    });
    expect(annotations).toEqual({
      "k8s.aliyun.com/pod-with-eip": "true",
      "k8s.aliyun.com/eip-bandwidth": "20",
      "k8s.aliyun.com/eip-internet-charge-type": "PayByBandwidth",
      "k8s.aliyun.com/eip-isp": "BGP_PRO",
      "k8s.aliyun.com/eip-common-bandwidth-package-id": "cbwp-1",
      "k8s.aliyun.com/eip-public-ip-address-pool-id": "pippool-1",
      "k8s.aliyun.com/eip-resource-group-id": "rg-1",
      "k8s.aliyun.com/pod-eip-release-strategy": "10m",
      "k8s.aliyun.com/eip-tags": '{"team":"game"}',
    });
  });

  test("that exists goes to the one Pod of a workload", () => {
    const stack = testStack();
    const { annotations, readinessGate, replicas } = PodEip.existing(stack, "eip", {
      cluster: existing(stack),
      instanceId: "eip-bp1game",
    });
    const labels = { app: "game" };
    new DeploymentV1(stack, "game", {
      metadata: { name: "game" },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations },
          spec: { readinessGate, container: [{ name: "game", image: "game:1" }] },
        },
      },
    });
    expect(only(stack, "kubernetes_deployment_v1")).toMatchObject({
      spec: {
        replicas: "1",
        template: {
          metadata: { annotations: { "k8s.aliyun.com/pod-eip-instanceid": "eip-bp1game" } },
          spec: { readiness_gate: [{ condition_type: "k8s.aliyun.com/eip" }] },
        },
      },
    });
  });
});

describe("a Service of a dual-stack cluster", () => {
  test("has an address of each family, the first of which is its clusterIP", () => {
    const stack = testStack();
    const cluster = proCluster(stack, {
      network: terway(stack, { ipv6: true, dualStack: true }),
      version: "1.34.1-aliyun.1",
    });
    const families = ServiceIpFamilies.dualStack(stack, "families", {
      cluster,
      first: "IPv6",
      loadBalancer: { type: "nlb" },
    });
    new ServiceV1(stack, "web", {
      metadata: { name: "web", annotations: families.annotations },
      spec: { type: "LoadBalancer", port: [{ port: 80 }], ...families.spec },
    });
    expect(only(stack, "kubernetes_service_v1")).toMatchObject({
      metadata: {
        annotations: { "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip-version": "DualStack" },
      },
      spec: {
        ip_family_policy: "RequireDualStack",
        ip_families: ["IPv6", "IPv4"],
        load_balancer_class: "alibabacloud.com/nlb",
      },
    });
  });

  test("may have IPv6 alone, and a CLB with an address of it", () => {
    const stack = testStack();
    const { spec, annotations } = ServiceIpFamilies.ipv6(stack, "families", {
      cluster: existing(stack),
      loadBalancer: { type: "clb" },
    });
    expect(spec).toEqual({ ipFamilyPolicy: "SingleStack", ipFamilies: ["IPv6"] });
    expect(annotations).toEqual({
      "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip-version": "ipv6",
    });
  });

  test("is reached from the internet by an NLB that says so", () => {
    const stack = testStack();
    const { annotations } = ServiceIpFamilies.dualStack(stack, "families", {
      cluster: existing(stack),
      loadBalancer: { type: "nlb", publicIpv6: true },
    });
    expect(annotations).toEqual({
      "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip-version": "DualStack",
      "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ipv6-address-type": "internet",
    });
  });

  test("needs no load balancer, and then no annotations", () => {
    const stack = testStack();
    const { annotations } = ServiceIpFamilies.dualStack(stack, "families", { cluster: existing(stack) });
    expect(annotations).toEqual({});
  });
});

describe("a load balancer of Services", () => {
  test("is named by an annotation", () => {
    const stack = testStack();
    const { annotations } = new ServiceLoadBalancer(stack, "balancer", { loadBalancerId: "lb-bp1abcd" });
    expect(annotations).toEqual({
      "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id": "lb-bp1abcd",
    });
  });

  test("may lose listeners that are not of Services, where that is said", () => {
    const stack = testStack();
    const { annotations } = new ServiceLoadBalancer(stack, "balancer", {
      loadBalancerId: "lb-bp1abcd",
      overridesListeners: true,
    });
    expect(annotations).toMatchObject({
      "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-force-override-listeners": "true",
    });
  });
});

describe("Hubble", () => {
  test("is merged into what Terway reads, and keeps the rest of it", () => {
    const stack = testStack();
    const metadata = { name: "eni-config", namespace: "kube-system" };
    const { data } = new DataKubernetesConfigMapV1(stack, "eni-config", { metadata });
    const hubble = new TerwayHubble(stack, "hubble", {
      cluster: existing(stack),
      metrics: ["drop", "flow:sourceContext=pod"],
    });
    new ConfigMapV1Data(stack, "with-hubble", {
      metadata,
      force: true,
      data: { "10-terway.conf": hubble.mergedInto(data.lookup("10-terway.conf")) },
    });
    expect(only(stack, "kubernetes_config_map_v1_data")).toMatchObject({
      data: {
        "10-terway.conf":
          '${jsonencode(merge(jsondecode(data.kubernetes_config_map_v1.eni-config.data["10-terway.conf"]), ' +
          '{"cilium_enable_hubble" = "true", "cilium_hubble_metrics" = "drop,flow:sourceContext=pod"}))}',
      },
    });
  });

  test("leaves to Terway what it counts, unless that is said", () => {
    const stack = testStack();
    const { settings } = new TerwayHubble(stack, "hubble", { cluster: existing(stack) });
    expect(settings).toEqual({ cilium_enable_hubble: "true" });
  });
});

describe("the AccessKey of add-ons", () => {
  test("is a Secret with references to variables, and no text of them", () => {
    const stack = testStack();
    const variable = (id: string) => new TerraformVariable(stack, id, { type: "string", sensitive: true });
    const secret = new AddonSecret(stack, "addon-secret", {
      cluster: RegisteredCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" }),
      accessKeyId: variable("access_key_id"),
      accessKeySecret: variable("access_key_secret"),
    });
    new SecretV1(stack, "secret", { metadata: secret.metadata, data: secret.data });
    expect(only(stack, "kubernetes_secret_v1")).toMatchObject({
      metadata: { name: "alibaba-addon-secret", namespace: "kube-system" },
      data: {
        "access-key-id": "${var.access_key_id}",
        "access-key-secret": "${var.access_key_secret}",
      },
    });
  });

  test("has a Secret of its own for the backup center", () => {
    const stack = testStack();
    const variable = new TerraformVariable(stack, "key", { type: "string", sensitive: true });
    const { metadata } = new AddonSecret(stack, "addon-secret", {
      cluster: RegisteredCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" }),
      accessKeyId: variable,
      accessKeySecret: variable,
      namespace: "csdr",
    });
    expect(metadata).toEqual({ name: "alibaba-addon-secret", namespace: "csdr" });
  });
});
