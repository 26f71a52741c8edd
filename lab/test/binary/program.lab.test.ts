import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { file, newFolder, removeFolders } from "../terraform/folder";
import { runProgram, type Ended, type Start } from "./program";

afterAll(removeFolders);

const configuration = {
  terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
  provider: { alicloud: { region: "cn-hangzhou" } },
  resource: {
    alicloud_vpc: { main: { vpc_name: "shop", cidr_block: "10.0.0.0/8" } },
    alicloud_vswitch: {
      main: { vpc_id: "${alicloud_vpc.main.id}", cidr_block: "10.1.0.0/16", zone_id: "cn-hangzhou-h" },
    },
  },
};

const slowVpc = JSON.stringify({
  faults: [{ fault: "slow", on: "create", type: "alicloud_vpc", seconds: 1 }],
});

describe("The program", () => {
  let stack: string;
  let temporary: string;
  let account: string;

  beforeEach(() => {
    stack = newFolder();
    temporary = newFolder();
    account = join(newFolder(), "account.json");
    file(stack, "main.tf.json", configuration);
  });

  function run(args: readonly string[], rest: Partial<Start> = {}): Promise<Ended> {
    return runProgram({ args, cwd: stack, temporary, ...rest });
  }

  /** The ids in the only state that the lab has kept. */
  function stateTypes(): string[] {
    const states = join(`${account}.states`, "states");
    const [name = ""] = readdirSync(states).filter((one) => one.endsWith(".tfstate"));
    const { resources } = JSON.parse(readFileSync(join(states, name), "utf8")) as {
      resources: { type: string }[];
    };
    return resources.map(({ type }) => type);
  }

  test("runs a script of several calls, which see one account and one state", async () => {
    const script = [
      "terraform plan -input=false -out plan",
      "terraform show -json plan >/dev/null",
      "terraform apply -input=false plan",
      "terraform plan -detailed-exitcode",
      "terraform destroy -auto-approve",
    ].join(" && ");
    const { exitCode, output } = await run(["--", "sh", "-c", script]);
    expect(output).toContain("No changes.");
    expect(output).toContain("Resources: 2 destroyed.");
    expect(exitCode).toBe(0);
    expect(readdirSync(stack)).toEqual(["main.tf.json"]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("keeps account and state for the next command", async () => {
    await run(["--account", account, "--", "terraform", "apply", "-auto-approve"]);
    const { exitCode } = await run(["--account", account, "--", "terraform", "plan", "-detailed-exitcode"]);
    expect(exitCode).toBe(0);
  });

  test("gives the exit code of a Terraform that fails", async () => {
    file(stack, "main.tf.json", {
      resource: { alicloud_vpc: { main: { nonsense: 1 } } },
      ...configuration.terraform,
    });
    const { exitCode } = await run(["--", "terraform", "plan"]);
    expect(exitCode).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "has Terraform finish and save what it is at on %s, and leaves nothing",
    async (signal) => {
      const args = ["--account", account, "--", "terraform", "apply", "-auto-approve", "-no-color"];
      const text = "alicloud_vpc.main: Creating...";
      const ended = await run(args, { env: { CDKTF_ACK_LAB_FAULTS: slowVpc }, signalAt: { text, signal } });
      expect(ended.exitCode).toBe(1);
      expect(ended.output).toContain("alicloud_vpc.main: Creation complete");
      expect(stateTypes()).toEqual(["alicloud_vpc"]);
      expect(readdirSync(temporary)).toEqual([]);
      const next = await run([
        "--account",
        account,
        "--",
        "terraform",
        "apply",
        "-auto-approve",
        "-no-color",
      ]);
      expect(next.output).toContain("Resources: 1 added, 0 changed, 0 destroyed.");
    },
  );

  test("attaches over tcp", async () => {
    const { exitCode, output } = await run([
      "--tcp",
      "--verbose",
      "--",
      "terraform",
      "apply",
      "-auto-approve",
    ]);
    expect(output).toContain('"Network":"tcp"');
    expect(exitCode).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("refuses HCL that would lead out of the rehearsal", async () => {
    file(stack, "backend.tf", 'terraform {\n  backend "oss" {\n    bucket = "real"\n  }\n}\n');
    const { exitCode, output } = await run(["--", "terraform", "init"]);
    expect(exitCode).toBe(1);
    expect(output).toContain("backend.tf has a backend, which would lead out of the rehearsal");
  });
});
