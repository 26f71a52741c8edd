import {
  alibabaCloud,
  fact,
  isToken,
  limitsOn,
  unknown,
  type Fact,
  type FactList,
  type Finding,
} from "../limits";
import { isArmPattern, type InstancePattern, type PatternRange } from "./instance-pattern";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools with patterns of instances need to know. */
export interface PatternPoolFacts {
  readonly patternCount: number;
  /** Those whose figures are known. */
  readonly patterns: FactList<InstancePattern>;
  readonly architectures: readonly string[];
  readonly families: FactList<string>;
  readonly imageType: Fact<string> | undefined;
  readonly isAutoscaled: boolean;
  /** Whether prices of spot instances are limited for each type. */
  readonly hasMaxPrices: boolean;
}

const pool = limitsOn<PatternPoolFacts>("Node pools with patterns of instances");

const page = alibabaCloud("ACK, Configure a node pool by specifying instance attributes");

export const patternLimits = [
  pool.limit(
    "instance-pattern-count",
    ["patternCount"],
    {
      statement: "A pool that names no instance types has a pattern at least.",
      source: alibabaCloud("ACK, CreateClusterNodePool, instance_patterns"),
      authority: "service",
      fix: 'InstanceSelection.patterns({ familyLevel: "EnterpriseLevel", vcpus: 4, memoryGiB: 16 })',
    },
    ({ patternCount }) =>
      patternCount > 0 ? [] : [{ got: "no pattern of instances", want: "at least 1 pattern" }],
  ),
  pool.each(
    "instance-pattern-range",
    "patterns",
    {
      statement:
        "The figures of a pattern of instances are above 0, whole for vCPUs, and an upper bound is at least the lower one, and at most four times as high.",
      source: page,
      authority: "service",
      fix: "vcpus: { min: 4, max: 16 }, memoryGiB: { min: 16, max: 64 }",
    },
    (pattern) =>
      rangeFinding("vcpus", pattern.vcpus, true) ?? rangeFinding("memoryGiB", pattern.memoryGiB, false),
  ),
  pool.each(
    "instance-pattern-smallest",
    "patterns",
    {
      statement: "Patterns of instances are documented for 4 vCPUs and 4 GiB or more.",
      source: page,
      advice: true,
      fix: "begin with 4 vCPUs and 4 GiB, or name small types with InstanceSelection.types",
    },
    ({ vcpus, memoryGiB }) => smallFinding("vcpus", vcpus) ?? smallFinding("memoryGiB", memoryGiB),
  ),
  pool.limit(
    "instance-pattern-architecture",
    ["architectures", "imageType"],
    {
      statement:
        "The nodes of a pool have one image, and so one architecture, which is that of all patterns.",
      source: alibabaCloud("ACK, CreateClusterNodePool, instance_patterns and image_type"),
      authority: "service",
      fix: "make a pool for each architecture, or take the image of the other one",
    },
    ({ architectures, imageType }) => {
      const [first, other] = architectures;
      if (other !== undefined) {
        return [{ got: `patterns for ${first} and ${other}`, want: "patterns for one architecture" }];
      }
      if (imageType === undefined || imageType === "Custom" || first === undefined) {
        return [];
      }
      const forArm = imageType.endsWith("Arm64");
      return forArm === (first === "ARM")
        ? []
        : [
            {
              got: `${imageType} with patterns for ${first}`,
              want: `patterns for ${forArm ? "ARM" : "X86"}`,
            },
          ];
    },
  ),
  pool.eachFormat(
    "instance-pattern-families",
    "families",
    /^ecs\.[a-z0-9-]+$/,
    { member: "instance family", want: "a family such as ecs.g8i" },
    {
      statement: "An instance family is written ecs.<family>.",
      source: alibabaCloud("ECS, Instance families"),
      authority: "service",
      fix: 'families: ["ecs.g8i", "ecs.g7"]',
    },
  ),
  pool.limit(
    "instance-pattern-spot-price",
    ["hasMaxPrices"],
    {
      statement: "A pool with patterns of instances takes spot instances at the price of the market alone.",
      source: page,
      authority: "service",
      fix: "leave maxPrices of Billing.spot out, or name types with InstanceSelection.types",
    },
    ({ hasMaxPrices }) =>
      hasMaxPrices ? [{ got: "patterns of instances with maxPrices", want: "spot without maxPrices" }] : [],
  ),
  pool.limit(
    "instance-pattern-autoscaled",
    ["isAutoscaled"],
    {
      statement:
        "Patterns of instances are documented not to go with autoscaling, whose forecast needs one size of node.",
      source: page,
      advice: true,
      fix: "take Capacity.fixed, or name types with InstanceSelection.types",
    },
    ({ isAutoscaled }) =>
      isAutoscaled
        ? [{ got: "patterns of instances in an autoscaled pool", want: "a fixed number of nodes" }]
        : [],
  ),
];

/** Undefined for the other pools. */
export function patternFacts(props: ResolvedPoolProps): PatternPoolFacts | undefined {
  const { billing, capacity, imageType, instances } = props;
  const { patterns } = instances;
  if (patterns === undefined) {
    return undefined;
  }
  return {
    patternCount: patterns.length,
    patterns: patterns.map((pattern) => {
      const token = figuresOf(pattern).find(isToken);
      return token === undefined ? pattern : unknown(String(token));
    }),
    architectures: [...new Set(patterns.map((pattern) => (isArmPattern(pattern) ? "ARM" : "X86")))],
    families: patterns.flatMap(({ families = [] }) =>
      isToken(families) ? [unknown("families")] : families.map((family) => fact(family)),
    ),
    imageType: fact(imageType?.name),
    isAutoscaled: capacity.isAutoscaled,
    hasMaxPrices: billing?.terms.spot?.maxPrices !== undefined,
  };
}

function figuresOf({ vcpus, memoryGiB }: InstancePattern): readonly (number | undefined)[] {
  return [vcpus, memoryGiB].flatMap((range) =>
    typeof range === "object" ? [range.min, range.max] : [range],
  );
}

function rangeFinding(
  prop: string,
  range: number | PatternRange | undefined,
  whole: boolean,
): Finding | undefined {
  if (range === undefined) {
    return undefined;
  }
  const { min, max } = boundsOf(range);
  const isFigure = (value: number): boolean =>
    value > 0 && Number.isFinite(value) && (!whole || Number.isInteger(value));
  if (!isFigure(min) || !isFigure(max)) {
    return { got: `${prop} ${spelled(range)}`, want: whole ? "whole numbers above 0" : "numbers above 0" };
  }
  return min <= max && max <= 4 * min
    ? undefined
    : { got: `${prop} ${spelled(range)}`, want: `an upper bound from ${min} to ${4 * min}` };
}

function smallFinding(prop: string, range: number | PatternRange | undefined): Finding | undefined {
  return range !== undefined && boundsOf(range).min < 4
    ? { got: `${prop} ${spelled(range)}`, want: "4 or more" }
    : undefined;
}

function boundsOf(range: number | PatternRange): PatternRange {
  return typeof range === "object" ? range : { min: range, max: range };
}

function spelled(range: number | PatternRange): string {
  return typeof range === "object" ? `from ${range.min} to ${range.max}` : String(range);
}
