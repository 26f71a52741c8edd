import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken } from "../limits";

const resolver = new DefaultTokenResolver(new StringConcat());

/** The attribute of a resource that a token stands for, without the name of the resource: `alicloud_ram_role.id`. */
export function attributeOf(scope: IConstruct, value: string): string | undefined {
  if (!isToken(value)) {
    return undefined;
  }
  const text: unknown = Tokenization.resolve(value, { scope, resolver, preparing: false });
  const parts = typeof text === "string" ? /^\$\{(\w+)\.[\w-]+\.(\w+)\}$/.exec(text) : null;
  return parts === null ? undefined : `${parts[1] ?? ""}.${parts[2] ?? ""}`;
}
