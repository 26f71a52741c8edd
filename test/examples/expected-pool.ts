import type { ResourceArguments } from "./compare";
import type { ExpectedDifference } from "./expected";

export function fixedPoolIsNotScaled(pool: string): ExpectedDifference {
  return {
    where: `${pool}.scaling_config`,
    ours: { enable: false },
    reason: "defect mended",
    fact:
      "The provider never sends that the block is gone: a pool that was autoscaled would stay so after its size is fixed, " +
      "with an empty plan.",
  };
}

export function namedByItsId(
  pool: string,
  names: Pick<ExpectedDifference, "published" | "ours">,
): ExpectedDifference {
  return {
    where: `${pool}.node_pool_name`,
    ...names,
    reason: "name derived",
    fact: "A pool that the user did not name has the id of its construct as its name.",
  };
}

/** The precondition on the type that a data source chooses, beside what else is in the lifecycle. */
export function chosenTypeIsJudged(
  pool: string,
  chosenType: string,
  { path, lifecycle, published }: JudgedPool,
): ExpectedDifference {
  return {
    where: `${pool}.lifecycle`,
    ...(published === undefined ? {} : { published }),
    ours: {
      ...lifecycle,
      precondition: [
        {
          condition: `\${try([${chosenType}] == null || alltrue([for member in [${chosenType}] : member == null || length(regexall("^ecs\\\\.[a-z0-9-]+\\\\.[a-z0-9-]+$", member)) > 0]), true)}`,
          error_message: [
            "An instance type is written ecs.<family>.<size>.",
            `  limit  instance-type-format   ${path}`,
            "  want   each instance type: a type such as ecs.g7.xlarge",
            '  fix    InstanceSelection.types("ecs.g7.xlarge")',
            "  see    Alibaba Cloud documentation, ECS, Instance families, docs/limits.md#instance-type-format.",
          ].join("\n"),
        },
      ],
    },
    reason: "defect mended",
    fact: "Nothing holds the type that a data source gives to what ECS calls a type; our limit does, in the plan.",
  };
}

interface JudgedPool {
  /** Path of the pool in our stack. */
  readonly path: string;
  readonly lifecycle?: ResourceArguments;
  readonly published?: ResourceArguments;
}

/** An autoscaler changes the size, and Terraform would change it back. */
export function autoscaledPoolKeepsItsSize(pool: string): ExpectedDifference {
  return {
    where: `${pool}.lifecycle`,
    ours: { ignore_changes: ["desired_size"] },
    reason: "defect mended",
    fact: "The provider reads the size that the autoscaler gave the pool: a plan after it would take that back.",
  };
}

/** What a scaling block was published as, and the same with all that is sent anyway. */
export function scalingIsComplete(
  pool: string,
  published: ResourceArguments,
  ours: ResourceArguments,
): ExpectedDifference {
  return {
    where: `${pool}.scaling_config`,
    published,
    ours,
    reason: "defect mended",
    fact: "The block is written whole: what is left out of it is left to defaults that are nowhere in the program.",
  };
}

export function managedPoolIsSwitchedOn(
  pool: string,
  published: ResourceArguments,
  ours: ResourceArguments,
): ExpectedDifference {
  return {
    where: `${pool}.management`,
    published,
    ours,
    reason: "defect mended",
    fact: "What ACK may do on nodes is said whole: what is left out of the block is left to the day.",
  };
}

export function newerImage(pool: string, ours: string): ExpectedDifference {
  return {
    where: `${pool}.image_type`,
    published: "AliyunLinux",
    ours,
    reason: "defect mended",
    fact: "Alibaba Cloud Linux 2 gets no security fixes any more.",
  };
}

/** A data source that nothing in the published configuration refers to. */
export function readForNothing(source: string, block: ResourceArguments): ExpectedDifference[] {
  const why = {
    reason: "defect mended",
    fact: "It is read in each plan, and nothing refers to it.",
  } as const;
  return [
    { where: source, published: {}, ...why },
    ...Object.entries(block).map(([argument, published]) => ({
      where: `${source}.${argument}`,
      published,
      ...why,
    })),
  ];
}
