import { testLimits } from "../support/limit-cases";
import { nodePoolLimitCases } from "./limit-cases";

testLimits(nodePoolLimitCases);
