import { Capacity } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { textToken } from "../support/stacks";
import { at, pool } from "./pools";

const createFirst = { replacement: "create-first" } as const;
const createdBefore = { lifecycle: { createBeforeDestroy: true } } as const;

/** Pools that are created before their predecessors go. */
export const replacementLimitCases: CasesById = {
  "create-first-name-length": {
    violating: {
      "55 characters before the digest": {
        build: pool({ ...createFirst, name: "a".repeat(55) }),
        at,
        got: "name with 55 characters",
        want: "1 to 54 characters",
      },
    },
    legal: {
      "54 characters": pool({ ...createFirst, name: "a".repeat(54) }),
      "54 characters that take two code units each": pool({ ...createFirst, name: "🚀".repeat(54) }),
      "63 characters without a digest": pool({ name: "a".repeat(63) }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: pool((stack) => ({ ...createFirst, name: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "create-first-existing-instances": {
    violating: {
      "instances that are nodes of the pool": {
        build: pool({ ...createFirst, capacity: Capacity.existing(["i-bp1example"]) }),
        at,
        got: "create-first replacement of existing instances",
        want: "instances that are free, which those of the pool are not before it goes",
      },
    },
    legal: {
      "existing instances in a pool that goes first": pool({
        replacement: "destroy-first",
        capacity: Capacity.existing(["i-bp1example", "i-bp2example"]),
      }),
      "instances that ACK buys": pool(createFirst),
    },
  },
  "create-first-lifecycle": {
    violating: {
      "a lifecycle that says the contrary": {
        build: pool({ ...createFirst, lifecycle: { createBeforeDestroy: false } }),
        at,
        got: "create-first replacement, and createBeforeDestroy: false",
        want: "one of the two",
      },
    },
    legal: {
      "a lifecycle that says the same": pool({ ...createFirst, ...createdBefore }),
      "the lifecycle alone": pool({ lifecycle: { createBeforeDestroy: false } }),
    },
  },
  "create-first-needs-new-name": {
    violating: {
      "a name that stays": {
        build: pool(createdBefore),
        at,
        got: "createBeforeDestroy under a name that stays",
        want: "a name that changes",
      },
    },
    legal: {
      "a name with a digest": pool({ ...createFirst, ...createdBefore }),
      "a name that only Terraform knows": pool((stack) => ({ ...createdBefore, name: textToken(stack) })),
    },
  },
};
