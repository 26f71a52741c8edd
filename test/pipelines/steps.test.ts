import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { AlicloudProvider, FlannelNetwork, Egress, LimitError, ProCluster } from "cdktf-ack";

const pipelines = join(__dirname, "../../examples/pipelines");
const script = join(pipelines, "steps.sh");
const workflows = readdirSync(join(pipelines, "github-actions")).sort();
const folder = mkdtempSync(join(tmpdir(), "pipeline-"));
afterAll(() => rmSync(folder, { recursive: true }));

const steps = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(script, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

/** An app of two stacks, of which the second needs the first, in the folder of the pipeline. */
function synthesize(outdir: string, podCidr = "172.20.0.0/16", name = "shop"): void {
  mkdirSync(join(folder, outdir), { recursive: true });
  const app = new App({ outdir: join(folder, outdir), context: { "cdktf-ack": { sarif: true } } });
  const platform = new TerraformStack(app, "platform");
  const workloads = new TerraformStack(app, "above");
  for (const stack of [platform, workloads]) {
    new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });
  }
  const network = FlannelNetwork.inNewVpc(platform, "network", {
    cidr: "10.0.0.0/16",
    zones: ["cn-hangzhou-h"],
    podCidr,
    egress: Egress.existing(),
  });
  const { clusterId } = new ProCluster(platform, "cluster", { name, network });
  new TerraformOutput(workloads, "cluster", { value: clusterId });
  app.synth();
}

test("stacks come in the order in which they need each other", () => {
  synthesize("cdktf.out");
  expect(steps(["order"])).toMatchObject({ status: 0, stdout: "platform\nabove\n" });
});

test("a change that replaces a cluster fails the comparison, and none does not", () => {
  synthesize("before/cdktf.out");
  synthesize("cdktf.out");
  // What the guard says of the stacks is tested with the guard; here it is that each is asked about, and its answer counts.
  const env = { CDKTF_ACK: join(folder, "cdktf-ack") };
  writeFileSync(
    env.CDKTF_ACK,
    '#!/bin/sh\necho "$1 $2"\nif cmp -s "$3" "$4"; then exit 0; else exit 2; fi\n',
    { mode: 0o755 },
  );
  const before = join(folder, "before/cdktf.out");
  expect(steps(["compare", before], env)).toMatchObject({
    status: 0,
    stdout: "guard --before\nguard --before\n",
  });
  synthesize("cdktf.out", "172.24.0.0/16");
  expect(steps(["compare", before], env).status).toBe(2);
  rmSync(join(before, "stacks/platform"), { recursive: true });
  expect(steps(["compare", before], env)).toMatchObject({ status: 0, stdout: "guard --before\n" });
});

test("synthesis is the command of the project, and its failure that of the step", () => {
  expect(steps(["synth"], { SYNTH: "echo synthesized" })).toMatchObject({
    status: 0,
    stdout: "synthesized\n",
  });
  expect(steps(["synth"], { SYNTH: "false" }).status).toBe(1);
});

test("a broken limit leaves SARIF to upload", () => {
  expect(() => synthesize("broken", undefined, "-shop")).toThrow(LimitError);
  expect(readFileSync(join(folder, "broken/limits.sarif"), "utf8")).toContain('"level": "error"');
});

/** A program that notes how it is called, in which folder of the stacks. */
function recorder(): string {
  const file = join(folder, "terraform");
  const lines = [
    "#!/bin/sh",
    `echo "$(basename "$PWD") $*" >> ${join(folder, "calls")}`,
    'if [ "$1" = show ]; then echo "{}"; fi',
    'case "$*" in *detailed-exitcode*) exit "${DRIFT:-0}";; esac',
  ];
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o755 });
  rmSync(join(folder, "calls"), { force: true });
  return file;
}

const calls = () => readFileSync(join(folder, "calls"), "utf8").trim().split("\n");

test("the plan that is applied is the one that the guard has judged", () => {
  synthesize("cdktf.out");
  const env = { TERRAFORM: recorder(), CDKTF_ACK: "true" };
  expect(steps(["plan", "platform"], env).status).toBe(0);
  expect(steps(["deploy", "platform"], env).status).toBe(0);
  expect(calls()).toEqual([
    "platform init -input=false",
    "platform plan -input=false -out tfplan",
    "platform show -json tfplan",
    "platform apply -input=false tfplan",
  ]);
});

test("a plan that the guard refuses ends the step", () => {
  const env = { TERRAFORM: recorder(), CDKTF_ACK: "false" };
  expect(steps(["plan", "platform"], env).status).toBe(1);
});

test("drift fails with the exit code of a plan that has changes", () => {
  const env = { TERRAFORM: recorder() };
  expect(steps(["drift", "platform"], env).status).toBe(0);
  expect(steps(["drift", "platform"], { ...env, DRIFT: "2" }).status).toBe(2);
});

test("a rehearsal deploys all stacks in their order, and ends at the first that is not stable", () => {
  const lab = join(folder, "lab");
  writeFileSync(lab, '#!/bin/sh\nshift 3\n"$@"\n', { mode: 0o755 });
  const env = { TERRAFORM: recorder(), CDKTF_ACK_LAB: lab };
  expect(steps(["rehearse"], env).status).toBe(0);
  expect(calls().map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual([
    "platform init",
    "platform apply",
    "platform plan",
    "above init",
    "above apply",
    "above plan",
  ]);
  recorder();
  expect(steps(["rehearse"], { ...env, DRIFT: "2" }).status).toBe(2);
  expect(calls()).toHaveLength(3);
});

test("a wrong call says what there is", () => {
  expect(steps([])).toMatchObject({ status: 1, stdout: "" });
  expect(steps([]).stderr).toContain("steps.sh drift <stack>");
  expect(steps(["plan"]).stderr).toContain("plan needs an argument");
});

test.each(workflows)("%s calls steps that there are, and takes credentials last", (file) => {
  const text = readFileSync(join(pipelines, "github-actions", file), "utf8");
  const called = [...text.matchAll(/pipeline\/steps\.sh (\w+)/g)].map(([, step]) => step);
  expect(called).toContain("synth");
  const known = [...readFileSync(script, "utf8").matchAll(/^# {3}steps\.sh (\w+)/gm)].map(([, step]) => step);
  expect(known).toEqual(expect.arrayContaining(called));
  const credentials = text.indexOf("configure-aliyun-credentials-action");
  expect(credentials === -1).toBe(file === "pull-request.yml");
  expect(text.includes("id-token: write")).toBe(credentials !== -1);
  if (credentials !== -1) {
    expect(credentials).toBeGreaterThan(text.indexOf("steps.sh synth"));
    expect(text).not.toMatch(/access.?key/i);
  }
});
