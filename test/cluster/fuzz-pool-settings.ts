import {
  Billing,
  ContainerRuntime,
  MultiAzPolicy,
  type AutoscaleBounds,
  type KubeletConfiguration,
  type NodeAddress,
  type NodePoolOptions,
} from "cdktf-ack";
import * as fc from "fast-check";
import { literal, rarely, sometimes, value, type OrToken } from "./fuzz-values";

const address = fc.record({
  bandwidthMbps: value([1, 5, 100], [0, 501, 1.5]),
  internetChargeType: sometimes(fc.constantFrom("PayByTraffic" as const, "PayByBandwidth" as const)),
});

/** How a pool is scaled beside its bounds. */
export const autoscaling = rarely(
  fc.record({
    type: sometimes(fc.constantFrom("cpu" as const, "gpu" as const, "gpushare" as const, "spot" as const)),
    scalingPolicy: sometimes(fc.constantFrom("release" as const, "recycle" as const)),
    eip: sometimes(address),
  }),
);

const terms = value([1, 2, 3, 6, 12], [0, 4, 24]);

/** How nodes are paid, spread, named, run and managed. */
export const settings = fc.record({
  billing: rarely(
    fc.oneof(
      fc.record({ by: fc.constant("use" as const) }),
      fc.record({ by: fc.constant("term" as const), months: terms, renewMonths: sometimes(terms) }),
      fc.record({
        by: fc.constant("spot" as const),
        maxPrices: sometimes(
          fc.dictionary(literal(["ecs.g7.xlarge"], ["ecs.g6.xlarge"]), value([0.5], [0, -1])),
        ),
        replaceReclaimed: sometimes(fc.boolean()),
      }),
    ),
  ),
  multiAzPolicy: rarely(
    fc.oneof(
      fc.constantFrom("PRIORITY" as const, "BALANCE" as const),
      fc.record({
        onDemandBase: sometimes(value([0, 1000], [-1, 1001])),
        onDemandPercentage: sometimes(value([0, 20, 100], [101, 0.5])),
        compensateWithOnDemand: sometimes(fc.boolean()),
        spotPools: sometimes(value([0, 2, 10], [11])),
      }),
    ),
  ),
  publicIp: rarely(address),
  nodeNames: rarely(
    fc.record({
      prefix: value(["aliyun.com", "aliyun.com-", "a"], ["", "-a", "A", "a_"]),
      suffix: sometimes(value(["", "test", ".test"], ["-", ".", "a..b"])),
    }),
  ),
  userData: rarely(value(["#!/bin/sh\n", "", "池"], ["#".repeat(40_000)])),
  runtime: rarely(value(["2.1.5"])),
  cpuPolicy: rarely(fc.constantFrom("none" as const, "static" as const)),
  kubelet: rarely(
    fc.record({
      maxPods: sometimes(value([0, 64], [-1, 0.5])),
      podPidsLimit: sometimes(value([-1, 100], [-2])),
      kubeReserved: sometimes(fc.record({ memory: value(["1Gi"], ["1 GB", "99Ti"]) })),
      evictionHard: sometimes(fc.record({ "memory.available": value(["300Mi", "5%"], ["0", "500%", "-1"]) })),
      containerLogMonitorInterval: sometimes(value(["10s"], ["", "1s", "10"])),
      serializeImagePulls: sometimes(fc.boolean()),
    }),
  ),
  management: rarely(
    fc.record({
      autoRepair: sometimes(fc.oneof(fc.boolean(), fc.record({ restartNodes: sometimes(fc.boolean()) }))),
      autoUpgrade: sometimes(fc.oneof(fc.boolean(), fc.record({ kubelet: sometimes(fc.boolean()) }))),
      autoVulFix: sometimes(
        fc.oneof(
          fc.boolean(),
          fc.record({
            levels: sometimes(fc.constantFrom(["asap"] as const, ["later", "asap"] as const)),
            restartNodes: sometimes(fc.boolean()),
          }),
        ),
      ),
      maxUnavailable: sometimes(value([1, 1000], [0, 1001])),
    }),
  ),
  osHardening: rarely(fc.constantFrom("ack" as const, "mlps" as const)),
});

type InputOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type SettingsInput = InputOf<typeof settings>;
export type AutoscalingInput = InputOf<typeof autoscaling>;

interface Tokens {
  text(value: OrToken<string>): string;
  number(value: OrToken<number>): number;
}

export function makeAutoscaling(tokens: Tokens, input: AutoscalingInput): Partial<AutoscaleBounds> {
  return input === undefined ? {} : { ...input, eip: makeAddress(tokens, input.eip) };
}

export function makeSettings(tokens: Tokens, input: SettingsInput): Partial<NodePoolOptions> {
  const { billing, multiAzPolicy, publicIp, nodeNames, userData, runtime, kubelet, management, ...rest } =
    input;
  return {
    ...rest,
    billing: makeBilling(tokens, billing),
    multiAzPolicy: makePolicy(tokens, multiAzPolicy),
    publicIp: makeAddress(tokens, publicIp),
    nodeNames: nodeNames && {
      prefix: tokens.text(nodeNames.prefix),
      suffix: text(tokens, nodeNames.suffix),
    },
    userData: text(tokens, userData),
    runtime: runtime === undefined ? undefined : ContainerRuntime.containerd(tokens.text(runtime)),
    kubelet: makeKubelet(tokens, kubelet),
    management: management && { ...management, maxUnavailable: number(tokens, management.maxUnavailable) },
  };
}

function makeBilling(tokens: Tokens, input: SettingsInput["billing"]): Billing | undefined {
  switch (input?.by) {
    case undefined:
      return undefined;
    case "use":
      return Billing.payAsYouGo();
    case "term":
      return Billing.subscription({
        months: tokens.number(input.months),
        renewMonths: number(tokens, input.renewMonths),
      });
    case "spot": {
      const { maxPrices, replaceReclaimed } = input;
      const prices = Object.entries(maxPrices ?? {}).map(([type, price]) => [type, tokens.number(price)]);
      return Billing.spot({
        maxPrices: maxPrices && (Object.fromEntries(prices) as Record<string, number>),
        replaceReclaimed,
      });
    }
  }
}

function makePolicy(tokens: Tokens, input: SettingsInput["multiAzPolicy"]): MultiAzPolicy | undefined {
  return input === undefined || typeof input === "string"
    ? input && MultiAzPolicy[input]
    : MultiAzPolicy.costOptimized({
        onDemandBase: number(tokens, input.onDemandBase),
        onDemandPercentage: number(tokens, input.onDemandPercentage),
        compensateWithOnDemand: input.compensateWithOnDemand,
        spotPools: number(tokens, input.spotPools),
      });
}

function makeKubelet(tokens: Tokens, input: SettingsInput["kubelet"]): KubeletConfiguration | undefined {
  return (
    input && {
      ...input,
      maxPods: number(tokens, input.maxPods),
      podPidsLimit: number(tokens, input.podPidsLimit),
      kubeReserved: input.kubeReserved && { memory: tokens.text(input.kubeReserved.memory) },
      evictionHard: input.evictionHard && {
        "memory.available": tokens.text(input.evictionHard["memory.available"]),
      },
      containerLogMonitorInterval: text(tokens, input.containerLogMonitorInterval),
    }
  );
}

type AddressInput = SettingsInput["publicIp"];

function makeAddress(tokens: Tokens, input: AddressInput): NodeAddress | undefined {
  return input && { ...input, bandwidthMbps: tokens.number(input.bandwidthMbps) };
}

function number(tokens: Tokens, input: OrToken<number> | undefined): number | undefined {
  return input === undefined ? undefined : tokens.number(input);
}

function text(tokens: Tokens, input: OrToken<string> | undefined): string | undefined {
  return input === undefined ? undefined : tokens.text(input);
}
