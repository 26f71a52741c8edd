import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { TerraformStack } from "cdktf";
import { Limits, TerwayNetwork, Vpc, type VpcProps } from "cdktf-ack";
import { ProductionCluster } from "cdktf-ack/blueprints";
import type { Construct } from "constructs";
import { captureOrigin, formatOrigin } from "../../lib/limits/origin";
import { limitErrorOf, newApp } from "./support";

const wrong = "10.0.0.1/16";
const zones = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"] as const;

/** Where in this file a marked line is, as an error names it. */
function marked(mark: string): string {
  const index = fs
    .readFileSync(__filename, "utf8")
    .split("\n")
    .findIndex((line) => line.endsWith(`// ${mark}`));
  return `${path.join("test", "limits", "origin.test.ts")}:${index + 1}`;
}

function originsIn(make: (stack: TerraformStack) => unknown) {
  const stack = new TerraformStack(newApp(), "stack");
  const error = limitErrorOf(() => {
    make(stack);
    stack.toTerraform();
  });
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  expect(frames.filter((frame) => !frame.includes(`${path.sep}test${path.sep}`))).toEqual([]);
  return new Set(error.violations.map(({ origin }) => origin));
}

class WrappedVpc extends Vpc {
  constructor(scope: Construct, props: VpcProps) {
    super(scope, "vpc", props); // wrapper class
  }
}

const inner = (scope: Construct) => new Vpc(scope, "vpc", { cidr: wrong }); // wrapper function
const outer = (scope: Construct) => [inner].map((make) => make(scope));

describe("the line that an error names is the user's", () => {
  test("where the construct is made", () => {
    const origins = originsIn((stack) => {
      new Vpc(stack, "vpc", { cidr: wrong }); // direct
    });
    expect(origins).toEqual(new Set([marked("direct")]));
  });

  test("where the user's own class calls the library", () => {
    expect(originsIn((stack) => new WrappedVpc(stack, { cidr: wrong }))).toEqual(
      new Set([marked("wrapper class")]),
    );
  });

  test("where the innermost of the user's functions calls the library", () => {
    expect(originsIn(outer)).toEqual(new Set([marked("wrapper function")]));
  });

  test("through the functions and classes of the library, a factory or a whole blueprint", () => {
    const origins = originsIn((stack) => {
      TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones, serviceCidr: "10.0.0.0/20" }); // factory
    });
    expect(origins).toEqual(new Set([marked("factory")]));
    const blueprint = originsIn((stack) => {
      new ProductionCluster(stack, "prod", { name: "-no-", zones }); // blueprint
    });
    expect(blueprint).toEqual(new Set([marked("blueprint")]));
  });

  test("where something is refused at once, and where a setting is made", () => {
    const refused = originsIn((stack) => {
      TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/30", zones }); // refused
    });
    expect(refused).toEqual(new Set([marked("refused")]));
    const setting = originsIn((stack) => {
      const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
      Limits.of(vpc).acknowledge("no-such-limit", { reason: "r" }); // setting
    });
    expect(setting).toEqual(new Set([marked("setting")]));
  });
});

describe("a stack of frames", () => {
  const user = path.resolve("stacks", "shop.ts");
  const library = path.resolve("lib", "network", "vpc.ts");
  const shop = `${path.join("stacks", "shop.ts")}:14`;
  const first = (...frames: string[]) =>
    formatOrigin({ stack: ["Error", ...frames.map((f) => `    at ${f}`)].join("\n") });

  test.each([
    ["a function", `Shop.make (${user}:14:3)`],
    ["a constructor", `new Shop (${user}:14:3)`],
    ["a method with another name", `Shop.make [as build] (${user}:14:3)`],
    ["an asynchronous function", `async Shop.make (${user}:14:3)`],
    ["a module", `${user}:14:3`],
    ["an asynchronous module", `async ${user}:14:3`],
    ["a module as URL", `${pathToFileURL(user).href}:14:3`],
    ["a function in a module as URL", `make (${pathToFileURL(user).href}:14:3)`],
  ])("names the line of %s", (_, frame) => {
    expect(first(`new Vpc (${library}:9:1)`, frame, `main (${user}:99:1)`)).toBe(shop);
  });

  test("names a line in a folder with parentheses and blanks in its name", () => {
    const file = path.resolve("Files (x86)", "a shop (copy).ts");
    const expected = `${path.join("Files (x86)", "a shop (copy).ts")}:14`;
    expect(first(`new Shop (${file}:14:3)`)).toBe(expected);
    expect(first(`${file}:14:3`)).toBe(expected);
  });

  test("skips the library, packages, Node and evaluated code, and says nothing when nothing is left", () => {
    const others = [
      `new Vpc (${library}:9:1)`,
      `new Construct (${path.resolve("node_modules", "constructs", "lib", "construct.js")}:9:1)`,
      "Module._compile (node:internal/modules/cjs/loader:1:1)",
      "Array.map (<anonymous>)",
      `eval (eval at make (${library}:1:1), <anonymous>:1:1)`,
    ];
    expect(first(...others, `main (${user}:14:1)`)).toBe(shop);
    expect(first(...others)).toBeUndefined();
    expect(formatOrigin({})).toBeUndefined();
  });

  test("has ten frames, whatever the program has set, and leaves that setting alone", () => {
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = 3;
    const deep = (depth: number): string | undefined =>
      depth === 0 ? captureOrigin(deep).stack : deep(depth - 1);
    expect(deep(15)?.split("\n")).toHaveLength(11);
    expect(Error.stackTraceLimit).toBe(3);
    Error.stackTraceLimit = before;
  });
});
