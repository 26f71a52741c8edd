import { testLimits } from "../support/limit-cases";
import { adoptLimitCases, stateLimitCases } from "./limit-cases";

testLimits({ ...adoptLimitCases, ...stateLimitCases });
