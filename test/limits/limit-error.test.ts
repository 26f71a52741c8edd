import { inspect } from "node:util";
import { TerraformStack } from "cdktf";
import { ackGuide, formatViolation, LimitError, limitsOn, type Violation } from "../../lib/limits";
import { limitErrorOf, newApp, text, Thing } from "./support";

const overlap: Violation = {
  id: "cluster-cidrs-disjoint",
  kind: "hard",
  path: "shop-prod/cluster",
  origin: "stacks/shop.ts:14",
  got: "serviceCidr 10.0.96.0/20, inside the VPC 10.0.0.0/16",
  want: "VPC, Pod and Service CIDRs that do not overlap",
  fix: "take a free range, for example 172.21.0.0/20",
  statement: "The blocks do not overlap.",
  source: ackGuide("7.2 Plan the network", "10776-10783"),
};

describe("the message", () => {
  test("names limit, construct, line, what was given, what is allowed, how to mend it and where it is documented", () => {
    expect(new LimitError([overlap]).message).toBe(
      [
        "1 documented limit is broken",
        "",
        "  cluster-cidrs-disjoint   shop-prod/cluster   (stacks/shop.ts:14)",
        "    got    serviceCidr 10.0.96.0/20, inside the VPC 10.0.0.0/16",
        "    want   VPC, Pod and Service CIDRs that do not overlap",
        "    fix    take a free range, for example 172.21.0.0/20",
        "    see    ACK user guide (2021-12-02), 7.2 Plan the network, lines 10776-10783, docs/limits.md#cluster-cidrs-disjoint",
      ].join("\n"),
    );
  });

  test("leaves out what is not known", () => {
    const bare = { ...overlap, origin: undefined, fix: undefined };
    expect(formatViolation({ ...bare, source: { title: "A page" } }).split("\n")).toEqual([
      "  cluster-cidrs-disjoint   shop-prod/cluster",
      expect.stringMatching(/^ {4}got {4}/),
      expect.stringMatching(/^ {4}want {3}/),
      "    see    A page, docs/limits.md#cluster-cidrs-disjoint",
    ]);
  });

  test("counts, and separates one violation from the next", () => {
    const { message } = new LimitError([overlap, overlap]);
    expect(message).toMatch(/^2 documented limits are broken\n\n {2}cluster/);
    expect(message.split("\n\n")).toHaveLength(3);
  });

  test("has at most six lines for each violation, whatever the values hold", () => {
    const broken = "a\nb\r\n  c\u2028d";
    const lines = formatViolation({ ...overlap, got: broken, want: broken, fix: broken }).split(
      /\r|\n|\u2028/,
    );
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(lines[1]).toBe("    got    a b c d");
  });
});

describe("the error", () => {
  const error = new LimitError([overlap, { ...overlap, id: "other" }]);

  test("is an Error with a stable name and the violations as data", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("LimitError");
    expect(error.violations).toEqual([overlap, { ...overlap, id: "other" }]);
  });

  test("is shown by Node with each violation once, and with the frames of the user alone", () => {
    expect(inspect(error).startsWith(`LimitError: ${error.message}\n    at `)).toBe(true);
    const frames = (error.stack ?? "").slice(`LimitError: ${error.message}\n`.length).split("\n");
    expect(frames.filter((frame) => !frame.includes(__filename))).toEqual([]);
    expect(Object.keys(error)).not.toContain("violations");
    expect(JSON.stringify(error)).not.toContain("cluster-cidrs");
  });
});

describe("what a limit says about a construct", () => {
  interface Facts {
    readonly size: number;
  }
  const on = limitsOn<Facts>();
  const withFix = { ...text, fix: "take 10" };
  const limits = [
    on.range("error-range", "size", { min: 0, max: 10 }, withFix),
    on.limit("error-own-fix", ["size"], withFix, () => [
      { got: "a", want: "b", fix: "do c" },
      { got: "d", want: "e", at: "stack/elsewhere" },
    ]),
  ];

  test("is the finding with the text of the limit, all findings of a limit counted", () => {
    const stack = new TerraformStack(newApp(), "stack");
    new Thing(stack, "thing", limits, { size: 11 });
    const { violations } = limitErrorOf(() => stack.toTerraform());
    expect(violations).toMatchObject([
      { id: "error-range", kind: "hard", path: "stack/thing", fix: "take 10", statement: text.statement },
      { id: "error-own-fix", path: "stack/thing", got: "a", fix: "do c", source: text.source },
      { id: "error-own-fix", path: "stack/elsewhere", got: "d", fix: "take 10" },
    ]);
    expect(violations[2]).not.toHaveProperty("origin");
  });
});
