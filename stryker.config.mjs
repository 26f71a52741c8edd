import { shownNotJudged } from "./scripts/mutation-ignorer.mjs";

/**
 * The folders whose tests are proven by mutants, and the tests that have to kill them: those that mirror the folder. What
 * compiles programs, packs tarballs or compares pages is none of them. scripts/mutation.mjs runs one part after the other.
 */
export const parts = {
  values: { mutate: "lib/values/**/*.ts", tests: "test/values/**/*.test.ts" },
  limits: { mutate: "lib/limits/**/*.ts", tests: "test/limits/**/!(undeclared-reads).test.ts" },
  network: { mutate: "lib/network/*limits*.ts", tests: "test/network/@(limits|vpc-addresses).test.ts" },
  cluster: { mutate: "lib/cluster/*limits*.ts", tests: "test/cluster/limits.test.ts" },
};

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  thresholds: { high: 95, low: 90, break: 85 },
  testRunner: "jest",
  coverageAnalysis: "perTest",
  plugins: ["@stryker-mutator/jest-runner", "./scripts/mutation-ignorer.mjs"],
  ignorers: [shownNotJudged],
  concurrency: 1,
  // Each run leaves its modules behind in the memory of the process.
  maxTestRunnerReuse: 100,
  warnings: { slow: false },
  reporters: ["clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: "build/mutation/sandboxes",
  ignorePatterns: ["build", "dist", "cdktf.out", "provider-alicloud", "docs", "bench"],
};
