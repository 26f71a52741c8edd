import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossiblePools } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import { Capacity, Disk, ImageType, InstanceSelection, type NodePoolOptions } from "cdktf-ack";
  const usual = { instances: InstanceSelection.types("ecs.g7.xlarge"), capacity: Capacity.fixed(3) };
  ${body}
`;

const legal: [string, string][] = [
  [
    "provisioned IOPS and bursting on an ESSD AutoPL disk",
    `Disk.essdAutoPl({ sizeGiB: 120, provisionedIops: 1000, bursting: true });`,
  ],
  ["one hardening", `const pool: NodePoolOptions = { ...usual, osHardening: "mlps" };`],
  ["an image of one's own", `ImageType.custom("m-bp1g5aob0cdb5h6n2z1w");`],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossiblePools)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
