import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLate } from "./load-late.mjs";

/**
 * Builds what is stale: first the bindings, then the library, the lab, and the examples.
 *
 * With `--if-possible` it does nothing in an install without the development dependencies (`npm ci --omit=dev`), where
 * npm runs `prepare` all the same.
 */
const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (process.argv.includes("--if-possible") && !isInstalled("typescript")) {
  console.log("Nothing is built: the development dependencies are not installed.");
} else {
  await import("../provider-alicloud/scripts/build.mjs");
  // The lab serves the schema that the bindings are made from.
  copyFileSync(
    join(root, "provider-alicloud/schema/provider.json"),
    join(root, "lab/providers/alicloud/schema.json"),
  );
  const projects = ["tsconfig.lib.json", "lab", "tsconfig.examples.json"].filter((file) =>
    existsSync(join(root, file)),
  );
  const tsc = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "--build", ...projects], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = tsc.status ?? 1;
  loadLate(join(root, "dist"));
  // npm sets the bit where it installs a package, not in a workspace that is linked before it is built.
  const program = join(root, "lab/dist/cli.js");
  if (existsSync(program)) chmodSync(program, 0o755);
}

/** @param {string} name */
function isInstalled(name) {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
