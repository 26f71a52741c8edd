import type { TerraformStack } from "cdktf";
import {
  Billing,
  Disk,
  GpuDriver,
  InstanceSelection,
  ManagedCluster,
  NodePool,
  type INodeCluster,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, terway, textToken } from "../support/stacks";

const at = "shop/cluster/workers";
const group = { clusterId: "i111987943172", groupId: "ng-ec3c96ff0aa4c60d" };

const addTo = (cluster: INodeCluster, options: Partial<NodePoolOptions> = {}) =>
  new NodePool(cluster, "workers", {
    cluster,
    ...poolOptions({ instances: InstanceSelection.lingjun(group), ...options }),
  });

const lingjun =
  (options: Partial<NodePoolOptions> = {}) =>
  (stack: TerraformStack) =>
    addTo(proCluster(stack), options);

const of = (clusterId: string, groupId: string) =>
  lingjun({ instances: InstanceSelection.lingjun({ clusterId, groupId }) });

export const lingjunLimitCases: CasesById = {
  "lingjun-group": {
    violating: {
      "no id of the group": { build: of("i111987943172", ""), at, got: "an empty groupId", want: "the id" },
    },
    legal: { "both ids": lingjun() },
    unknown: {
      "ids that only Terraform knows": {
        build: (stack) => of(textToken(stack), "ng-1")(stack),
        limit: "silent",
      },
    },
  },
  "lingjun-edition": {
    violating: {
      "a basic cluster": {
        build: (stack) => addTo(new ManagedCluster(stack, "cluster", { name: "c", network: terway(stack) })),
        at,
        got: "servers of Lingjun in a basic cluster",
        want: "a Pro edition",
      },
    },
    legal: { "a Pro cluster": lingjun() },
  },
  "lingjun-driver": {
    violating: {
      "a version of the driver": {
        build: lingjun({ gpuDriver: GpuDriver.version("550.144.03") }),
        at,
        got: "a driver of GPUs on Lingjun",
        want: "the driver of the node group",
      },
    },
    legal: { "no driver": lingjun() },
  },
  "lingjun-no-instances": {
    violating: {
      "a disk and a subscription": {
        build: lingjun({
          systemDisk: Disk.essd({ sizeGiB: 200 }),
          billing: Billing.subscription({ months: 1 }),
        }),
        at,
        got: "systemDisk, billing on Lingjun",
        want: "what the node group brings",
      },
    },
    legal: { "labels and taints": lingjun({ labels: { team: "shop" } }) },
  },
};
