import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import {
  fact,
  isUnknown,
  limitsOn,
  provider,
  unknown,
  type Fact,
  type FactList,
  type Relation,
  type TypedElement,
} from "../limits";

/** A credential that stands in the code. */
interface Written {
  readonly path: string;
  readonly argument: string;
}

interface CredentialFacts {
  readonly written: FactList<Written>;
}

/** What opens an account or a cluster, by the names that providers have for it. */
const secrets = ["accessKey", "secretKey", "securityToken", "token", "password", "clientKey"] as const;

const credentials = limitsOn<CredentialFacts>("Credentials");

/** The provider configurations of stacks with clusters; the key is the path of the stack. */
export const providerCredentials: Relation<IConstruct, CredentialFacts> = {
  id: "provider-credentials",
  facts: ([first], elementsIn) => ({
    written: first === undefined ? [] : elementsIn(TerraformStack.of(first.member)).flatMap(writtenIn),
  }),
  limits: [
    credentials.each(
      "provider-credentials",
      "written",
      {
        statement:
          "Credentials come from the environment, a role or a variable: what stands in the code is in the JSON of the stack, for all to read.",
        source: provider(
          "authentication (ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, assume_role)",
        ),
        fix: "leave it out, and set it in the environment of the pipeline; or take a TerraformVariable with sensitive: true",
      },
      ({ path, argument }) => ({
        at: path,
        got: `${argument} written out in a provider`,
        want: "credentials that are not in the code",
      }),
    ),
  ],
};

function writtenIn(element: TypedElement): readonly Fact<Written>[] {
  if (!TerraformProvider.isTerraformProvider(element)) {
    return [];
  }
  return secrets.flatMap((argument): readonly Fact<Written>[] => {
    const value = fact((element as unknown as Readonly<Record<string, unknown>>)[argument]);
    if (isUnknown(value)) {
      return [unknown(value.token)];
    }
    return typeof value === "string" && value !== "" ? [{ path: element.node.path, argument }] : [];
  });
}
