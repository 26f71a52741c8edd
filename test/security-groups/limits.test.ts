import { testLimits } from "../support/limit-cases";
import { testKinds } from "../support/limit-kinds";
import { securityGroupsLimitCases } from "./limit-cases";

testLimits(securityGroupsLimitCases);

testKinds(securityGroupsLimitCases, {
  advice: [],
  quotas: ["security-group-rule-count"],
  canYield: [
    "security-group-isolated",
    "security-group-name",
    "security-group-rule-cidr",
    "security-group-rule-ipv6",
    "security-group-rule-last-port",
    "security-group-rule-port",
    "security-group-rule-port-order",
    "security-group-rule-why",
    "security-group-within-basic",
  ],
});
