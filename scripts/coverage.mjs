/** The limits of the built library, and what they and the tests make of each rule of the catalogue. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("./typescript.cjs");

// These load every domain, and with it every limit.
require("../dist/index.js");
require("../dist/blueprints/index.js");
const { allLimits, renderReference } = require("../dist/limits/index.js");
const { allFactCases, allLimitCases } = require("../test/support/all-cases.ts");
const { coverageOf } = require("../catalogue/coverage.ts");
const { referenceExtras, subjectRows } = require("../catalogue/reference.ts");
const { reasons } = require("../catalogue/reasons.ts");
const { readRules } = require("../catalogue/rules.ts");

export const limits = allLimits();
export const coverage = coverageOf(readRules(), {
  limits,
  limitCases: allLimitCases,
  factCases: allFactCases,
});
export const reference = () => renderReference(limits, referenceExtras(coverage));
export { reasons, subjectRows };
