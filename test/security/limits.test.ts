import { testLimits } from "../support/limit-cases";
import { securityLimitCases } from "./limit-cases";

testLimits(securityLimitCases);
