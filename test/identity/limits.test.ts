import { testLimits } from "../support/limit-cases";
import { identityLimitCases } from "./limit-cases";

testLimits(identityLimitCases);
