import { testLimits } from "../support/limit-cases";
import { adoptLimitCases } from "./limit-cases";

testLimits(adoptLimitCases);
