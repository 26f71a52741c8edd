import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { TerraformVariable, type TerraformStack } from "cdktf";
import { EdgeCluster, Limits, ProCluster } from "cdktf-ack";
import { dataAlicloudCsClusterCredential } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, textToken } from "../support/stacks";

const cluster = (publicApiServer: boolean) => (stack: TerraformStack) =>
  proCluster(stack, { publicApiServer });
const booleanToken = (stack: TerraformStack) =>
  new TerraformVariable(stack, "public", { type: "bool" }).value as unknown as boolean;

const open = {
  at: "shop/cluster",
  got: "publicApiServer true: port 6443 is open to the internet",
  want: "a private API server",
  fix: "leave publicApiServer out and come by VPN or Express Connect; or bind an access control list to its listener, and acknowledge this",
};

/** A cluster beside the provider that makes objects in it. */
const withKubernetes = (made: ProCluster, stack: TerraformStack) =>
  new KubernetesProvider(stack, "kubernetes", { host: `https://${made.clusterId}.example` });
const credential = (made: ProCluster, stack: TerraformStack) =>
  new dataAlicloudCsClusterCredential.DataAlicloudCsClusterCredential(stack, "credential", {
    clusterId: made.clusterId,
  });

const beside = (what: string) => ({
  at: "shop/cluster",
  got: `${what} in a stack whose clusters have private API servers`,
  want: "a way from Terraform to the API server",
  fix: "run Terraform in the VPC, or in a network that is connected to it, and acknowledge this; or set publicApiServer: true",
});

/** How the API server is reached. */
export const apiServerCases: CasesById = {
  "apiserver-eip-port-6443": {
    violating: {
      "a public API server": {
        build: cluster(true),
        ...open,
        rows: ["apiserver-eip-port-6443", "apiserver-public-port-6443"],
      },
    },
    legal: {
      "a private API server": {
        build: cluster(false),
        rows: ["apiserver-eip-port-6443", "apiserver-public-port-6443"],
      },
      "a public API server of an edge cluster, which its edge needs": (stack) =>
        new EdgeCluster(stack, "cluster", {
          name: "shop",
          network: flannel(stack),
          publicApiServer: true,
        }).addNodePool("cloud", poolOptions()),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => cluster(booleanToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "apiserver-private-only-access": {
    violating: {
      "objects in a private cluster": {
        build: (stack) => withKubernetes(cluster(false)(stack), stack),
        ...beside("the provider kubernetes"),
        rows: ["apiserver-private-only-access", "apiserver-public-port-6443"],
      },
      "a public kubeconfig of a private cluster": {
        build: (stack) => credential(cluster(false)(stack), stack),
        ...beside("a public kubeconfig (alicloud_cs_cluster_credential)"),
        rows: ["kubeconfig-public-needs-eip"],
      },
    },
    legal: {
      "objects in one of two clusters, which may be the public one": {
        build: (stack) => {
          proCluster(stack, { id: "other" });
          const made = proCluster(stack, { publicApiServer: true });
          Limits.of(stack).acknowledge("apiserver-eip-port-6443", { reason: "the pipeline is outside" });
          withKubernetes(made, stack);
        },
        rows: ["apiserver-private-only-access", "apiserver-public-port-6443"],
      },
      "a public kubeconfig of a public cluster": {
        build: (stack) => {
          Limits.of(stack).acknowledge("apiserver-eip-port-6443", { reason: "the pipeline is outside" });
          credential(cluster(true)(stack), stack);
        },
        rows: ["kubeconfig-public-needs-eip"],
      },
      "a private cluster without objects": cluster(false),
      "objects in an existing cluster": (stack) => {
        const made = ProCluster.fromAttributes(stack, "cluster", { clusterId: textToken(stack) });
        new KubernetesProvider(stack, "kubernetes", { host: `https://${made.clusterId}.example` });
      },
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => withKubernetes(cluster(booleanToken(stack))(stack), stack),
        limit: "silent",
      },
    },
  },
};
