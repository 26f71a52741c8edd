import { testLimits } from "../support/limit-cases";
import { podNetworkLimitCases } from "./limit-cases";

testLimits(podNetworkLimitCases);
