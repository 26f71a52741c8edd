import { ackGuide, limitsOn, provider } from "../limits";
import type { CallFacts, CredentialFacts } from "./facts";

const credential = limitsOn<CredentialFacts>("Access to clusters");

export const credentialLimits = [
  credential.range(
    "credential-minutes",
    "temporaryDurationMinutes",
    { min: 15, max: 4320, unit: "minutes" },
    {
      statement: "A temporary credential of a cluster holds for 15 minutes to 3 days.",
      source: provider("data alicloud_cs_cluster_credential.temporary_duration_minutes (accepts any number)"),
      authority: "service",
      fix: 'take minutes in these bounds, or "permanent" for a credential that holds until it is revoked',
    },
  ),
  credential.limit(
    "internet-endpoint-needs-public-api-server",
    ["endpoint", "isPublic"],
    {
      // Without a public address the provider of Kubernetes gets an empty host, and calls localhost.
      statement: "The internet endpoint of an API server is there when the API server is public.",
      source: ackGuide("4.4.1 Connect with kubectl", "4159-4160 and 5283-5289"),
      authority: "service",
      fix: 'take endpoint: "intranet" and run Terraform where the VPC can be reached, or give the cluster publicApiServer: true',
    },
    ({ endpoint, isPublic }) =>
      endpoint === "internet" && isPublic === false
        ? [
            {
              got: 'endpoint "internet" of a cluster whose API server is private',
              want: "an endpoint that exists",
            },
          ]
        : [],
  ),
];

const call = limitsOn<CallFacts>("Access to clusters");

export const callLimits = [
  call.limit(
    "private-api-server-from-vpc",
    ["endpoint", "isPublic"],
    {
      statement:
        "A provider of Kubernetes comes to a private API server from its VPC alone: that Terraform runs there is said by the endpoint.",
      source: ackGuide("4.4.1 Connect with kubectl", "4159-4160 and 5283-5289"),
      advice: true,
      fix: 'run Terraform in the VPC, or in a network that is connected to it, and say endpoint: "intranet"',
    },
    ({ endpoint, isPublic }) =>
      endpoint === undefined && isPublic === false
        ? [{ got: "no endpoint, for a private API server", want: "a way from Terraform to the API server" }]
        : [],
  ),
];

const refusals = limitsOn<Record<never, never>>("Access to clusters");

/** Refused at once, where there is no address that could be written down. */
export const intranetAddressLimit = refusals.limit(
  "intranet-address-known",
  [],
  {
    statement:
      "The private address of an API server is known of clusters of this app, and of others that say it.",
    source: provider(
      "data alicloud_cs_cluster_credential (always gives the kubeconfig for the public address)",
    ),
    authority: "library",
  },
  () => [],
);

/** Refused at once: a later output would take the place of an earlier one. */
export const outputNameLimit = refusals.limit(
  "kubeconfig-output-unique",
  [],
  {
    statement: "The outputs of a stack have different names.",
    source: { title: "Terraform", chapter: "Output values" },
    authority: "library",
  },
  () => [],
);
