/** Writes docs/limits.md from the limits of the built library. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
// The public face loads every domain, and with it every limit.
require("../dist/index.js");
const { allLimits, renderReference } = require("../dist/limits/index.js");

writeFileSync(fileURLToPath(new URL("../docs/limits.md", import.meta.url)), renderReference(allLimits()));
