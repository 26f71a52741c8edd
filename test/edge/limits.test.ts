import { testLimits } from "../support/limit-cases";
import { edgeLimitCases } from "./limit-cases";

testLimits(edgeLimitCases);
