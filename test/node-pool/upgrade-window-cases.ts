import type { TerraformStack } from "cdktf";
import { ProCluster, type ProClusterProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster } from "../support/stacks";
import { addPool } from "./pools";

const rows = ["managed-pool-auto-upgrade-window"];
const maintenanceWindow = { start: "2026-01-05T01:00:00.000+08:00", hours: 3 };

/** A pool that ACK upgrades, in a cluster with these props. */
const upgraded =
  (props: Partial<ProClusterProps> = {}) =>
  (stack: TerraformStack) =>
    proCluster(stack, props).addNodePool("workers", poolOptions({ management: { autoUpgrade: true } }));

export const upgradeWindowCases: CasesById = {
  "managed-pool-auto-upgrade-window": {
    violating: {
      "a pool that ACK upgrades, without a window": {
        build: upgraded(),
        at: "shop/cluster/workers",
        got: "management.autoUpgrade in a cluster without a maintenance window",
        want: "a window that the upgrades stay in",
        fix: 'give the cluster maintenanceWindow: { start: "2026-01-05T01:00:00.000+08:00", hours: 3 }',
        rows,
      },
    },
    legal: {
      "a pool that ACK upgrades, in the window of the cluster": {
        build: upgraded({ maintenanceWindow }),
        rows,
      },
      "a pool that ACK repairs alone": (stack) =>
        addPool(proCluster(stack), { management: { autoRepair: true } }),
      "a pool of an existing cluster, which may have a window": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c123",
          nodeVSwitches: { h: "vsw-1" },
        }).addNodePool("workers", poolOptions({ management: { autoUpgrade: true } })),
    },
  },
};
