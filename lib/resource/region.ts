import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import {
  ackGuide,
  alibabaCloud,
  declareFacts,
  fact,
  facts,
  findingsOf,
  limitsOn,
  type Fact,
  type FactList,
} from "../limits";

interface RegionFacts {
  /** Absent where the environment names the region. */
  readonly region: Fact<string> | undefined;
  readonly regionAbove: Fact<string> | undefined;
  /** What the region above is that of: "the VPC shop/vpc". */
  readonly above: string;
}

const regional = limitsOn<RegionFacts>("Networks");

const regionLimits = [
  regional.limit(
    "vpc-region-equals-resources",
    ["region", "regionAbove", "above"],
    {
      statement: "A VPC and what is deployed into it are in one region.",
      source: ackGuide("7.3.1 Use the Terway network plug-in", "10926"),
      rows: ["vpc-region-equals-resources"],
      authority: "service",
      fix: "leave provider out, or give both constructs provider configurations of one region",
    },
    ({ region, regionAbove, above }) =>
      region === undefined || regionAbove === undefined || region === regionAbove
        ? []
        : [{ got: `a provider of ${region} for what is in ${above}`, want: `a provider of ${regionAbove}` }],
  ),
];

interface ZoneFacts {
  readonly region: Fact<string> | undefined;
  readonly zones: FactList<string>;
}

const zonal = limitsOn<ZoneFacts>("Networks");

const zoneLimits = [
  zonal.monotone(
    "zone-of-region",
    ["region", "zones"],
    {
      statement: "A zone lies in the region of the provider: its id is that of the region, and a letter.",
      source: alibabaCloud("ECS, Regions and zones"),
      authority: "service",
      fix: "name zones of the region, or give the construct the provider configuration of their region",
    },
    ({ region, zones }) =>
      region === undefined
        ? []
        : findingsOf(zones, (zone) =>
            zone.startsWith(region)
              ? undefined
              : { got: `the zone ${zone} with a provider of ${region}`, want: `a zone such as ${region}-a` },
          ),
  ),
];

/** A construct with a provider configuration, or with that of its stack. */
export interface Located extends IConstruct {
  readonly provider?: TerraformProvider | undefined;
}

/** What others are put into. */
interface Container extends Located {
  /** `new:<path>` for one that the app makes. */
  readonly groupKey: string;
}

/**
 * Holds the region of a construct against that of what it is put into. Nearly all share a provider configuration, and
 * have nothing to compare; of what exists already, without a provider, nobody knows the region.
 */
export function judgeRegion(construct: Located, above: Container, what: string): void {
  const isKnown = above.provider !== undefined || above.groupKey.startsWith("new:");
  if (isKnown && construct.provider !== above.provider) {
    declareFacts(construct, regionLimits, {
      region: regionOf(construct),
      regionAbove: regionOf(above),
      above: `${what} ${above.node.path}`,
    });
  }
}

/** Holds the zones of a construct against its region. */
export function judgeZones(construct: Located, zones: readonly string[]): void {
  declareFacts(construct, zoneLimits, { region: regionOf(construct), zones: facts(zones) ?? [] });
}

/** The region of a construct; absent where the environment names it. */
export function regionOf(construct: Located): Fact<string> | undefined {
  const provider = construct.provider ?? defaultProvider(TerraformStack.of(construct));
  const region = provider !== undefined && "region" in provider ? provider.region : undefined;
  return typeof region === "string" ? fact(region) : undefined;
}

/** By stack: each look at the children of a stack makes a list of all of them, which may be thousands. */
const found = new WeakMap<TerraformStack, TerraformProvider>();

/** Its configuration without an alias, where stacks have them: beside their constructs. */
function defaultProvider(stack: TerraformStack): TerraformProvider | undefined {
  const last = found.get(stack);
  if (last !== undefined && stack.node.tryFindChild(last.node.id) === last && isDefault(last)) {
    return last;
  }
  const provider = stack.node.children.find(isDefault);
  if (provider !== undefined) {
    found.set(stack, provider);
  }
  return provider;
}

function isDefault(node: IConstruct): node is TerraformProvider {
  return (
    TerraformProvider.isTerraformProvider(node) &&
    node.terraformResourceType === "alicloud" &&
    node.alias === undefined
  );
}
