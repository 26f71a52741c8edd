import type { CasesById } from "../support/limit-cases";
import { textToken } from "../support/stacks";
import { at, pool } from "./pools";

const ofLength = (length: number) => pool({ nodeNames: { prefix: "a", suffix: "b".repeat(length - 1) } });
const unknown = {
  "a prefix that only Terraform knows": {
    build: pool((stack) => ({ nodeNames: { prefix: textToken(stack), suffix: "b".repeat(63) } })),
    limit: "silent",
  },
} as const;

/** How long the names of nodes may be. */
export const nodeNameCases: CasesById = {
  "node-name-length": {
    violating: {
      "57 characters, with an address of 7": {
        build: ofLength(57),
        at,
        got: "nodeNames with 57 characters beside the address",
        want: "at most 48",
      },
    },
    legal: { "a name of 63 characters with an address of 15": ofLength(48) },
    unknown,
  },
  "node-name-room": {
    violating: {
      "56 characters, which some addresses leave room for": {
        build: ofLength(56),
        at,
        got: "nodeNames with 56 characters beside the address: 71 with the longest",
        want: "at most 48, for names of 63",
      },
      "one character more than the longest address leaves room for": {
        build: ofLength(49),
        at,
        got: "nodeNames with 49 characters beside the address: 64 with the longest",
        want: "at most 48, for names of 63",
      },
    },
    legal: { "a name of 63 characters with the longest address": ofLength(48) },
    unknown,
  },
};
