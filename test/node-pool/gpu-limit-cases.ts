import type { TerraformStack } from "cdktf";
import { EdgeCluster, InstanceSelection, ManagedCluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const at = "shop/cluster/workers";
const schedule = "ack.node.gpu.schedule";
const placement = "ack.node.gpu.placement";
const driver = "ack.aliyun.com/nvidia-driver-version";
const endpoint = "ack.aliyun.com/nvidia-driver-oss-endpoint";
const runfile = "ack.aliyun.com/nvidia-driver-runfile";
const bucket = "nvidia-shop-cn-beijing.aliyuncs.com";
const file = "NVIDIA-Linux-x86_64-460.32.03.run";

const installer = [{ name: "ack-ai-installer" }];

/** A pool of GPU instances with these labels, in a cluster that can schedule them. */
const gpus =
  (labels: Record<string, string>, ...types: string[]) =>
  (stack: TerraformStack) =>
    proCluster(stack, { addons: installer }).addNodePool(
      "workers",
      poolOptions({
        instances: InstanceSelection.types(...(types.length === 0 ? ["ecs.gn7i-c8g1.2xlarge"] : types)),
        labels,
      }),
    );

const inBasic = (labels: Record<string, string>) => (stack: TerraformStack) =>
  new ManagedCluster(stack, "cluster", { name: "c", network: terway(stack), addons: installer }).addNodePool(
    "workers",
    poolOptions({ instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"), labels }),
  );

const withToken =
  (key: string, labels: Record<string, string> = {}) =>
  (stack: TerraformStack) =>
    gpus({ ...labels, [key]: textToken(stack) })(stack);

const withCpus = (cpuPolicy: "none" | "static", mode: string) => (stack: TerraformStack) =>
  proCluster(stack, { addons: installer }).addNodePool(
    "workers",
    poolOptions({
      instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
      cpuPolicy,
      labels: { [schedule]: mode },
    }),
  );

const proFix = "take a Pro edition; a basic cluster becomes one in place";
const modes = "one of default, share, cgpu, core_mem, mps, topology";

export const gpuLimitCases: CasesById = {
  "gpu-schedule-label-enum": {
    violating: {
      "two modes at once": {
        build: gpus({ [schedule]: "share-topology" }),
        at,
        got: `the label ${schedule} "share-topology"`,
        want: modes,
        rows: ["gpu-schedule-label-enum"],
      },
      "a mode in capitals": {
        build: gpus({ [schedule]: "cGPU" }),
        at,
        got: `the label ${schedule} "cGPU"`,
        want: modes,
      },
    },
    legal: {
      share: { build: gpus({ [schedule]: "share" }), rows: ["gpu-schedule-label-enum"] },
      cgpu: { build: gpus({ [schedule]: "cgpu" }), rows: ["gpu-schedule-label-enum"] },
      topology: { build: gpus({ [schedule]: "topology" }), rows: ["gpu-schedule-label-enum"] },
      default: { build: gpus({ [schedule]: "default" }), rows: ["gpu-schedule-label-enum"] },
      "memory and computing apart": gpus({ [schedule]: "core_mem" }),
      MPS: gpus({ [schedule]: "mps" }),
    },
    unknown: { "a mode that only Terraform knows": { build: withToken(schedule), limit: "silent" } },
  },
  "gpu-placement-label-enum": {
    violating: {
      "another way to place": {
        build: gpus({ [schedule]: "share", [placement]: "pack" }),
        at,
        got: `the label ${placement} "pack"`,
        want: "one of binpack, spread",
        rows: ["gpu-placement-label-enum"],
      },
    },
    legal: {
      binpack: {
        build: gpus({ [schedule]: "share", [placement]: "binpack" }),
        rows: ["gpu-placement-label-enum"],
      },
      spread: {
        build: gpus({ [schedule]: "cgpu", [placement]: "spread" }),
        rows: ["gpu-placement-label-enum"],
      },
    },
    unknown: {
      "a way that only Terraform knows": {
        build: withToken(placement, { [schedule]: "share" }),
        limit: "silent",
      },
    },
  },
  "gpu-placement-needs-sharing": {
    violating: {
      "GPUs by their topology": {
        build: gpus({ [schedule]: "topology", [placement]: "binpack" }),
        at,
        got: `the label ${placement} with ${schedule} topology`,
        want: "one of share, cgpu, core_mem, mps",
        fix: 'add the label "ack.node.gpu.schedule": "share"',
        rows: ["gpu-placement-label-enum"],
      },
      "whole GPUs": {
        build: gpus({ [placement]: "spread" }),
        at,
        got: `the label ${placement} with ${schedule} default`,
        want: "one of share, cgpu, core_mem, mps",
        fix: 'add the label "ack.node.gpu.schedule": "share"',
      },
    },
    legal: {
      "shared GPUs": {
        build: gpus({ [schedule]: "mps", [placement]: "spread" }),
        rows: ["gpu-placement-label-enum"],
      },
    },
    unknown: {
      "a mode that only Terraform knows": {
        build: withToken(schedule, { [placement]: "spread" }),
        limit: "silent",
      },
    },
  },
  "gpu-scheduling-pro-only": {
    violating: {
      "topology in a basic cluster": {
        build: inBasic({ [schedule]: "topology" }),
        at,
        got: `the label ${schedule} topology in a basic cluster`,
        want: "a Pro edition",
        fix: proFix,
        rows: ["gpu-topology-pro-only"],
      },
      "memory apart in a basic cluster": {
        build: inBasic({ [schedule]: "cgpu" }),
        at,
        got: `the label ${schedule} cgpu in a basic cluster`,
        want: "a Pro edition",
        fix: proFix,
        rows: ["cgpu-pro-cluster-only"],
      },
    },
    legal: {
      "an edge cluster of the Pro edition": (stack) =>
        new EdgeCluster(stack, "cluster", {
          name: "c",
          network: flannel(stack),
          addons: installer,
          publicApiServer: true,
        }).addNodePool(
          "workers",
          poolOptions({
            instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
            labels: { [schedule]: "share" },
          }),
        ),
      "topology in a Pro cluster": {
        build: gpus({ [schedule]: "topology" }),
        rows: ["gpu-topology-pro-only"],
      },
      "memory apart in a Pro cluster": {
        build: gpus({ [schedule]: "cgpu" }),
        rows: ["cgpu-pro-cluster-only"],
      },
      "whole GPUs in a basic cluster": inBasic({ [schedule]: "default" }),
    },
    unknown: {
      "a mode that only Terraform knows": {
        build: (stack) => inBasic({ [schedule]: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "cgpu-no-static-cpu-policy": {
    violating: {
      "shared GPUs and pinned CPUs": {
        build: withCpus("static", "cgpu"),
        at,
        got: `cpuPolicy static with the label ${schedule} cgpu`,
        want: "cpuPolicy none",
        fix: "leave cpuPolicy out",
        rows: ["cgpu-no-static-cpu-policy"],
      },
    },
    legal: {
      "shared GPUs alone": { build: withCpus("none", "cgpu"), rows: ["cgpu-no-static-cpu-policy"] },
      "whole GPUs and pinned CPUs": withCpus("static", "default"),
    },
    unknown: {
      "a mode that only Terraform knows": {
        build: (stack) => withCpus("static", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "gpu-worker-family": {
    violating: {
      "labels on instances without GPUs": {
        build: gpus({ [schedule]: "share" }, "ecs.gn5-c8g1.2xlarge", "ecs.g7.xlarge"),
        at,
        got: "labels for GPUs on ecs.g7.xlarge",
        want: "a type such as ecs.gn7i-c8g1.2xlarge",
        fix: "take instance types with GPUs, or leave the labels out",
        rows: ["gpu-worker-family"],
      },
    },
    legal: {
      "gn5, and what came later": {
        build: gpus(
          { [schedule]: "share" },
          "ecs.gn5-c8g1.2xlarge",
          "ecs.ebmgn7e.32xlarge",
          "ecs.vgn6i-m4.xlarge",
          "ecs.sgn7i-vws-m8.4xlarge",
          "ecs.gn8v-tee.4xlarge",
        ),
        rows: ["gpu-worker-family"],
      },
      "instances without GPUs and without labels": gpus({ team: "shop" }, "ecs.g7.xlarge"),
    },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) => gpus({ [schedule]: "share" }, textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "gpu-driver-version-enum": {
    violating: {
      "a version with a digit missing": {
        build: gpus({ [driver]: "450.102.0" }),
        at,
        got: `the label ${driver} "450.102.0"`,
        want: "a version such as 550.144.03",
        fix: "take a version from the list of drivers of ACK",
        rows: ["gpu-driver-version-enum"],
      },
      "the name of a file": {
        build: gpus({ [driver]: file }),
        at,
        got: `the label ${driver} "${file}"`,
        want: "a version such as 550.144.03",
        fix: "take a version from the list of drivers of ACK",
      },
    },
    legal: {
      "418.181.07": { build: gpus({ [driver]: "418.181.07" }), rows: ["gpu-driver-version-enum"] },
      "470.57.02": { build: gpus({ [driver]: "470.57.02" }), rows: ["gpu-driver-version-enum"] },
      "410.104": { build: gpus({ [driver]: "410.104" }), rows: ["gpu-driver-version-enum"] },
      "550.144.03": gpus({ [driver]: "550.144.03" }),
    },
    unknown: { "a version that only Terraform knows": { build: withToken(driver), limit: "silent" } },
  },
  "gpu-driver-custom-pair": {
    violating: {
      "an endpoint alone": {
        build: gpus({ [endpoint]: bucket }),
        at,
        got: `the label ${endpoint} alone`,
        want: `the label ${runfile} beside it`,
        rows: ["gpu-driver-custom-pair"],
      },
      "a file alone": {
        build: gpus({ [runfile]: file }),
        at,
        got: `the label ${runfile} alone`,
        want: `the label ${endpoint} beside it`,
        rows: ["gpu-driver-custom-pair"],
      },
    },
    legal: {
      both: { build: gpus({ [endpoint]: bucket, [runfile]: file }), rows: ["gpu-driver-custom-pair"] },
      none: gpus({ [driver]: "470.57.02" }),
    },
    unknown: {
      "an endpoint that only Terraform knows": {
        build: withToken(endpoint, { [runfile]: file }),
        limit: "silent",
      },
    },
  },
  "gpu-driver-one-source": {
    violating: {
      "a version beside a file": {
        build: gpus({ [endpoint]: bucket, [runfile]: file, [driver]: "460.32.03" }),
        at,
        got: "labels for a version and for a file of one's own",
        want: "one of the two",
        fix: `leave the label ${driver} out`,
        rows: ["gpu-driver-custom-pair"],
      },
    },
    legal: {
      "a file alone": {
        build: gpus({ [endpoint]: bucket, [runfile]: file }),
        rows: ["gpu-driver-custom-pair"],
      },
    },
    unknown: {
      "a version that only Terraform knows": {
        build: withToken(driver, { [endpoint]: bucket, [runfile]: file }),
        limit: "silent",
      },
    },
  },
};
