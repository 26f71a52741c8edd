import { ackGuide, findingsOf, limitsOn, type Finding } from "../limits";
import { gpuLabels, migProfiles as profiles } from "../workloads";
import type { GpuPoolFacts } from "./gpu-facts";

const pool = limitsOn<GpuPoolFacts>("Node pools with GPUs");

const chapter = "18.6.6 Split A100 GPUs (MIG)";

const sizes = new Set([...profiles.keys(), ...profiles.values()]);

const sequences = ["19-19-19-19-19-19-19", "14-14-14-19", "9-9", "5-19-19-19"];
const named = new Set(
  sequences.map((ids) =>
    ids
      .split("-")
      .map((id) => profiles.get(id))
      .join("-"),
  ),
);

/** Bare metal with A100 of 40 GB: the documented sizes and sequences are theirs. */
const a100 = "ecs.ebmgn7.";
const virtualA100 = /^ecs\.gn7[.-]/;

/** The limits on splitting GPUs. */
export const migLimits = [
  pool.limit(
    "mig-instance-family",
    ["partitionSize", "partitionSequence", "instanceTypes"],
    {
      statement: "GPUs are split on bare metal: the virtual machines of gn7 cannot.",
      source: ackGuide(chapter, "58565-58567"),
      rows: ["mig-instance-family"],
      fix: "take ecs.ebmgn7.26xlarge",
    },
    (known) =>
      splits(known)
        ? findingsOf(known.instanceTypes, (type) =>
            virtualA100.test(type)
              ? { got: `a label that splits GPUs on ${type}`, want: "a type of ecs.ebmgn7" }
              : undefined,
          )
        : [],
  ),
  pool.limit(
    "mig-other-family",
    ["partitionSize", "partitionSequence", "instanceTypes"],
    {
      statement: "Splitting GPUs is documented for ecs.ebmgn7 alone.",
      source: ackGuide(chapter, "58565-58567"),
      advice: true,
      rows: ["mig-instance-family"],
      fix: "try it before you rely on it, or take ecs.ebmgn7.26xlarge",
    },
    (known) =>
      splits(known)
        ? findingsOf(known.instanceTypes, (type) =>
            type.startsWith(a100) || virtualA100.test(type)
              ? undefined
              : { got: `a label that splits GPUs on ${type}`, want: "a type of ecs.ebmgn7" },
          )
        : [],
  ),
  pool.limit(
    "mig-size-enum",
    ["partitionSize", "instanceTypes"],
    {
      statement: "An A100 with 40 GB is split into parts of one of five sizes.",
      source: ackGuide(chapter, "58575-58624"),
      rows: ["mig-size-enum"],
      fix: "take one of the documented sizes",
    },
    ({ partitionSize, instanceTypes }) =>
      partitionSize === undefined || sizes.has(partitionSize) || !instanceTypes.some(isA100)
        ? []
        : [
            {
              got: `the label ${gpuLabels.partitionSize} ${JSON.stringify(partitionSize)}`,
              want: `one of ${[...profiles.values()].join(", ")}, or its id: ${[...profiles.keys()].join(", ")}`,
            },
          ],
  ),
  pool.limit(
    "mig-sequence-enum",
    ["partitionSequence", "instanceTypes"],
    {
      statement: "An A100 with 40 GB is split into one of four sequences of parts.",
      source: ackGuide(chapter, "58630-58648"),
      rows: ["mig-sequence-enum"],
      fix: "take one of the documented sequences",
    },
    ({ partitionSequence, instanceTypes }) =>
      partitionSequence === undefined || isSequence(partitionSequence) || !instanceTypes.some(isA100)
        ? []
        : [
            {
              got: `the label ${gpuLabels.partitionSequence} ${JSON.stringify(partitionSequence)}`,
              want: `one of ${sequences.join(", ")}, or the names of these parts`,
            } satisfies Finding,
          ],
  ),
];

function splits(known: {
  readonly partitionSize: string | undefined;
  readonly partitionSequence: string | undefined;
}): boolean {
  return known.partitionSize !== undefined || known.partitionSequence !== undefined;
}

function isA100(type: string): boolean {
  return type.startsWith(a100);
}

function isSequence(text: string): boolean {
  return sequences.includes(text) || named.has(text);
}
