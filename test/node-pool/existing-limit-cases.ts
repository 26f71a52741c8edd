import { Capacity } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, textToken } from "../support/stacks";
import { at, pool } from "./pools";

const of = (...ids: string[]) => pool({ capacity: Capacity.existing(ids) });
const many = (count: number) => of(...Array.from({ length: count }, (_, index) => `i-bp1example${index}`));

/** Instances that exist, and become nodes. */
export const existingLimitCases: CasesById = {
  "existing-instances-count": {
    violating: {
      "no instance": {
        build: of(),
        at,
        got: "capacity with 0 instances",
        want: "1 to 100 instances",
      },
      "101 instances": {
        build: many(101),
        at,
        got: "capacity with 101 instances",
        want: "1 to 100 instances",
        also: ["cluster-node-quota"],
      },
    },
    legal: { "2 instances": many(2), "10 instances": many(10) },
    unknown: {
      "a list that only Terraform knows": {
        build: pool((stack) => ({ capacity: Capacity.existing(listToken(stack)) })),
        limit: "silent",
      },
    },
  },
  "existing-instances-unique": {
    violating: {
      "an instance twice": {
        build: of("i-bp1example", "i-bp2example", "i-bp1example"),
        at,
        got: 'capacity with "i-bp1example" more than once',
        want: "members that differ",
      },
    },
    legal: { "two instances": of("i-bp1example", "i-bp2example") },
    unknown: {
      "an id that only Terraform knows": {
        build: pool((stack) => ({ capacity: Capacity.existing([textToken(stack), "i-bp1example"]) })),
        limit: "partly",
      },
    },
  },
  "existing-instances-format": {
    violating: {
      "the name of an instance": {
        build: of("worker-1"),
        at,
        got: 'the instance "worker-1"',
        want: "the id of an ECS instance, such as i-bp1example",
      },
    },
    legal: { "ids of two regions": of("i-2ze0m6qr3b9v", "i-bp1example") },
    unknown: {
      "an id that only Terraform knows": {
        build: pool((stack) => ({ capacity: Capacity.existing([textToken(stack), "i-bp1example"]) })),
        limit: "partly",
      },
    },
  },
};
