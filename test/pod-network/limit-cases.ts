import { DaemonSetV1 } from "@cdktf/provider-kubernetes/lib/daemon-set-v1";
import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { PodV1 } from "@cdktf/provider-kubernetes/lib/pod-v1";
import { StatefulSetV1 } from "@cdktf/provider-kubernetes/lib/stateful-set-v1";
import type { TerraformStack } from "cdktf";
import {
  EdgeCluster,
  Egress,
  PodEip,
  ProCluster,
  ServiceIpFamilies,
  ServiceLoadBalancer,
  TerwayHubble,
  TerwayNetwork,
  Vpc,
  type AllocatedEipProps,
  type HubbleMetric,
  type INodeCluster,
  type IVpc,
} from "cdktf-ack";
import { vpcIpv6Gateway } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import {
  besideStack,
  flannel,
  listToken,
  numberToken,
  proCluster,
  terway,
  textToken,
} from "../support/stacks";

const existing = (stack: TerraformStack, plugin?: "terway" | "flannel") =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", ...(plugin && { plugin }) });

/** An address for each Pod of an existing cluster. */
const allocated =
  (props: Partial<AllocatedEipProps>, cluster: (stack: TerraformStack) => INodeCluster = existing) =>
  (stack: TerraformStack) =>
    PodEip.allocate(stack, "eip", { cluster: cluster(stack), ...props });

/** An address that exists, for a Pod of an existing cluster. */
const single = (stack: TerraformStack, instanceId = "eip-bp1game", id = "eip") =>
  PodEip.existing(stack, id, {
    cluster: ProCluster.fromAttributes(stack, `cluster-of-${id}`, { clusterId: "c82e6987" }),
    instanceId,
  });

const container = { container: [{ name: "game", image: "game:1" }] };
const labels = { app: "game" };

/** The spec of a workload whose Pods have these annotations. */
const specOf = (annotations: Readonly<Record<string, string>>) => ({
  selector: { matchLabels: labels },
  template: { metadata: { labels, annotations }, spec: container },
});
const deployment = (
  stack: TerraformStack,
  annotations: Readonly<Record<string, string>>,
  replicas?: string,
) =>
  new DeploymentV1(stack, "game", {
    metadata: { name: "game" },
    spec: { ...specOf(annotations), ...(replicas === undefined ? {} : { replicas }) },
  });

const plugin = (name: string) => ({
  at: "shop/eip",
  got: `a public address for Pods of a cluster with ${name}`,
  want: "a cluster with Terway",
});

/** A dual-stack cluster of the app. */
const dualStack = (stack: TerraformStack) =>
  proCluster(stack, { network: terway(stack, { ipv6: true, dualStack: true }), version: "1.34.1-aliyun.1" });
const terwayIn = (vpc: IVpc) =>
  new TerwayNetwork(vpc.node.scope ?? vpc, "network", {
    vpc,
    zones: ["cn-hangzhou-h"],
    egress: Egress.existing(),
    dualStack: true,
  });
const nlb = { type: "nlb", publicIpv6: true } as const;
const familiesOf = (cluster: (stack: TerraformStack) => ProCluster) => (stack: TerraformStack) =>
  ServiceIpFamilies.dualStack(stack, "families", { cluster: cluster(stack), loadBalancer: nlb });
const withGateway = (stack: TerraformStack, vpc: IVpc) =>
  new vpcIpv6Gateway.VpcIpv6Gateway(stack, "ipv6", { vpcId: vpc.vpcId });

/** A Service on a load balancer. */
const onBalancer = (loadBalancerId: string) => (stack: TerraformStack) =>
  new ServiceLoadBalancer(stack, "balancer", { loadBalancerId });
const withBalancers = (stack: TerraformStack) =>
  proCluster(stack, {
    apiServer: { privateLoadBalancerId: "lb-bp1private", publicLoadBalancerId: "lb-bp1public" },
  });
const notOfApiServer = { at: "shop/balancer", want: "a load balancer of your own for Services" };

const hubble = (metrics: readonly string[]) => (stack: TerraformStack) =>
  new TerwayHubble(stack, "hubble", {
    cluster: existing(stack, "terway"),
    metrics: metrics as readonly HubbleMetric[],
  });
const layer7 = (metric: string) => ({
  build: hubble(["drop", metric]),
  at: "shop/hubble",
  got: `the metric "${metric}"`,
  want: "drop, tcp, flow, port-distribution or icmp, with or without options after a colon",
  rows: ["hubble-metrics-enum"],
});

/** The public addresses of Pods, the addresses of Services, and what watches them. */
export const podNetworkLimitCases: CasesById = {
  "pod-eip-needs-terway": {
    violating: {
      "a cluster with Flannel": {
        build: allocated({}, (stack) => proCluster(stack, { network: flannel(stack) })),
        ...plugin("flannel"),
        rows: ["eip-terway-only"],
      },
      "an address that exists, in a cluster with Flannel": {
        build: (stack) =>
          PodEip.existing(stack, "eip", { cluster: existing(stack, "flannel"), instanceId: "eip-bp1game" }),
        ...plugin("flannel"),
        rows: ["eip-terway-only"],
      },
    },
    legal: {
      "a cluster with Terway": {
        build: allocated({}, (stack) => existing(stack, "terway")),
        rows: ["eip-terway-only"],
      },
      "an existing cluster that does not say": allocated({}),
    },
  },
  "pod-eip-bandwidth": {
    violating: {
      "no bandwidth": {
        build: allocated({ bandwidthMbps: 0 }),
        at: "shop/eip",
        got: "bandwidthMbps 0 Mbit/s",
        want: "a whole number from 1 to 1000 Mbit/s",
      },
    },
    legal: { "5 Mbit/s": allocated({ bandwidthMbps: 5 }), "the usual bandwidth": allocated({}) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => allocated({ bandwidthMbps: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "pod-eip-release": {
    violating: {
      "ten minutes without a unit": {
        build: allocated({ releaseStrategy: "10" }),
        at: "shop/eip",
        got: 'releaseStrategy "10"',
        want: 'Follow, Never, or a time such as "10m" or "5m30s"',
      },
    },
    legal: {
      "ten minutes": allocated({ releaseStrategy: "10m" }),
      "five and a half minutes": allocated({ releaseStrategy: "5m30s" }),
      "with the Pod": allocated({ releaseStrategy: "Follow" }),
      never: allocated({ releaseStrategy: "Never" }),
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => allocated({ releaseStrategy: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "pod-eip-id": {
    violating: {
      "an address": {
        build: (stack) => single(stack, "47.98.1.2"),
        at: "shop/eip",
        got: 'instanceId "47.98.1.2"',
        want: "the id of an EIP, such as eip-bp1example",
      },
    },
    legal: { "an id": (stack) => single(stack) },
    unknown: {
      "what only Terraform knows": { build: (stack) => single(stack, textToken(stack)), limit: "silent" },
    },
  },
  "pod-eip-once": {
    violating: {
      "one EIP in two stacks": {
        build: (stack) => {
          single(besideStack(stack, "other"));
          single(stack);
        },
        at: "shop/eip",
        got: "the address eip-bp1game, which other/eip has already",
        want: "an address of its own for each Pod",
        rows: ["eip-instance-single-pod"],
      },
    },
    legal: {
      "two EIPs": {
        build: (stack) => {
          single(stack);
          single(stack, "eip-bp2game", "second");
        },
        rows: ["eip-instance-single-pod"],
      },
    },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => {
          single(stack);
          single(stack, textToken(stack), "second");
        },
        limit: "partly",
      },
    },
  },
  "pod-eip-one-pod": {
    violating: {
      "a Deployment with two replicas": {
        build: (stack) => deployment(stack, single(stack).annotations, "2"),
        at: "shop/game",
        got: "one EIP for 2 Pods",
        want: "one Pod",
        rows: ["eip-instance-single-pod"],
      },
      "a StatefulSet with three replicas": {
        build: (stack) =>
          new StatefulSetV1(stack, "game", {
            metadata: { name: "game" },
            spec: { ...specOf(single(stack).annotations), serviceName: "game", replicas: "3" },
          }),
        at: "shop/game",
        got: "one EIP for 3 Pods",
        want: "one Pod",
        rows: ["eip-instance-single-pod"],
      },
      "a DaemonSet": {
        build: (stack) =>
          new DaemonSetV1(stack, "game", {
            metadata: { name: "game" },
            spec: specOf(single(stack).annotations),
          }),
        at: "shop/game",
        got: "one EIP for a Pod on each node",
        want: "one Pod",
      },
      "a Pod beside a Deployment": {
        build: (stack) => {
          const { annotations } = single(stack);
          deployment(stack, annotations);
          new PodV1(stack, "pod", { metadata: { name: "pod", annotations }, spec: container });
        },
        at: "shop/pod",
        got: "an EIP that Pods of shop/game have already",
        want: "an EIP of its own",
      },
      "a reference to one EIP in a Deployment with two replicas": {
        build: (stack) => deployment(stack, single(stack, textToken(stack)).annotations, "2"),
        at: "shop/game",
        got: "one EIP for 2 Pods",
        want: "one Pod",
      },
    },
    legal: {
      "a Deployment with one replica": {
        build: (stack) => {
          const eip = single(stack);
          deployment(stack, eip.annotations, eip.replicas);
        },
        rows: ["eip-instance-single-pod"],
      },
      "a Deployment that waits": (stack) => deployment(stack, single(stack).annotations, "0"),
      "a Deployment that does not say": (stack) => deployment(stack, single(stack).annotations),
      "a Pod": (stack) =>
        new PodV1(stack, "pod", {
          metadata: { name: "pod", annotations: single(stack).annotations },
          spec: container,
        }),
      "addresses for two replicas": (stack) => {
        single(stack);
        const { annotations } = PodEip.allocate(stack, "each", { cluster: existing(stack) });
        deployment(stack, annotations, "2");
      },
    },
    unknown: {
      "a number of Pods that only Terraform knows": {
        build: (stack) => deployment(stack, single(stack).annotations, textToken(stack)),
        limit: "partly",
      },
    },
  },
  "service-ipv6-needs-dual-stack": {
    violating: {
      "both families in a cluster with IPv4": {
        build: (stack) => ServiceIpFamilies.dualStack(stack, "families", { cluster: proCluster(stack) }),
        at: "shop/families",
        got: "ipFamilies IPv4, IPv6 in a cluster with IPv4 alone",
        want: "a dual-stack cluster",
        rows: ["ipv6-family-policy"],
      },
      "IPv6 alone at the edge": {
        build: (stack) =>
          ServiceIpFamilies.ipv6(stack, "families", {
            cluster: new EdgeCluster(stack, "cluster", {
              name: "shop",
              network: flannel(stack, { egress: Egress.existing() }),
              publicApiServer: true,
            }),
          }),
        at: "shop/families",
        got: "ipFamilies IPv6 in a cluster with IPv4 alone",
        want: "a dual-stack cluster",
      },
    },
    legal: {
      "both families in a dual-stack cluster": {
        build: (stack) => ServiceIpFamilies.dualStack(stack, "families", { cluster: dualStack(stack) }),
        rows: ["ipv6-family-policy"],
      },
      "SingleStack with IPv6 in a dual-stack cluster": {
        build: (stack) => ServiceIpFamilies.ipv6(stack, "families", { cluster: dualStack(stack) }),
        rows: ["ipv6-family-policy"],
      },
      "an existing cluster": (stack) =>
        ServiceIpFamilies.dualStack(stack, "families", { cluster: existing(stack) }),
    },
  },
  "public-ipv6-gateway": {
    violating: {
      "a public NLB without a gateway": {
        build: familiesOf(dualStack),
        at: "shop/families",
        got: "a public address of IPv6, in an app without an IPv6 gateway",
        want: "an IPv6 gateway in the VPC, with public bandwidth",
        rows: ["ipv6-public-bandwidth"],
      },
    },
    legal: {
      "a public NLB beside a gateway": {
        build: (stack) => {
          const cluster = dualStack(stack);
          withGateway(stack, cluster.vpc);
          familiesOf(() => cluster)(stack);
        },
        rows: ["ipv6-public-bandwidth"],
      },
      "an NLB that the VPC alone reaches by IPv6": (stack) =>
        ServiceIpFamilies.dualStack(stack, "families", {
          cluster: dualStack(stack),
          loadBalancer: { type: "nlb" },
        }),
      "a VPC that others made": familiesOf((stack) => {
        const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16", ipv6: true });
        return proCluster(stack, {
          network: terwayIn(vpc),
          version: "1.34.1-aliyun.1",
        });
      }),
    },
  },
  "service-load-balancer-id": {
    violating: {
      "a name": {
        build: onBalancer("shop-public"),
        at: "shop/balancer",
        got: 'loadBalancerId "shop-public"',
        want: "the id of a CLB (lb-...) or an NLB (nlb-...)",
      },
    },
    legal: { "a CLB": onBalancer("lb-bp1abcd"), "an NLB": onBalancer("nlb-abcd") },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => onBalancer(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "service-not-on-api-server-balancer": {
    violating: {
      "the private load balancer, whose port 6443 is in use": {
        build: (stack) => {
          withBalancers(stack);
          onBalancer("lb-bp1private")(stack);
        },
        ...notOfApiServer,
        got: "the load balancer of the API server of shop/cluster",
        rows: ["gpu-slb-ports", "slb-reuse-not-apiserver"],
      },
      "the public load balancer, of a cluster in another stack": {
        build: (stack) => {
          withBalancers(besideStack(stack, "platform"));
          onBalancer("lb-bp1public")(stack);
        },
        ...notOfApiServer,
        got: "the load balancer of the API server of platform/cluster",
        rows: ["gpu-slb-ports"],
      },
      "the one that ACK made": {
        build: (stack) => onBalancer(proCluster(stack).resource.slbId)(stack),
        ...notOfApiServer,
        got: "slb_id of a cluster, the load balancer of its API server",
        rows: ["slb-reuse-not-apiserver"],
      },
    },
    legal: {
      "a load balancer of one's own": {
        build: (stack) => {
          withBalancers(stack);
          onBalancer("lb-bp1abcd")(stack);
        },
        rows: ["gpu-slb-ports", "slb-reuse-not-apiserver"],
      },
    },
    unknown: {
      "a load balancer of which only Terraform knows": {
        build: (stack) => {
          withBalancers(stack);
          onBalancer(textToken(stack))(stack);
        },
        limit: "partly",
      },
    },
  },
  "hubble-metrics": {
    violating: { "names of layer 7": layer7("dns"), "calls of layer 7": layer7("http") },
    legal: {
      "all there are": {
        build: hubble(["drop", "tcp", "flow", "port-distribution", "icmp"]),
        rows: ["hubble-metrics-enum"],
      },
      "one with options": hubble(["flow:sourceContext=pod;destinationContext=pod"]),
    },
    unknown: {
      "a list that only Terraform knows": {
        build: (stack) => hubble(listToken(stack))(stack),
        limit: "silent",
      },
    },
  },
};
