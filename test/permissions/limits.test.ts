import { testLimits } from "../support/limit-cases";
import { permissionsLimitCases } from "./limit-cases";

testLimits(permissionsLimitCases);
