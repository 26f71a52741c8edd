import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossibleNetworks } from "./impossible-cases";

/** A program with everything that the snippets use. */
const program = (body: string) => `
  import type { TerraformStack } from "cdktf";
  import { Egress, FlannelNetwork, TerwayNetwork, type INetwork, type IVpc } from "cdktf-ack";
  type NetworkBinding = ReturnType<INetwork["bind"]>;
  declare const stack: TerraformStack;
  declare const vpc: IVpc;
  declare const egress: Egress;
  ${body}
`;

const legal: [string, string][] = [
  [
    "a Pod CIDR in a Flannel network",
    `new FlannelNetwork(stack, "n", { vpc, egress, zones: ["cn-hangzhou-h"], podCidr: "172.20.0.0/16", nodeCidrMask: 25 });`,
  ],
  [
    "a vSwitch for Pods in a Terway network",
    `new TerwayNetwork(stack, "n", { vpc, egress, zones: { h: { zone: "cn-hangzhou-h", podVSwitchId: "vsw-1" } } });`,
  ],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossibleNetworks)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
