import { testLimits } from "../support/limit-cases";
import { resourceLimitCases } from "./limit-cases";

testLimits(resourceLimitCases);
