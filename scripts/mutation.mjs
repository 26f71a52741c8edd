import { createRequire } from "node:module";
import { Stryker } from "@stryker-mutator/core";
import { parts } from "../stryker.config.mjs";

/**
 * Changes the sources in small ways, one at a time, and sees whether the tests notice. Fails where they miss more than the
 * threshold of stryker.config.mjs allows.
 *
 *     npm run mutation                                 # everything
 *     npm run mutation -- values                       # one part
 *     npm run mutation -- values lib/values/cidr.ts    # some of its files
 */
const [only, files] = process.argv.slice(2);
if (only !== undefined && !(only in parts)) {
  console.error(`There is no part ${only}: it is one of ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
const everyday = createRequire(import.meta.url)("../jest.config.js");

for (const [name, { mutate, tests }] of Object.entries(parts)) {
  if (only === undefined || only === name) {
    console.log(`\n${name}`);
    await new Stryker({
      // Indexes are nothing but names that others export.
      mutate: [files ?? mutate, "!lib/**/index.ts"],
      jest: {
        enableFindRelatedTests: false,
        config: {
          ...everyday,
          roots: ["<rootDir>/test"],
          testMatch: [`<rootDir>/${tests}`],
          setupFiles: [...everyday.setupFiles, "<rootDir>/test/support/fixed-seed.js"],
        },
      },
      htmlReporter: { fileName: `build/mutation/${name}.html` },
      jsonReporter: { fileName: `build/mutation/${name}.json` },
    }).runMutationTest();
  }
}
