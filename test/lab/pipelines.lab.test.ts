import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, OssBackend, TerraformStack } from "cdktf";
import { AlicloudProvider, Egress, TerwayNetwork, Vpc } from "cdktf-ack";

const repository = join(__dirname, "../..");

/** Two stacks with their states in OSS, of which the second is in the VPC of the first. */
function synthesize(outdir: string): void {
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir });
  const stack = (id: string) => {
    const made = new TerraformStack(app, id);
    new AlicloudProvider(made, "alicloud", { region: "cn-hangzhou" });
    new OssBackend(made, {
      bucket: "states",
      key: `${id}.tfstate`,
      tablestoreEndpoint: "https://locks.cn-hangzhou.ots.aliyuncs.com",
      tablestoreTable: "terraform_locks",
    });
    return made;
  };
  const vpc = new Vpc(stack("platform"), "vpc", { cidr: "10.0.0.0/16" });
  const zones = ["cn-hangzhou-h"];
  new TerwayNetwork(stack("above"), "network", { vpc, zones, egress: Egress.byAck() });
  app.synth();
}

test("the rehearsal of a pipeline deploys every stack in its order, and finds each stable", () => {
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
  try {
    synthesize(join(folder, "cdktf.out"));
    const cli = join(folder, "cdktf-ack-lab");
    writeFileSync(cli, `#!/bin/sh\nexec node ${join(repository, "lab/dist/cli.js")} "$@"\n`, { mode: 0o755 });
    const { status, stdout } = spawnSync(join(repository, "examples/pipelines/steps.sh"), ["rehearse"], {
      cwd: folder,
      env: { ...process.env, CDKTF_ACK_LAB: cli },
      encoding: "utf8",
    });
    expect(stdout.match(/^rehearse .*$|No changes\./gm)).toEqual([
      "rehearse platform",
      "No changes.",
      "rehearse above",
      "No changes.",
    ]);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "cdktf.out/stacks/above/cdk.tf.json"), "utf8")).toContain('"oss"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
