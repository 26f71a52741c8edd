import { testLimits } from "../support/limit-cases";
import { clusterLimitCases } from "./limit-cases";

testLimits(clusterLimitCases);
