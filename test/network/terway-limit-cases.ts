import type { TerraformStack } from "cdktf";
import type { TerwayNetworkInNewVpcProps, TerwayZone } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { terway, textToken } from "../support/stacks";

const at = "shop/network";
const h = "cn-hangzhou-h";
const i = "cn-hangzhou-i";

const network = (props: Partial<TerwayNetworkInNewVpcProps>) => (stack: TerraformStack) =>
  terway(stack, props);
const zones = (byKey: Record<string, TerwayZone>) => network({ zones: byKey });

const zoneFix = "give podVSwitchId of a vSwitch in that zone, or leave it out to have one made";
const ownFix = "leave podVSwitchId out, to have a vSwitch made for Pods";
const sizeFix = "take a larger podCidr: it cannot grow later, and each Pod takes an address of it";
const planFix = "take a larger VPC, or fewer slots; Pods that find no address are not started";

/** A zone whose Pod vSwitch has a block of the user's choice. */
const podCidr = (cidr: string) => zones({ h: { zone: h, nodeCidr: "10.0.0.0/24", podCidr: cidr } });

/** The vSwitches of Terway networks. */
export const terwayLimitCases: CasesById = {
  "terway-pod-vswitch-zone-match": {
    violating: {
      "a vSwitch for the Pods of two zones": {
        build: zones({
          h: { zone: h, podVSwitchId: "vsw-bp1a" },
          i: { zone: i, podVSwitchId: "vsw-bp1a" },
        }),
        at,
        got: "the vSwitch vsw-bp1a for Pods in cn-hangzhou-i, which is for Pods in cn-hangzhou-h",
        want: "a vSwitch in cn-hangzhou-i",
        fix: zoneFix,
        rows: ["terway-pod-vswitch-zone-match"],
      },
      "Pods in the vSwitch of the nodes of another zone": {
        build: zones({
          h: { zone: h, nodeVSwitchId: "vsw-bp1a" },
          i: { zone: i, podVSwitchId: "vsw-bp1a" },
        }),
        at,
        got: "the vSwitch vsw-bp1a for Pods in cn-hangzhou-i, which is for nodes in cn-hangzhou-h",
        want: "a vSwitch in cn-hangzhou-i",
        fix: zoneFix,
        rows: ["terway-pod-vswitch-zone"],
      },
      "the vSwitch of another network, whose id is not known yet": {
        build: (stack) => {
          const [podVSwitchId = ""] = terway(stack, { id: "other" }).podVSwitches.values();
          zones({ h: { zone: h, podVSwitchId }, i: { zone: i, podVSwitchId } })(stack);
        },
        at,
        got: "one vSwitch for Pods in cn-hangzhou-i, which is for Pods in cn-hangzhou-h",
        want: "a vSwitch in cn-hangzhou-i",
        fix: zoneFix,
      },
    },
    legal: {
      "a vSwitch for Pods in each zone": {
        build: zones({
          h: { zone: h, nodeVSwitchId: "vsw-bp1a", podVSwitchId: "vsw-bp1b" },
          i: { zone: i, nodeVSwitchId: "vsw-bp1c", podVSwitchId: "vsw-bp1d" },
        }),
        rows: ["terway-pod-vswitch-zone-match", "terway-pod-vswitch-zone"],
      },
      "one for two parts of a zone": zones({
        a: { zone: h, slot: 0, podVSwitchId: "vsw-bp1a" },
        b: { zone: h, slot: 1, podVSwitchId: "vsw-bp1a" },
      }),
    },
    unknown: {
      "a zone that only Terraform knows": {
        build: (stack) =>
          zones({
            a: { zone: textToken(stack), slot: 0, podVSwitchId: "vsw-bp1a" },
            i: { zone: i, slot: 1, podVSwitchId: "vsw-bp1a" },
          })(stack),
        limit: "partly",
      },
    },
  },
  "terway-own-pod-vswitch": {
    violating: {
      "one vSwitch for nodes and Pods": {
        build: zones({ h: { zone: h, nodeVSwitchId: "vsw-bp1a", podVSwitchId: "vsw-bp1a" } }),
        at,
        got: "the vSwitch vsw-bp1a for nodes and Pods in cn-hangzhou-h",
        want: "a vSwitch for each",
        fix: ownFix,
        rows: ["pod-vswitch-mask", "terway-pod-vswitch-zone"],
      },
    },
    legal: {
      "another vSwitch in the zone": {
        build: zones({ h: { zone: h, nodeVSwitchId: "vsw-bp1a", podVSwitchId: "vsw-bp1b" } }),
        rows: ["pod-vswitch-mask", "terway-pod-vswitch-zone"],
      },
      "one that is made": zones({ h: { zone: h, nodeVSwitchId: "vsw-bp1a" } }),
    },
    unknown: {
      "a zone that only Terraform knows": {
        build: (stack) =>
          zones({
            a: { zone: textToken(stack), nodeVSwitchId: "vsw-bp1a", podVSwitchId: "vsw-bp1a" },
          })(stack),
        limit: "partly",
      },
    },
  },
  "terway-pod-vswitch-min-size": {
    violating: {
      "a /20": {
        build: podCidr("10.0.128.0/20"),
        at,
        got: "the Pod vSwitch 10.0.128.0/20, with 4096 addresses",
        want: "a /19 or larger",
        fix: sizeFix,
        rows: ["pod-vswitch-mask", "terway-pod-vswitch-min-size"],
      },
    },
    legal: {
      "a /19, which has 8,192 addresses": {
        build: podCidr("10.0.128.0/19"),
        rows: ["pod-vswitch-mask", "terway-pod-vswitch-min-size"],
      },
      "a /20 that the plan of a /16 cuts": network({ cidr: "10.0.0.0/16" }),
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => podCidr(textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "terway-planned-pod-vswitch": {
    violating: {
      "the plan of a /20": {
        build: network({ cidr: "10.0.0.0/20" }),
        at,
        got: "the Pod vSwitch 10.0.15.0/24, with 256 addresses",
        want: "a /22 or larger",
        fix: planFix,
      },
    },
    legal: {
      "the plan of a /18": network({ cidr: "10.0.0.0/18" }),
      "the plan of a /20 with two slots": network({ cidr: "10.0.0.0/20", slots: 2 }),
      "a block that somebody chose": podCidr("10.0.128.0/19"),
    },
  },
};
