import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import type { TerraformStack } from "cdktf";
import { EdgeCluster, edgeHubCache, onCloudNodes, onEdgeNodes, type INodeCluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { textToken } from "../support/stacks";
import { inCluster, pod, type PodParts } from "./pods";

const at = "shop/pod";
const label = "alibabacloud.com/is-edge-worker";

const edge = (stack: TerraformStack): INodeCluster =>
  EdgeCluster.fromAttributes(stack, "cluster", { clusterId: "c1", nodeVSwitches: { h: "vsw-1" } });
const edgePod = (parts: PodParts | ((stack: TerraformStack) => PodParts)) => pod(parts, edge);
const on = (value: string): PodParts => ({ spec: { nodeSelector: { [label]: value } } });
const unknownSide = (parts: PodParts) => ({
  build: edgePod((stack) => ({
    ...parts,
    spec: { ...parts.spec, nodeSelector: { [label]: textToken(stack) } },
  })),
  limit: "partly" as const,
});
const hostPort = (port: number): PodParts["container"] => ({
  port: [{ containerPort: 8080, hostPort: port }],
});
const host: PodParts["container"] = { env: [{ name: "KUBERNETES_SERVICE_HOST", value: "10.0.0.1" }] };

/** Settings of the edge hub. */
const hub = (data: (stack: TerraformStack) => Record<string, string>, name = "edge-hub-cfg") =>
  inCluster(
    (stack) =>
      new ConfigMapV1Data(stack, "hub", { metadata: { name, namespace: "kube-system" }, data: data(stack) }),
    edge,
  );

export const edgePodCases: CasesById = {
  "edge-worker-selector": {
    violating: {
      "a value that no node has": {
        build: edgePod(on("False")),
        at,
        got: `${label} "False" in nodeSelector`,
        want: '"true" or "false"',
        fix: "spec: { ...onCloudNodes(), container: [...] }, or onEdgeNodes()",
        rows: ["edge-cloud-selector-quoted"],
      },
    },
    legal: {
      "nodes of the cloud": {
        build: edgePod({ spec: onCloudNodes() }),
        rows: ["edge-cloud-selector-quoted"],
      },
      "machines at the edge": edgePod({ spec: onEdgeNodes() }),
      "a cluster of another kind": pod(on("False")),
    },
    unknown: { "a side that only Terraform knows": unknownSide({}) },
  },
  "edge-cloud-taint": {
    violating: {
      "nodes of the cloud without a toleration": {
        build: edgePod(on("false")),
        at,
        got: "Pods for nodes of the cloud without a toleration",
        want: "a toleration of node-role.alibabacloud.com/addon",
        fix: "spec: { ...onCloudNodes(), container: [...] }",
        rows: ["edge-cloud-taint"],
      },
    },
    legal: {
      "what the library has for them": {
        build: edgePod({ spec: onCloudNodes() }),
        rows: ["edge-cloud-taint"],
      },
      "a toleration of everything": edgePod({
        spec: { nodeSelector: { [label]: "false" }, toleration: [{ operator: "Exists" }] },
      }),
      "machines at the edge": edgePod({ spec: onEdgeNodes() }),
    },
    unknown: { "a side that only Terraform knows": unknownSide({}) },
  },
  "edge-hub-ports": {
    violating: {
      "the port of the edge hub": {
        build: edgePod({ container: hostPort(10261) }),
        at,
        got: "port 10261 of the node, which is that of the edge hub",
        want: "a free port",
        fix: "take another port, or leave hostPort and hostNetwork out",
        rows: ["edge-hub-ports"],
      },
      "the port of the kubelet, in the network of the node": {
        build: edgePod({ spec: { hostNetwork: true }, container: { port: [{ containerPort: 10250 }] } }),
        at,
        got: "port 10250 of the node, which is that of the kubelet",
        want: "a free port",
      },
    },
    legal: {
      "another port": { build: edgePod({ container: hostPort(8080) }), rows: ["edge-hub-ports"] },
      "that port in the network of the Pod": edgePod({ container: { port: [{ containerPort: 10261 }] } }),
      "that port on nodes of the cloud": edgePod({ spec: onCloudNodes(), container: hostPort(10261) }),
      "that port in a cluster of another kind": pod({ container: hostPort(10261) }),
    },
    unknown: { "a side that only Terraform knows": unknownSide({ container: hostPort(10261) }) },
  },
  "incluster-endpoint": {
    violating: {
      "an address of the API server": {
        build: edgePod({ spec: onEdgeNodes(), container: host }),
        at,
        got: "KUBERNETES_SERVICE_HOST of your own",
        want: "the value that ACK gives",
        fix: "leave the variable out",
        rows: ["incluster-endpoint"],
      },
    },
    legal: {
      "another variable": {
        build: edgePod({ spec: onEdgeNodes(), container: { env: [{ name: "HOST", value: "10.0.0.1" }] } }),
        rows: ["incluster-endpoint"],
      },
      "an address for Pods on nodes of the cloud": edgePod({ spec: onCloudNodes(), container: host }),
    },
    unknown: { "a side that only Terraform knows": unknownSide({ container: host }) },
  },
  "edge-hub-cache-agents": {
    violating: {
      "names parted by spaces": {
        build: hub(() => ({ cache_agents: "edge-app collector" })),
        at: "shop/hub",
        got: 'cache_agents "edge-app collector"',
        want: "names parted by commas",
        fix: 'data: edgeHubCache("edge-app", "collector")',
        rows: ["cache-agents-format"],
      },
      "names parted by wide commas, in the ConfigMap of newer versions": {
        build: hub(() => ({ cache_agents: "edge-app，collector" }), "yurt-hub-cfg"),
        at: "shop/hub",
        got: 'cache_agents "edge-app，collector"',
        want: "names parted by commas",
      },
    },
    legal: {
      "what the library has for it": {
        build: hub(() => ({ ...edgeHubCache("edge-app", "collector") })),
        rows: ["cache-agents-format"],
      },
      "spaces behind commas": hub(() => ({ cache_agents: "edge-app, collector" })),
      "a text that only Terraform knows": hub((stack) => ({ cache_agents: textToken(stack) })),
      "another ConfigMap": hub(() => ({ cache_agents: "a b" }), "shop"),
    },
    unknown: {
      "a ConfigMap of which only Terraform knows the name": {
        build: (stack) => hub(() => ({ cache_agents: "a b" }), textToken(stack, "name"))(stack),
        limit: "partly",
      },
    },
  },
};
