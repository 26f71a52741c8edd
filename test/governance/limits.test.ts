import { testLimits } from "../support/limit-cases";
import { testKinds } from "../support/limit-kinds";
import { governanceLimitCases } from "./limit-cases";

testLimits(governanceLimitCases);

testKinds(governanceLimitCases, {
  advice: ["policy-denies-system", "policy-repo-prefix"],
  quotas: [],
  canYield: ["policy-bounds", "policy-name", "policy-namespace-name"],
});
