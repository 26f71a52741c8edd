import type { TerraformStack } from "cdktf";
import {
  DedicatedCluster,
  Gpu,
  GpuDriver,
  InstanceSelection,
  NodePool,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/workers";
const schedule = "ack.node.gpu.schedule";
const driver = "ack.aliyun.com/nvidia-driver-version";
const isolation = "cgpu.disable.isolation";

const instances = InstanceSelection.types("ecs.gn7i-c8g1.2xlarge");

const pool =
  (options: Partial<NodePoolOptions>) =>
  (stack: TerraformStack): void => {
    proCluster(stack, { addons: [{ name: "ack-ai-installer" }] }).addNodePool(
      "workers",
      poolOptions({ instances, ...options }),
    );
  };

/** A pool of a dedicated cluster that exists. */
const dedicated = (labels: Record<string, string>) => (stack: TerraformStack) => {
  const cluster = DedicatedCluster.fromAttributes(stack, "cluster", {
    clusterId: "c1",
    nodeVSwitches: { h: "vsw-1" },
  });
  return new NodePool(cluster, "workers", { cluster, ...poolOptions({ instances, labels }) });
};

const ofCgpu = (value: string, cgpu?: string) =>
  dedicated({ ...(cgpu === undefined ? {} : { cgpu }), [isolation]: value });

export const gpuPropCases: CasesById = {
  "gpu-prop-types": {
    violating: {
      "a type that is known to have no GPU": {
        build: pool({ gpu: Gpu.shared(), instances: InstanceSelection.types("ecs.g7.xlarge") }),
        at,
        got: "gpu on ecs.g7.xlarge",
        want: "a type such as ecs.gn7i-c8g1.2xlarge",
      },
    },
    legal: {
      "types with GPUs": pool({
        gpu: Gpu.shared(),
        instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge", "ecs.ebmgn7.26xlarge"),
      }),
      "a pattern, which says nothing of types": pool({
        gpu: Gpu.exclusive(),
        instances: InstanceSelection.patterns({
          familyLevel: "EnterpriseLevel",
          vcpus: 8,
          memoryGiB: 32,
          families: ["ecs.gn7i"],
        }),
      }),
    },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) =>
          pool({ gpu: Gpu.shared(), instances: InstanceSelection.types(textToken(stack)) })(stack),
        limit: "silent",
      },
    },
  },
  "gpu-label-clash": {
    violating: {
      "a prop and a label that say different things": {
        build: pool({ gpu: Gpu.shared({ isolation: "memory" }), labels: { [schedule]: "share" } }),
        at,
        got: `the label ${schedule} "share" beside a prop that sets "cgpu"`,
        want: "the prop alone",
      },
      "two versions of the driver": {
        build: pool({ gpuDriver: GpuDriver.version("550.144.03"), labels: { [driver]: "470.57.02" } }),
        at,
        got: `the label ${driver} "470.57.02" beside a prop that sets "550.144.03"`,
        want: "the prop alone",
      },
    },
    legal: {
      "a prop and a label that say the same": pool({ gpu: Gpu.shared(), labels: { [schedule]: "share" } }),
      "a prop beside labels of one's own": pool({ gpu: Gpu.topology(), labels: { team: "shop" } }),
    },
    unknown: {
      "a label that only Terraform knows": {
        build: (stack) =>
          pool({
            gpuDriver: GpuDriver.version("550.144.03"),
            labels: { [driver]: textToken(stack) },
          })(stack),
        limit: "partly",
      },
    },
  },
  "dedicated-shared-gpu-basic-only": {
    violating: {
      "the label of Pro clusters": {
        build: dedicated({ [schedule]: "cgpu" }),
        at,
        got: `the label ${schedule} cgpu in a dedicated cluster`,
        want: "the label cgpu",
        rows: ["dedicated-shared-gpu-basic-only"],
      },
    },
    legal: {
      "the label of ack-cgpu": {
        build: dedicated({ cgpu: "true" }),
        rows: ["dedicated-shared-gpu-basic-only"],
      },
      "the label in a Pro cluster": pool({ labels: { [schedule]: "cgpu" } }),
    },
    unknown: {
      "a mode that only Terraform knows": {
        build: (stack) => dedicated({ [schedule]: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "cgpu-basic-isolation-label": {
    violating: {
      "a value that is neither": {
        build: ofCgpu("yes", "true"),
        at,
        got: `the label ${isolation} "yes" beside cgpu "true"`,
        want: "true or false, beside cgpu true",
        rows: ["cgpu-basic-isolation-label"],
      },
      "the label alone": {
        build: ofCgpu("true"),
        at,
        got: `the label ${isolation} "true" without cgpu`,
        want: "true or false, beside cgpu true",
        rows: ["cgpu-basic-isolation-label"],
      },
    },
    legal: {
      "sharing without isolation": { build: ofCgpu("true", "true"), rows: ["cgpu-basic-isolation-label"] },
      "sharing with isolation": { build: ofCgpu("false", "true"), rows: ["cgpu-basic-isolation-label"] },
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => ofCgpu(textToken(stack), "true")(stack),
        limit: "silent",
      },
    },
  },
};
