import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  ContainerRuntime,
  Disk,
  EdgeCluster,
  ImageType,
  InstanceSelection,
  Login,
  ProCluster,
  type INodeCluster,
  type NodePoolOptions,
  NodePool,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/workers";

const addTo = (cluster: INodeCluster, changes: Partial<NodePoolOptions> = {}) =>
  new NodePool(cluster, "workers", {
    ...poolOptions({ imageType: ImageType.WINDOWS, login: undefined, ...changes }),
    cluster,
  });

/** A pool of Windows nodes in a cluster with Flannel. */
const windows =
  (changes: Partial<NodePoolOptions> = {}) =>
  (stack: TerraformStack) =>
    addTo(proCluster(stack, { network: flannel(stack) }), changes);
const on = (...types: string[]) => windows({ instances: InstanceSelection.types(...types) });
const onUnknown = (stack: TerraformStack) => on(textToken(stack))(stack);

const large = "4 vCPUs and 8 GiB or more, such as ecs.g6.xlarge";

export const windowsLimitCases: CasesById = {
  "windows-flannel-only": {
    violating: {
      "a cluster with Terway": {
        build: (stack) => addTo(proCluster(stack)),
        at,
        got: "Windows in a cluster with Terway",
        want: "a cluster with Flannel",
        fix: "use a FlannelNetwork; the network of a cluster cannot be changed later",
        rows: ["windows-flannel-only"],
      },
      "an existing cluster with Terway": {
        build: (stack) =>
          addTo(
            ProCluster.fromAttributes(stack, "cluster", {
              clusterId: "c1",
              nodeVSwitches: { h: "vsw-1" },
              plugin: "terway",
            }),
          ),
        at,
        got: "Windows in a cluster with Terway",
        want: "a cluster with Flannel",
        fix: "use a FlannelNetwork; the network of a cluster cannot be changed later",
      },
    },
    legal: {
      "an existing cluster with Flannel": (stack) =>
        addTo(
          ProCluster.fromAttributes(stack, "cluster", {
            clusterId: "c1",
            nodeVSwitches: { h: "vsw-1" },
            plugin: "flannel",
          }),
        ),
      "a cluster with Flannel": { build: windows(), rows: ["windows-flannel-only"] },
      "an existing cluster": (stack) =>
        addTo(
          ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1", nodeVSwitches: { h: "vsw-1" } }),
        ),
    },
  },
  "windows-managed-cluster": {
    violating: {
      "an edge cluster": {
        build: (stack) => addTo(new EdgeCluster(stack, "cluster", { name: "c", network: flannel(stack) })),
        at,
        got: "Windows in an edge cluster",
        want: "a managed cluster",
        fix: "use a ProCluster or a ManagedCluster",
      },
    },
    legal: { "a Pro cluster": windows() },
  },
  "windows-instance-size": {
    violating: {
      "2 vCPUs": {
        build: on("ecs.g6.xlarge", "ecs.g6.large"),
        at,
        got: "Windows on ecs.g6.large",
        want: large,
        rows: ["windows-instance-size"],
      },
      "4 vCPUs and 4 GiB": {
        build: on("ecs.u1-c1m1.xlarge"),
        at,
        got: "Windows on ecs.u1-c1m1.xlarge",
        want: large,
        rows: ["windows-instance-size"],
      },
    },
    legal: {
      "4 vCPUs and 8 GiB": { build: on("ecs.c6.xlarge"), rows: ["windows-instance-size"] },
      "4 vCPUs and 16 GiB": on("ecs.g6.xlarge"),
    },
    unknown: { "a type that only Terraform knows": { build: onUnknown, limit: "partly" } },
  },
  "windows-no-gpu": {
    violating: {
      "a type with GPUs": {
        build: on("ecs.gn6i-c4g1.xlarge"),
        at,
        got: "Windows on ecs.gn6i-c4g1.xlarge",
        want: "a type without GPUs, such as ecs.g6.xlarge",
        rows: ["directx-instance"],
      },
    },
    legal: { "a type without GPUs": { build: on("ecs.g6.xlarge"), rows: ["directx-instance"] } },
    unknown: { "a type that only Terraform knows": { build: onUnknown, limit: "partly" } },
  },
  "directx-runtime": {
    violating: {
      "a sandboxed runtime": {
        build: windows({
          runtime: ContainerRuntime.sandboxed(),
          instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
          dataDisks: [Disk.essd({ sizeGiB: 200 })],
        }),
        at,
        got: "a sandboxed runtime with Windows",
        want: "containerd",
        fix: "use ContainerRuntime.containerd(), or leave runtime out",
        also: ["sandbox-image"],
        rows: ["directx-runtime"],
      },
    },
    legal: {
      containerd: {
        build: windows({ runtime: ContainerRuntime.containerd("1.6.36") }),
        rows: ["directx-runtime"],
      },
    },
  },
  "windows-not-managed": {
    violating: {
      "a managed pool": {
        build: windows({ management: { autoVulFix: true } }),
        at,
        got: "management of a pool with Windows",
        want: "no management",
        fix: "leave management out",
      },
    },
    legal: { "a pool that people manage": windows({ management: {} }) },
  },
  "windows-no-key-pair": {
    violating: {
      "a key pair": {
        build: windows({ imageType: ImageType.WINDOWS_CORE, login: Login.keyPair("ops") }),
        at,
        got: "a key pair with Windows",
        want: "a password, or no login",
        fix: "use Login.password, or no login",
      },
    },
    legal: {
      "a password": (stack) =>
        windows({
          login: Login.password(
            new TerraformVariable(stack, "password", { type: "string", sensitive: true }),
          ),
        })(stack),
      "no login": windows(),
    },
  },
};
