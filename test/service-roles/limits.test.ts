import { testLimits } from "../support/limit-cases";
import { serviceRoleLimitCases } from "./limit-cases";

testLimits(serviceRoleLimitCases);
