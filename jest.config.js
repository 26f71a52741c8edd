"use strict";

/** One configuration for every workspace: tests sit in test/ and mirror lib/. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/provider-alicloud/test", "<rootDir>/lab/test"],
  testMatch: ["**/*.test.ts"],
  // Those run Terraform: see jest.lab.config.js.
  testPathIgnorePatterns: ["/node_modules/", "\\.lab\\.test\\.ts$"],
  // The same names that users import, read from the sources.
  moduleNameMapper: {
    "^cdktf-ack$": "<rootDir>/lib/index.ts",
    "^cdktf-ack-lab$": "<rootDir>/lab/lib/index.ts",
    "^cdktf-ack-lab/(.*)$": "<rootDir>/lab/lib/$1/index.ts",
    "^cdktf-ack/(.*)$": "<rootDir>/lib/$1/index.ts",
  },
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  setupFiles: ["<rootDir>/test/support/quiet-tokens.js"],
};
