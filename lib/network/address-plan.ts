import type { Construct } from "constructs";
import { fact, isToken, orRefuse, type Fact } from "../limits";
import { Cidr, defaultPodCidr, defaultServiceCidr, IpPlan, ValueError } from "../values";
import type { VSwitchSpec } from "./cluster-network";
import type { AddressRange } from "./facts";
import { addressPlanLimit } from "./limits";
import type { IVpc } from "./vpc";
import type { NodeZone, TerwayZone } from "./zones";

interface PlanRequest {
  readonly vpc: IVpc;
  readonly zones: ReadonlyMap<string, NodeZone & Partial<TerwayZone>>;
  /** Whether Pods have vSwitches of their own. */
  readonly pods: boolean;
  readonly nodesPerZone?: number;
  readonly podsPerZone?: number;
  readonly nodeRange?: string;
  readonly podRange?: string;
  readonly slots?: number;
}

interface VSwitchPlan {
  readonly nodes: ReadonlyMap<string, VSwitchSpec>;
  readonly pods: ReadonlyMap<string, VSwitchSpec>;
  readonly firstZone: string;
}

/** Decides the vSwitches of a network: those that exist, those with a given block, and the rest by the plan. */
export function planVSwitches(request: PlanRequest): VSwitchPlan {
  const planned = planMissing(request);
  const nodes = new Map<string, VSwitchSpec>();
  const pods = new Map<string, VSwitchSpec>();
  for (const [key, zone] of request.zones) {
    const plannedZone = planned?.zones[key];
    nodes.set(key, spec(`node-${key}`, zone.zone, zone.nodeVSwitchId, zone.nodeCidr, plannedZone?.nodeCidr));
    if (request.pods) {
      pods.set(key, spec(`pod-${key}`, zone.zone, zone.podVSwitchId, zone.podCidr, plannedZone?.podCidr));
    }
  }
  const [first] = request.zones.values();
  return { nodes, pods, firstZone: first?.zone ?? "" };
}

function spec(
  key: string,
  zone: string,
  existingId: string | undefined,
  given: string | undefined,
  planned: Cidr | undefined,
): VSwitchSpec {
  // A planned block says nothing about a vSwitch that exists; only a given one describes it.
  const cidr = given ?? (existingId === undefined ? planned?.toString() : undefined);
  return {
    key,
    zone,
    ...(existingId === undefined ? {} : { existingId }),
    ...(cidr === undefined ? {} : { cidr }),
  };
}

/** The plan, when at least one vSwitch needs a block from it. */
function planMissing({
  vpc,
  zones,
  pods,
  nodesPerZone,
  podsPerZone,
  nodeRange,
  podRange,
  slots,
}: PlanRequest): IpPlan | undefined {
  const needing = new Map([...zones].filter(([, zone]) => needsPlan(zone, pods)));
  if (needing.size === 0) {
    return undefined;
  }
  const range = knownCidr(
    vpc,
    "plan the vSwitches",
    "give nodeCidr (and podCidr) or the ids of existing vSwitches for each zone",
  );
  return IpPlan.of({
    vpc: range,
    secondary: vpc.secondaryCidrs.flatMap((cidr) => (isToken(cidr) ? [] : [Cidr.parse(cidr)])),
    zones: Object.fromEntries(
      [...needing].map(([key, { slot, nodeCidr, nodeVSwitchId, podCidr, podVSwitchId }]) => {
        // Blocks of vSwitches that exist are not the plan's to judge: the limits of the VPC compare them.
        const hasNodeVSwitch = nodeVSwitchId !== undefined;
        const hasPodVSwitch = podVSwitchId !== undefined;
        return [
          key,
          {
            slot,
            hasNodeVSwitch,
            hasPodVSwitch,
            nodeCidr: hasNodeVSwitch ? undefined : literal(nodeCidr),
            podCidr: hasPodVSwitch ? undefined : literal(podCidr),
          },
        ];
      }),
    ),
    pods,
    nodesPerZone,
    podsPerZone,
    nodeRange: literal(nodeRange),
    podRange: literal(podRange),
    slots,
  });
}

function needsPlan(zone: NodeZone & Partial<TerwayZone>, pods: boolean): boolean {
  const node = zone.nodeVSwitchId === undefined && zone.nodeCidr === undefined;
  const pod = pods && zone.podVSwitchId === undefined && zone.podCidr === undefined;
  return node || pod;
}

function literal(cidr: string | undefined): Cidr | undefined {
  return cidr === undefined || isToken(cidr) ? undefined : Cidr.parse(cidr);
}

/** The blocks of vSwitches, by the key of their zone. */
export function cidrsOf(specs: ReadonlyMap<string, VSwitchSpec>): Map<string, string | undefined> {
  return new Map([...specs].map(([key, { cidr }]) => [key, cidr]));
}

/** The ids of vSwitches that were given, and not made. */
export function existingVSwitches(...specs: ReadonlyMap<string, VSwitchSpec>[]): Fact<string>[] {
  return specs
    .flatMap((byKey) => [...byKey.values()])
    .flatMap(({ existingId }) => (existingId === undefined ? [] : [fact(existingId)]));
}

/** The vSwitches with a known or token CIDR block, for the limits of the VPC. */
export function vswitchRanges(
  role: "node" | "Pod",
  specs: ReadonlyMap<string, VSwitchSpec>,
  ids: ReadonlyMap<string, string>,
): AddressRange[] {
  return [...specs].flatMap(([key, { zone, cidr }]): AddressRange[] => {
    const vswitchId = ids.get(key);
    return cidr === undefined
      ? []
      : [
          {
            role: "vswitch",
            label: `the ${role} vSwitch in ${zone}`,
            cidr,
            ...(vswitchId === undefined ? {} : { vswitchId }),
          },
        ];
  });
}

/** The Service CIDR that was given, or the default for the VPC. */
export function serviceCidrFor(scope: Construct, id: string, vpc: IVpc, given: string | undefined): string {
  if (given !== undefined) {
    return given;
  }
  return orRefuse(scope, addressPlanLimit, () => {
    const range = knownCidr(
      vpc,
      `choose the Service CIDR of ${id}`,
      "give serviceCidr, for example 172.21.0.0/20",
    );
    return defaultServiceCidr([range]).toString();
  });
}

/** The Pod CIDR that was given, or the default for the VPC and the Service CIDR. */
export function podCidrFor(
  scope: Construct,
  vpc: IVpc,
  serviceCidr: string,
  given: string | undefined,
): string {
  if (given !== undefined) {
    return given;
  }
  return orRefuse(scope, addressPlanLimit, () => {
    const range = knownCidr(vpc, "choose the Pod CIDR", "give podCidr, for example 172.20.0.0/16");
    if (isToken(serviceCidr)) {
      throw new ValueError({
        got: "a Service CIDR that is unknown at synth and no podCidr",
        want: "a Pod CIDR that does not overlap it",
        fix: "give podCidr",
      });
    }
    return defaultPodCidr([range], Cidr.parse(serviceCidr)).toString();
  });
}

function knownCidr({ cidr }: IVpc, purpose: string, fix: string): Cidr {
  if (cidr === undefined || isToken(cidr)) {
    throw new ValueError({
      got: `no CIDR block of the VPC that is known at synth, to ${purpose}`,
      want: "the literal CIDR block of the VPC, or addresses of your own",
      fix,
    });
  }
  return Cidr.parse(cidr);
}
