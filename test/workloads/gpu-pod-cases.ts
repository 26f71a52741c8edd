import type { TerraformStack } from "cdktf";
import { DedicatedCluster, Gpu, InstanceSelection, NodePool, Placement, type INodeCluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, textToken } from "../support/stacks";
import { addPod, deployment, inCluster, limits, pod, type PodParts } from "./pods";

const at = "shop/pod";
const schedule = "ack.node.gpu.schedule";
const memory = "aliyun.com/gpu-mem";
const gpus = "nvidia.com/gpu";
const count = "aliyun.com/gpu-count";
const old = "alpha.kubernetes.io/nvidia-gpu";
const directX = "windows.alibabacloud.com/directx";

/** A Pod that asks nodes with these labels for something. */
const on = (nodeSelector: Record<string, string>, of: Record<string, string>): PodParts => ({
  ...limits(of),
  spec: { nodeSelector },
});

const unknownOn = (stack: TerraformStack) => on({ [schedule]: textToken(stack) }, { [gpus]: "1" });

const hostPath = (path: string): PodParts => ({ spec: { volume: [{ name: "driver", hostPath: { path } }] } });

const counted = (number: string, gib: string): PodParts => ({
  metadata: { labels: { [count]: number } },
  ...limits({ [memory]: gib }),
});

const dedicated = (stack: TerraformStack): INodeCluster =>
  DedicatedCluster.fromAttributes(stack, "cluster", { clusterId: "c1", nodeVSwitches: { h: "vsw-1" } });

function addPool(cluster: INodeCluster, id: string, gpu: Gpu): void {
  const instances = InstanceSelection.types("ecs.ebmgn7.26xlarge");
  const placement = Placement.vswitches("vsw-1");
  new NodePool(cluster, id, { cluster, ...poolOptions({ instances, gpu, placement }) });
}

/** A Pod beside pools that give their GPUs so. */
const beside = (ways: readonly Gpu[], parts: PodParts) =>
  inCluster((stack, cluster) => {
    ways.forEach((gpu, index) => addPool(cluster, `pool-${index}`, gpu));
    addPod(stack, parts);
  });

const shared = [Gpu.shared(), Gpu.shared({ isolation: "memory" })];

export const gpuPodCases: CasesById = {
  "gpu-limit-key": {
    violating: {
      "a part of a GPU": {
        build: pod(limits({ [gpus]: "500m" })),
        at,
        got: `container "app" with ${gpus} 500m`,
        want: "a whole number",
        rows: ["gpu-limit-key"],
      },
      "DirectX in requests alone": {
        build: pod({ container: { resources: { requests: { [directX]: "1" } } } }),
        at,
        got: `container "app" with ${directX} in requests alone`,
        want: "it in limits",
        rows: ["directx-resource"],
      },
      "another number in requests": {
        build: pod(limits({ [gpus]: "2" }, { [gpus]: "1" })),
        at,
        got: `container "app" with ${gpus} 2, and 1 in requests`,
        want: "the same in both",
      },
    },
    legal: {
      "one GPU": { build: pod(limits({ [gpus]: "1" })), rows: ["gpu-limit-key"] },
      "what a Gpu says": pod(limits({ ...Gpu.exclusive().request({ gpus: 2 }).limits })),
      "DirectX in both": {
        build: pod(limits({ [directX]: "1" }, { [directX]: "1" })),
        rows: ["directx-resource"],
      },
      "parts of CPUs": pod(limits({ cpu: "500m", memory: "1Gi" })),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: pod((stack) => limits({ [gpus]: textToken(stack) })),
        limit: "partly",
      },
    },
  },
  "gpu-old-scheme-removed": {
    violating: {
      "the resource of the old scheme": {
        build: pod(limits({ [old]: "1" })),
        at,
        got: `the resource ${old}`,
        want: gpus,
        rows: ["gpu-old-scheme-removed"],
      },
    },
    legal: {
      "the resource of the device plug-in": {
        build: pod(limits({ [gpus]: "1" })),
        rows: ["gpu-old-scheme-removed"],
      },
    },
    unknown: {
      "a number that only Terraform knows": {
        build: pod((stack) => limits({ [old]: textToken(stack) })),
        limit: "partly",
      },
    },
  },
  "gpu-hostpath-unneeded": {
    violating: {
      "the driver of the node": {
        build: pod(hostPath("/usr/lib/nvidia-375/bin")),
        at,
        got: "a volume with the path /usr/lib/nvidia-375/bin of the node",
        want: "no volume for the driver",
        rows: ["gpu-hostpath-unneeded"],
      },
    },
    legal: {
      "another path": { build: pod(hostPath("/var/log")), rows: ["gpu-hostpath-unneeded"] },
    },
    unknown: {
      "a path that only Terraform knows": {
        build: pod((stack) => hostPath(textToken(stack))),
        limit: "partly",
      },
    },
  },
  "gpu-schedule-resource-map": {
    violating: {
      "whole GPUs of nodes that share them": {
        build: pod(on({ [schedule]: "share" }, { [gpus]: "1" })),
        at,
        got: `${gpus} of nodes with ${schedule} share`,
        want: memory,
        rows: ["gpu-schedule-resource-map"],
      },
      "ordinary GPUs of nodes with topology": {
        build: pod(on({ [schedule]: "topology" }, { [gpus]: "1" })),
        at,
        got: `${gpus} of nodes with ${schedule} topology`,
        want: "aliyun.com/gpu",
        rows: ["gpu-topology-excludes-default"],
      },
      "whole GPUs of nodes with ack-cgpu": {
        build: pod(on({ cgpu: "true" }, { [gpus]: "1" }), dedicated),
        at,
        got: `${gpus} of nodes with cgpu true`,
        want: memory,
        rows: ["cgpu-basic-resource"],
      },
      "a share of the computing where memory alone is apart": {
        build: pod(on({ [schedule]: "cgpu" }, { [memory]: "4", "aliyun.com/gpu-core.percentage": "30" })),
        at,
        got: `aliyun.com/gpu-core.percentage of nodes with ${schedule} cgpu`,
        want: memory,
      },
    },
    legal: {
      "memory of nodes that share": {
        build: pod(on({ [schedule]: "share" }, { [memory]: "3" })),
        rows: ["gpu-schedule-resource-map"],
      },
      "GPUs by topology": {
        build: pod(on({ [schedule]: "topology" }, { "aliyun.com/gpu": "1" })),
        rows: ["gpu-topology-excludes-default"],
      },
      "ordinary GPUs of nodes that give whole ones again": {
        build: pod(on({ [schedule]: "default" }, { [gpus]: "1" })),
        rows: ["gpu-topology-excludes-default"],
      },
      "whole GPUs where ack-cgpu is off": {
        build: pod(on({ cgpu: "false" }, { [gpus]: "1" }), dedicated),
        rows: ["cgpu-basic-resource"],
      },
      "a way that may be new": pod(on({ [schedule]: "slices" }, { [gpus]: "1" })),
    },
    unknown: {
      "a way that only Terraform knows": { build: pod(unknownOn), limit: "partly" },
    },
  },
  "cgpu-nodeselector": {
    violating: {
      "memory from anywhere, beside two ways": {
        build: beside(shared, limits({ [memory]: "3" })),
        at,
        got: `${memory} without a nodeSelector, beside pools that share in 2 ways`,
        want: "a nodeSelector",
        rows: ["cgpu-nodeselector"],
      },
    },
    legal: {
      "a nodeSelector": {
        build: beside(shared, on({ [schedule]: "cgpu" }, { [memory]: "3" })),
        rows: ["cgpu-nodeselector"],
      },
      "one way": beside([Gpu.shared()], limits({ [memory]: "3" })),
    },
  },
  "gpu-count-divides": {
    violating: {
      "9 GiB from 4 GPUs": {
        build: pod(counted("4", "9")),
        at,
        got: "9 GiB from 4 GPUs",
        want: "a multiple of the number of GPUs",
        rows: ["gpu-count-divides"],
      },
      "memory from no GPU": {
        build: pod(counted("0", "8")),
        at,
        got: "8 GiB from 0 GPUs",
        want: "a multiple of the number of GPUs",
      },
    },
    legal: {
      "8 GiB from 4 GPUs": { build: pod(counted("4", "8")), rows: ["gpu-count-divides"] },
    },
    unknown: {
      "memory that only Terraform knows": {
        build: pod((stack) => counted("4", textToken(stack))),
        limit: "partly",
      },
    },
  },
  "gpu-count-label-location": {
    violating: {
      "on the Deployment": {
        build: deployment({ metadata: { labels: { [count]: "4" } }, ...limits({ [memory]: "8" }) }),
        at: "shop/app",
        got: `${count} in the labels of what makes the Pods`,
        want: "it in the labels of the Pod",
        rows: ["gpu-count-label-location"],
      },
      "as an annotation": {
        build: pod({ metadata: { annotations: { [count]: "4" } }, ...limits({ [memory]: "8" }) }),
        at,
        got: `${count} in the annotations of the Pod`,
        want: "it in the labels of the Pod",
      },
    },
    legal: {
      "on the template of the Pods": {
        build: deployment({
          template: { labels: { app: "app", [count]: "4" } },
          ...limits({ [memory]: "8" }),
        }),
        rows: ["gpu-count-label-location"],
      },
    },
  },
  "gpu-count-pro-only": {
    violating: {
      "a dedicated cluster": {
        build: pod(counted("4", "8"), dedicated),
        at,
        got: "memory from 4 GPUs in a dedicated cluster",
        want: "memory from one",
        rows: ["gpu-count-pro-only"],
      },
    },
    legal: {
      "a Pro cluster": { build: pod(counted("4", "8")), rows: ["gpu-count-pro-only"] },
      "memory from one GPU in a dedicated cluster": pod(limits({ [memory]: "8" }), dedicated),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: pod((stack) => counted(textToken(stack), "8")),
        limit: "partly",
      },
    },
  },
  "mig-pod-resource": {
    violating: {
      "a part that no pool makes": {
        build: beside(
          [Gpu.partitionSequence("3g.20gb", "3g.20gb")],
          limits({ "nvidia.com/mig-1g.5gb": "1" }),
        ),
        at,
        got: "the resource nvidia.com/mig-1g.5gb",
        want: "nvidia.com/mig-3g.20gb",
        rows: ["mig-pod-resource"],
      },
    },
    legal: {
      "a part of a pool": {
        build: beside(
          [Gpu.partitionSequence("3g.20gb", "3g.20gb")],
          limits({ "nvidia.com/mig-3g.20gb": "2" }),
        ),
        rows: ["mig-pod-resource"],
      },
      "a part that a pool names by its id": beside(
        [Gpu.partitions("19")],
        limits({ "nvidia.com/mig-1g.5gb": "1" }),
      ),
      "a part in a cluster whose pools are elsewhere": pod(limits({ "nvidia.com/mig-1g.5gb": "1" })),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: pod((stack) => limits({ "nvidia.com/mig-1g.5gb": textToken(stack) })),
        limit: "partly",
      },
    },
  },
};
