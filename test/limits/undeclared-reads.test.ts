import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";

const pool = `
  import { limitsOn, type Fact, type FactList } from "cdktf-ack/limits";
  interface Pool {
    readonly name: Fact<string>;
    readonly min: Fact<number>;
    readonly max: Fact<number | undefined>;
    readonly zones: FactList<string>;
    readonly encrypted: boolean;
  }
  const pool = limitsOn<Pool>();
  const text = { statement: "s", source: { title: "t" } };
`;

describe("a limit sees only the facts that it declares, without the unknown ones", () => {
  test("a declared fact is its known value", () => {
    expectCompiles(`${pool}
      pool.limit("a", ["min", "max"], text, ({ min, max }) => {
        const known: number = min;
        const maybe: number | undefined = max;
        return [{ got: String(known + (maybe ?? 0)), want: "w" }];
      });`);
  });

  test("a declared list has known members only", () => {
    expectCompiles(`${pool}
      pool.monotone("a", ["zones"], text, ({ zones }) => {
        const known: readonly string[] = zones;
        return known.map((got) => ({ got, want: "w" }));
      });`);
  });

  test("a fact that was not declared cannot be read", () => {
    expectDoesNotCompile(
      `${pool} pool.limit("a", ["min"], text, ({ max }) => [{ got: String(max), want: "w" }]);`,
      /Property 'max' does not exist/,
    );
    expectDoesNotCompile(
      `${pool} pool.monotone("a", ["zones"], text, (known) => [{ got: known.name, want: "w" }]);`,
      /Property 'name' does not exist/,
    );
    expectDoesNotCompile(
      `${pool} pool.quota("a", "vpcRouteEntries", ["min"], text, ({ max }) => []);`,
      /Property 'max' does not exist/,
    );
  });

  test("only facts of the subject can be declared", () => {
    expectDoesNotCompile(`${pool} pool.limit("a", ["nmae"], text, () => []);`, /"nmae"/);
    expectDoesNotCompile(`${pool} pool.requires("a", "min", "maxx", text);`, /"maxx"/);
    expectDoesNotCompile(`${pool} pool.excludes("a", "minn", "max", text);`, /"minn"/);
  });

  test("an absent fact has to be handled", () => {
    expectDoesNotCompile(
      `${pool} pool.limit("a", ["max"], text, ({ max }) => [{ got: String(max + 1), want: "w" }]);`,
      /possibly 'undefined'/,
    );
  });
});

describe("a shape takes only facts of its type", () => {
  test.each([
    ["range", `pool.range("a", "name", { min: 1, max: 2 }, text);`],
    ["length", `pool.length("a", "min", { min: 1, max: 2, of: "x" }, text);`],
    ["format", `pool.format("a", "min", /x/, "x", text);`],
    ["atLeast", `pool.atLeast("a", "name", "1.2", text);`],
    ["oneOf", `pool.oneOf("a", "encrypted", ["x"], text);`],
    ["unique", `pool.unique("a", "name", text);`],
  ])("%s refuses a fact of another type", (_, snippet) => {
    expectDoesNotCompile(`${pool} ${snippet}`, /is not assignable to parameter of type/);
  });

  test("an optional fact is of the type that it has when present", () => {
    expectCompiles(`${pool} pool.range("a", "max", { min: 1, max: 2 }, text);`);
  });

  test("a quota is one that is known", () => {
    expectDoesNotCompile(`${pool} pool.quota("a", "nodes", ["min"], text, () => []);`, /"nodes"/);
  });
});

describe("the public face", () => {
  test("a quota that nobody knows cannot be declared", () => {
    const quotas = (values: string) => `
      import { Quotas } from "cdktf-ack";
      import { App } from "cdktf";
      Quotas.of(new App()).set(${values});`;
    expectCompiles(quotas("{ vpcRouteEntries: 200 }"));
    expectDoesNotCompile(quotas("{ vpcRoutes: 200 }"), /'vpcRoutes' does not exist/);
  });

  test("an acknowledgement without a reason does not compile", () => {
    const limits = (reason: string) => `
      import { Limits } from "cdktf-ack";
      import { App } from "cdktf";
      Limits.of(new App()).acknowledge("id", ${reason});`;
    expectCompiles(limits(`{ reason: "r", until: "2030-01-01" }`));
    expectDoesNotCompile(limits("{}"), /Property 'reason' is missing/);
  });
});
