/** Writes docs/limits.md from the limits of the built library, and the catalogue of rules. */
import { writeFileSync } from "node:fs";
import { reference } from "./coverage.mjs";

writeFileSync(new URL("../docs/limits.md", import.meta.url), reference());
