import { Fn } from "cdktf";
import { isToken } from "../limits";

/** Members separated by commas. A list that only Terraform knows has to be joined by Terraform. */
export function commaList(members: readonly string[]): string {
  return isToken(members) ? Fn.join(",", [...members]) : members.join(",");
}
