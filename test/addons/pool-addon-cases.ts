import type { TerraformStack } from "cdktf";
import {
  ContainerRuntime,
  Disk,
  InstanceSelection,
  ProCluster,
  type AddonConfig,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/it";
const schedule = "ack.node.gpu.schedule";

const gpus = (mode: string): NodePoolOptions =>
  poolOptions({
    instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
    labels: { [schedule]: mode },
  });
const sandboxed = poolOptions({
  runtime: ContainerRuntime.sandboxed(),
  instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
  dataDisks: [Disk.essd({ sizeGiB: 200 })],
});

/** A pool of a cluster whose network add-on has settings. */
const onTerway = (config: AddonConfig, options: NodePoolOptions) => (stack: TerraformStack) =>
  proCluster(stack, { addons: [{ name: "terway-eniip", config }] }).addNodePool("it", options);

const noInstaller = {
  at,
  got: `the label ${schedule} share in a cluster without ack-ai-installer`,
  want: "the add-on ack-ai-installer",
  fix: 'cluster.addAddon("ai", { name: "ack-ai-installer" }), or acknowledge this where it is installed otherwise',
};

/** What pools whose nodes are special have to do with the add-ons of their cluster. */
export const poolAddonCases: CasesById = {
  "gpu-label-needs-ai-installer": {
    violating: {
      "a cluster without the add-on": {
        build: (stack) => proCluster(stack).addNodePool("it", gpus("share")),
        ...noInstaller,
        rows: ["gpu-label-needs-ai-installer"],
      },
      "a cluster that keeps the add-on out": {
        build: (stack) =>
          proCluster(stack, { addons: [{ name: "ack-ai-installer", disabled: true }] }).addNodePool(
            "it",
            gpus("share"),
          ),
        ...noInstaller,
      },
    },
    legal: {
      "an add-on": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("it", gpus("topology"));
          cluster.addAddon("ai", { name: "ack-ai-installer" });
        },
        rows: ["gpu-label-needs-ai-installer"],
      },
      "an add-on that comes with the cluster": (stack) =>
        proCluster(stack, { addons: [{ name: "ack-ai-installer" }] }).addNodePool("it", gpus("cgpu")),
      "whole GPUs": (stack) => proCluster(stack).addNodePool("it", gpus("default")),
      "an existing cluster": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c1",
          nodeVSwitches: { h: "vsw-1" },
          plugin: "terway",
        }).addNodePool("it", gpus("share")),
    },
    unknown: {
      "an add-on that only Terraform knows": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("it", gpus("share"));
          cluster.addAddon("ai", { name: textToken(stack) });
        },
        limit: "silent",
      },
    },
  },
  "sandbox-no-datapath": {
    violating: {
      "IPvlan in a cluster with sandboxed containers": {
        build: onTerway({ IPVlan: "true" }, sandboxed),
        at,
        got: "a sandboxed runtime with IPVlan",
        want: "Flannel, or Terway without eBPF",
        fix: "take another runtime, or IPVlan false for terway-eniip",
        rows: ["ipvlan-no-sandbox", "rt-runv-network"],
      },
    },
    legal: {
      "Terway without IPvlan": {
        build: onTerway({ IPVlan: "false" }, sandboxed),
        rows: ["ipvlan-no-sandbox", "rt-runv-network"],
      },
      "IPvlan with ordinary containers": onTerway({ IPVlan: "true" }, poolOptions()),
    },
    unknown: {
      "a setting that only Terraform knows": {
        build: (stack) => onTerway({ IPVlan: textToken(stack) }, sandboxed)(stack),
        limit: "silent",
      },
    },
  },
};
