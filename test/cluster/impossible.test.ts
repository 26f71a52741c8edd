import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossibleClusters } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import type { TerraformStack, TerraformVariable } from "cdktf";
  import {
    AcsCluster, Capacity, ClusterSecurityGroup, DedicatedCluster, Disk, FlannelNetwork, EdgeCluster, isPro, Login, ManagedCluster, ProCluster, ProTier,
    NodePool, RegisteredCluster, ServerlessCluster, type ICluster, type IProCluster, type Masters, type NodePoolOptions,
    type SecretKmsEncryption, type ServerlessNetwork, type TerwayNetwork,
  } from "cdktf-ack";
  import { ProductionCluster } from "cdktf-ack/blueprints";
  declare const stack: TerraformStack;
  declare const flannel: FlannelNetwork;
  declare const terway: TerwayNetwork;
  declare const serverless: ServerlessNetwork;
  declare const poolOptions: NodePoolOptions;
  declare const secretEncryption: SecretKmsEncryption;
  declare const password: TerraformVariable;
  ${body}
`;

const legal: [string, string][] = [
  [
    "encrypted Secrets on a Pro cluster",
    `new ProCluster(stack, "c", { name: "c", network: terway, secretEncryption });`,
  ],
  ["Flannel on an edge cluster", `new EdgeCluster(stack, "c", { name: "c", network: flannel });`],
  ["a performance level on an ESSD", `Disk.essd({ sizeGiB: 500, performanceLevel: "PL2" });`],
  ["bounds for the autoscaler", `Capacity.autoscale({ min: 1, max: 3 });`],
  ["three zones for production", `new ProductionCluster(stack, "c", { name: "c", zones: ["h", "i", "k"] });`],
  ["a password from a variable", `Login.password(password);`],
  ["a cluster narrowed to Pro", `declare const c: ICluster; if (isPro(c)) { const pro: IProCluster = c; }`],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossibleClusters)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
