import { TerraformVariable, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import {
  Authentication,
  Limits,
  ProCluster,
  type ClusterAttributes,
  type ClusterCredentialOptions,
} from "cdktf-ack";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";
import type { CasesById } from "../support/limit-cases";
import { besideStack, numberToken, proCluster } from "../support/stacks";

/** A credential of an existing cluster. */
const credential =
  (options: ClusterCredentialOptions, attributes: Partial<ClusterAttributes> = {}) =>
  (stack: TerraformStack) =>
    existing(stack, attributes).credential(stack, "credential", options);
const existing = (stack: Construct, attributes: Partial<ClusterAttributes> = {}) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", ...attributes });

/** A cluster of another stack. */
const owned = (stack: TerraformStack, publicApiServer: boolean) => {
  const platform = besideStack(stack, "platform");
  Limits.of(platform).acknowledge("apiserver-eip-port-6443", { reason: "the pipeline is outside" });
  return proCluster(platform, { publicApiServer });
};
const perhapsPublic = (stack: TerraformStack) => {
  const isPublic = new TerraformVariable(besideStack(stack, "platform"), "public", { type: "bool" });
  return proCluster(isPublic.cdktfStack, { publicApiServer: isPublic.value as unknown as boolean });
};
const fromInternet = { endpoint: "internet" } as const;
const noInternet = {
  got: 'endpoint "internet" of a cluster whose API server is private',
  want: "an endpoint that exists",
  fix: 'take endpoint: "intranet" and run Terraform where the VPC can be reached, or give the cluster publicApiServer: true',
};
const minutesFix =
  'take minutes in these bounds, or "permanent" for a credential that holds until it is revoked';

/** How Terraform and people come into clusters. */
export const accessLimitCases: CasesById = {
  "credential-minutes": {
    violating: {
      "10 minutes": {
        build: credential({ temporaryDurationMinutes: 10 }),
        at: "shop/credential",
        got: "temporaryDurationMinutes 10 minutes",
        want: "a whole number from 15 to 4320 minutes",
        fix: minutesFix,
      },
      "a week": {
        build: credential({ temporaryDurationMinutes: 7 * 24 * 60 }),
        at: "shop/credential",
        got: "temporaryDurationMinutes 10080 minutes",
        want: "a whole number from 15 to 4320 minutes",
        fix: minutesFix,
      },
    },
    legal: {
      "15 minutes": credential({ temporaryDurationMinutes: 15 }),
      "three days": credential({ temporaryDurationMinutes: 4320 }),
      "one that does not end": credential({ temporaryDurationMinutes: "permanent" }),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => credential({ temporaryDurationMinutes: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "internet-endpoint-needs-public-api-server": {
    violating: {
      "a credential for the internet of a private cluster": {
        build: (stack) => owned(stack, false).credential(stack, "credential", fromInternet),
        at: "shop/credential",
        ...noInternet,
      },
      "a provider for the internet of a private cluster": {
        build: (stack) =>
          new ClusterKubernetesProvider(stack, "kubernetes", {
            cluster: owned(stack, false),
            ...fromInternet,
          }),
        at: "shop/kubernetes-credential",
        ...noInternet,
      },
      "a provider without a credential for the internet of a private cluster": {
        build: (stack) =>
          new ClusterKubernetesProvider(stack, "kubernetes", {
            cluster: owned(stack, false),
            authentication: Authentication.ackRamTool({
              clusterCaCertificate: "-----BEGIN CERTIFICATE-----",
            }),
            ...fromInternet,
          }),
        at: "shop/kubernetes",
        ...noInternet,
      },
    },
    legal: {
      "the internet of a public cluster": (stack) =>
        owned(stack, true).credential(stack, "credential", fromInternet),
      "the VPC of a private cluster": (stack) =>
        owned(stack, false).credential(stack, "credential", { endpoint: "intranet" }),
      "an existing cluster, of which nobody says": credential(fromInternet),
    },
    unknown: {
      "a cluster of which only Terraform knows": {
        build: (stack) => perhapsPublic(stack).credential(stack, "credential", fromInternet),
        limit: "silent",
      },
    },
  },
  "private-api-server-from-vpc": {
    violating: {
      "a provider for a private cluster that does not say from where it comes": {
        build: (stack) =>
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster: owned(stack, false) }),
        at: "shop/kubernetes",
        got: "no endpoint, for a private API server",
        want: "a way from Terraform to the API server",
        fix: 'run Terraform in the VPC, or in a network that is connected to it, and say endpoint: "intranet"',
      },
    },
    legal: {
      "a provider in the VPC": (stack) =>
        new ClusterKubernetesProvider(stack, "kubernetes", {
          cluster: owned(stack, false),
          endpoint: "intranet",
        }),
      "a provider for a public cluster": (stack) =>
        new ClusterKubernetesProvider(stack, "kubernetes", { cluster: owned(stack, true) }),
      "a kubeconfig of a private cluster": (stack) => owned(stack, false).credential(stack, "credential"),
      "a provider for an existing cluster": (stack) =>
        new ClusterKubernetesProvider(stack, "kubernetes", { cluster: existing(stack) }),
    },
    unknown: {
      "a cluster of which only Terraform knows": {
        build: (stack) =>
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster: perhapsPublic(stack) }),
        limit: "silent",
      },
    },
  },
  "intranet-address-known": {
    violating: {
      "the VPC of an existing cluster": {
        build: credential({ endpoint: "intranet" }),
        at: "shop/credential",
        got: 'endpoint "intranet" of shop/cluster, whose private address was not given',
        want: "the address of the API server in its VPC",
        fix: 'give apiServer: { intranet: "https://10.0.0.1:6443" } to fromAttributes of shop/cluster',
      },
    },
    legal: {
      "the VPC of an existing cluster that says its address": credential(
        { endpoint: "intranet" },
        { apiServer: { intranet: "https://10.0.0.1:6443" } },
      ),
    },
  },
  "kubeconfig-output-unique": {
    violating: {
      "two outputs of one name": {
        build: (stack) => {
          credential({})(stack).addOutput("kubeconfig");
          existing(new Construct(stack, "more")).credential(stack, "other").addOutput("kubeconfig");
        },
        at: "shop/other",
        got: 'the output "kubeconfig", which the stack shop has already',
        want: "a name of its own for each output of a stack",
        fix: 'name it: addOutput("kubeconfig-2")',
      },
    },
    legal: {
      "outputs that have the names of their credentials": (stack) => {
        credential({})(stack).addOutput();
        existing(new Construct(stack, "more")).credential(stack, "other").addOutput();
      },
    },
  },
};
