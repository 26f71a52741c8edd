import { TerraformError } from "./errors";

const SUMMARY = "The lab stands in for aliyun/alicloud and hashicorp/kubernetes, and for no other provider";

const DETAIL =
  "Terraform installs every other provider (random, null, helm, …) itself: from its registry, or from a mirror that its " +
  "CLI configuration names. Where it can reach neither, leave those providers out of what you rehearse, and put values in " +
  "the place of what they make.";

/** What to say beside a failure of `terraform init`, which knows nothing of the lab. */
export const OTHER_PROVIDERS = `${SUMMARY}. ${DETAIL}`;

/** A failure of `terraform init`, with what explains it where a provider cannot be had. */
export function explained(failure: unknown): unknown {
  if (!(failure instanceof TerraformError) || !/provider packages|install provider/.test(failure.output)) {
    return failure;
  }
  const { command, exitCode, diagnostics, output } = failure;
  const hint = { severity: "warning", summary: SUMMARY, detail: DETAIL } as const;
  return new TerraformError(command, exitCode, [...diagnostics, hint], output);
}
