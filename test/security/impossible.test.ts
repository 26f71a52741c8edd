import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossibleEncryption } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import type { TerraformStack } from "cdktf";
  import { SecretKmsEncryption } from "cdktf-ack";
  declare const stack: TerraformStack;
  ${body}
`;

test("a key for Secrets of the one kind that ACK takes type-checks", () => {
  expectCompiles(program(`new SecretKmsEncryption(stack, "s", { rotationDays: 30 });`));
});

test.each(impossibleEncryption)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
