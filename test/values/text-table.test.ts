import { textTable } from "../../lib/values";

describe("a table of text", () => {
  test("has columns as wide as their widest cell, in the header or below", () => {
    expect(
      textTable(
        ["zone", "n"],
        [
          ["cn-hangzhou-h", "12345"],
          ["i", "7"],
        ],
      ),
    ).toBe(
      [
        "| zone          | n     |",
        "| ------------- | ----- |",
        "| cn-hangzhou-h | 12345 |",
        "| i             | 7     |",
      ].join("\n"),
    );
  });

  test("has columns that Markdown takes for columns, and empty cells where a row ends early", () => {
    expect(textTable(["a", "b"], [["1"]])).toBe(
      ["| a   | b   |", "| --- | --- |", "| 1   |     |"].join("\n"),
    );
  });
});
