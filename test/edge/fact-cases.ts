import { EdgeNodeNames } from "cdktf-ack";
import type { FactCases } from "../support/fact-cases";

export const edgeFactCases: FactCases = {
  "access-node-name": {
    by: { EdgeNodeNames },
    vectors: {
      "the host name": { is: () => EdgeNodeNames.HOST_NAME.override, documented: "" },
      "six random characters": { is: () => EdgeNodeNames.random().override, documented: "*" },
      "six random characters and an ending": {
        is: () => EdgeNodeNames.random("store").override,
        documented: "*.store",
      },
    },
  },
};
