import { Capacity, InstanceSelection, Placement } from "cdktf-ack";
import type { Build, CasesById } from "../support/limit-cases";
import { listToken, numberToken, poolOptions, proCluster, terway, textToken } from "../support/stacks";
import { at, autoscaledPool, pool } from "./pools";

const types = (...names: string[]) => InstanceSelection.types(...names);

/** An autoscaled pool in two zones, beside a pool of fixed size. */
const inTwoZones =
  (...instanceTypes: string[]): Build =>
  (stack) => {
    const network = terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i"] });
    const cluster = proCluster(stack, { network });
    cluster.addNodePool("system", poolOptions());
    const capacity = Capacity.autoscale({ min: 1, max: 3 });
    cluster.addNodePool("workers", poolOptions({ instances: types(...instanceTypes), capacity }));
  };

const recycled = (...instanceTypes: string[]) =>
  autoscaledPool({ scalingPolicy: "recycle" }, { instances: types(...instanceTypes) });
const withEip = (bandwidthMbps: number) => autoscaledPool({ eip: { bandwidthMbps } });
const withPublicIp = (bandwidthMbps: number) => pool({ publicIp: { bandwidthMbps } });

const fix =
  "name types of several generations: InstanceSelection.types(...); leave placement out in a network with several zones";

/** How pools grow and shrink, and how their nodes are reached. */
export const elasticityLimitCases: CasesById = {
  "elasticity-weak-advice": {
    violating: {
      "one type in two vSwitches": {
        build: inTwoZones("ecs.g7.2xlarge"),
        at,
        got: "an autoscaled pool of ecs.g7.2xlarge in 2 vSwitches",
        want: "at least 2 instance types, or 3 in 1 vSwitch",
        fix,
        rows: ["asg-one-type-stock"],
      },
      "two types in one vSwitch": {
        build: autoscaledPool({}, { instances: types("ecs.g7.2xlarge", "ecs.g6.2xlarge") }),
        at,
        got: "an autoscaled pool of ecs.g7.2xlarge and ecs.g6.2xlarge in 1 vSwitch",
        want: "at least 2 instance types, or 3 in 1 vSwitch",
        fix,
        rows: ["elasticity-weak-advice"],
      },
    },
    legal: {
      "two types of one size in vSwitches of different zones": {
        build: inTwoZones("ecs.g7.2xlarge", "ecs.g6.2xlarge"),
        rows: ["asg-one-type-stock", "elasticity-weak-advice"],
      },
      "three types in one vSwitch": autoscaledPool({}),
      "a fixed number of nodes of one type": pool({}),
    },
    unknown: {
      "vSwitches that only Terraform knows": {
        build: (stack) => autoscaledPool({}, { placement: Placement.vswitches(...listToken(stack)) })(stack),
        limit: "silent",
      },
      "types that only Terraform knows": {
        build: (stack) => inTwoZones(...listToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "autoscaled-types-one-size": {
    violating: {
      "a type and one of twice its size": {
        build: inTwoZones("ecs.g7.2xlarge", "ecs.g6.4xlarge"),
        at,
        got: "an autoscaled pool of ecs.g7.2xlarge and ecs.g6.4xlarge",
        want: "instance types of one size",
        fix: "make a pool for each size",
        rows: ["asg-one-type-stock"],
      },
    },
    legal: {
      "types of one size": {
        build: inTwoZones("ecs.g7.2xlarge", "ecs.g6.2xlarge"),
        rows: ["asg-one-type-stock"],
      },
      "types of two sizes in a pool that nothing scales": pool({
        instances: types("ecs.g7.2xlarge", "ecs.g6.4xlarge"),
      }),
    },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) => inTwoZones("ecs.g7.2xlarge", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "asg-fast-mode-billing": {
    violating: {
      "ecs.d1ne.2xlarge, which has local disks": {
        build: recycled("ecs.g7.2xlarge", "ecs.d1ne.2xlarge", "ecs.g6.2xlarge"),
        at,
        got: "scalingPolicy recycle with ecs.d1ne.2xlarge",
        want: "types without local disks",
        fix: 'take scalingPolicy "release", or types without local disks',
        rows: ["asg-fast-mode-billing"],
      },
    },
    legal: {
      "types without local disks": {
        build: recycled("ecs.g7.2xlarge", "ecs.g6.2xlarge", "ecs.g8i.2xlarge"),
        rows: ["asg-fast-mode-billing"],
      },
      "local disks that are released": autoscaledPool(
        { scalingPolicy: "release" },
        { instances: types("ecs.d1ne.2xlarge", "ecs.i3.2xlarge", "ecs.i4.2xlarge") },
      ),
    },
    unknown: {
      "a type that only Terraform knows": {
        build: (stack) => recycled("ecs.g7.2xlarge", "ecs.g6.2xlarge", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "node-pool-public-ip-vs-eip": {
    violating: {
      "a public address and an EIP": {
        build: autoscaledPool({ eip: { bandwidthMbps: 5 } }, { publicIp: { bandwidthMbps: 5 } }),
        at,
        got: "publicIp and a capacity with an eip",
        want: "one of them",
        fix: "leave out publicIp, or eip of Capacity.autoscale",
        rows: ["node-pool-public-ip-vs-eip"],
      },
    },
    legal: {
      "an EIP": { build: withEip(5), rows: ["node-pool-public-ip-vs-eip"] },
      "a public address": withPublicIp(5),
    },
    unknown: {
      "a bandwidth that only Terraform knows": {
        build: (stack) => withEip(numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "node-public-ip-bandwidth": {
    violating: {
      "101 Mbit/s": {
        build: withPublicIp(101),
        at,
        got: "publicIp bandwidthMbps 101 Mbit/s",
        want: "a whole number from 1 to 100 Mbit/s",
      },
      "no bandwidth": {
        build: withPublicIp(0),
        at,
        got: "publicIp bandwidthMbps 0 Mbit/s",
        want: "a whole number from 1 to 100 Mbit/s",
      },
    },
    legal: { "100 Mbit/s": withPublicIp(100), "1 Mbit/s": withPublicIp(1) },
    unknown: {
      "a bandwidth that only Terraform knows": {
        build: (stack) => withPublicIp(numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "node-eip-bandwidth": {
    violating: {
      "501 Mbit/s": {
        build: withEip(501),
        at,
        got: "capacity eip bandwidthMbps 501 Mbit/s",
        want: "a whole number from 1 to 500 Mbit/s",
      },
    },
    legal: { "500 Mbit/s": withEip(500) },
    unknown: {
      "a bandwidth that only Terraform knows": {
        build: (stack) => withEip(numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
};
