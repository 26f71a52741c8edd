import type { TerraformStack } from "cdktf";
import { InstanceSelection } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/workers";
const size = "ack.aliyun.com/gpu-partition-size";
const sequence = "ack.aliyun.com/gpu-partition-sequence";
const a100 = "ecs.ebmgn7.26xlarge";

const split =
  (label: string, value: string, ...types: string[]) =>
  (stack: TerraformStack) =>
    proCluster(stack).addNodePool(
      "workers",
      poolOptions({
        instances: InstanceSelection.types(...(types.length === 0 ? [a100] : types)),
        labels: { [label]: value },
      }),
    );

const unknownSize = (stack: TerraformStack) => split(size, textToken(stack))(stack);
const unknownSequence = (stack: TerraformStack) => split(sequence, textToken(stack))(stack);

const sizes = "one of 1g.5gb, 2g.10gb, 3g.20gb, 4g.20gb, 7g.40gb, or its id: 19, 14, 9, 5, 0";
const sequences = "one of 19-19-19-19-19-19-19, 14-14-14-19, 9-9, 5-19-19-19, or the names of these parts";

export const migLimitCases: CasesById = {
  "mig-instance-family": {
    violating: {
      "a virtual machine with A100": {
        build: split(size, "1g.5gb", "ecs.gn7-c12g1.3xlarge"),
        at,
        got: "a label that splits GPUs on ecs.gn7-c12g1.3xlarge",
        want: "a type of ecs.ebmgn7",
        fix: "take ecs.ebmgn7.26xlarge",
        rows: ["mig-instance-family"],
      },
      "a sequence on a virtual machine": {
        build: split(sequence, "9-9", "ecs.gn7.3xlarge"),
        at,
        got: "a label that splits GPUs on ecs.gn7.3xlarge",
        want: "a type of ecs.ebmgn7",
        fix: "take ecs.ebmgn7.26xlarge",
      },
    },
    legal: { "bare metal": { build: split(size, "1g.5gb"), rows: ["mig-instance-family"] } },
    unknown: { "a size that only Terraform knows": { build: unknownSize, limit: "silent" } },
  },
  "mig-other-family": {
    violating: {
      "bare metal with other GPUs": {
        build: split(size, "1g.10gb", "ecs.ebmgn7e.32xlarge"),
        at,
        got: "a label that splits GPUs on ecs.ebmgn7e.32xlarge",
        want: "a type of ecs.ebmgn7",
        fix: "try it before you rely on it, or take ecs.ebmgn7.26xlarge",
        rows: ["mig-instance-family"],
      },
    },
    legal: { "bare metal with A100": { build: split(size, "1g.5gb"), rows: ["mig-instance-family"] } },
    unknown: { "a sequence that only Terraform knows": { build: unknownSequence, limit: "silent" } },
  },
  "mig-size-enum": {
    violating: {
      "a part that an A100 of 80 GB has": {
        build: split(size, "1g.10gb"),
        at,
        got: `the label ${size} "1g.10gb"`,
        want: sizes,
        rows: ["mig-size-enum"],
      },
      "an id of no part": {
        build: split(size, "7"),
        at,
        got: `the label ${size} "7"`,
        want: sizes,
      },
    },
    legal: {
      "1g.5gb": { build: split(size, "1g.5gb"), rows: ["mig-size-enum"] },
      "1g.5gb by its id": { build: split(size, "19"), rows: ["mig-size-enum"] },
      "7g.40gb by its id": split(size, "0"),
    },
    unknown: { "a size that only Terraform knows": { build: unknownSize, limit: "silent" } },
  },
  "mig-sequence-enum": {
    violating: {
      "the example of the syntax, which is not offered": {
        build: split(sequence, "19-14-9"),
        at,
        got: `the label ${sequence} "19-14-9"`,
        want: sequences,
        rows: ["mig-sequence-enum"],
      },
      "names and ids in one": {
        build: split(sequence, "3g.20gb-9"),
        at,
        got: `the label ${sequence} "3g.20gb-9"`,
        want: sequences,
      },
    },
    legal: {
      "9-9": { build: split(sequence, "9-9"), rows: ["mig-sequence-enum"] },
      "3g.20gb-3g.20gb": { build: split(sequence, "3g.20gb-3g.20gb"), rows: ["mig-sequence-enum"] },
      "4g.20gb and the rest": split(sequence, "4g.20gb-1g.5gb-1g.5gb-1g.5gb"),
      "14-14-14-19": split(sequence, "14-14-14-19"),
    },
    unknown: { "a sequence that only Terraform knows": { build: unknownSequence, limit: "silent" } },
  },
};
