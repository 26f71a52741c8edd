import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossiblePodNetworks: readonly Impossible[] = [
  {
    name: "a public address of this kind for Pods of a cluster without nodes",
    body: `declare const jobs: ServerlessCluster; PodEip.allocate(stack, "e", { cluster: jobs });`,
    message: /'ServerlessCluster' is not assignable to type 'INodeCluster'/,
  },
  {
    name: "a bandwidth for an address that exists",
    body: `PodEip.existing(stack, "e", { cluster, instanceId: "eip-1", bandwidthMbps: 5 });`,
    message: /'bandwidthMbps' does not exist in type 'ExistingEipProps'/,
  },
  {
    name: "a metric of layer 7 for Hubble",
    body: `new TerwayHubble(stack, "h", { cluster, metrics: ["dns"] });`,
    message: /'"dns"' is not assignable to type/,
  },
  {
    name: "a public address of IPv6 for a CLB beside IPv4",
    body: `ServiceIpFamilies.dualStack(stack, "s", { cluster, loadBalancer: { type: "clb", publicIpv6: true } });`,
    message: /'publicIpv6' does not exist/,
  },
  {
    name: "the AccessKey of add-ons as plain text",
    body: `new AddonSecret(stack, "k", { cluster: registered, accessKeyId: "LTAI", accessKeySecret: variable });`,
    message: /'string' is not assignable to type 'TerraformVariable'/,
  },
  {
    name: "the AccessKey of add-ons for a cluster that ACK runs",
    body: `new AddonSecret(stack, "k", { cluster, accessKeyId: variable, accessKeySecret: variable });`,
    message: /is not assignable to type 'IRegisteredCluster'/,
  },
  {
    name: "encrypted Secrets on a registered cluster",
    body: `RegisteredCluster.fromAttributes(stack, "r", { clusterId: "c1", secretEncryption });`,
    message: /'secretEncryption' does not exist in type 'ClusterAttributes'/,
  },
];
