import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../lib/cli/run";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "diff-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const pool = (max: number) =>
  JSON.stringify({
    resource: {
      alicloud_cs_kubernetes_node_pool: {
        p: { node_pool_name: "spot", scaling_config: { enable: true, min_size: 1, max_size: max } },
      },
    },
  });

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

test("two files are compared, and one may come through standard input", async () => {
  const before = file("before.json", pool(10));
  const told = { exitCode: 0, out: "pool `spot`: max 10 to 12, in place\n", error: "" };
  expect(await cdktfAck(["diff", before, file("after.json", pool(12))])).toEqual(told);
  expect(await cdktfAck(["diff", before, "-"], pool(12))).toEqual(told);
  expect(await cdktfAck(["diff", before, before])).toMatchObject({ exitCode: 0, out: "no difference\n" });
});

test("the difference is there as JSON", async () => {
  const { out } = await cdktfAck(["diff", "--json", file("a.json", pool(10)), file("b.json", pool(12))]);
  expect(JSON.parse(out)).toMatchObject({ version: 1, resources: [{ name: "spot", effect: "update" }] });
});

test("a file that is no JSON, or is not there, is refused", async () => {
  const good = file("a.json", pool(10));
  expect(await cdktfAck(["diff", good, file("b.json", "{")])).toMatchObject({
    exitCode: 1,
    out: "",
    error: expect.stringContaining("text that is no JSON"),
  });
  expect(await cdktfAck(["diff", good, join(folder, "none.json")])).toMatchObject({ exitCode: 1 });
});
