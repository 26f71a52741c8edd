import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import type { TerraformStack, TerraformVariable } from "cdktf";
  import {
    Capacity, Disk, EdgeCluster, isPro, Login, ManagedCluster, ProCluster,
    type FlannelNetwork, type ICluster, type IProCluster, type SecretKmsEncryption, type TerwayNetwork,
  } from "cdktf-ack";
  import { ProductionCluster } from "cdktf-ack/blueprints";
  declare const stack: TerraformStack;
  declare const flannel: FlannelNetwork;
  declare const terway: TerwayNetwork;
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

const illegal: [string, string, RegExp][] = [
  [
    "encrypted Secrets on a basic cluster",
    `new ManagedCluster(stack, "c", { name: "c", network: terway, secretEncryption });`,
    /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  ],
  [
    "encrypted Secrets on an edge cluster",
    `new EdgeCluster(stack, "c", { name: "c", network: flannel, secretEncryption });`,
    /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  ],
  [
    "encrypted Secrets in props that are spread over a basic cluster",
    `const props = { name: "c", network: terway, secretEncryption }; new ManagedCluster(stack, "c", { ...props });`,
    /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  ],
  [
    "Terway on an edge cluster",
    `new EdgeCluster(stack, "c", { name: "c", network: terway });`,
    /'TerwayNetwork' is (missing the following properties from|not assignable to) type 'FlannelNetwork'/,
  ],
  [
    "a number beside the bounds of the autoscaler",
    `Capacity.autoscale({ min: 1, max: 3, fixed: 2 });`,
    /'fixed' does not exist/,
  ],
  [
    "a capacity of one's own making",
    `new Capacity(1, 3, true);`,
    /Constructor of class 'Capacity' is private/,
  ],
  [
    "a performance level on an efficiency disk",
    `Disk.efficiency({ sizeGiB: 500, performanceLevel: "PL2" });`,
    /'performanceLevel' does not exist in type 'DiskOptions'/,
  ],
  [
    "a performance level that does not exist",
    `Disk.essd({ sizeGiB: 500, performanceLevel: "PL4" });`,
    /'"PL4"' is not assignable/,
  ],
  [
    "two zones for production",
    `new ProductionCluster(stack, "c", { name: "c", zones: ["h", "i"] });`,
    /Source has 2 element\(s\) but target requires 3/,
  ],
  [
    "a literal password",
    `Login.password("Secret-123");`,
    /'string' is not assignable to parameter of type 'TerraformVariable'/,
  ],
  [
    "any cluster where a Pro cluster is wanted",
    `declare const c: ICluster; const pro: IProCluster = c;`,
    /'ICluster' is not assignable to type 'IProCluster'/,
  ],
  [
    "an existing basic cluster where a Pro cluster is wanted",
    `const pro: IProCluster = ManagedCluster.fromAttributes(stack, "c", { clusterId: "c1" });`,
    /'"managed"' is not assignable to type '"pro"'/,
  ],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(illegal)("%s does not type-check", (_name, body, message) => {
  expectDoesNotCompile(program(body), message);
});
