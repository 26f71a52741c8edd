import type { TerraformStack } from "cdktf";
import { AlicloudProvider } from "cdktf-ack";
import type { AlicloudProviderConfig } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";

/** A cluster, beside a provider with credentials. */
const withProvider =
  (config: (stack: TerraformStack) => Partial<AlicloudProviderConfig>) => (stack: TerraformStack) => {
    new AlicloudProvider(stack, "other", { region: "cn-shanghai", alias: "other", ...config(stack) });
    return proCluster(stack);
  };

/** Credentials of provider configurations. */
export const credentialCases: CasesById = {
  "provider-credentials": {
    violating: {
      "the secret of an AccessKey": {
        build: withProvider(() => ({ secretKey: "s" })),
        at: "shop/other",
        got: "secretKey written out in a provider",
        want: "credentials that are not in the code",
      },
    },
    legal: {
      "credentials of the environment": withProvider(() => ({})),
      "a role": withProvider(() => ({ assumeRole: { roleArn: "acs:ram::1234567890123456:role/deploy" } })),
    },
    unknown: {
      "a variable": {
        build: (stack) => withProvider(() => ({ secretKey: textToken(stack) }))(stack),
        limit: "partly",
      },
    },
  },
};
