"use strict";

// Each mutant meets the same random inputs, and a counterexample need not be a small one: see stryker.config.mjs.
require("fast-check").configureGlobal({ seed: 20211202, numRuns: 30, endOnFailure: true });
