import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createAccount } from "cdktf-ack-lab";

const run = promisify(execFile);

const repository = resolve(__dirname, "../..");
/** Over 400 MB, which nobody else needs: in a folder of its own, and kept from one run to the next. */
const cli = join(repository, "build", "cdktf-cli");
const cdktf = join(cli, "node_modules", ".bin", "cdktf");
const lab = join(repository, "lab", "dist", "cli.js");

let project: string;

beforeAll(async () => {
  if (!existsSync(cdktf)) {
    mkdirSync(cli, { recursive: true });
    writeFileSync(join(cli, "package.json"), JSON.stringify({ private: true }));
    await run("npm", ["install", "--no-audit", "--no-fund", "cdktf-cli@0.21"], { cwd: cli });
  }
  project = mkdtempSync(join(tmpdir(), "ack-project-"));
  writeFileSync(
    join(project, "cdktf.json"),
    JSON.stringify({
      language: "typescript",
      app: `node ${join(repository, "build", "examples", "main.js")}`,
      projectId: "5b3f3c1e-6d0e-4a53-9a5e-0d7c2f6f8a11",
      sendCrashReports: "false",
      terraformProviders: [],
      terraformModules: [],
    }),
  );
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs cdktf in the project, in the lab. */
async function inLab(options: readonly string[], args: readonly string[]): Promise<Finished> {
  const command = [lab, ...options, "--", cdktf, ...args];
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1" };
  try {
    const { stdout, stderr } = await run(process.execPath, command, { cwd: project, env });
    return { exitCode: 0, output: stdout + stderr };
  } catch (failure) {
    const { code, stdout = "", stderr = "" } = failure as { code: number; stdout?: string; stderr?: string };
    return { exitCode: code, output: stdout + stderr };
  }
}

const ALL = ["quick-start", "managed-terway", "managed-flannel", "production"];

test("cdktf deploys every example, plans nothing more, and leaves the project as it was", async () => {
  const account = join(project, "account.json");
  const deployed = await inLab(
    ["--account", account],
    ["deploy", ...ALL, "--auto-approve", "--skip-provider-lock"],
  );
  expect(deployed).toMatchObject({ exitCode: 0 });
  // cdktf loses the end of a long output, so the account is asked what there is.
  const clusters = createAccount({ file: account })
    .objects()
    .filter(({ type }) => type === "alicloud_cs_managed_kubernetes");
  expect(clusters.map(({ values }) => values["name"]).sort()).toEqual([
    "shop",
    "shop-prod",
    "tf-example",
    "tf-example-flannel",
  ]);

  const again = await inLab(["--account", account], ["diff", "quick-start", "--skip-provider-lock"]);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.output).toContain("No changes.");

  // Nothing that the next real command would take for its own.
  const left = readdirSync(project, { recursive: true, encoding: "utf8" });
  expect(left.filter((file) => /tfstate|\.terraform/.test(file) && !file.startsWith("account.json"))).toEqual(
    [],
  );
}, 240_000);

test("cdktf destroys what is not protected, and fails on what is", async () => {
  const account = join(project, "destroyed.json");
  const change = (command: string, stack: string): Promise<Finished> =>
    inLab(["--account", account], [command, stack, "--auto-approve", "--skip-provider-lock"]);
  await change("deploy", "managed-flannel");
  expect(await change("destroy", "managed-flannel")).toMatchObject({ exitCode: 0 });

  await change("deploy", "quick-start");
  // cdktf does not print why Terraform refuses to plan this, but it stops.
  expect(await change("destroy", "quick-start")).toMatchObject({ exitCode: 1 });
  const kept = await inLab(["--account", account], ["diff", "quick-start", "--skip-provider-lock"]);
  expect(kept.output).toContain("No changes.");
}, 240_000);

test("cdktf deploys a cluster before its workloads, and destroys no cluster that has some", async () => {
  const account = join(project, "workloads.json");
  const change = (command: string, ...stacks: readonly string[]): Promise<Finished> =>
    inLab(["--account", account], [command, ...stacks, "--auto-approve", "--skip-provider-lock"]);
  const inKubernetes = (): number =>
    createAccount({ file: account })
      .objects()
      .filter(({ type }) => type.startsWith("kubernetes_")).length;
  expect(await change("deploy", "workloads", "platform")).toMatchObject({ exitCode: 0 });
  expect(inKubernetes()).toBe(3);

  const alone = await change("destroy", "platform");
  expect(alone.exitCode).toBe(1);
  expect(alone.output).toContain("workloads");
  expect(inKubernetes()).toBe(3);

  // The cluster is protected; what is in it goes first all the same.
  expect(await change("destroy", "platform", "workloads")).toMatchObject({ exitCode: 1 });
  expect(inKubernetes()).toBe(0);
}, 240_000);

test("a fault fails the deploy, and the next one finishes it", async () => {
  const account = join(project, "faulty.json");
  const faults = join(project, "faults.json");
  writeFileSync(
    faults,
    JSON.stringify({ faults: [{ fault: "quota-exceeded", on: "create", type: "alicloud_vswitch" }] }),
  );
  const deploy = ["deploy", "managed-terway", "--auto-approve", "--skip-provider-lock"];
  const failed = await inLab(["--account", account, "--faults", faults], deploy);
  expect(failed.exitCode).toBe(1);
  expect(failed.output).toContain("QuotaExceeded");
  expect(await inLab(["--account", account, "--faults", faults], deploy)).toMatchObject({ exitCode: 0 });
}, 120_000);
