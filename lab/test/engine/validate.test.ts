import type { Diagnostic } from "../../lib/diagnostic";
import { validateResource } from "../../lib/engine";
import type { Attribute, Behaviour, NestedBlock, ResourceModel } from "../../lib/schema";
import type { ValueObject } from "../../lib/values";
import { UNKNOWN, formatPath } from "../../lib/values";

/** A resource with two arguments, `a` and `b`, and blocks with an argument `c`. */
function model(type: string, behaviours: Readonly<Record<string, Behaviour>>): ResourceModel {
  const attribute = (name: string, key: string, more: Partial<Attribute> = {}): Attribute => ({
    name,
    type: "string",
    required: false,
    optional: true,
    computed: false,
    sensitive: false,
    writeOnly: false,
    ...behaviours[key],
    ...more,
  });
  const blocks: NestedBlock = {
    ...behaviours["blocks"],
    name: "blocks",
    nesting: "list",
    minBlocks: 0,
    maxBlocks: Infinity,
    computed: false,
    block: {
      attributes: new Map([["c", attribute("c", "blocks.c", { required: true, optional: false })]]),
      blocks: new Map(),
      type: ["object", { c: "string" }],
    },
  };
  return {
    mode: "resource",
    type,
    version: 0,
    importable: true,
    timeouts: {},
    block: {
      attributes: new Map([
        ["a", attribute("a", "a")],
        ["b", attribute("b", "b")],
      ]),
      blocks: new Map([["blocks", blocks]]),
      type: ["object", { a: "string", b: "string", blocks: ["list", ["object", { c: "string" }]] }],
    },
  };
}

function lines(
  behaviours: Readonly<Record<string, Behaviour>>,
  config: object,
  type = "alicloud_x",
): string[] {
  const value: ValueObject = { a: null, b: null, blocks: [], ...config };
  const line = ({ severity, summary, path = [] }: Diagnostic): string =>
    `${severity} ${formatPath(path)} ${summary}`;
  return validateResource(model(type, behaviours), value).map(line);
}

describe("arguments that need each other", () => {
  const requiredWith = { a: { requiredWith: ["b"] } };

  test("are refused alone, and the words are those of the SDK of the provider", () => {
    expect(lines(requiredWith, { a: "x" })).toEqual(['error a "a": all of `b` must be specified']);
    expect(lines(requiredWith, { a: "x" }, "kubernetes_x")).toEqual(["error a Missing required argument"]);
  });

  test("are accepted together, or if neither is there", () => {
    expect(lines(requiredWith, { a: "x", b: UNKNOWN })).toEqual([]);
    expect(lines(requiredWith, {})).toEqual([]);
  });
});

describe("an argument that names another one inside of a block", () => {
  test.each(["blocks.0.c", "blocks.c"])("finds it as %s", (reference) => {
    const behaviours = { a: { conflictsWith: [reference] } };
    expect(lines(behaviours, { a: "x", blocks: [{ c: "y" }] })).toEqual([
      `error a "a": conflicts with ${reference}`,
    ]);
    expect(lines(behaviours, { a: "x", blocks: [{ c: UNKNOWN }] })).toEqual([]);
    expect(lines(behaviours, { a: "x" })).toEqual([]);
  });
});

describe("what is unknown", () => {
  test("hides all that is wrong in the same list of blocks, and nothing beside it", () => {
    const behaviours = { "blocks.c": { validate: { oneOf: ["x"] } }, a: { validate: { oneOf: ["x"] } } };
    expect(lines(behaviours, { a: "y", blocks: [{ c: "y" }, { c: UNKNOWN }] })).toEqual([
      "error a expected a to be one of [x], got y",
    ]);
    expect(lines(behaviours, { a: UNKNOWN, blocks: [{ c: "x" }, { c: "y" }] })).toEqual([
      "error blocks[1].c expected blocks.1.c to be one of [x], got y",
    ]);
    expect(lines(behaviours, { blocks: UNKNOWN })).toEqual([]);
  });

  test("is deprecated all the same", () => {
    const behaviours = { a: { deprecated: { names: ["a", "b"], since: "1.2.0" } } };
    expect(lines(behaviours, { a: UNKNOWN })).toEqual([
      "warning a \"a\": [DEPRECATED] Field 'a' has been deprecated from provider version 1.2.0. Use 'b' instead.",
    ]);
  });
});

test("a required argument of a block may not be null", () => {
  expect(lines({}, { blocks: [{ c: null }] })).toEqual([
    'error blocks[0].c "blocks.0.c": required field is not set',
  ]);
});
