import {
  Billing,
  Capacity,
  InstanceSelection,
  MultiAzPolicy,
  Placement,
  type CostOptimizedOptions,
} from "cdktf-ack";
import type { Build, CasesById } from "../support/limit-cases";
import { listToken, numberToken, proCluster, terway } from "../support/stacks";
import { addPool, at, autoscaledPool, pool } from "./pools";

const subscribed = (months: number, renewMonths?: number) =>
  pool({ billing: Billing.subscription({ months, renewMonths }) });
const priced = (maxPrices: Record<string, number>) =>
  pool({
    billing: Billing.spot({ maxPrices }),
    instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
  });

/** Spot instances with a share of pay-as-you-go, in two zones. */
const mixed =
  (mix: CostOptimizedOptions, billing = Billing.spot()): Build =>
  (stack) => {
    const network = terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i"] });
    addPool(proCluster(stack, { network }), { billing, multiAzPolicy: MultiAzPolicy.costOptimized(mix) });
  };
const mixedOf =
  (key: keyof CostOptimizedOptions): Build =>
  (stack) =>
    mixed({ [key]: numberToken(stack) })(stack);

const allTerms = "one of 1, 2, 3, 6, 12";
const renew = "take 12 months and have them renewed: Billing.subscription({ months: 12, renewMonths: 12 })";

/** How nodes are paid. */
export const billingLimitCases: CasesById = {
  "subscription-months": {
    violating: {
      "two years, which the manual sells": {
        build: subscribed(24),
        at,
        got: "billing months 24",
        want: allTerms,
        fix: renew,
        rows: ["prepaid-period-enum"],
      },
      "five years, which the manual sells in places": {
        build: subscribed(60),
        at,
        got: "billing months 60",
        want: allTerms,
        fix: renew,
        rows: ["period-scale"],
      },
      "4 months": { build: subscribed(4), at, got: "billing months 4", want: allTerms, fix: renew },
    },
    legal: {
      "1 month": subscribed(1),
      "6 months": { build: subscribed(6), rows: ["period-scale"] },
      "a year": { build: subscribed(12), rows: ["prepaid-period-enum"] },
    },
    unknown: {
      "a term that only Terraform knows": {
        build: (stack) => subscribed(numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "subscription-renewal-months": {
    violating: {
      "9 months": { build: subscribed(1, 9), at, got: "billing renewMonths 9", want: allTerms },
    },
    legal: { "3 months": subscribed(1, 3), "no renewal": subscribed(1) },
    unknown: {
      "a term that only Terraform knows": {
        build: (stack) => subscribed(1, numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "autoscaled-subscription": {
    violating: {
      "a year for nodes that come and go": {
        build: autoscaledPool({}, { billing: Billing.subscription({ months: 12 }) }),
        at,
        got: "an autoscaled pool with a subscription of 12 months",
        want: "a fixed number of nodes",
        fix: "use Capacity.fixed, or Billing.payAsYouGo()",
      },
    },
    legal: {
      "a year for nodes that stay": subscribed(12),
      "pay-as-you-go for nodes that come and go": autoscaledPool({}, { billing: Billing.payAsYouGo() }),
    },
    unknown: {
      "a term that only Terraform knows": {
        build: (stack) =>
          autoscaledPool({}, { billing: Billing.subscription({ months: numberToken(stack) }) })(stack),
        limit: "silent",
      },
    },
  },
  "spot-price": {
    violating: {
      nothing: {
        build: priced({ "ecs.g7.xlarge": 0, "ecs.g6.xlarge": 0.5 }),
        at,
        got: "maxPrices with 0",
        want: "a price above 0",
      },
    },
    legal: { "a part of a yuan": priced({ "ecs.g7.xlarge": 0.6, "ecs.g6.xlarge": 0.5 }) },
    unknown: {
      "a price that only Terraform knows": {
        build: (stack) => priced({ "ecs.g7.xlarge": numberToken(stack), "ecs.g6.xlarge": 0.5 })(stack),
        limit: "partly",
      },
    },
  },
  "spot-price-types": {
    violating: {
      "a type without a price": {
        build: priced({ "ecs.g7.xlarge": 0.6 }),
        at,
        got: "maxPrices without ecs.g6.xlarge",
        want: "a price for each instance type",
      },
      "the price of another type": {
        build: priced({ "ecs.g7.xlarge": 0.6, "ecs.g6.xlarge": 0.5, "ecs.g5.xlarge": 0.5 }),
        at,
        got: "maxPrices with ecs.g5.xlarge",
        want: "prices of instance types of the pool alone",
      },
    },
    legal: {
      "a price for each type": priced({ "ecs.g7.xlarge": 0.6, "ecs.g6.xlarge": 0.5 }),
      "spot instances at any price": pool({ billing: Billing.spot() }),
    },
    unknown: {
      "types that only Terraform knows": {
        build: pool((stack) => ({
          billing: Billing.spot({ maxPrices: { "ecs.g7.xlarge": 0.6 } }),
          instances: InstanceSelection.types(...listToken(stack)),
        })),
        limit: "silent",
      },
    },
  },
  "on-demand-base": {
    violating: {
      "1,001 nodes": {
        build: mixed({ onDemandBase: 1001 }),
        at,
        got: "onDemandBase 1001 nodes",
        want: "a whole number from 0 to 1000 nodes",
      },
    },
    legal: { "1,000 nodes": mixed({ onDemandBase: 1000 }), "no node": mixed({ onDemandBase: 0 }) },
    unknown: { "a number that only Terraform knows": { build: mixedOf("onDemandBase"), limit: "silent" } },
  },
  "on-demand-percentage": {
    violating: {
      "101 percent": {
        build: mixed({ onDemandPercentage: 101 }),
        at,
        got: "onDemandPercentage 101 %",
        want: "a whole number from 0 to 100 %",
      },
    },
    legal: {
      "20 percent": mixed({ onDemandPercentage: 20 }),
      "all of them": mixed({ onDemandPercentage: 100 }),
    },
    unknown: {
      "a share that only Terraform knows": { build: mixedOf("onDemandPercentage"), limit: "silent" },
    },
  },
  "spot-pools": {
    violating: {
      "11 types": {
        build: mixed({ spotPools: 11 }),
        at,
        got: "spotPools 11 instance types",
        want: "a whole number from 0 to 10 instance types",
      },
    },
    legal: { "10 types": mixed({ spotPools: 10 }) },
    unknown: { "a number that only Terraform knows": { build: mixedOf("spotPools"), limit: "silent" } },
  },
  "spot-ratio-requires-spot-multi-vsw": {
    violating: {
      "a share of 20 percent of nodes that are all pay-as-you-go": {
        build: mixed({ onDemandPercentage: 20 }, Billing.payAsYouGo()),
        at,
        got: "a share of pay-as-you-go nodes without spot instances",
        want: "spot instances beside it",
        fix: "set billing: Billing.spot(), or MultiAzPolicy.costOptimized() without a share",
        rows: ["spot-ratio-requires-spot-multi-vsw"],
      },
    },
    legal: {
      "20 percent, several vSwitches, spot instances, the cheapest first": {
        build: mixed({ onDemandPercentage: 20, compensateWithOnDemand: true }),
        rows: ["spot-ratio-requires-spot-multi-vsw"],
      },
      "the cheapest first, all pay-as-you-go": pool({
        billing: Billing.payAsYouGo(),
        multiAzPolicy: MultiAzPolicy.costOptimized(),
      }),
      "another policy": pool({ multiAzPolicy: MultiAzPolicy.BALANCE }),
    },
  },
  "spot-ratio-vswitches": {
    violating: {
      "a share in one vSwitch": {
        build: pool({
          billing: Billing.spot(),
          multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 20 }),
        }),
        at,
        got: "a share of pay-as-you-go nodes in one vSwitch",
        want: "at least 2 vSwitches",
        fix: "leave placement out, or name more zones",
        rows: ["spot-ratio-requires-spot-multi-vsw"],
      },
    },
    legal: {
      "a share in two vSwitches": {
        build: mixed({ onDemandPercentage: 20 }),
        rows: ["spot-ratio-requires-spot-multi-vsw"],
      },
    },
    unknown: {
      "vSwitches that only Terraform knows": {
        build: pool((stack) => ({
          billing: Billing.spot(),
          multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 20 }),
          placement: Placement.vswitches(...listToken(stack)),
        })),
        limit: "silent",
      },
    },
  },
  "asg-node-type": {
    violating: {
      "autoscaling for spot instances of pay-as-you-go nodes": {
        build: autoscaledPool({ type: "spot" }, { billing: Billing.payAsYouGo() }),
        at,
        got: "autoscaling of type spot without spot instances",
        want: "spot instances beside it",
        fix: "set billing: Billing.spot()",
        rows: ["asg-node-type"],
      },
    },
    legal: {
      "autoscaling for spot instances": {
        build: autoscaledPool({ type: "spot" }, { billing: Billing.spot() }),
        rows: ["asg-node-type"],
      },
      "ordinary autoscaling of spot instances": autoscaledPool({}, { billing: Billing.spot() }),
      "a fixed number of spot instances": pool({ billing: Billing.spot(), capacity: Capacity.fixed(3) }),
    },
  },
};
