import { ackGuide, alibabaCloud, kubernetes, findingsOf, limitsOn, provider, type Finding } from "../limits";
import {
  labelKeyProblem,
  labelValueProblem,
  nodePoolNameProblem,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
  type NameProblem,
} from "../values";
import { diskLimits } from "./disk-limits";
import { elasticityLimits } from "./elasticity-limits";
import type { NodePoolFacts } from "./facts";
import { labelLimits } from "./label-limits";
import { sizeLimits } from "./size-limits";
import { imageLimits } from "./image-limits";

const pool = limitsOn<NodePoolFacts>("Node pools");

export const nodePoolLimits = [
  // The manual also names the characters, but ACK takes more of them today: only the length is certain.
  pool.limit(
    "node-pool-name-length",
    ["name"],
    {
      statement: "The name of a node pool has 1 to 63 characters.",
      source: ackGuide("4.3.2 Create a managed cluster", "4834-4835"),
      rows: ["nodepool-name-format"],
      fix: 'name: "workers"',
    },
    ({ name }) => findingsOf([name], () => finding("the name", nodePoolNameProblem(name))),
  ),
  pool.length(
    "node-pool-sg-max-5",
    "securityGroupIds",
    { min: 1, max: 5, of: "security groups" },
    {
      statement: "A node pool has one to five security groups, or that of its cluster.",
      source: ackGuide("6.2.2 Manage node pools", "9325"),
      rows: ["node-pool-sg-max-5"],
      fix: "name one to five, or leave securityGroupIds out for that of the cluster",
    },
  ),
  pool.limit(
    "node-pool-min",
    ["minNodes", "isAutoscaled"],
    {
      statement: "An autoscaled node pool keeps 0 to 1,000 nodes at least.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config.min_size"),
      authority: "provider",
      fix: "take a number from 0 to 1,000",
    },
    ({ minNodes, isAutoscaled }) =>
      !isAutoscaled || (Number.isInteger(minNodes) && minNodes >= 0 && minNodes <= 1000)
        ? []
        : [{ got: `min ${minNodes}`, want: "a whole number from 0 to 1000 nodes" }],
  ),
  pool.range(
    "node-pool-max",
    "maxNodes",
    { min: 0, max: 2000, unit: "nodes" },
    {
      prop: "capacity max",
      statement: "A node pool has, or grows to, 0 to 2,000 nodes.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config.max_size"),
      authority: "provider",
      fix: "take a number from 0 to 2,000, and a second pool for more",
    },
  ),
  pool.limit(
    "scaling-min-max",
    ["minNodes", "maxNodes"],
    {
      statement: "The most nodes of an autoscaled pool are not fewer than the fewest.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config (accepts any order)"),
      authority: "service",
      fix: "Capacity.autoscale({ min: 1, max: 10 })",
    },
    ({ minNodes, maxNodes }) =>
      minNodes <= maxNodes ? [] : [{ got: `min ${minNodes} and max ${maxNodes}`, want: "min at most max" }],
  ),
  pool.limit(
    "instance-type-count",
    ["instanceTypes", "hasPatterns"],
    {
      statement: "A node pool names an instance type.",
      source: alibabaCloud("ACK, CreateClusterNodePool, instance_types"),
      authority: "service",
      fix: 'name at least one, better several: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge")',
    },
    ({ instanceTypes, hasPatterns }) =>
      hasPatterns || instanceTypes.length > 0
        ? []
        : [{ got: "no instance type", want: "at least 1 instance type" }],
  ),
  pool.unique("instance-types-unique", "instanceTypes", {
    prop: "instances",
    statement: "A node pool names each instance type once.",
    source: alibabaCloud("ACK, CreateClusterNodePool, instance_types"),
    authority: "service",
    fix: "leave the second one out",
  }),
  pool.eachFormat(
    "instance-type-format",
    "instanceTypes",
    /^ecs\.[a-z0-9-]+\.[a-z0-9-]+$/,
    { member: "instance type", want: "a type such as ecs.g7.xlarge" },
    {
      statement: "An instance type is written ecs.<family>.<size>.",
      source: alibabaCloud("ECS, Instance families"),
      authority: "service",
      fix: 'InstanceSelection.types("ecs.g7.xlarge")',
    },
  ),
  pool.range(
    "node-pool-vswitches",
    "vswitchCount",
    { min: 1, max: 100, unit: "vSwitches" },
    {
      prop: "placement with",
      statement: "A node pool has at least one vSwitch.",
      source: provider("alicloud_cs_kubernetes_node_pool.vswitch_ids"),
      authority: "service",
      fix: 'leave placement out, or name vSwitches: Placement.vswitches("vsw-...")',
    },
  ),
  ...sizeLimits,
  ...elasticityLimits,
  ...labelLimits,
  ...diskLimits,
  ...imageLimits,
  pool.limit(
    "password-is-sensitive",
    ["usesPassword", "passwordIsSensitive"],
    {
      statement: "A password comes from a sensitive variable, so that Terraform does not print it.",
      source: provider("alicloud_cs_kubernetes_node_pool.password"),
      authority: "library",
      fix: "make the variable with sensitive: true, or use a key pair",
    },
    ({ usesPassword, passwordIsSensitive }) =>
      usesPassword && !passwordIsSensitive
        ? [
            {
              got: "a password that is no sensitive variable",
              want: "a TerraformVariable with sensitive: true",
            },
          ]
        : [],
  ),
  pool.limit(
    "containeros-key-pair-only",
    ["usesPassword", "imageType"],
    {
      statement: "Nobody logs in to ContainerOS with a password; its maintenance container takes key pairs.",
      source: ackGuide("4.2 ContainerOS", "3844-3846"),
      // ACK takes the password: an example in its own documentation for Terraform has one.
      advice: true,
      rows: ["containeros-key-pair-only"],
      fix: "use Login.keyPair, or no login",
    },
    ({ usesPassword, imageType }) =>
      usesPassword && imageType === "ContainerOS"
        ? [{ got: "a password with ContainerOS", want: "a key pair, or no login" }]
        : [],
  ),
  pool.monotone(
    "node-label-format",
    ["labels", "labelValues"],
    {
      statement: "Labels of nodes follow the syntax of Kubernetes.",
      source: kubernetes("Labels and Selectors, Syntax and character set"),
      authority: "kubernetes",
      rows: ["node-label-key", "node-label-value", "gpu-driver-custom-http", "mig-sequence-separator"],
      fix: 'labels: { team: "shop", "example.com/tier": "web" }',
    },
    ({ labels, labelValues }) => [
      ...findingsOf(labels, (key) => finding("the label key", labelKeyProblem(key))),
      ...findingsOf(labelValues, (value) => finding("the label value", labelValueProblem(value))),
    ],
  ),
  pool.monotone(
    "node-taint-format",
    ["taints"],
    {
      statement: "Taints of nodes follow the syntax of Kubernetes.",
      source: kubernetes("Taints and Tolerations"),
      authority: "kubernetes",
      fix: 'taints: [{ key: "dedicated", value: "gpu", effect: "NoSchedule" }]',
    },
    ({ taints }) => [
      ...findingsOf(taints, ({ key }) => finding("the taint key", taintKeyProblem(key))),
      ...findingsOf(taints, ({ value = "" }) => finding("the taint value", taintValueProblem(value))),
      ...findingsOf(taints, ({ effect }) => finding("the taint effect", taintEffectProblem(effect))),
    ],
  ),
  pool.monotone(
    "node-taint-once",
    ["taints"],
    {
      statement: "A node has each taint, that is key and effect, once.",
      source: kubernetes("Taints and Tolerations"),
      authority: "kubernetes",
      fix: "leave the second one out",
    },
    ({ taints }) => {
      const seen = new Set<string>();
      return findingsOf(taints, ({ key, effect }) => {
        const taint = `${key}:${effect}`;
        if (seen.has(taint)) {
          return { got: `the taint ${taint} more than once`, want: "each key and effect once" };
        }
        seen.add(taint);
        return undefined;
      });
    },
  ),
];

function finding(what: string, problem: NameProblem | undefined): Finding | undefined {
  if (problem === undefined) {
    return undefined;
  }
  const { got, want, fix } = problem;
  return { got: `${what} ${got}`, want, ...(fix === undefined ? {} : { fix }) };
}

const facts = limitsOn<Record<never, never>>("Node pools");

/** Refused at once, where a placement names a zone that the network does not have. */
export const placementLimit = facts.limit(
  "node-pool-zones",
  [],
  {
    statement: "A node pool lies in zones of the network of its cluster.",
    source: provider("alicloud_cs_kubernetes_node_pool.vswitch_ids"),
    authority: "service",
    fix: "add the zone to the network, or leave it out of the placement",
  },
  () => [],
);

/** Refused at once: Terraform cannot make blocks from a map that it does not know yet. */
export const labelsAreKnownLimit = facts.limit(
  "node-labels-known",
  [],
  {
    statement: "The keys of labels are known at synth.",
    source: provider("alicloud_cs_kubernetes_node_pool.labels"),
    authority: "provider",
    fix: "write the labels as an object with keys of its own: { team: variable.stringValue }",
  },
  () => [],
);
