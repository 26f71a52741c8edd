import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossibleEdge: readonly Impossible[] = [
  {
    name: "an architecture of machines that ACK does not know",
    body: `const access: EdgeNodeAccess = { architecture: "riscv64" };`,
    message: /is not assignable to type '"amd64" \| "arm64" \| "arm"/,
  },
  {
    name: "a network between the edge and the cloud that new pools do not have",
    body: `const options: EdgePoolPlanOptions = { interconnect: "improved" };`,
    message: /is not assignable to type '"basic" \| "private"/,
  },
  {
    name: "names of machines of one's own making",
    body: `new EdgeNodeNames("shop-*");`,
    message: /Constructor of class 'EdgeNodeNames' is private/,
  },
  {
    name: "a pool of the edge in a cluster without an edge",
    body: `new EdgePoolPlan(stack, "shops", { cluster: pro });`,
    message: /is not assignable to type/,
  },
];
