import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import { CLUSTER, destruction, entry, plan, POOL, replacingPlan, update } from "./support";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: object | string | Buffer): string {
  const path = join(folder, name);
  const isText = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

async function cdktfAck(args: readonly string[], stdin = "") {
  let out = "";
  let error = "";
  const exitCode = await run(args, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    readStdin: () => Buffer.from(stdin),
  });
  return { exitCode, out, error };
}

const warningPlan = plan(entry(destruction("alicloud_vswitch")));
const notePlan = plan(entry(update(CLUSTER, {}, { custom_san: "api.example.com" })));

describe("the exit code", () => {
  test.each<[string, object, readonly string[], number]>([
    ["a clean plan", plan(), [], 0],
    ["notes", notePlan, ["--fail-on", "warning"], 0],
    ["warnings", warningPlan, [], 0],
    ["warnings that count", warningPlan, ["--fail-on", "warning"], 2],
    ["errors", replacingPlan(), [], 2],
  ])("of %s", async (_, json, args, exitCode) => {
    const result = await cdktfAck(["guard", file("plan.json", json), ...args]);
    expect(result).toMatchObject({ exitCode, error: "" });
  });

  test.each<[string, readonly string[]]>([
    ["no command", []],
    ["an unknown command", ["gurad"]],
    ["no file", ["guard"]],
    ["an unknown option", ["guard", "plan.json", "--yes"]],
    ["a severity that is none", ["guard", "plan.json", "--fail-on", "note"]],
    ["a day that is none", ["guard", "plan.json", "--today", "2026-13-01"]],
    ["a file that is not there", ["guard", "/nowhere/plan.json"]],
    ["standard input twice", ["guard", "-", "-"]],
    ["two reports on standard output", ["guard", "-", "--json", "--sarif", "-"]],
  ])("of %s is 1, with a message", async (_, args) => {
    const { exitCode, out, error } = await cdktfAck(args, JSON.stringify(plan()));
    expect(exitCode).toBe(1);
    expect(out).toBe("");
    expect(error).not.toBe("");
  });

  test.each([[["--help"]], [["guard", "--help"]]])("of %j is 0", async (args) => {
    const { exitCode, out } = await cdktfAck(args);
    expect(exitCode).toBe(0);
    expect(out).toContain("guard");
  });
});

test("the help names the exit codes and shows how to make a plan", async () => {
  const { out } = await cdktfAck(["guard", "--help"]);
  expect(out).toContain("terraform show -json tfplan > plan.json");
  expect(out).toMatch(/^ {2}2 {2}something found that is not allowed$/m);
});

test("a plan that cannot be read says what it is and how to make one", async () => {
  const path = file("plan.json", { format_version: "1.0", values: {} });
  expect((await cdktfAck(["guard", path])).error).toBe(
    [
      `error: cannot use ${path}`,
      "    got    a state",
      "    want   the JSON of a plan",
      "    fix    terraform plan -out tfplan && terraform show -json tfplan > plan.json",
      "",
    ].join("\n"),
  );
});

describe("input", () => {
  test("comes from standard input", async () => {
    const { exitCode, out } = await cdktfAck(["guard", "-"], JSON.stringify(replacingPlan()));
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^standard input: 2 errors in 2 resources\n\n {2}error {2}cluster-replaced/);
  });

  test("comes from several files", async () => {
    const files = [file("a.json", plan()), file("b.json", warningPlan)];
    const { out } = await cdktfAck(["guard", ...files]);
    expect(out).toContain(
      `${files[0]}: nothing to say in 0 resources\n\n${files[1]}: 1 warning in 1 resource`,
    );
  });

  test("may be what PowerShell writes", async () => {
    const text = JSON.stringify(plan());
    const utf16 = file("a.json", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    const marked = file("b.json", `\ufeff${text}`);
    expect((await cdktfAck(["guard", utf16, marked])).exitCode).toBe(0);
  });
});

describe("allowances", () => {
  const allowances = [{ address: "*", change: "replace", reason: "planned", until: "2026-12-31" }];
  const ofStack = {
    "//": { metadata: { "cdktf-ack": { guard: { version: 1, allowances } } } },
    terraform: {},
  };

  test("come from the cdk.tf.json beside the plan", async () => {
    file("cdk.tf.json", ofStack);
    const { exitCode, out } = await cdktfAck(["guard", file("plan.json", replacingPlan())]);
    expect(exitCode).toBe(0);
    expect(out).toContain("allowed:\n  cluster-replaced");
  });

  test("come from the file that is named", async () => {
    const args = ["guard", "-", "--allowances", file("guard.json", { version: 1, allowances })];
    expect((await cdktfAck(args, JSON.stringify(replacingPlan()))).exitCode).toBe(0);
    const ended = await cdktfAck([...args, "--today", "2027-01-01"], JSON.stringify(replacingPlan()));
    expect(ended.exitCode).toBe(2);
    expect(ended.out).toContain("allowances that have ended:\n  replace   *: planned (until 2026-12-31)");
  });

  test("that cannot be read are an error", async () => {
    const wrong = file("guard.json", { version: 1, allowances: [{ address: "*", change: "replace" }] });
    const { exitCode, error } = await cdktfAck(["guard", file("plan.json", plan()), "--allowances", wrong]);
    expect(exitCode).toBe(1);
    expect(error).toContain("an allowance to replace * without a reason");
  });
});

describe("output", () => {
  test("as JSON has the report of each file", async () => {
    const path = file("plan.json", replacingPlan());
    const { out } = await cdktfAck(["guard", path, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      reports: [
        {
          file: path,
          resources: 2,
          findings: [{ rule: "cluster-replaced" }, { rule: "node-pool-replaced" }],
        },
      ],
    });
  });

  test("as SARIF goes into a file, or instead of the text", async () => {
    const path = file("plan.json", replacingPlan());
    const sarif = join(folder, "guard.sarif");
    const written = await cdktfAck(["guard", path, "--sarif", sarif]);
    expect(written.out).toContain("2 errors");
    const printed = await cdktfAck(["guard", path, "--sarif", "-"]);
    expect(JSON.parse(printed.out)).toEqual(JSON.parse(readFileSync(sarif, "utf8")));
  });

  test("never overwrites what is read", async () => {
    const path = file("plan.json", replacingPlan());
    const { exitCode, error } = await cdktfAck(["guard", path, "--sarif", path]);
    expect(exitCode).toBe(1);
    expect(error).toContain("which is also read");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(replacingPlan());
  });

  test("into a folder that is not there is an error", async () => {
    const { exitCode, error } = await cdktfAck([
      "guard",
      file("plan.json", plan()),
      "--sarif",
      join(folder, "no", "a.sarif"),
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain("cannot write");
  });
});

describe("--before", () => {
  const document = (podCidr: string) => ({
    terraform: {},
    resource: {
      [CLUSTER]: { c: { pod_cidr: podCidr } },
      [POOL]: { p: { cluster_id: `\${${CLUSTER}.c.id}` } },
    },
  });

  test("compares synthesized stacks", async () => {
    const args = [
      "guard",
      "--before",
      file("a.json", document("172.20.0.0/16")),
      file("b.json", document("172.24.0.0/16")),
    ];
    const { exitCode, out } = await cdktfAck(args);
    expect(exitCode).toBe(2);
    expect(out).toContain("2 errors in 2 resources");
  });

  test("wants stacks, not plans", async () => {
    const { exitCode, error } = await cdktfAck([
      "guard",
      "--before",
      file("a.json", plan()),
      file("b.json", plan()),
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain("text that is no synthesized stack");
  });
});
