import { testLimits } from "../support/limit-cases";
import { networkLimitCases } from "./limit-cases";

testLimits(networkLimitCases);
