import { TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Egress,
  FlannelNetwork,
  ManagedCluster,
  SecurityGroup,
  TerwayNetwork,
  Vpc,
} from "cdktf-ack";
import { createTestApp, synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { judge } from "../../lab/lib/core";
import { flannelNetworks, places, terwayNetworks, vpcs } from "../valid/arbitraries";

const some = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);

const configurations = fc.record({
  place: places,
  vpc: vpcs,
  network: fc.oneof(
    terwayNetworks.map((options) => ({ plugin: "terway" as const, options })),
    flannelNetworks.map((options) => ({ plugin: "flannel" as const, options })),
  ),
  type: some("basic" as const, "enterprise" as const),
  apart: fc.boolean(),
  outbound: some("all" as const, "minimum" as const),
  name: some("shop:nodes", "节点.1"),
  description: some("nodes of the shop"),
});

/** What is said of a cluster in a group with the rules for nodes. */
function said({
  place,
  vpc: vpcProps,
  network: chosen,
  ...group
}: typeof configurations extends fc.Arbitrary<infer T> ? T : never) {
  const stack = new TerraformStack(createTestApp({ context: { "cdktf-ack": {} } }), "valid");
  new AlicloudProvider(stack, "alicloud", { region: place.region });
  const vpc = new Vpc(stack, "vpc", vpcProps);
  const common = { zones: place.zones.slice(0, chosen.options.zones), vpc, egress: Egress.existing() };
  const network =
    chosen.plugin === "terway"
      ? new TerwayNetwork(stack, "network", {
          ...chosen.options,
          ...common,
          dualStack: vpcProps.ipv6 === true ? chosen.options.dualStack : undefined,
        })
      : new FlannelNetwork(stack, "network", { ...chosen.options, ...common });
  const { type, apart, outbound, name, description } = group;
  const nodes = new SecurityGroup(stack, "nodes", {
    vpc,
    type,
    name,
    description,
    isolated: type === "basic" ? apart : undefined,
  });
  nodes.allowNodes(network, { outbound });
  new ManagedCluster(stack, "cluster", {
    name: "shop",
    network,
    securityGroup: ClusterSecurityGroup.of(nodes),
  });
  const { json, limits } = synthesize(stack);
  return [
    ...judge(json).map(({ address, path, message }) => `the provider: ${address} ${path}: ${message}`),
    ...limits.warnings
      .filter(({ id }) => /(^|-)sg-|security-group/.test(id))
      .map(({ id, got }) => `${id}: ${got}`),
  ];
}

test("the rules for nodes are enough for every network, in groups of each kind, and the provider takes them", () => {
  const all = fc.sample(configurations, { numRuns: 100, seed: 7 }).flatMap(said);
  expect([...new Set(all)]).toEqual([]);
});
