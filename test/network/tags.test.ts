import { Egress, FlannelNetwork, NatGateway, ServerlessNetwork, TerwayNetwork, Vpc } from "cdktf-ack";
import { argumentsByAddress } from "cdktf-ack/testing";
import type { TerraformStack } from "cdktf";
import { testStack } from "../support/stacks";

const tags = { team: "shop" };
const zones = ["cn-hangzhou-h"];

/** The types of resources that have the tags, and those that could and do not. */
function tagged(stack: TerraformStack) {
  const taggable = /^alicloud_(vpc|vswitch|nat_gateway|eip_address)$/;
  const resources = Object.entries(argumentsByAddress(stack)).map(([address, block]) => ({
    type: address.slice(0, address.indexOf(".")),
    hasTags: "tags" in block,
  }));
  const types = (isWanted: (one: (typeof resources)[number]) => boolean) =>
    [...new Set(resources.filter(isWanted).map(({ type }) => type))].sort();
  return {
    with: types(({ hasTags }) => hasTags),
    without: types(({ type, hasTags }) => !hasTags && taggable.test(type)),
  };
}

test.each([
  ["Terway", TerwayNetwork],
  ["Flannel", FlannelNetwork],
  ["serverless", ServerlessNetwork],
] as const)("a %s network in a new VPC tags all that it makes", (_, Network) => {
  const stack = testStack();
  Network.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones, tags });
  expect(tagged(stack)).toEqual({
    with: ["alicloud_eip_address", "alicloud_nat_gateway", "alicloud_vpc", "alicloud_vswitch"],
    without: [],
  });
});

test("a network tags its vSwitches, and not the VPC that it was given", () => {
  const stack = testStack();
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
  new TerwayNetwork(stack, "network", { vpc, zones, egress: Egress.none(), tags });
  expect(tagged(stack)).toEqual({ with: ["alicloud_vswitch"], without: ["alicloud_vpc"] });
});

test("a NAT gateway tags itself, its vSwitch and its address", () => {
  const stack = testStack();
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
  new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-h", tags });
  expect(tagged(stack)).toEqual({
    with: ["alicloud_eip_address", "alicloud_nat_gateway", "alicloud_vswitch"],
    without: ["alicloud_vpc"],
  });
});

test("nothing has tags that nobody gave", () => {
  const stack = testStack();
  TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones });
  expect(tagged(stack).with).toEqual([]);
});
