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
