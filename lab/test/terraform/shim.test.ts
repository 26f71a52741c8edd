import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Gate, RehearsalFolder, scriptFor } from "../../lib/terraform";
import { execute } from "../../lib/terraform/run";
import { file, newFolder, removeFolders } from "./folder";

afterAll(removeFolders);

describe("A call of terraform in the lab", () => {
  let stack: string;
  let rehearsal: RehearsalFolder;
  let mirror: string;
  let binary: string;

  beforeEach(() => {
    stack = newFolder();
    file(stack, "cdk.tf.json", {});
    rehearsal = new RehearsalFolder(newFolder());
    mirror = rehearsal.shadowOf(stack);
    // In place of Terraform: tells where and how it was called.
    binary = file(
      newFolder(),
      "terraform",
      '#!/bin/sh\necho "$PWD: $*" >>"$CALLS"\nexit "${EXIT:-0}"\n',
      0o755,
    );
  });

  function script(...args: string[]): string {
    return scriptFor({ cwd: stack, args }, { binary, attachment: '{"a":"it\'s"}', rehearsal });
  }

  /** Runs what the shell is told to, and gives the calls of Terraform. */
  function calls(
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): { status: number | null; calls: string[] } {
    const CALLS = join(newFolder(), "calls");
    const { status } = spawnSync("sh", ["-c", script(...args)], { cwd: stack, env: { CALLS, ...env } });
    const made = existsSync(CALLS) ? readFileSync(CALLS, "utf8").trim().split("\n") : [];
    return { status, calls: made };
  }

  test("runs in the mirror of its folder, which is initialized first", () => {
    expect(calls(["plan", "-input=false"]).calls).toEqual([
      `${mirror}: init -input=false`,
      `${mirror}: plan -input=false`,
    ]);
    expect(calls(["plan"]).calls).toEqual([`${mirror}: plan`]);
  });

  test("gives the exit code of Terraform", () => {
    calls(["init"]);
    expect(calls(["plan", "-detailed-exitcode"], { EXIT: "2" }).status).toBe(2);
  });

  test("stops when it cannot be initialized, and tries again the next time", () => {
    expect(calls(["plan"], { EXIT: "1" })).toEqual({ status: 1, calls: [`${mirror}: init -input=false`] });
    expect(calls(["plan"]).calls).toHaveLength(2);
  });

  test("says what the lab does not stand in for when it cannot be initialized", () => {
    for (const args of [["init"], ["plan"]]) {
      const env = { CALLS: "/dev/null", EXIT: "3" };
      const { status, stderr } = spawnSync("sh", ["-c", script(...args)], { cwd: stack, env });
      expect(stderr.toString()).toContain("for no other provider");
      expect(status).toBe(args[0] === "init" ? 3 : 1);
      rmSync(mirror, { recursive: true });
    }
  });

  test("reaches the providers of the lab, whatever the environment says", () => {
    expect(script("plan")).toContain(`export TF_REATTACH_PROVIDERS='{"a":"it'\\''s"}'`);
    expect(script("plan")).toContain("unset TF_DATA_DIR");
  });

  test("finds the stack that -chdir names", () => {
    const folder = newFolder();
    const text = scriptFor(
      { cwd: folder, args: [`-chdir=${stack}`, "plan"] },
      { binary, attachment: "", rehearsal },
    );
    expect(text).toContain(`cd '${mirror}'`);
    expect(text).toContain(`exec '${binary}' 'plan'`);
  });

  test.each(["version -json", "-help", "fmt -check"])(
    "runs where it is when it knows no state: %s",
    (line) => {
      expect(calls(line.split(" ")).calls).toEqual([`${stack}: ${line}`]);
      expect(existsSync(mirror)).toBe(false);
    },
  );

  test("locks no providers, which cdktf asks for", () => {
    expect(calls(["providers", "lock", "-platform=linux_amd64"])).toEqual({ status: 0, calls: [] });
  });

  test("drops the settings of the real backend", () => {
    const given = ["init", "-backend-config=bucket=real", "-backend-config", "real.hcl", "-upgrade"];
    expect(calls(given).calls).toEqual([`${mirror}: init -upgrade`]);
  });

  test("writes its plan into the mirror, and never over a file of the stack", () => {
    const real = file(stack, "plan", "real");
    script("plan", "-out", "plan");
    expect(existsSync(join(mirror, "plan"))).toBe(false);
    script("plan", "-out", "other");
    expect(readFileSync(real, "utf8")).toBe("real");
  });

  test("finds by its full path in the stack what is in the mirror", () => {
    calls(["init"]);
    const given = ["apply", `-var-file=${stack}/a.tfvars`, join(stack, "plan")];
    expect(calls(given).calls).toEqual([`${mirror}: apply -var-file=${mirror}/a.tfvars ${mirror}/plan`]);
  });

  test("writes generated configuration where the user looks for it", () => {
    calls(["init"]);
    const given = ["plan", "-generate-config-out=new.tf"];
    expect(calls(given).calls).toEqual([`${mirror}: plan -generate-config-out=${stack}/new.tf`]);
  });

  test.each([
    ["-state=/elsewhere/terraform.tfstate"],
    ["-state-out=../../../../../../../../../../../../x.tfstate"],
    ["-backup=/tmp/x"],
  ])("is refused a state outside of the lab: %s", (option) => {
    expect(() => script("apply", option)).toThrow("outside of the stack");
  });

  test("is refused a state that a link leads to", () => {
    mkdirSync(join(stack, "states"));
    expect(() => script("apply", "-state=states/prod.tfstate")).toThrow("outside of the stack");
    expect(() => script("apply", "-state=prod.tfstate", "-backup=-")).not.toThrow();
  });
});

describe("The gate", () => {
  test.each(["unix", "tcp"] as const)(
    "has each call of terraform and tofu answered, over %s",
    async (transport) => {
      const folder = newFolder();
      const gate = await Gate.open({
        folder,
        transport,
        answer: async ({ cwd, args }) => `echo '${cwd} ${args.join(",")}'; exit 3`,
      });
      for (const name of ["terraform", "tofu"]) {
        const called = await execute({
          file: join(gate.bin, name),
          args: ["a b", "$c"],
          cwd: folder,
          env: process.env,
        });
        expect(called).toEqual({ exitCode: 3, stdout: `${folder} a b,$c\n`, stderr: "" });
      }
      gate.close();
    },
  );

  test("tells the caller why there is no answer", async () => {
    const folder = newFolder();
    const gate = await Gate.open({
      folder,
      transport: "unix",
      answer: async () => Promise.reject(new Error("it's so")),
    });
    const called = await execute({
      file: join(gate.bin, "terraform"),
      args: ["plan"],
      cwd: folder,
      env: process.env,
    });
    expect(called.exitCode).toBe(1);
    expect(called.stderr).toContain("it's so");
    gate.close();
  });

  test("tells the caller when the lab is gone", async () => {
    const folder = newFolder();
    const gate = await Gate.open({ folder, transport: "unix", answer: async () => "exit 0" });
    gate.close();
    const called = await execute({
      file: join(gate.bin, "terraform"),
      args: ["plan"],
      cwd: folder,
      env: process.env,
    });
    expect(called).toMatchObject({ exitCode: 1, stderr: "cdktf-ack-lab: the lab is not running any more\n" });
  });
});
