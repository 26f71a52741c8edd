import { testLimits } from "../support/limit-cases";
import { accessLimitCases } from "./limit-cases";

testLimits(accessLimitCases);
