import { testLimits } from "../support/limit-cases";
import { workloadLimitCases } from "./limit-cases";

testLimits(workloadLimitCases);
