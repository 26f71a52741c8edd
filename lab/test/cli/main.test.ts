import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import { join } from "node:path";
import { main } from "../../lib/cli/main";
import { file, newFolder, removeFolders } from "../terraform/folder";

afterAll(removeFolders);

describe("cdktf-ack-lab", () => {
  const { PATH, TERRAFORM_BINARY_NAME } = process.env;
  let said: string;
  let temporary: string;
  let folder: string;

  beforeEach(() => {
    said = "";
    folder = newFolder();
    temporary = newFolder();
    const program =
      '#!/bin/sh\n[ "$1" = version ] && echo "Terraform v1.11.4" && exit\necho "$PWD" >"$CALLED"\n';
    process.env["TERRAFORM_BINARY_NAME"] = file(newFolder(), "terraform", program, 0o755);
    // All that a lab leaves in the folder for temporary files is seen.
    jest.spyOn(os, "tmpdir").mockReturnValue(temporary);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    process.env["PATH"] = PATH;
    if (TERRAFORM_BINARY_NAME === undefined) delete process.env["TERRAFORM_BINARY_NAME"];
    else process.env["TERRAFORM_BINARY_NAME"] = TERRAFORM_BINARY_NAME;
  });

  function run(...argv: string[]): Promise<number> {
    const hear = (text: string): void => {
      said += text;
    };
    return main(argv, { out: hear, err: hear });
  }

  async function runSh(script: string, ...options: string[]): Promise<number> {
    return run(...options, "--", "sh", "-c", script);
  }

  test("gives the exit code of the command, and leaves nothing", async () => {
    expect(await runSh("exit 7")).toBe(7);
    expect(await runSh("exit 0")).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("gives the signal that ended the command as a shell does", async () => {
    expect(await runSh("kill -KILL $$")).toBe(137);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("has the providers attached", async () => {
    const seen = join(folder, "seen");
    await runSh(`echo "$TF_REATTACH_PROVIDERS" >'${seen}'`);
    expect(Object.keys(JSON.parse(readFileSync(seen, "utf8")) as object)).toEqual([
      "registry.terraform.io/aliyun/alicloud",
      "registry.terraform.io/hashicorp/alicloud",
      "registry.opentofu.org/aliyun/alicloud",
      "registry.opentofu.org/hashicorp/alicloud",
      "registry.terraform.io/hashicorp/kubernetes",
      "registry.opentofu.org/hashicorp/kubernetes",
    ]);
  });

  test.each(["terraform", "tofu", '"$TERRAFORM_BINARY_NAME"'])("has %s run in a mirror", async (name) => {
    file(folder, "cdk.tf.json", {});
    const called = join(folder, "called");
    expect(await runSh(`cd '${folder}' && CALLED='${called}' ${name} init`)).toBe(0);
    expect(readFileSync(called, "utf8")).toMatch(new RegExp(`^${temporary}/.*${folder}\n$`));
  });

  test("leaves no process of the command behind", async () => {
    const pid = join(folder, "pid");
    await runSh(`sleep 60 & echo $! >'${pid}'`);
    const isRunning = (): boolean => {
      try {
        return !/\) Z /.test(readFileSync(`/proc/${readFileSync(pid, "utf8").trim()}/stat`, "utf8"));
      } catch {
        return false;
      }
    };
    for (let tries = 0; tries < 100 && isRunning(); tries++)
      await new Promise((done) => setTimeout(done, 10));
    expect(isRunning()).toBe(false);
  });

  test("keeps an account in a file, and its states beside it", async () => {
    const account = join(folder, "account.json");
    expect(await runSh("exit 0", "--account", account)).toBe(0);
    expect(readdirSync(`${account}.states`)).toEqual(["states"]);
  });

  test("says which command is missing", async () => {
    expect(await run("--", "no-such-command")).toBe(1);
    expect(said).toBe('cdktf-ack-lab: the command "no-such-command" cannot be run: it is not there\n');
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says that Terraform is missing", async () => {
    delete process.env["TERRAFORM_BINARY_NAME"];
    process.env["PATH"] = folder;
    expect(await run("--", "true")).toBe(1);
    expect(said).toContain("neither terraform nor tofu is on the PATH");
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says that Terraform is too old", async () => {
    const old = file(folder, "terraform", "#!/bin/sh\necho Terraform v1.4.0\n", 0o755);
    expect(await runSh("exit 0", "--terraform", old)).toBe(1);
    expect(said).toContain("is Terraform 1.4.0; the lab needs 1.5.7 or later");
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says that the file of the account is corrupt, and leaves it as it is", async () => {
    const account = file(folder, "account.json", "{ broken");
    expect(await runSh("exit 0", "--account", account)).toBe(1);
    expect(said).toContain(`the account file ${account} is not JSON`);
    expect(readFileSync(account, "utf8")).toBe("{ broken");
    expect(existsSync(`${account}.states`)).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each([
    ['{"faults":[{"fault":"flood"}]}', 'unknown fault "flood"'],
    ["nonsense", "is not JSON"],
  ])("says what is wrong with faults: %s", async (content, why) => {
    const faults = file(folder, "faults.json", content);
    expect(await runSh("exit 0", "--faults", faults)).toBe(1);
    expect(said).toContain(why);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says that the file of faults is missing", async () => {
    expect(await runSh("exit 0", "--faults", join(folder, "none.json"))).toBe(1);
    expect(said).toContain("none.json cannot be read");
  });

  test("says that a port is in use", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    expect(await runSh("exit 0", "--tcp", String(port))).toBe(1);
    other.close();
    expect(said).toContain(`cannot listen on port ${port} of 127.0.0.1`);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says that another lab has the states", async () => {
    file(folder, "lab.lock", String(process.pid));
    expect(await runSh("exit 0", "--state", folder)).toBe(1);
    expect(said).toContain(`another lab (process ${process.pid}) works in ${folder}`);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says what it does when it is asked to", async () => {
    expect(await runSh("exit 0", "--verbose")).toBe(0);
    expect(said).toContain("terraform 1.11.4");
    expect(said).toContain("registry.terraform.io/aliyun/alicloud");
  });
});
