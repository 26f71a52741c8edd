import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Lab, LabError } from "cdktf-ack-lab";

/**
 * Plans every stack that was synthesized, in the lab: with the real Terraform, and with no cloud account. A stack that others are
 * made of is applied as well, so that they find it.
 *
 * Without Terraform it says so and ends well, for synthesis needs none.
 */
const stacks = "cdktf.out/stacks";
/** @type {{ stacks: Record<string, { dependencies: string[] }> }} */
const manifest = JSON.parse(readFileSync("cdktf.out/manifest.json", "utf8"));
const needsOf = (/** @type {string} */ name) => manifest.stacks[name]?.dependencies ?? [];
const needed = new Set(Object.keys(manifest.stacks).flatMap(needsOf));
// For the examples with passwords, unless there is a real one.
process.env["TF_VAR_login_password"] ??= "Rehearsed-1";
const lab = await Lab.start();
try {
  const { product, version } = await lab.terraform();
  console.log(`\nPlanned in the lab by ${product} ${version}:`);
  const names = readdirSync(stacks).sort();
  /** @param {string} name */
  const depth = (name) => Math.max(0, ...needsOf(name).map((one) => 1 + depth(one)));
  for (const name of names.sort((one, other) => depth(one) - depth(other))) {
    const stack = lab.stack(join(stacks, name));
    const plan = await stack.plan();
    const { create, changes } = plan;
    const rest = changes.length - create.length;
    console.log(`  ${name}: ${create.length} to create${rest > 0 ? `, ${rest} other` : ""}`);
    if (needed.has(name)) await stack.apply({ plan });
  }
} catch (failure) {
  if (!(failure instanceof LabError)) throw failure;
  console.log(`\nThe stacks were not planned: ${failure.message}`);
} finally {
  await lab.stop();
}
