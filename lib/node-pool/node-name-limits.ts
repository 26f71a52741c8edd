import { kubernetes, limitsOn } from "../limits";
import { affixLength } from "./node-names";
import type { NodeSettingFacts } from "./setting-facts";

const pool = limitsOn<NodeSettingFacts>("Node pools");

/** Each node has its name in the label kubernetes.io/hostname, and a value of a label is no longer. */
const longestName = 63;
const shortestAddress = "10.0.0.1".length - 1;
const longestAddress = "192.168.100.100".length;

const text = {
  source: kubernetes("Well-Known Labels, Annotations and Taints, kubernetes.io/hostname"),
  fix: 'take a shorter prefix and suffix: nodeNames: { prefix: "shop-" }',
} as const;

/** Addresses have 7 to 15 characters: some names are too long for each, some for a few alone. */
export const nodeNameLimits = [
  pool.limit(
    "node-name-length",
    ["nodeNames"],
    {
      statement: "A node has a name of at most 63 characters, since a label has it as its value.",
      ...text,
      authority: "kubernetes",
    },
    ({ nodeNames }) => {
      const length = nodeNames === undefined ? 0 : affixLength(nodeNames);
      return length + shortestAddress > longestName
        ? [
            {
              got: `nodeNames with ${length} characters beside the address`,
              want: `at most ${longestName - longestAddress}`,
            },
          ]
        : [];
    },
  ),
  pool.limit(
    "node-name-room",
    ["nodeNames"],
    {
      statement: "A name of a node had better have room for the longest address, of 15 characters.",
      ...text,
      advice: true,
    },
    ({ nodeNames }) => {
      const length = nodeNames === undefined ? 0 : affixLength(nodeNames);
      return length + longestAddress > longestName && length + shortestAddress <= longestName
        ? [
            {
              got: `nodeNames with ${length} characters beside the address: ${length + longestAddress} with the longest`,
              want: `at most ${longestName - longestAddress}, for names of 63`,
            },
          ]
        : [];
    },
  ),
];
