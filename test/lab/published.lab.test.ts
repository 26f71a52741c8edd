import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App, TerraformStack } from "cdktf";
import { HandMadeRoles } from "../examples/stacks/hand-made-roles";
import { Permissions } from "../examples/stacks/permissions";
import { PoolKinds } from "../examples/stacks/pool-kinds";
import { Priorities } from "../examples/stacks/priorities";
import { ThreePools } from "../examples/stacks/three-pools";
import { applied, inLab, released, synthesized, version } from "./support";

/** Published configurations, as the library has them; test/examples compares them argument by argument. */
const stacks: Readonly<Record<string, (app: App) => TerraformStack>> = {
  "hand-made-roles": (app) => new HandMadeRoles(app, "stack"),
  permissions: (app) => new Permissions(app, "stack"),
  "pool-kinds": (app) => new PoolKinds(app, "stack"),
  priorities: (app) => new Priorities(app, "stack"),
  "three-pools": (app) => new ThreePools(app, "stack"),
};

test.each(Object.entries(stacks))("%s deploys, plans nothing more, and can be destroyed", (_, build) => {
  const json = synthesized(build);
  return inLab(async (lab) => {
    withHome(lab.folder);
    await applied(version(lab, json));
    await applied(version(lab, released(json)));
    await version(lab, released(json)).destroy();
    const kept = lab.account.objects().filter(({ type }) => type !== "alicloud_log_project");
    expect(kept).toEqual([]);
  });
});

/** Some read the public key of whoever runs Terraform. */
function withHome(folder: string): void {
  mkdirSync(join(folder, ".ssh"), { recursive: true });
  writeFileSync(
    join(folder, ".ssh", "id_rsa.pub"),
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJd ops@example.com\n",
  );
  process.env["HOME"] = folder;
}
