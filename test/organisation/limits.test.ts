import { testLimits } from "../support/limit-cases";
import { organisationLimitCases } from "./limit-cases";

testLimits(organisationLimitCases);
