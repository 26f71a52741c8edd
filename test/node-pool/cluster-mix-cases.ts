import { Capacity, InstanceSelection, Limits, ProCluster, Quotas } from "cdktf-ack";
import type { Build, CasesById } from "../support/limit-cases";
import {
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  severalTypes,
  podAddressAdvice,
} from "../support/stacks";
import { at, autoscaledPool, pool } from "./pools";

/** A cluster with pools of these sizes. */
const pools =
  (...capacities: Capacity[]): Build =>
  (stack) => {
    const cluster = proCluster(stack);
    capacities.forEach((capacity, index) =>
      cluster.addNodePool(`pool-${index + 1}`, poolOptions({ instances: severalTypes, capacity })),
    );
  };

/** In an account that grants clusters of any size. */
const granted =
  (build: Build): Build =>
  (stack) => {
    Quotas.of(stack).set({ clusterNodes: 5000 });
    for (const id of ["zone-count-by-need", ...podAddressAdvice]) {
      Limits.of(stack).acknowledge(id, { reason: "a test of large pools" });
    }
    build(stack);
  };

const nodes = (count: number, ...types: string[]) =>
  pool({
    capacity: Capacity.fixed(count),
    instances: types.length === 0 ? severalTypes : InstanceSelection.types(...types),
  });

const numberedTypes = (count: number) =>
  InstanceSelection.types(...Array.from({ length: count }, (_, index) => `ecs.g7.${index}xlarge`));

const morePools = (count: number) =>
  "make fewer, larger pools, or raise the quota (Quota Center, product ACK) and declare it: " +
  `Quotas.of(stack).set({ nodePools: ${count} })`;

/** How many pools and nodes there are, and how large. */
export const clusterMixCases: CasesById = {
  "node-pool-count-20": {
    violating: {
      "21 pools": {
        build: pools(...Array.from({ length: 21 }, () => Capacity.fixed(1))),
        at: "shop/cluster",
        got: "21 node pools",
        want: "at most 20, the quota of node pools of a cluster (nodePools)",
        fix: morePools(21),
        rows: ["node-pool-count-20"],
      },
    },
    legal: {
      "20 pools": {
        build: pools(...Array.from({ length: 20 }, () => Capacity.fixed(1))),
        rows: ["node-pool-count-20"],
      },
      "21 pools with a quota of 30": (stack) => {
        Quotas.of(stack).set({ nodePools: 30 });
        pools(...Array.from({ length: 21 }, () => Capacity.fixed(1)))(stack);
      },
    },
  },
  "node-pool-nodes-1000": {
    violating: {
      "1,001 nodes": {
        build: granted(nodes(1001)),
        at,
        got: "1001 nodes to begin with",
        want: "at most 1000, the quota of nodes of a pool (nodePoolNodes)",
        fix:
          "make several pools, or raise the quota (Quota Center, product ACK) and declare it: " +
          "Quotas.of(stack).set({ nodePoolNodes: 1001 })",
        rows: ["node-pool-nodes-1000"],
      },
    },
    legal: {
      "500 nodes that may become 1,000": {
        build: granted(autoscaledPool({ min: 500, max: 1000 })),
        rows: ["node-pool-nodes-1000"],
      },
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => nodes(numberToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "node-pool-scale-step-500": {
    violating: {
      "501 nodes at once": {
        build: granted(nodes(501)),
        at,
        got: "501 nodes to begin with",
        want: "at most 500 at a time",
        fix: "begin with 500 nodes and grow in a later deployment, or make several pools",
        rows: ["node-pool-scale-step-500"],
      },
    },
    legal: { "500 nodes at once": { build: granted(nodes(500)), rows: ["node-pool-scale-step-500"] } },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => nodes(numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "worker-resize-advice": {
    violating: {
      "11 nodes of 2 vCPU": {
        build: nodes(11, "ecs.g7.large", "ecs.c7.large"),
        at,
        got: "11 nodes of ecs.g7.large, ecs.c7.large",
        want: "nodes of more than 2 vCPU",
        fix: "take half as many nodes of twice the size",
        rows: ["worker-resize-advice"],
      },
    },
    legal: {
      "10 nodes of 2 vCPU": { build: nodes(10, "ecs.g7.large"), rows: ["worker-resize-advice"] },
      "11 nodes of 4 vCPU": nodes(11, "ecs.g7.xlarge"),
    },
    unknown: {
      "types that only Terraform knows": {
        build: (stack) => nodes(11, ...listToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "asg-instance-types-max": {
    violating: {
      "11 types": {
        build: pool({ instances: numberedTypes(11) }),
        at,
        got: "instances with 11 instance types",
        want: "0 to 10 instance types",
        fix: "leave out those that you like least",
        rows: ["asg-instance-types-max"],
      },
    },
    legal: {
      "10 types": { build: pool({ instances: numberedTypes(10) }), rows: ["asg-instance-types-max"] },
    },
    unknown: {
      "types that only Terraform knows": {
        build: pool((stack) => ({ instances: InstanceSelection.types(...listToken(stack)) })),
        limit: "silent",
      },
    },
  },
  "worker-count-recommended-2": {
    violating: {
      "one worker": {
        build: pools(Capacity.fixed(1)),
        at: "shop/cluster",
        got: "pools with 1 node to begin with",
        want: "at least 2",
        fix: "begin with 2: Capacity.fixed(2), or Capacity.autoscale({ min: 2, max: ... })",
        rows: ["worker-count-recommended-2"],
      },
    },
    legal: {
      "two workers": { build: pools(Capacity.fixed(2)), rows: ["worker-count-recommended-2"] },
      "two pools of one worker": pools(Capacity.fixed(1), Capacity.fixed(1)),
      "no worker": pools(Capacity.fixed(0)),
      "one worker for a cluster with pools elsewhere": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c1",
          nodeVSwitches: { h: "vsw-1" },
        }).addNodePool("workers", poolOptions({ capacity: Capacity.fixed(1) })),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => pools(Capacity.fixed(numberToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "node-pool-default-no-autoscale": {
    violating: {
      "an autoscaled pool alone": {
        build: pools(Capacity.autoscale({ min: 0, max: 10 })),
        at: "shop/cluster",
        got: "autoscaled pools alone, all of which may lose their last node",
        want: "a pool of fixed size, or one that keeps nodes",
        fix: "add a pool with Capacity.fixed(2), or let one keep some: min: 2",
        rows: ["node-pool-default-no-autoscale"],
      },
    },
    legal: {
      "an autoscaled pool beside one of fixed size": {
        build: pools(Capacity.autoscale({ min: 0, max: 10 }), Capacity.fixed(2)),
        rows: ["node-pool-default-no-autoscale"],
      },
      "an autoscaled pool that keeps nodes": pools(Capacity.autoscale({ min: 3, max: 10 })),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => pools(Capacity.autoscale({ min: numberToken(stack), max: 10 }))(stack),
        limit: "silent",
      },
    },
  },
};
