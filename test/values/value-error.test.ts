import { ValueError } from "../../lib/values";
import { describe as shown, thousands } from "../../lib/values/wording";

describe("ValueError", () => {
  test("puts its parts on one line", () => {
    const error = new ValueError({ got: "3", want: "4", fix: "write 4", source: "a manual, line 7" });
    expect(error.message).toBe("got 3, want 4; fix: write 4 (a manual, line 7)");
    expect(new ValueError({ got: "3", want: "4" }).message).toBe("got 3, want 4");
  });

  test("keeps its parts and a stable name", () => {
    const error = new ValueError({ got: "3", want: "4", fix: "write 4", source: "a manual, line 7" });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "ValueError",
      got: "3",
      want: "4",
      fix: "write 4",
      source: "a manual, line 7",
    });
  });
});

describe("wording of values in messages", () => {
  test.each([
    ["10.0.0.0", '"10.0.0.0"'],
    ["two\nlines", '"two\\nlines"'],
    ["x".repeat(100), `"${"x".repeat(80)}..."`],
    ["x".repeat(80), `"${"x".repeat(80)}"`],
    [7, "7 (a number)"],
    [undefined, "undefined"],
    [null, "null"],
    [["10.0.0.0/8"], "a list"],
    [{}, "a value of type object"],
    [Symbol("s"), "Symbol(s) (a symbol)"],
  ])("shows %p on one line", (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test("separates thousands", () => {
    expect(thousands(131072)).toBe("131,072");
  });
});
