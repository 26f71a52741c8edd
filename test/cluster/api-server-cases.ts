import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { TerraformVariable, type TerraformStack } from "cdktf";
import { EdgeCluster, Limits, ProCluster, type ApiServerEndpoints } from "cdktf-ack";
import { dataAlicloudCsClusterCredential } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import {
  besideStack,
  flannel,
  listToken,
  poolOptions,
  proCluster,
  terway,
  textToken,
} from "../support/stacks";

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
const withKubernetes = (_made: ProCluster, stack: TerraformStack) =>
  new KubernetesProvider(stack, "kubernetes", { host: "https://10.0.0.1:6443" });
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

const endpoints =
  (apiServer: ApiServerEndpoints, zones = ["cn-hangzhou-h", "cn-hangzhou-i"]) =>
  (stack: TerraformStack) =>
    proCluster(stack, { network: terway(stack, { zones }), apiServer });
const publicBalancer = { publicLoadBalancerId: "nlb-public1" };

/** What a cluster tells a provider of Kubernetes. */
const configuredBy =
  (host: (made: ProCluster, stack: TerraformStack) => string) => (stack: TerraformStack) => {
    Limits.of(stack).acknowledge("apiserver-private-only-access", { reason: "runs in the VPC" });
    new KubernetesProvider(stack, "kubernetes", { host: host(cluster(false)(stack), stack) });
  };
const inOneStack = {
  at: "shop/kubernetes",
  got: "the provider kubernetes, configured by alicloud_cs_managed_kubernetes.cluster_A4C38409 of the same stack",
  want: "a stack that gets the cluster from another one",
  fix: "move the provider and what it makes into a stack of its own, as in docs/workloads.md; or acknowledge this",
};

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
      "a kubeconfig with the private address": (stack) =>
        cluster(false)(stack).credential(stack, "credential").addOutput(),
      "objects in a cluster whose public endpoint is a load balancer": (stack) =>
        withKubernetes(endpoints(publicBalancer)(stack), stack),
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
  "kubernetes-provider-own-stack": {
    violating: {
      "a provider that gets its host from the cluster": {
        build: configuredBy(({ resource }) => resource.connections.lookup("api_server_intranet")),
        ...inOneStack,
      },
      "a provider that gets its host from a credential": {
        build: configuredBy((made, stack) => made.credential(stack, "credential").host),
        ...inOneStack,
      },
      "a provider that gets its host from a data source": {
        build: configuredBy((made, stack) => credential(made, stack).kubeConfig),
        ...inOneStack,
      },
    },
    legal: {
      "a provider for the cluster of another stack": (stack) => {
        const made = cluster(false)(besideStack(stack, "platform"));
        new KubernetesProvider(stack, "kubernetes", { host: made.credential(stack, "credential").host });
        proCluster(stack, { id: "other" });
        Limits.of(stack).acknowledge("apiserver-private-only-access", { reason: "runs in the VPC" });
      },
      "a provider that is told": configuredBy(() => "https://10.0.0.1:6443"),
    },
  },
  "api-server-load-balancer-id": {
    violating: {
      "an ALB": {
        build: endpoints({ privateLoadBalancerId: "alb-private1" }),
        at: "shop/cluster",
        got: 'the load balancer "alb-private1"',
        want: "the id of a CLB (lb-...) or an NLB (nlb-...)",
      },
    },
    legal: {
      "a CLB and an NLB": endpoints({ privateLoadBalancerId: "lb-bp1private", ...publicBalancer }),
    },
    unknown: {
      "a load balancer that is made beside": {
        build: (stack) => endpoints({ privateLoadBalancerId: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "api-server-one-public-endpoint": {
    violating: {
      "a public address beside a public load balancer": {
        build: (stack) => {
          Limits.of(stack).acknowledge("apiserver-eip-port-6443", { reason: "the pipeline is outside" });
          proCluster(stack, {
            publicApiServer: true,
            apiServer: { privateLoadBalancerId: "nlb-private1", ...publicBalancer },
          });
        },
        at: "shop/cluster",
        got: "publicApiServer true beside the public load balancer nlb-public1",
        want: "one of them",
        fix: "leave publicApiServer out: the load balancer alone makes the API server public",
      },
    },
    legal: { "a public load balancer": endpoints(publicBalancer) },
    unknown: {
      "a load balancer that is made beside": {
        build: (stack) => endpoints({ publicLoadBalancerId: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "api-server-balancer-zones": {
    violating: {
      "one vSwitch for the load balancer that ACK makes": {
        build: endpoints(publicBalancer, ["cn-hangzhou-h"]),
        at: "shop/cluster",
        got: "a private endpoint without a load balancer, in a cluster with one vSwitch",
        want: "vSwitches in two zones",
        fix: "give privateLoadBalancerId, or the network a second zone",
      },
    },
    legal: {
      "two zones": endpoints(publicBalancer),
      "one zone, and a load balancer for the private endpoint": endpoints(
        { privateLoadBalancerId: "nlb-private1", ...publicBalancer },
        ["cn-hangzhou-h"],
      ),
      "one zone, and an internal name": endpoints({ internalDns: { enabled: false } }, ["cn-hangzhou-h"]),
    },
  },
  "api-server-internal-dns-later": {
    violating: {
      "a name that is switched on": {
        build: endpoints({ internalDns: { enabled: true } }),
        at: "shop/cluster",
        got: "internalDns enabled",
        want: "a second apply where the cluster is new",
        fix: "apply once more after the apply that makes the cluster, and acknowledge this",
      },
    },
    legal: { "a name that is switched off": endpoints({ internalDns: { enabled: false } }) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => endpoints({ internalDns: { enabled: booleanToken(stack) } })(stack),
        limit: "silent",
      },
    },
  },
  "api-server-dns-vpc-id": {
    violating: {
      "the name of a VPC": {
        build: endpoints({ internalDns: { enabled: false, vpcIds: ["shop"] } }),
        at: "shop/cluster",
        got: 'the VPC "shop"',
        want: "the id of a VPC (vpc-...)",
      },
    },
    legal: { "a VPC": endpoints({ internalDns: { enabled: false, vpcIds: ["vpc-bp1office"] } }) },
    unknown: {
      "a list that only Terraform knows": {
        build: (stack) => endpoints({ internalDns: { enabled: false, vpcIds: listToken(stack) } })(stack),
        limit: "silent",
      },
    },
  },
};
