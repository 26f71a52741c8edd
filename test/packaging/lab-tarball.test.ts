import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./fresh-project";

/** What users get who install the lab: unpacked, with its dependencies beside it. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), "packed-lab-")));
const lab = join(folder, "node_modules", "cdktf-ack-lab");
let files: readonly string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [join(repository, "scripts/build.mjs")], { cwd: repository });
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const printed = execFileSync("npm", args, { cwd: join(repository, "lab"), encoding: "utf8" });
  const [packed] = JSON.parse(printed) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error("npm packed nothing.");
  files = packed.files.map(({ path }) => path);
  mkdirSync(lab, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed.filename), "-C", lab, "--strip-components=1"]);
  for (const name of ["@grpc", "@msgpack", "commander"]) {
    symlinkSync(join(repository, "node_modules", name), join(folder, "node_modules", name));
  }
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(lab, "dist", "cli.js"), ...args], { encoding: "utf8" });
}

test("the packed lab has the program, the protocol and what it knows of the providers", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "README.md",
      "dist/cli.js",
      "dist/index.d.ts",
      "dist/jest/index.js",
      "proto/tfplugin5.proto",
      "providers/alicloud/schema.json",
      "providers/kubernetes/schema.json",
    ]),
  );
  expect(files.filter((file) => /^(lib|test|bench)\//.test(file))).toEqual([]);
});

test("no file of it names a path of this machine", () => {
  expect(files.filter((file) => readFileSync(join(lab, file), "utf8").includes(repository))).toEqual([]);
});

test("it says how it is called, and what was wrong with a call", () => {
  expect(run("--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("cdktf-ack-lab [options]"),
  });
  expect(run("--quota", "dragons=3", "--", "true")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Known are"),
  });
});
