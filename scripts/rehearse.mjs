import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Lab, LabError } from "cdktf-ack-lab";

/**
 * Plans every stack that was synthesized, in the lab: with the real Terraform, and with no cloud account.
 *
 * Without Terraform it says so and ends well, for synthesis needs none.
 */
const stacks = "cdktf.out/stacks";
const lab = await Lab.start();
try {
  const { product, version } = await lab.terraform();
  console.log(`\nPlanned in the lab by ${product} ${version}:`);
  for (const name of readdirSync(stacks).sort()) {
    const { create, changes } = await lab.stack(join(stacks, name)).plan();
    const rest = changes.length - create.length;
    console.log(`  ${name}: ${create.length} to create${rest > 0 ? `, ${rest} other` : ""}`);
  }
} catch (failure) {
  if (!(failure instanceof LabError)) throw failure;
  console.log(`\nThe stacks were not planned: ${failure.message}`);
} finally {
  await lab.stop();
}
