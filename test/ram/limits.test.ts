import { testLimits } from "../support/limit-cases";
import { ramLimitCases } from "./limit-cases";

testLimits(ramLimitCases);
