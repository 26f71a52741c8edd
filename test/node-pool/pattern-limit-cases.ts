import { Billing, Capacity, ImageType, InstanceSelection, type InstancePattern } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, textToken } from "../support/stacks";
import { at, autoscaledPool, pool, type Changes } from "./pools";

const usual: InstancePattern = { familyLevel: "EnterpriseLevel", vcpus: 4, memoryGiB: 16 };
const patterns = (...changes: Partial<InstancePattern>[]) =>
  InstanceSelection.patterns(...changes.map((change) => ({ ...usual, ...change })));
const of = (change: Partial<InstancePattern>, others: Exclude<Changes, () => unknown> = {}) =>
  pool({ instances: patterns(change), ...others });

const unknownVcpus = pool((stack) => ({ instances: patterns({ vcpus: numberToken(stack) }) }));

/** Pools whose instances are told by what they are like. */
export const patternLimitCases: CasesById = {
  "instance-pattern-count": {
    violating: {
      "no pattern": {
        build: pool({ instances: InstanceSelection.patterns() }),
        at,
        got: "no pattern of instances",
        want: "at least 1 pattern",
      },
    },
    legal: { "a pattern": of({}), "two patterns": pool({ instances: patterns({}, { vcpus: 8 }) }) },
  },
  "instance-pattern-range": {
    violating: {
      "vCPUs more than four times as many": {
        build: of({ vcpus: { min: 4, max: 17 } }),
        at,
        got: "vcpus from 4 to 17",
        want: "an upper bound from 4 to 16",
      },
      "memory that ends before it begins": {
        build: of({ memoryGiB: { min: 32, max: 16 } }),
        at,
        got: "memoryGiB from 32 to 16",
        want: "an upper bound from 32 to 128",
      },
      "half a vCPU more": {
        build: of({ vcpus: 4.5 }),
        at,
        got: "vcpus 4.5",
        want: "whole numbers above 0",
      },
      "no memory": {
        build: of({ memoryGiB: 0 }),
        at,
        got: "memoryGiB 0",
        want: "numbers above 0",
      },
    },
    legal: {
      "four times as much": of({ vcpus: { min: 4, max: 16 }, memoryGiB: { min: 16, max: 64 } }),
      "one number twice": of({ vcpus: { min: 8, max: 8 } }),
      "any number of vCPUs": pool({ instances: InstanceSelection.patterns({ familyLevel: "EntryLevel" }) }),
      "half a GiB": of({ memoryGiB: 4.5 }),
    },
    unknown: { "a number that only Terraform knows": { build: unknownVcpus, limit: "partly" } },
  },
  "instance-pattern-smallest": {
    violating: {
      "2 vCPUs": { build: of({ vcpus: 2 }), at, got: "vcpus 2", want: "4 or more" },
      "2 GiB": {
        build: of({ memoryGiB: { min: 2, max: 8 } }),
        at,
        got: "memoryGiB from 2 to 8",
        want: "4 or more",
      },
    },
    legal: { "4 vCPUs and 4 GiB": of({ vcpus: 4, memoryGiB: 4 }) },
    unknown: { "a number that only Terraform knows": { build: unknownVcpus, limit: "partly" } },
  },
  "instance-pattern-architecture": {
    violating: {
      "both architectures": {
        build: pool({ instances: patterns({}, { architecture: "ARM" }) }),
        at,
        got: "patterns for X86 and ARM",
        want: "patterns for one architecture",
      },
      "an image for ARM": {
        build: of({}, { imageType: ImageType.ALIBABA_CLOUD_LINUX_3_ARM64 }),
        at,
        got: "AliyunLinux3Arm64 with patterns for X86",
        want: "patterns for ARM",
      },
      "an image for x86": {
        build: of({ architecture: "ARM" }, { imageType: ImageType.ALIBABA_CLOUD_LINUX_3 }),
        at,
        got: "AliyunLinux3 with patterns for ARM",
        want: "patterns for X86",
      },
    },
    legal: {
      "ARM and its image": of({ architecture: "ARM" }, { imageType: ImageType.ALIBABA_CLOUD_LINUX_3_ARM64 }),
      "ARM and an image of one's own": of(
        { architecture: "ARM" },
        { imageType: ImageType.custom("m-bp1g5aob0cdb5h6n2z1w") },
      ),
      "ARM alone": of({ architecture: "ARM" }),
      "x86 and its image": of({}, { imageType: ImageType.ALIBABA_CLOUD_LINUX_3 }),
    },
    unknown: {
      "an image that only Terraform knows": {
        build: pool((stack) => ({
          instances: patterns({ architecture: "ARM" }),
          imageType: ImageType.of(textToken(stack)),
        })),
        limit: "silent",
      },
    },
  },
  "instance-pattern-families": {
    violating: {
      "a family without ecs": {
        build: of({ families: ["g8i"] }),
        at,
        got: 'the instance family "g8i"',
        want: "a family such as ecs.g8i",
      },
    },
    legal: { "two families": of({ families: ["ecs.g8i", "ecs.g7"] }) },
    unknown: {
      "a family that only Terraform knows": {
        build: pool((stack) => ({ instances: patterns({ families: [textToken(stack)] }) })),
        limit: "partly",
      },
    },
  },
  "instance-pattern-spot-price": {
    violating: {
      "a price": {
        build: of({}, { billing: Billing.spot({ maxPrices: { "ecs.g7.xlarge": 0.6 } }) }),
        at,
        got: "patterns of instances with maxPrices",
        want: "spot without maxPrices",
      },
    },
    legal: { "spot at any price": of({}, { billing: Billing.spot() }) },
  },
  "instance-pattern-autoscaled": {
    violating: {
      "an autoscaled pool": {
        build: autoscaledPool({}, { instances: patterns({}) }),
        at,
        got: "patterns of instances in an autoscaled pool",
        want: "a fixed number of nodes",
      },
    },
    legal: { "a fixed number": of({}, { capacity: Capacity.fixed(3) }) },
  },
};
