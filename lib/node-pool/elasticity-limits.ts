import { ackGuide, findingsOf, limitsOn, provider } from "../limits";
import type { NodePoolFacts } from "./facts";

const pool = limitsOn<NodePoolFacts>("Node pools");

/** The limits on how a pool grows and shrinks. */
export const elasticityLimits = [
  pool.limit(
    "elasticity-weak-advice",
    ["instanceTypes", "hasPatterns", "vswitchCount", "isAutoscaled"],
    {
      statement:
        "An autoscaled pool had better have several zones and several instance types of one size: the stock of each varies.",
      source: ackGuide("6.2.6 See the elasticity strength of a node pool", "9851-9855 and 47552"),
      advice: true,
      rows: ["asg-one-type-stock", "elasticity-weak-advice"],
      fix: "name types of several generations: InstanceSelection.types(...); leave placement out in a network with several zones",
    },
    ({ instanceTypes, hasPatterns, vswitchCount, isAutoscaled }) =>
      isAutoscaled && !hasPatterns && instanceTypes.length < (vswitchCount === 1 ? 3 : 2)
        ? [
            {
              got: `an autoscaled pool of ${instanceTypes.join(" and ")} in ${vswitchCount} ${vswitchCount === 1 ? "vSwitch" : "vSwitches"}`,
              want: "at least 2 instance types, or 3 in 1 vSwitch",
            },
          ]
        : [],
  ),
  pool.limit(
    "autoscaled-types-one-size",
    ["instanceTypes", "isAutoscaled"],
    {
      statement:
        "An autoscaled pool had better name instance types of one size: the autoscaler reckons with one, and another has room for fewer Pods.",
      source: ackGuide("15.2 Autoscale nodes", "47552"),
      advice: true,
      rows: ["asg-one-type-stock"],
      fix: "make a pool for each size",
    },
    ({ instanceTypes, isAutoscaled }) => {
      const [first] = instanceTypes;
      if (!isAutoscaled || first === undefined) {
        return [];
      }
      const size = first.slice(first.lastIndexOf("."));
      const other = instanceTypes.find((type) => !type.endsWith(size));
      return other === undefined
        ? []
        : [{ got: `an autoscaled pool of ${first} and ${other}`, want: "instance types of one size" }];
    },
  ),
  pool.limit(
    "asg-fast-mode-billing",
    ["instanceTypes", "scalingPolicy"],
    {
      statement:
        "Instances with local disks are billed while they are stopped, so recycling them saves nothing.",
      source: ackGuide("15.2 Autoscale nodes", "47554-47558"),
      advice: true,
      rows: ["asg-fast-mode-billing"],
      fix: 'take scalingPolicy "release", or types without local disks',
    },
    ({ instanceTypes, scalingPolicy }) =>
      scalingPolicy === "recycle"
        ? findingsOf(instanceTypes, (type) =>
            withLocalDisks.test(type)
              ? { got: `scalingPolicy recycle with ${type}`, want: "types without local disks" }
              : undefined,
          )
        : [],
  ),
  pool.limit(
    "node-pool-public-ip-vs-eip",
    ["publicIp", "eip"],
    {
      statement: "A node has a public address of its own or an EIP, not both.",
      source: ackGuide("6.2.2 Manage a node pool", "9297-9303"),
      authority: "provider",
      rows: ["node-pool-public-ip-vs-eip"],
      fix: "leave out publicIp, or eip of Capacity.autoscale",
    },
    ({ publicIp, eip }) =>
      publicIp !== undefined && eip !== undefined
        ? [{ got: "publicIp and a capacity with an eip", want: "one of them" }]
        : [],
  ),
  pool.range(
    "node-public-ip-bandwidth",
    "publicIp",
    { min: 1, max: 100, unit: "Mbit/s" },
    {
      prop: "publicIp bandwidthMbps",
      statement: "The public address of a node has 1 to 100 Mbit/s.",
      source: provider("alicloud_cs_kubernetes_node_pool.internet_max_bandwidth_out"),
      authority: "provider",
      fix: "publicIp: { bandwidthMbps: 5 }",
    },
  ),
  pool.range(
    "node-eip-bandwidth",
    "eip",
    { min: 1, max: 500, unit: "Mbit/s" },
    {
      prop: "capacity eip bandwidthMbps",
      statement: "The EIP of a node has 1 to 500 Mbit/s.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config.eip_bandwidth"),
      authority: "provider",
      fix: "eip: { bandwidthMbps: 5 }",
    },
  ),
];

/** Families d and i have local disks: d1ne, d3c, i2g, i4, and the GPU family gn5. */
const withLocalDisks = /^ecs\.([di]\d[a-z]*|gn5)\./;
