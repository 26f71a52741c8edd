import { nodeNameAt } from "cdktf-ack";
import type { FactCases } from "../support/fact-cases";

export const nodePoolFactCases: FactCases = {
  // The manual cuts the address, and pools have it as it is.
  "node-name-vector": {
    by: { nodeNameAt },
    vectors: {
      "aliyun.com, 192.168.0.55, test": {
        is: () => nodeNameAt({ prefix: "aliyun.com", suffix: "test" }, "192.168.0.55"),
        documented: "aliyun.com192.168.0.55test",
      },
    },
  },
  "node-name-structure": {
    by: { nodeNameAt },
    vectors: {
      "a prefix and the address": {
        is: () => nodeNameAt({ prefix: "shop-" }, "10.0.12.7"),
        documented: "shop-10.0.12.7",
      },
    },
  },
};
