import { nodeNameAt, ValueError } from "cdktf-ack";
import { testFacts } from "../support/fact-cases";
import { nodePoolFactCases } from "./fact-cases";

testFacts(nodePoolFactCases);

test.each(["node-1", "10.0.0", "10.0.0.256", ""])("%j is no address of a node", (address) => {
  expect(() => nodeNameAt({ prefix: "shop-" }, address)).toThrow(ValueError);
});
