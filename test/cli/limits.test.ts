import { allLimits } from "../../lib/limits";
import { cli } from "./support";

interface Listed {
  readonly limits: readonly { readonly id: string; readonly kind: string; readonly excuse: string }[];
}

async function listed(...args: readonly string[]): Promise<Listed["limits"]> {
  const { exitCode, out } = await cli("limits", ...args, "--json");
  expect(exitCode).toBe(0);
  return (JSON.parse(out) as Listed).limits;
}

describe("cdktf-ack limits", () => {
  test("lists every limit when nothing is asked for", async () => {
    const ids = allLimits().map(({ id }) => id);
    expect((await listed()).map(({ id }) => id)).toEqual(ids);
    const { out } = await cli("limits");
    expect(out).toContain(`\n${ids.length} limits\n`);
  });

  test("finds the limits that have all of the words, in whatever case", async () => {
    const both = await listed("VSWITCH", "zone");
    const one = await listed("vswitch");
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(one.length);
    expect(one).toEqual(expect.arrayContaining([...both]));
  });

  test("keeps to the limits of a kind", async () => {
    expect(new Set((await listed("--kind", "quota")).map(({ kind }) => kind))).toEqual(new Set(["quota"]));
  });

  test("explains the limit that is named, with its source", async () => {
    const { exitCode, out } = await cli("limits", "flannel-vpc-routes");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^flannel-vpc-routes \(quota\)\n/);
    expect(out).toMatch(/^ {4}default {2}\d+ .*\(vpcRouteEntries\)$/m);
    expect(out).toMatch(/^ {4}source {3}\S/m);
    expect(out).toContain("Quotas.of(scope).set({ vpcRouteEntries: <what the account has> })");
  });

  test.each(["hard", "advice", "quota"])(
    "says how a team is excused from each limit of kind %s",
    async (kind) => {
      const excuses = await listed("--kind", kind);
      const how = { hard: /warnOnly|^none/, advice: /acknowledge/, quota: /Quotas/ }[kind];
      expect(excuses.filter(({ excuse }) => how?.test(excuse) !== true)).toEqual([]);
    },
  );

  test("says that no limit has the words", async () => {
    const { exitCode, out, error } = await cli("limits", "vswitch", "dinosaur");
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(error).toContain("got    vswitch dinosaur");
    expect(error).toContain("fix    ");
  });
});
