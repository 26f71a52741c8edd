import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossiblePools } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import { Capacity, Disk, InstanceSelection, type NodePoolOptions } from "cdktf-ack";
  const usual = { instances: InstanceSelection.types("ecs.g7.xlarge"), capacity: Capacity.fixed(3) };
  ${body}
`;

const legal: [string, string][] = [
  [
    "provisioned IOPS and bursting on an ESSD AutoPL disk",
    `Disk.essdAutoPl({ sizeGiB: 120, provisionedIops: 1000, bursting: true });`,
  ],
  ["a pool", `const pool: NodePoolOptions = { ...usual };`],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossiblePools)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
