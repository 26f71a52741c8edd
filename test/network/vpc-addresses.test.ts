import type { TerraformStack } from "cdktf";
import { Vpc } from "cdktf-ack";
import { judged } from "../support/limit-cases";
import { flannel, inVpc, textToken } from "../support/stacks";

const zone = "cn-hangzhou-h";

/** What a limit says about a stack, finding by finding. */
const said = (id: string, build: (stack: TerraformStack) => unknown) =>
  judged(build)
    .violations.filter((violation) => violation.id === id)
    .map(({ path, got, fix }) => ({ path, got, fix }));

describe("several overlaps in one VPC", () => {
  test("of vSwitches are one finding for each vSwitch, with a free block that no other finding names", () => {
    const networks = (stack: TerraformStack) => {
      const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
      for (const [index, id] of ["a", "b", "c"].entries()) {
        inVpc(vpc, id, {
          zones: { h: { zone, nodeCidr: "10.0.0.0/24" } },
          podCidr: `172.${20 + index}.0.0/16`,
          serviceCidr: `192.168.${16 * index}.0/20`,
        });
      }
    };
    const inside =
      "the node vSwitch in cn-hangzhou-h 10.0.0.0/24, inside the node vSwitch in cn-hangzhou-h 10.0.0.0/24 of shop/a";
    expect(said("vswitches-disjoint", networks)).toEqual([
      { path: "shop/b", got: inside, fix: "take a free block, for example 10.0.1.0/24" },
      { path: "shop/c", got: inside, fix: "take a free block, for example 10.0.2.0/24" },
    ]);
  });

  test("of vSwitches name no block where the VPC has no free one left for them", () => {
    const networks = (stack: TerraformStack) => {
      const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/24" });
      for (const [index, id] of ["a", "b", "c"].entries()) {
        inVpc(vpc, id, {
          zones: { h: { zone, nodeCidr: "10.0.0.0/25" } },
          podCidr: `172.${20 + index}.0.0/16`,
          serviceCidr: `192.168.${16 * index}.0/20`,
        });
      }
    };
    expect(said("vswitches-disjoint", networks).map(({ fix }) => fix)).toEqual([
      "take a free block, for example 10.0.0.128/25",
      "the VPC has no free block of this size: take smaller vSwitches or add a secondary block",
    ]);
  });

  test("of secondary blocks are one finding for each block", () => {
    const block = "10.1.0.0/16";
    const vpc = (stack: TerraformStack) =>
      new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: [block, block, block] });
    const got = `the secondary block ${block}, inside the secondary block ${block}`;
    expect(said("secondary-cidr-disjoint", vpc).map((finding) => finding.got)).toEqual([got, got]);
  });
});

test("ranges that only Terraform knows are left out, whatever they are for, and each limit says so", () => {
  const { violations, report } = judged((stack) => {
    const late = textToken(stack);
    flannel(stack, {
      secondaryCidrs: [late],
      peerCidrs: [late],
      onPremisesCidrs: [late],
      podCidr: late,
      serviceCidr: late,
      zones: { h: { zone, nodeCidr: late } },
    });
  });
  expect(violations).toEqual([]);
  const ofVpc = (report?.partly ?? []).filter(({ path }) => path === "shop/network");
  const blocks = ["vpc", "pods", "services", "peers", "onPremises"];
  expect(Object.fromEntries(ofVpc.map(({ id, unknown }) => [id, unknown]))).toMatchObject({
    "cluster-cidrs-disjoint": blocks,
    "multi-cluster-pod-cidr-disjoint": blocks,
    "multi-cluster-service-cidr": blocks,
    "interconnect-cidr-disjoint": blocks,
    "idc-cidr-disjoint": blocks,
    "secondary-cidr-disjoint": ["vpc"],
    "vswitches-disjoint": ["vpc", "vswitches"],
  });
});
