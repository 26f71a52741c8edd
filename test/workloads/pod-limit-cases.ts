import { RuntimeClassV1 } from "@cdktf/provider-kubernetes/lib/runtime-class-v1";
import type { TerraformStack } from "cdktf";
import { ContainerRuntime, Disk, InstanceSelection, ProCluster, sandboxedPods, windowsPods } from "cdktf-ack";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";
import { besideStack, flannel, poolOptions, textToken } from "../support/stacks";
import type { CasesById } from "../support/limit-cases";
import { addPod, deployment, inCluster, pod, type PodParts } from "./pods";

const at = "shop/pod";
const windows = { "kubernetes.io/os": "windows" };
const taint = [{ key: "os", operator: "Equal", value: "windows", effect: "NoSchedule" }];
const nas = "storage.alibabacloud.com/enable_nas_passthrough";
const disks = "storage.alibabacloud.com/enable_ebs_passthrough";
const sysctls = "securecontainer.alibabacloud.com/sysctls";

const sandboxed = (annotations: Record<string, string>, runtimeClassName = "runv"): PodParts => ({
  metadata: { annotations },
  spec: { runtimeClassName },
});

const runtimeClass = (nameOf: (stack: TerraformStack) => string) =>
  inCluster(
    (stack) => new RuntimeClassV1(stack, "class", { metadata: { name: nameOf(stack) }, handler: "runc" }),
  );

/** A Pod in a virtual machine, in a cluster of the app in another stack. */
const inOwn = (addPools: (cluster: ProCluster) => void) => (stack: TerraformStack) => {
  const platform = besideStack(stack, "platform");
  const cluster = new ProCluster(platform, "cluster", {
    name: "c",
    network: flannel(platform),
    version: "1.34.1-aliyun.1",
  });
  addPools(cluster);
  new ClusterKubernetesProvider(stack, "kubernetes", { cluster, endpoint: "intranet" });
  addPod(stack, { spec: { runtimeClassName: "runv" } });
};

const level = (value: string): PodParts => ({
  container: { env: [{ name: "ENCLAVE_RUNTIME_LOGLEVEL", value }] },
});
const image = (name: string): PodParts => ({ container: { image: name } });

const affinity = (value: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerm: [
        { matchExpressions: [{ key: "kubernetes.io/os", operator: "In", values: [value] }] },
      ],
    },
  },
});

export const podLimitCases: CasesById = {
  "windows-pod-placement": {
    violating: {
      "Windows nodes without a toleration": {
        build: pod({ spec: { nodeSelector: windows } }),
        at,
        got: "Pods for Windows nodes without a toleration",
        want: "a toleration of os=windows",
        rows: ["windows-pod-placement"],
      },
      "an affinity without a toleration": {
        build: pod({ spec: { affinity: affinity("windows") } }),
        at,
        got: "Pods for Windows nodes without a toleration",
        want: "a toleration of os=windows",
      },
    },
    legal: {
      "a toleration beside an affinity": {
        build: pod({ spec: { toleration: taint, affinity: affinity("windows") } }),
        rows: ["windows-pod-placement"],
      },
      "what the library has for them": pod({ spec: windowsPods() }),
      "a toleration of everything": pod({ spec: { toleration: [{ operator: "Exists" }] } }),
      "nodes with Linux": pod({ spec: { affinity: affinity("linux") } }),
    },
    unknown: {
      "nodes that only Terraform knows": {
        build: pod((stack) => ({ spec: { nodeSelector: { "kubernetes.io/os": textToken(stack) } } })),
        limit: "partly",
      },
    },
  },
  "windows-pod-selection": {
    violating: {
      "a toleration alone": {
        build: pod({ spec: { toleration: taint } }),
        at,
        got: "a toleration of os=windows alone",
        want: "kubernetes.io/os windows in nodeSelector",
        rows: ["windows-pod-placement"],
      },
    },
    legal: {
      "a toleration beside an affinity": {
        build: pod({ spec: { toleration: taint, affinity: affinity("windows") } }),
        rows: ["windows-pod-placement"],
      },
      "a toleration of everything": pod({ spec: { toleration: [{ operator: "Exists" }] } }),
    },
    unknown: {
      "nodes that only Terraform knows": {
        build: pod((stack) => ({
          spec: { toleration: taint, nodeSelector: { "kubernetes.io/os": textToken(stack) } },
        })),
        limit: "partly",
      },
    },
  },
  "windows-hostnetwork-118": {
    violating: {
      "the network of the node": {
        build: pod({ spec: { nodeSelector: windows, toleration: taint, hostNetwork: true } }),
        at,
        got: "hostNetwork for Pods of Windows",
        want: "the network of the Pod",
        rows: ["windows-hostnetwork-118"],
      },
    },
    legal: {
      "HostProcess containers": {
        build: pod({
          spec: {
            nodeSelector: windows,
            toleration: taint,
            hostNetwork: true,
            securityContext: {
              windowsOptions: { hostProcess: true, runAsUsername: "NT AUTHORITY\\SYSTEM" },
            },
          },
        }),
        rows: ["windows-hostnetwork-118"],
      },
      "the network of the node on Linux": pod({ spec: { hostNetwork: true } }),
    },
    unknown: {
      "nodes that only Terraform knows": {
        build: pod((stack) => ({
          spec: { hostNetwork: true, nodeSelector: { "kubernetes.io/os": textToken(stack) } },
        })),
        limit: "partly",
      },
    },
  },
  "rt-runv-no-hostnetwork": {
    violating: {
      "the network of the node": {
        build: pod({ spec: { runtimeClassName: "runv", hostNetwork: true } }),
        at,
        got: "hostNetwork with the RuntimeClass runv",
        want: "the network of the Pod",
        rows: ["rt-runv-no-hostnetwork"],
      },
    },
    legal: {
      "a network of its own": {
        build: pod({ spec: { runtimeClassName: "runv" } }),
        rows: ["rt-runv-no-hostnetwork"],
      },
      "the network of the node without a virtual machine": pod({
        spec: { runtimeClassName: "runc", hostNetwork: true },
      }),
    },
    unknown: {
      "a class that only Terraform knows": {
        build: pod((stack) => ({ spec: { runtimeClassName: textToken(stack), hostNetwork: true } })),
        limit: "partly",
      },
    },
  },
  "sandbox-annotations": {
    violating: {
      "NAS without a virtual machine": {
        build: pod(sandboxed({ [nas]: "true" }, "runc")),
        at,
        got: `${nas} with the RuntimeClass runc`,
        want: "the RuntimeClass runv",
        rows: ["nas-passthrough"],
      },
      "disks, on the Deployment": {
        build: deployment({
          metadata: { annotations: { [disks]: "true" } },
          spec: { runtimeClassName: "runv" },
        }),
        at: "shop/app",
        got: `${disks} on what makes the Pods`,
        want: "it on the Pod",
        rows: ["disk-passthrough"],
      },
      "parameters of the kernel that all Pods share": {
        build: pod({ metadata: { annotations: { [sysctls]: "net.core.somaxconn=1024" } } }),
        at,
        got: `${sysctls} without a RuntimeClass`,
        want: "the RuntimeClass runv",
        rows: ["sysctl-annotation"],
      },
    },
    legal: {
      NAS: { build: pod(sandboxed({ [nas]: "true" })), rows: ["nas-passthrough"] },
      disks: { build: pod(sandboxed({ [disks]: "true" })), rows: ["disk-passthrough"] },
      "parameters of the kernel": {
        build: pod(sandboxed({ [sysctls]: "net.core.somaxconn=1024" })),
        rows: ["sysctl-annotation"],
      },
      "annotations about something else": pod({ metadata: { annotations: { owner: "shop" } } }),
    },
    unknown: {
      "a class that only Terraform knows": {
        build: pod((stack) => sandboxed({ [nas]: "true" }, textToken(stack))),
        limit: "partly",
      },
    },
  },
  "sandbox-annotation-values": {
    violating: {
      "NAS with another word": {
        build: pod(sandboxed({ [nas]: "yes" })),
        at,
        got: `${nas} "yes"`,
        want: "true or false",
        rows: ["nas-passthrough"],
      },
      "disks with another word": {
        build: pod(sandboxed({ [disks]: "on" })),
        at,
        got: `${disks} "on"`,
        want: "true or false",
        rows: ["disk-passthrough"],
      },
      "parameters parted by semicolons": {
        build: pod(sandboxed({ [sysctls]: "net.core.somaxconn 1024" })),
        at,
        got: `${sysctls} "net.core.somaxconn 1024"`,
        want: "pairs such as net.core.somaxconn=1024, parted by commas",
        rows: ["sysctl-annotation"],
      },
    },
    legal: {
      "NAS off": { build: pod(sandboxed({ [nas]: "false" })), rows: ["nas-passthrough"] },
      "disks on": { build: pod(sandboxed({ [disks]: "true" })), rows: ["disk-passthrough"] },
      "two parameters": {
        build: pod(sandboxed({ [sysctls]: "net.bridge.bridge-nf-call-iptables=1,vm.max_map_count=262144" })),
        rows: ["sysctl-annotation"],
      },
      "what the library makes": pod(
        sandboxed({ ...sandboxedPods({ nasPassthrough: true, sysctls: { "a.b": "1" } }).annotations }),
      ),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: pod((stack) => sandboxed({ [nas]: textToken(stack) })),
        limit: "partly",
      },
    },
  },
  "rt-runclass-default": {
    violating: {
      "the class that ACK makes": {
        build: runtimeClass(() => "runv"),
        at: "shop/class",
        got: "a RuntimeClass named runv",
        want: "the one that ACK makes",
        rows: ["rt-runclass-default"],
      },
    },
    legal: {
      "another class": { build: runtimeClass(() => "rune"), rows: ["rt-runclass-default"] },
    },
    unknown: {
      "a name that only Terraform knows": { build: runtimeClass(textToken), limit: "partly" },
    },
  },
  "rt-runtimeclass": {
    violating: {
      "no pool for them": {
        build: inOwn((cluster) => {
          cluster.addNodePool("workers", poolOptions());
        }),
        at,
        got: "the RuntimeClass runv in a cluster without such a pool",
        want: "a pool for sandboxed containers",
        rows: ["rt-runtimeclass"],
      },
    },
    legal: {
      "a pool for them": {
        build: inOwn((cluster) => {
          const instances = InstanceSelection.types("ecs.ebmg7.32xlarge");
          const dataDisks = [Disk.essd({ sizeGiB: 200 })];
          const runtime = ContainerRuntime.sandboxed();
          cluster.addNodePool("sandboxes", poolOptions({ instances, dataDisks, runtime }));
        }),
        rows: ["rt-runtimeclass"],
      },
      "a cluster whose pools are elsewhere": pod({ spec: { runtimeClassName: "runv" } }),
    },
    unknown: {
      "a class that only Terraform knows": {
        build: pod((stack) => ({ spec: { runtimeClassName: textToken(stack) } })),
        limit: "partly",
      },
    },
  },
  "inclavare-loglevel": {
    violating: {
      "a level of another program": {
        build: pod(level("verbose")),
        at,
        got: 'ENCLAVE_RUNTIME_LOGLEVEL "verbose"',
        want: "one of trace, debug, info, warning, error, fatal, panic, off",
        rows: ["inclavare-loglevel"],
      },
    },
    legal: {
      "a level": { build: pod(level("debug")), rows: ["inclavare-loglevel"] },
      "no logs": { build: pod(level("off")), rows: ["inclavare-loglevel"] },
    },
    unknown: {
      "a level that only Terraform knows": {
        build: pod((stack) => level(textToken(stack))),
        limit: "partly",
      },
    },
  },
  "lint-image-tag": {
    violating: {
      "no tag": {
        build: pod(image("registry.example.com:5000/shop/app")),
        at,
        got: "the image registry.example.com:5000/shop/app",
        want: "a tag other than latest, or a digest",
        rows: ["lint-image-tag"],
      },
      "the latest": {
        build: pod(image("nginx:latest")),
        at,
        got: "the image nginx:latest",
        want: "a tag other than latest, or a digest",
        rows: ["lint-image-tag"],
      },
    },
    legal: {
      "a tag": { build: pod(image("nginx:1.27.3")), rows: ["lint-image-tag"] },
      "a digest": {
        build: pod(image(`nginx@sha256:${"0123456789abcdef".repeat(4)}`)),
        rows: ["lint-image-tag"],
      },
    },
    unknown: {
      "an image that only Terraform knows": {
        build: pod((stack) => image(textToken(stack))),
        limit: "partly",
      },
    },
  },
};
