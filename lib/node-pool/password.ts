import { conditional, Fn, Op, type TerraformVariable } from "cdktf";
import { isToken } from "../limits";

const letterOrDigit = ["[a-z]", "[A-Z]", "[0-9]"];
const special = "[^A-Za-z0-9]";

const ordinaryKinds = letterOrDigit.map((kind) => new RegExp(kind));
const specialKind = new RegExp(special);
const specialKindOfTheManual = /[^A-Za-z0-9_]/;

/** How many of the four kinds of characters a password has. The manual does not count the underscore, ECS does. */
export function kindsOf(password: string, { underscore }: { readonly underscore: boolean }): number {
  const ordinary = ordinaryKinds.filter((kind) => kind.test(password)).length;
  return (underscore ? specialKind : specialKindOfTheManual).test(password) ? ordinary + 1 : ordinary;
}

/** The default of the variable is the one value that synthesis can see. */
export function defaultPassword(variable: TerraformVariable | undefined): string | undefined {
  const value: unknown = variable?.default;
  return typeof value === "string" && !isToken(value) ? value : undefined;
}

const errorMessage =
  "A password of nodes has 8 to 30 characters of three kinds: upper-case letters, lower-case letters, digits, special characters (login-password).";

/** Terraform knows the value, so it has the last word, before it plans anything. */
export function requireStrongPassword(variable: TerraformVariable): void {
  if (variable.validation?.some((validation) => validation.errorMessage === errorMessage) === true) {
    return;
  }
  const value = variable.stringValue;
  const kinds = [...letterOrDigit, special].map((kind) => conditional(Fn.can(Fn.regex(kind, value)), 1, 0));
  const length = Fn.lengthOf(value);
  variable.addValidation({
    condition: Op.and(Op.and(Op.gte(length, 8), Op.lte(length, 30)), Op.gte(Fn.sum(kinds), 3)),
    errorMessage,
  });
}
