/**
 * Runs the types and the unit tests on every release of cdktf and constructs that the library supports: `npm run test:releases`,
 * on demand; `npm run test:releases -- cdktn` runs those of which the name has that text. Each has a copy of the repository under
 * build/, in which npm puts the release in the place of the locked one.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "build", "releases");

/** The lowest and the highest that package.json allows. cdktn takes part of the range of constructs. */
const releases = [
  { name: "cdktf 0.21.0, constructs 10.4.2", packages: ["cdktf@0.21.0", "constructs@10.4.2"] },
  { name: "cdktf 0.21.0, constructs 10.8.1", packages: ["cdktf@0.21.0", "constructs@10.8.1"] },
  { name: "cdktn 0.24.0, constructs 10.7.2", packages: ["cdktf@npm:cdktn@0.24.0", "constructs@10.7.2"] },
];

const wanted = process.argv[2] ?? "";
const chosen = releases.filter(({ name }) => name.includes(wanted));
if (chosen.length === 0) {
  throw new Error(
    `No release is called ${JSON.stringify(wanted)}: ${releases.map(({ name }) => name).join("; ")}.`,
  );
}
const results = chosen.map(({ name, packages }) => {
  console.log(`\n== ${name}`);
  const copy = join(folder, name.replaceAll(/\W+/g, "-"));
  copyRepository(copy);
  const run = (command, ...args) => spawnSync(command, args, { cwd: copy, stdio: "inherit" }).status === 0;
  const passed =
    run("npm", "ci") &&
    // The peers of the bindings name cdktf 0.21, and are met by cdktn all the same.
    run("npm", "install", "--no-save", "--legacy-peer-deps", ...packages) &&
    run("npm", "run", "typecheck") &&
    // What the tarball of the locked release is like, the usual tests say.
    run("npx", "jest", "--testPathIgnorePatterns", "/packaging/", "\\.lab\\.test\\.ts$");
  return { name, passed };
});
console.log("");
for (const { name, passed } of results) console.log(`${passed ? "passed" : "FAILED"}  ${name}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

/** The files that git knows, as they are now. */
function copyRepository(into) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "")) {
    cpSync(join(root, file), join(into, file), { recursive: true, verbatimSymlinks: true });
  }
}
