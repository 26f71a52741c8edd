"use strict";

const everyday = require("./jest.config.js");

/** The tests that need Terraform or OpenTofu; the others pass them over. */
module.exports = {
  ...everyday,
  testMatch: ["**/*.lab.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  // Each test runs Terraform several times, beside others that do the same.
  testTimeout: 60_000,
};
