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

test("a block that is not closed is refused", () => {
  expect(() => typeScriptBlocks(markdown("```ts", "a"))).toThrow("The block at line 2 is not closed");
});
