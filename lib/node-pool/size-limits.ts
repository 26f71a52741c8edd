import { ackGuide, limitsOn } from "../limits";
import type { NodePoolFacts } from "./facts";
import { isSmall } from "./instance-types";

const pool = limitsOn<NodePoolFacts>("Node pools");

/** The limits on how many and how large the nodes of a pool are. */
export const sizeLimits = [
  pool.limit(
    "node-pool-scale-step-500",
    ["minNodes"],
    {
      statement: "A pool grows by at most 500 nodes at a time, as the manual has it.",
      source: ackGuide("6.2.2 Manage a node pool", "9376"),
      advice: true,
      rows: ["node-pool-scale-step-500"],
      fix: "begin with 500 nodes and grow in a later deployment, or make several pools",
    },
    ({ minNodes }) =>
      minNodes > 500 ? [{ got: `${minNodes} nodes to begin with`, want: "at most 500 at a time" }] : [],
  ),
  pool.limit(
    "worker-resize-advice",
    ["minNodes", "instanceTypes"],
    {
      statement: "With more than 10 nodes, larger ones are used better and less work than more of them.",
      source: ackGuide("6.1.8 Resize worker nodes", "8596-8598"),
      advice: true,
      rows: ["worker-resize-advice"],
      fix: "take half as many nodes of twice the size",
    },
    ({ minNodes, instanceTypes }) =>
      minNodes > 10 && instanceTypes.length > 0 && instanceTypes.every(isSmall)
        ? [{ got: `${minNodes} nodes of ${instanceTypes.join(", ")}`, want: "nodes of more than 2 vCPU" }]
        : [],
  ),
  pool.length(
    "asg-instance-types-max",
    "instanceTypes",
    { min: 0, max: 10, of: "instance types" },
    {
      prop: "instances",
      statement:
        "A pool is documented to name at most 10 instance types; newer scaling groups may take more.",
      source: ackGuide("15.2 Autoscale nodes", "47842"),
      advice: true,
      rows: ["asg-instance-types-max"],
      fix: "leave out those that you like least",
    },
  ),
];
