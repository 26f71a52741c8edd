import type { TerraformStack } from "cdktf";
import {
  Egress,
  FlannelNetwork,
  planAddresses,
  ProCluster,
  TerwayNetwork,
  ValueError,
  type AddressPlanOptions,
  type FlannelPlan,
  type FlannelPlanProps,
  type TerwayPlan,
  type TerwayPlanProps,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { testStack } from "../support/stacks";

const zones = fc
  .subarray(["a", "b", "c", "d", "e", "f", "g", "h"], { minLength: 1, maxLength: 5 })
  .map((letters) => letters.map((letter) => `cn-hangzhou-${letter}`));
const avoid = fc.subarray([
  "10.0.0.0/16",
  "10.64.0.0/10",
  "172.20.0.0/15",
  "172.16.0.0/12",
  "192.168.0.0/17",
]);
const common = {
  zones,
  growth: fc.constantFrom(1, 1.5, 2, 3),
  headroomPercent: fc.constantFrom(0, 5, 20),
  slots: fc.constantFrom(undefined, 8, 16),
  avoid,
};
const terwayProps: fc.Arbitrary<TerwayPlanProps> = fc.record({
  ...common,
  nodes: fc.integer({ min: 1, max: 600 }),
  mode: fc.constantFrom("shared-eni" as const, "trunk-eni" as const, "exclusive-eni" as const),
  podsPerNode: fc.integer({ min: 1, max: 250 }),
});
const flannelProps: fc.Arbitrary<FlannelPlanProps> = fc.record({
  ...common,
  nodes: fc.integer({ min: 1, max: 300 }),
  mode: fc.constant("flannel" as const),
  podsPerNode: fc.integer({ min: 1, max: 256 }),
  routeEntries: fc.constant(1000),
});

type AnyPlan = TerwayPlan | FlannelPlan;

/** Plans that can be made; the others are for the tests of refusals. */
function planned<P extends AddressPlanOptions, T>(make: (props: P) => T, props: P): T {
  try {
    return make(props);
  } catch (error) {
    fc.pre(!(error instanceof ValueError));
    throw error;
  }
}

function synthesized(build: (stack: TerraformStack) => TerwayNetwork | FlannelNetwork) {
  const stack = testStack();
  const network = build(stack);
  new ProCluster(stack, "cluster", { name: "shop", network });
  return synthesize(stack);
}

/** The blocks of the vSwitches that Terraform makes for zones, by their construct ids. */
function vswitches(json: ReturnType<typeof synthesize>["json"]): unknown[] {
  const made = (json as { resource: { alicloud_vswitch: Record<string, { cidr_block: string }> } }).resource;
  return Object.values(made.alicloud_vswitch).map(({ cidr_block }) => cidr_block);
}

function blocks({ zones: each }: AnyPlan): string[] {
  return each.flatMap(({ nodeCidr, podCidr }) => [nodeCidr, ...(podCidr === undefined ? [] : [podCidr])]);
}

describe("every plan", () => {
  test("of Terway synthesizes to the addresses that it names, and breaks no limit", () => {
    fc.assert(
      fc.property(terwayProps, (props) => {
        const plan = planned(planAddresses as (props: TerwayPlanProps) => TerwayPlan, props);
        const { json, limits } = synthesized((stack) =>
          TerwayNetwork.inNewVpc(stack, "network", { ...plan.terway, egress: Egress.existing() }),
        );
        expect(limits.broken).toEqual([]);
        expect(limits.warnings.map(({ id }) => id)).not.toContain("terway-planned-pod-vswitch");
        expect(vswitches(json).sort()).toEqual(blocks(plan).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("of Flannel synthesizes to the addresses that it names, and breaks no limit", () => {
    fc.assert(
      fc.property(flannelProps, (props) => {
        const plan = planned(planAddresses as (props: FlannelPlanProps) => FlannelPlan, props);
        const { json, limits } = synthesized((stack) =>
          FlannelNetwork.inNewVpc(stack, "network", { ...plan.flannel, egress: Egress.existing() }),
        );
        expect(limits.broken).toEqual([]);
        expect(vswitches(json).sort()).toEqual(blocks(plan).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("holds at least what was asked for, in all and in each zone", () => {
    fc.assert(
      fc.property(fc.oneof(terwayProps, flannelProps), (props) => {
        const plan = planned<TerwayPlanProps | FlannelPlanProps, AnyPlan>(
          (given) => (given.mode === "flannel" ? planAddresses(given) : planAddresses(given)),
          props,
        );
        const { nodes, podsPerNode } = plan.asked;
        expect(nodes).toBeGreaterThanOrEqual(props.nodes);
        expect(plan.holds.nodes).toBeGreaterThanOrEqual(nodes);
        expect(plan.holds.pods).toBeGreaterThanOrEqual(nodes * podsPerNode);
        for (const zone of plan.zones) {
          expect(zone.nodes).toBeGreaterThanOrEqual(Math.ceil(nodes / plan.zones.length));
        }
      }),
    );
  });

  test("stays where it is when a cluster grows into its room", () => {
    fc.assert(
      fc.property(terwayProps, (props) => {
        const make = planAddresses as (props: TerwayPlanProps) => TerwayPlan;
        const plan = planned(make, props);
        const grown = make({ ...props, nodes: plan.asked.nodes, growth: 1 });
        expect(blocks(grown)).toEqual(blocks(plan));
        const full = make({ ...props, cidr: plan.cidr, nodes: plan.holds.nodes, growth: 1 });
        expect(full.terway).toEqual(plan.terway);
        expect(full.holds).toEqual(plan.holds);
      }),
    );
  });

  test("is refused for one node more in each zone than it holds", () => {
    fc.assert(
      fc.property(terwayProps, (props) => {
        const make = planAddresses as (props: TerwayPlanProps) => TerwayPlan;
        const plan = planned(make, props);
        const nodes = plan.holds.nodes + plan.zones.length;
        expect(() => make({ ...props, cidr: plan.cidr, nodes, growth: 1 })).toThrow(ValueError);
      }),
    );
  });

  test("moves no zone when another one comes or goes", () => {
    fc.assert(
      fc.property(terwayProps, (props) => {
        const make = planAddresses as (props: TerwayPlanProps) => TerwayPlan;
        const plan = planned(make, props);
        const [first] = props.zones as string[];
        const alone = make({ ...props, zones: [String(first)], cidr: plan.cidr, nodes: 1, growth: 1 });
        expect(blocks(alone)).toEqual(blocks(plan).slice(0, 2));
      }),
    );
  });
});
