import { TerraformStack } from "cdktf";
import type * as engine from "../../lib/limits";
import { newApp, text } from "./support";

type Engine = typeof engine;

/** A copy of the library as a second version in node_modules is one, with its own copy of cdktf. */
function anotherCopy(): Engine {
  let copy: Engine | undefined;
  jest.isolateModules(() => {
    copy = jest.requireActual<Engine>("../../lib/limits");
  });
  if (copy === undefined) {
    throw new Error("The library was loaded");
  }
  return copy;
}

interface Facts {
  readonly size: engine.Fact<number>;
}

const copies = [anotherCopy(), anotherCopy()] as const;
const limits = copies.map((copy, index) => [
  copy.limitsOn<Facts>().range(`copies-size-${index}`, "size", { min: 0, max: 10 }, text),
  copy.limitsOn<Facts>().range("copies-advice", "size", { min: 0, max: 5 }, { ...text, advice: true }),
]);

function appOfBoth(first: engine.Fact<number>, second: engine.Fact<number>) {
  const app = newApp();
  const stack = new TerraformStack(app, "stack");
  const sizes = [first, second];
  copies.forEach((copy, index) => {
    const size = sizes[index];
    const scope = new TerraformStack(app, `stack${index}`);
    for (const place of [stack, scope]) {
      copy.declareFacts(place, limits[index] ?? [], { size: size ?? 0 });
    }
  });
  return { app, stack };
}

test("the copies are two", () => {
  expect(copies[0].LimitError).not.toBe(copies[1].LimitError);
});

test("two copies of the library in one app share the registry", () => {
  const { app } = appOfBoth(1, 1);
  expect(copies[0].registryOf(app)).toBe(copies[1].registryOf(app));
  expect(copies[0].reportOf(app)).toBe(copies[1].reportOf(app));
});

test("two copies put one element into a stack", () => {
  const { app, stack } = appOfBoth(1, 1);
  expect(stack.node.children.map(({ node }) => node.id)).toEqual(["cdktf-ack-limits"]);
  expect(() => app.synth()).not.toThrow();
});

test("what constructs of both copies break comes out in one error", () => {
  const { app } = appOfBoth(11, 12);
  const expected = ["copies-size-0", "copies-size-0", "copies-size-1", "copies-size-1"];
  try {
    app.synth();
  } catch (error) {
    const { name, violations } = error as engine.LimitError;
    expect(name).toBe("LimitError");
    expect(violations.map(({ id }) => id).sort()).toEqual(expected);
  }
  expect.assertions(2);
});

test("what is unknown to one copy is unknown to the other", () => {
  const { app } = appOfBoth(copies[1].unknown("${var.a}"), copies[0].fact(-8.1e298));
  expect(copies[0].reportOf(app)).toMatchObject({ broken: [], silent: { length: 8 } });
});

test("a relation gathers what both copies bring in", () => {
  const app = newApp();
  const stack = new TerraformStack(app, "stack");
  const seen: number[] = [];
  copies.forEach((copy) => {
    copy.joinRelation(
      stack,
      {
        id: "copies",
        limits: [],
        facts: (members: readonly engine.Joined<number>[]) => {
          seen.push(members.length);
          return {};
        },
      },
      "key",
      1,
    );
  });
  copies[0].reportOf(app);
  expect(seen).toEqual([2]);
});

test("a setting that was made with one copy holds for the limits of the other", () => {
  const { app, stack } = appOfBoth(6, 6);
  copies[1].Limits.of(app).acknowledge("copies-advice", { reason: "r" });
  copies[0].Limits.of(stack).warnOnly("copies-size-1", { reason: "unused" });
  for (const copy of copies) {
    const { broken, warnings, acknowledged } = copy.reportOf(app);
    expect({ broken, warnings, acknowledged: acknowledged.length }).toEqual({
      broken: [],
      warnings: [],
      acknowledged: 4,
    });
  }
});
