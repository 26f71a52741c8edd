import { TerraformStack } from "cdktf";
import { synthesize, type SynthesizedStack } from "./synthesize";

/** A stack, what it became, or its Terraform JSON as an object or as text. */
export type StackLike = TerraformStack | SynthesizedStack | string | Readonly<Record<string, unknown>>;

/** The Terraform JSON of a stack, in whatever form a test has it. */
export function documentOf(subject: StackLike): Readonly<Record<string, unknown>> {
  if (typeof subject === "string") return JSON.parse(subject) as Readonly<Record<string, unknown>>;
  if (TerraformStack.isStack(subject)) return synthesize(subject).json;
  return isSynthesized(subject) ? subject.json : subject;
}

export function isSynthesized(subject: unknown): subject is SynthesizedStack {
  return typeof subject === "object" && subject !== null && "json" in subject && "limits" in subject;
}
