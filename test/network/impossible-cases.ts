import type { Impossible } from "../support/compile-fails";

const binding = "vswitchIds: [], serviceCidr: '172.21.0.0/20', newNatGateway: false, before: []";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossibleNetworks: readonly Impossible[] = [
  {
    name: "a Flannel network that has no Pod CIDR for its cluster",
    body: `const b: NetworkBinding = { plugin: "flannel", ${binding}, addon: { name: "flannel" }, nodeCidrMask: 24 };`,
    message: /Property 'podCidr' is missing in type .* required in type 'FlannelBinding'/,
  },
  {
    name: "a Terway network that has no vSwitches for Pods for its cluster",
    body: `const b: NetworkBinding = { plugin: "terway", ${binding}, addon: { name: "terway-eniip" } };`,
    message: /Property 'podVSwitchIds' is missing in type .* required in type 'TerwayBinding'/,
  },
  {
    name: "a Pod CIDR in a Terway network",
    body: `new TerwayNetwork(stack, "n", { vpc, egress, zones: ["cn-hangzhou-h"], podCidr: "172.20.0.0/16" });`,
    message: /'podCidr' does not exist in type 'TerwayNetworkProps'/,
  },
  {
    name: "a number of addresses for each node of a Terway network",
    body: `new TerwayNetwork(stack, "n", { vpc, egress, zones: ["cn-hangzhou-h"], nodeCidrMask: 25 });`,
    message: /'nodeCidrMask' does not exist in type 'TerwayNetworkProps'/,
  },
  {
    name: "a vSwitch for Pods in a Flannel network",
    body: `new FlannelNetwork(stack, "n", { vpc, egress, zones: { h: { zone: "cn-hangzhou-h", podVSwitchId: "vsw-1" } } });`,
    message: /'podVSwitchId' does not exist in type/,
  },
  {
    name: "a network without a Service CIDR",
    body: `const b: NetworkBinding = { plugin: "terway", vswitchIds: [], podVSwitchIds: [], newNatGateway: false, before: [], addon: { name: "terway-eniip" } };`,
    message: /Property 'serviceCidr' is missing in type .* required in type 'TerwayBinding'/,
  },
  {
    name: "an SNAT table without a public address",
    body: `Egress.existing({ snatTableId: "stb-1" });`,
    message: /Property 'snatIp' is missing in type/,
  },
];
