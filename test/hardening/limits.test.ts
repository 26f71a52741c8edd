import { testLimits } from "../support/limit-cases";
import { testKinds } from "../support/limit-kinds";
import { hardeningLimitCases } from "./limit-cases";

testLimits(hardeningLimitCases);

testKinds(hardeningLimitCases, { advice: Object.keys(hardeningLimitCases).sort(), quotas: [], canYield: [] });
