import { run } from "../../lib/cli/run";

async function upgrade(...args: string[]) {
  let out = "";
  let error = "";
  const exitCode = await run(["upgrade", ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    readStdin: () => Buffer.from(""),
  });
  return { exitCode, out, error };
}

describe("cdktf-ack upgrade", () => {
  test("writes the chain of upgrades", async () => {
    const { exitCode, out } = await upgrade("--from", "1.28.9-aliyun.1", "--to", "1.31");
    expect(exitCode).toBe(0);
    expect(out).toContain("1.28.9-aliyun.1 to 1.31.9-aliyun.1: 2 upgrades, one after the other");
    expect(out).toContain("2. 1.30.7-aliyun.1 to 1.31.9-aliyun.1");
  });

  test("writes the same as JSON", async () => {
    const { out } = await upgrade("--from", "1.33.1-aliyun.1", "--to", "1.34", "--json");
    expect(JSON.parse(out)).toMatchObject({
      to: "1.34.3-aliyun.1",
      steps: [{ from: "1.33.1-aliyun.1", to: "1.34.3-aliyun.1", maintainedUntil: "2026-09-30" }],
    });
  });

  test("compares the ends of maintenance with the day that it is given", async () => {
    const versions = ["--from", "1.33.1-aliyun.1", "--to", "1.34"];
    expect((await upgrade(...versions, "--today", "2026-06-01")).out).toContain("ACK maintained 1.33 until");
    expect((await upgrade(...versions)).out).not.toContain("ACK maintained 1.33 until");
    expect(await upgrade(...versions, "--today", "tomorrow")).toMatchObject({
      exitCode: 1,
      error: expect.stringContaining("a day as YYYY-MM-DD") as string,
    });
  });

  test("says why there is no way back", async () => {
    const { exitCode, error } = await upgrade("--from", "1.34.1-aliyun.1", "--to", "1.33");
    expect(exitCode).toBe(1);
    expect(error).toContain("a later version: ACK takes none back");
  });

  test("asks for both versions", async () => {
    const { exitCode, error } = await upgrade("--from", "1.34.1-aliyun.1");
    expect(exitCode).toBe(1);
    expect(error).toContain("--to <version>");
  });
});
