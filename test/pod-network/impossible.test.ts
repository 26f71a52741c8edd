import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossiblePodNetworks } from "./impossible-cases";

/** A program with everything that the snippets use. */
const program = (body: string) => `
  import type { TerraformStack, TerraformVariable } from "cdktf";
  import {
    AddonSecret, PodEip, RegisteredCluster, ServiceIpFamilies, TerwayHubble, type IRegisteredCluster, type ProCluster,
    type SecretKmsEncryption, type ServerlessCluster,
  } from "cdktf-ack";
  declare const stack: TerraformStack;
  declare const cluster: ProCluster;
  declare const registered: IRegisteredCluster;
  declare const variable: TerraformVariable;
  declare const secretEncryption: SecretKmsEncryption;
  ${body}
`;

const legal: [string, string][] = [
  ["an address for each Pod", `PodEip.allocate(stack, "e", { cluster, bandwidthMbps: 5, isp: "BGP_PRO" });`],
  [
    "the replicas of a workload with an address that exists",
    `const one: "1" = PodEip.existing(stack, "e", { cluster, instanceId: "eip-1" }).replicas;`,
  ],
  [
    "metrics of Hubble, with options",
    `new TerwayHubble(stack, "h", { cluster, metrics: ["drop", "flow:sourceContext=pod"] });`,
  ],
  [
    "the AccessKey of add-ons of a registered cluster",
    `new AddonSecret(stack, "k", { cluster: registered, accessKeyId: variable, accessKeySecret: variable });`,
  ],
  ["a registered cluster", `RegisteredCluster.fromAttributes(stack, "r", { clusterId: "c1" });`],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossiblePodNetworks)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
