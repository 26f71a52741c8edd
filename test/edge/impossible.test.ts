import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossibleEdge } from "./impossible-cases";

/** A program with everything that the snippets use. */
const program = (body: string) => `
  import type { TerraformStack } from "cdktf";
  import {
    EdgeNodeNames, EdgePoolPlan, type EdgeCluster, type EdgeNodeAccess, type EdgePoolPlanOptions, type IProCluster,
  } from "cdktf-ack";
  declare const stack: TerraformStack;
  declare const edge: EdgeCluster;
  declare const pro: IProCluster;
  ${body}
`;

test("a pool of an edge cluster type-checks", () => {
  expectCompiles(
    program(`edge.planEdgePool("shops", { interconnect: "private", access: { architecture: "arm64" } });`),
  );
});

test.each(impossibleEdge)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
