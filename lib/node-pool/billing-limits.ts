import { ackGuide, findingsOf, limitsOn, provider } from "../limits";
import type { NodeSettingFacts } from "./setting-facts";

const pool = limitsOn<NodeSettingFacts>("Node pools");

const terms = [1, 2, 3, 6, 12];

/** The limits on how nodes are paid. */
export const billingLimits = [
  // The manual also sells one to three, in places five, years, which the provider cannot ask for.
  pool.oneOf("subscription-months", "months", terms, {
    prop: "billing months",
    statement: "A subscription of nodes is for 1, 2, 3, 6 or 12 months.",
    source: provider("alicloud_cs_kubernetes_node_pool.period"),
    authority: "provider",
    rows: ["period-scale", "prepaid-period-enum"],
    fix: "take 12 months and have them renewed: Billing.subscription({ months: 12, renewMonths: 12 })",
  }),
  pool.oneOf("subscription-renewal-months", "renewMonths", terms, {
    prop: "billing renewMonths",
    statement: "A subscription of nodes is renewed for 1, 2, 3, 6 or 12 months.",
    source: provider("alicloud_cs_kubernetes_node_pool.auto_renew_period"),
    authority: "provider",
    fix: "renewMonths: 12",
  }),
  pool.limit(
    "autoscaled-subscription",
    ["months", "isAutoscaled"],
    {
      statement:
        "Subscribed nodes had better not be autoscaled: one that is removed is paid until its term ends.",
      source: ackGuide("6.1.15 Remove a node", "9040-9052"),
      advice: true,
      fix: "use Capacity.fixed, or Billing.payAsYouGo()",
    },
    ({ months, isAutoscaled }) =>
      isAutoscaled && months !== undefined
        ? [
            {
              got: `an autoscaled pool with a subscription of ${months} months`,
              want: "a fixed number of nodes",
            },
          ]
        : [],
  ),
  pool.each(
    "spot-price",
    "prices",
    {
      statement: "The most that an hour of a spot instance may cost is more than nothing.",
      source: provider("alicloud_cs_kubernetes_node_pool.spot_price_limit.price_limit"),
      authority: "service",
      fix: 'maxPrices: { "ecs.g7.xlarge": 0.5 }, per hour',
    },
    (price) =>
      price > 0 && price < Infinity ? undefined : { got: `maxPrices with ${price}`, want: "a price above 0" },
  ),
  pool.limit(
    "spot-price-types",
    ["pricedTypes", "instanceTypes"],
    {
      statement:
        "Where prices of spot instances are limited, each instance type of the pool has one, and no other.",
      source: provider("alicloud_cs_kubernetes_node_pool.spot_price_limit"),
      advice: true,
      fix: "give maxPrices a price for each type of the pool, and for no other",
    },
    // A pool without types is told so, or has patterns, which take no prices.
    ({ pricedTypes, instanceTypes }) =>
      pricedTypes === undefined || instanceTypes.length === 0
        ? []
        : [
            ...findingsOf(instanceTypes, (type) =>
              pricedTypes.includes(type)
                ? undefined
                : { got: `maxPrices without ${type}`, want: "a price for each instance type" },
            ),
            ...findingsOf(pricedTypes, (type) =>
              instanceTypes.includes(type)
                ? undefined
                : { got: `maxPrices with ${type}`, want: "prices of instance types of the pool alone" },
            ),
          ],
  ),
  pool.range(
    "on-demand-base",
    "onDemandBase",
    { min: 0, max: 1000, unit: "nodes" },
    {
      statement: "A pool of spot instances begins with 0 to 1,000 pay-as-you-go nodes.",
      source: provider("alicloud_cs_kubernetes_node_pool.on_demand_base_capacity"),
      authority: "service",
      fix: "take a number from 0 to 1,000",
    },
  ),
  pool.range(
    "on-demand-percentage",
    "onDemandPercentage",
    { min: 0, max: 100, unit: "%" },
    {
      statement: "The share of pay-as-you-go nodes is a percentage.",
      source: provider("alicloud_cs_kubernetes_node_pool.on_demand_percentage_above_base_capacity"),
      authority: "service",
      fix: "onDemandPercentage: 20",
    },
  ),
  pool.range(
    "spot-pools",
    "spotPools",
    { min: 0, max: 10, unit: "instance types" },
    {
      statement: "Spot instances are bought from at most 10 of the cheapest instance types.",
      source: provider("alicloud_cs_kubernetes_node_pool.spot_instance_pools"),
      authority: "provider",
      fix: "leave the number out, or take at most 10",
    },
  ),
  pool.limit(
    "spot-ratio-requires-spot-multi-vsw",
    ["isMixed", "isSpot"],
    {
      statement:
        "Pay-as-you-go nodes have a share in a pool of spot instances only; elsewhere it does nothing.",
      source: ackGuide("6.2.4 Set the ratio of spot instances in a node pool", "9587-9590"),
      // ACK takes it, so that a pool can go over to spot instances later by its billing alone.
      advice: true,
      rows: ["spot-ratio-requires-spot-multi-vsw"],
      fix: "set billing: Billing.spot(), or MultiAzPolicy.costOptimized() without a share",
    },
    ({ isMixed, isSpot }) =>
      isMixed && !isSpot
        ? [{ got: "a share of pay-as-you-go nodes without spot instances", want: "spot instances beside it" }]
        : [],
  ),
  pool.limit(
    "spot-ratio-vswitches",
    ["isMixed", "vswitchCount"],
    {
      statement: "A pool that mixes spot and pay-as-you-go nodes had better have several vSwitches.",
      source: ackGuide("6.2.4 Set the ratio of spot instances in a node pool", "9587-9588"),
      advice: true,
      rows: ["spot-ratio-requires-spot-multi-vsw"],
      fix: "leave placement out, or name more zones",
    },
    ({ isMixed, vswitchCount }) =>
      isMixed && vswitchCount === 1
        ? [{ got: "a share of pay-as-you-go nodes in one vSwitch", want: "at least 2 vSwitches" }]
        : [],
  ),
  pool.limit(
    "asg-node-type",
    ["scalingType", "isSpot"],
    {
      statement: "A pool that is autoscaled for spot instances has spot instances.",
      source: ackGuide("15.2 Autoscale nodes", "47837-47839"),
      advice: true,
      rows: ["asg-node-type"],
      fix: "set billing: Billing.spot()",
    },
    ({ scalingType, isSpot }) =>
      scalingType === "spot" && !isSpot
        ? [{ got: "autoscaling of type spot without spot instances", want: "spot instances beside it" }]
        : [],
  ),
];
