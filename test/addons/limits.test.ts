import { testLimits } from "../support/limit-cases";
import { addonLimitCases } from "./limit-cases";

testLimits(addonLimitCases);
