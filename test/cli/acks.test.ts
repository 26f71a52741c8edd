import * as fs from "node:fs";
import * as path from "node:path";
import { App, TerraformStack } from "cdktf";
import { Guard } from "cdktf-ack/guard";
import { cli, newFolder, removeFolders } from "./support";

afterAll(removeFolders);

const violation = {
  kind: "advice",
  got: "one",
  want: "two",
  statement: "There should be two.",
  source: { title: "A manual" },
};

function reportIn(folder: string): string {
  const file = path.join(folder, "limits.json");
  const report = {
    version: 1,
    acknowledged: [
      { ...violation, id: "two-zones", path: "shop/b", reason: "a test", until: "2026-06-30" },
      { ...violation, id: "two-zones", path: "shop/a", reason: "a test", until: "2026-06-30" },
      { ...violation, id: "no-end", path: "shop", reason: "for good" },
    ],
    turnedIntoWarnings: [
      { ...violation, id: "old-manual", path: "shop", reason: "ticket", until: "2026-07-20" },
    ],
    unusedAcknowledgements: [{ id: "forgotten", path: "", reason: "once" }],
  };
  fs.writeFileSync(file, JSON.stringify(report));
  return file;
}

/** An app whose stack allows a replacement, with the report of the limits beside. */
function synthesized(): string {
  const outdir = newFolder();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "shop");
  Guard.allow(stack, { change: "replace", reason: "moves", until: "2026-07-02" });
  app.synth();
  reportIn(outdir);
  return outdir;
}

describe("cdktf-ack acks", () => {
  test("fails when something has expired, and tells that first", async () => {
    const { exitCode, out } = await cli("acks", reportIn(newFolder()), "--today", "2026-07-01");
    expect(exitCode).toBe(2);
    expect(out).toBe(
      [
        "expired: advice two-zones",
        "    at      shop/a, shop/b",
        "    reason  a test",
        "    until   2026-06-30",
        "",
        "ends soon: limit old-manual",
        "    at      shop",
        "    reason  ticket",
        "    until   2026-07-20",
        "",
        "excuses nothing: acknowledgement forgotten",
        "    at      the app",
        "    reason  once",
        "    until   it can be removed",
        "",
        "holds: advice no-end",
        "    at      shop",
        "    reason  for good",
        "    until   no end",
        "",
        "2026-07-01: 1 expired, 1 ends soon, 1 excuses nothing, 1 holds",
        "",
      ].join("\n"),
    );
  });

  test("holds on the last day", async () => {
    const { exitCode, out } = await cli("acks", reportIn(newFolder()), "--today", "2026-06-30");
    expect(exitCode).toBe(0);
    expect(out).toContain("ends soon: advice two-zones");
  });

  test("is told how many days soon is", async () => {
    const file = reportIn(newFolder());
    const { out } = await cli("acks", file, "--today", "2026-07-01", "--soon", "18");
    expect(out).toContain("holds: limit old-manual");
  });

  test("reads the report and all stacks of an output of cdktf", async () => {
    const folder = synthesized();
    const { exitCode, out } = await cli("acks", folder, "--today", "2026-07-03", "--json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      today: "2026-07-03",
      soon: 30,
      acknowledgements: [
        { state: "expired", what: "advice", id: "two-zones" },
        {
          state: "expired",
          what: "allowance",
          id: "replace",
          at: ["*"],
          until: "2026-07-02",
          file: path.join(folder, "stacks/shop/cdk.tf.json"),
        },
        { state: "ends-soon", id: "old-manual" },
        { state: "unused", id: "forgotten" },
        { state: "holds", id: "no-end" },
      ],
    });
  });

  test("has nothing to say of a stack that excuses nothing", async () => {
    const outdir = newFolder();
    const app = new App({ outdir });
    new TerraformStack(app, "plain");
    app.synth();
    const { exitCode, out } = await cli("acks", outdir, "--today", "2026-07-03");
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: "2026-07-03: nothing is excused\n" });
  });

  test("needs a day that there is", async () => {
    const file = reportIn(newFolder());
    expect(await cli("acks", file)).toMatchObject({ exitCode: 1, out: "" });
    const wrong = await cli("acks", file, "--today", "2026-02-30");
    expect(wrong.exitCode).toBe(1);
    expect(wrong.error).toContain("YYYY-MM-DD");
  });

  test("refuses an end that is no day, naming the file", async () => {
    const file = reportIn(newFolder());
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("2026-07-20", "July"));
    const { exitCode, error } = await cli("acks", file, "--today", "2026-07-01");
    expect(exitCode).toBe(1);
    expect(error).toContain(`cannot use ${file}`);
    expect(error).toContain('the day "July"');
  });

  test("refuses what is no output of a synthesis", async () => {
    const folder = newFolder();
    const { exitCode, error } = await cli("acks", folder, "--today", "2026-07-01");
    expect(exitCode).toBe(1);
    expect(error).toContain("cdktf synth");
    const file = path.join(folder, "other.json");
    fs.writeFileSync(file, "{}");
    expect((await cli("acks", file, "--today", "2026-07-01")).error).toContain("no synthesized stack");
  });
});
