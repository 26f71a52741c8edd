import { TerraformStack } from "cdktf";
import { limitsOn, orRefuse, problems } from "../../lib/limits";
import { Cidr, ValueError } from "../../lib/values";
import { brokenIn, limitErrorOf, newApp, text, Thing } from "./support";

interface Facts {
  readonly size: number;
}

const on = limitsOn<Facts>();
const sizes = [on.range("refusal-size", "size", { min: 1, max: 10 }, text)];
const cidr = limitsOn<object>().limit("refusal-cidr", [], { ...text, fix: "write 10.0.0.0/16" }, () => []);

function newStack(): TerraformStack {
  return new TerraformStack(newApp(), "stack");
}

test("a value that can be built from is given back", () => {
  expect(String(orRefuse(newStack(), cidr, () => Cidr.parse("10.0.0.0/16")))).toBe("10.0.0.0/16");
  expect(orRefuse(newStack(), cidr, () => 0)).toBe(0);
});

test("a value that nothing can be built from is refused at once, with what others broke before", () => {
  const stack = newStack();
  new Thing(stack, "good", sizes, { size: 5 });
  new Thing(stack, "large", sizes, { size: 11 });
  const refused = new Thing(stack, "refused", sizes, { size: 5 });
  const error = limitErrorOf(() => orRefuse(refused, cidr, () => Cidr.parse("10.0.0.1/16")));
  expect(brokenIn(error)).toEqual(["refusal-size at stack/large", "refusal-cidr at stack/refused"]);
  expect(error.violations[1]).toMatchObject({
    kind: "hard",
    got: expect.stringContaining("10.0.0.1/16"),
    statement: text.statement,
    source: text.source,
    origin: expect.stringMatching(/refusal\.test\.ts:\d+$/),
  });
});

test("the fix of the error wins over that of the limit, which stands in when there is none", () => {
  const fixes = [
    new ValueError({ got: "1", want: "2", fix: "write 2" }),
    new ValueError({ got: "1", want: "2" }),
  ].map(
    (refusal) =>
      limitErrorOf(() =>
        orRefuse(newStack(), cidr, () => {
          throw refusal;
        }),
      ).violations[0]?.fix,
  );
  expect(fixes).toEqual(["write 2", "write 10.0.0.0/16"]);
});

test("an error of the program passes through unchanged", () => {
  const bug = new TypeError("a bug");
  const fail = () => {
    throw bug;
  };
  expect(() => orRefuse(newStack(), cidr, fail)).toThrow(bug);
  expect(() => problems(fail)).toThrow(bug);
});

test("the problems of a value are the parts of its error, and none for a good one", () => {
  expect(problems(() => Cidr.parse("10.0.0.0/8"))).toEqual([]);
  const fail = (fix?: string) => () => {
    throw new ValueError({ got: "1", want: "2", ...(fix === undefined ? {} : { fix }) });
  };
  expect(problems(fail("write 2"))).toEqual([{ got: "1", want: "2", fix: "write 2" }]);
  expect(problems(fail())).toEqual([{ got: "1", want: "2" }]);
});
