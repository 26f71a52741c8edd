import { testLimits } from "../support/limit-cases";
import { fleetLimitCases } from "./limit-cases";

testLimits(fleetLimitCases);
