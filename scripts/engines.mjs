/**
 * Runs the lab's loop on every engine that it supports: `npm run test:engines`, on demand.
 *
 * Terraform and OpenTofu are built with Go where they are not there yet; the first run takes some minutes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "build", "engines");

/** OpenTofu relies on its own fork of the language, which `go install` would not take. */
const OPENTOFU_MODULE = `module engine

go 1.24

tool github.com/opentofu/opentofu/cmd/tofu

require github.com/opentofu/opentofu v1.10.6

replace github.com/hashicorp/hcl/v2 => github.com/opentofu/hcl/v2 v2.20.2-0.20250121132637-504036cd70e7
`;

const engines = [
  { name: "terraform 1.5.7", binary: () => built("terraform-1.5.7", "terraform", installTerraform) },
  { name: "terraform on the PATH", binary: () => "terraform" },
  { name: "OpenTofu 1.10.6", binary: () => built("opentofu-1.10.6", "tofu", buildOpenTofu) },
];

const tests = ["test/lab/examples", "test/lab/faults", "lab/test/binary/stack"];

const results = engines.map(({ name, binary }) => {
  const path = binary();
  console.log(`\n== ${name}: ${path}`);
  const { status } = spawnSync("npx", ["jest", "--config", "jest.lab.config.js", ...tests], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TERRAFORM_BINARY_NAME: path },
  });
  return { name, passed: status === 0 };
});
console.log("");
for (const { name, passed } of results) console.log(`${passed ? "passed" : "FAILED"}  ${name}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

/**
 * @param {string} name
 * @param {string} program
 * @param {(target: string) => void} build
 */
function built(name, program, build) {
  const target = join(folder, name);
  const path = join(target, program);
  if (!existsSync(path)) {
    mkdirSync(target, { recursive: true });
    console.log(`Building ${name} with Go ...`);
    build(target);
  }
  return path;
}

/** @param {string} target */
function installTerraform(target) {
  const env = { ...process.env, GOBIN: target, GOFLAGS: "-mod=mod" };
  execFileSync("go", ["install", "github.com/hashicorp/terraform@v1.5.7"], { env, stdio: "inherit" });
}

/** @param {string} target */
function buildOpenTofu(target) {
  writeFileSync(join(target, "go.mod"), OPENTOFU_MODULE);
  const options = { cwd: target, stdio: /** @type {const} */ ("inherit") };
  execFileSync("go", ["mod", "tidy"], options);
  execFileSync("go", ["build", "-o", join(target, "tofu"), "github.com/opentofu/opentofu/cmd/tofu"], options);
}
