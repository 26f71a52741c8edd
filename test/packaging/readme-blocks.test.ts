import { typeScriptBlocks } from "./readme-blocks";

const markdown = (...lines: string[]) => lines.join("\n");

test("a TypeScript block is found with the line on which its code starts", () => {
  const text = markdown(
    "# Title",
    "",
    "```ts",
    "const a = 1;",
    "",
    "export { a };",
    "```",
    "",
    "```sh",
    "npm start",
    "```",
  );
  expect(typeScriptBlocks(text)).toEqual([{ line: 4, code: "const a = 1;\n\nexport { a };" }]);
});

test("a fragment is refused, because it would not be compiled", () => {
  expect(() => typeScriptBlocks(markdown("```ts fragment", "a", "```"))).toThrow(
    'The block at line 2 is marked "ts fragment"',
  );
  expect(() => typeScriptBlocks(markdown("```typescript", "a", "```"))).toThrow("The block at line 2");
});

test("the text block after a program is what it prints", () => {
  const program = ["```ts", "console.log(1);", "```"];
  const output = ["```text", "1", "```"];
  expect(typeScriptBlocks(markdown(...program, "", ...output))).toEqual([
    { line: 2, code: "console.log(1);", output: "1" },
  ]);
  expect(typeScriptBlocks(markdown(...program, "", "It does something else.", "", ...output))).toEqual([
    { line: 2, code: "console.log(1);" },
  ]);
});

test("a block that is not closed is refused", () => {
  expect(() => typeScriptBlocks(markdown("```ts", "a"))).toThrow("The block at line 2 is not closed");
});
