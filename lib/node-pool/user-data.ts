import { Fn } from "cdktf";
import { isToken } from "../limits";

/** As the provider wants it. What is no base64 text there changes in every plan. */
export function encodedUserData(script: string | undefined): string | undefined {
  if (script === undefined) {
    return undefined;
  }
  return isToken(script) ? Fn.base64encode(script) : Buffer.from(script, "utf8").toString("base64");
}
