import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cli } from "./support";

const guide = readFileSync(join(__dirname, "../../docs/cli.md"), "utf8");

/** The commands that `cdktf-ack --help` lists, but for `help` itself. */
async function commands(): Promise<readonly string[]> {
  const { out } = await cli("--help");
  const list = out.slice(out.indexOf("Commands:"));
  return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].flatMap(([, name = ""]) =>
    name === "help" ? [] : [name],
  );
}

describe("the guide to the command line", () => {
  test("has each command in its table, and no other", async () => {
    const documented = [...guide.matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual([...(await commands())].sort());
  });

  test("tells the truth of every command: --json, examples, exit codes", async () => {
    for (const command of await commands()) {
      const { exitCode, out } = await cli(command, "--help");
      expect(exitCode).toBe(0);
      for (const part of ["--json", "Examples:", `$ cdktf-ack ${command}`, "Exit codes:"]) {
        expect({ command, part, has: out.replaceAll("&& cdktf", "$ cdktf").includes(part) }).toEqual({
          command,
          part,
          has: true,
        });
      }
    }
  });

  test("calls commands with options that they have", async () => {
    const lines = [...guide.matchAll(/^.*npx cdktf-ack ([\w-]+)(.*)$/gm)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, command = "", rest = ""] of lines) {
      const { out } = await cli(command, "--help");
      for (const [option] of rest.matchAll(/--[\w-]+/g)) {
        expect(out).toContain(option);
      }
    }
  });
});
