import { Token, type TerraformStack } from "cdktf";
import {
  EdgeCluster,
  ManagedCluster,
  RemovalPolicy,
  type FlannelNetworkInNewVpcProps,
  type ManagedClusterProps,
  type ProClusterProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, numberToken, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const cluster = (props: Partial<ProClusterProps>) => (stack: TerraformStack) => proCluster(stack, props);
const clusterOf = (props: (stack: TerraformStack) => Partial<ProClusterProps>) => (stack: TerraformStack) =>
  proCluster(stack, props(stack));
const basic = (props: Partial<ManagedClusterProps>) => (stack: TerraformStack) =>
  new ManagedCluster(stack, "cluster", { name: "shop", network: terway(stack), ...props });
const edge =
  (publicApiServer: boolean, surroundings: Partial<FlannelNetworkInNewVpcProps> = {}) =>
  (stack: TerraformStack) => {
    const network = flannel(stack, surroundings);
    const cluster = new EdgeCluster(stack, "cluster", { name: "shop", network, publicApiServer });
    cluster.addNodePool("cloud", poolOptions());
  };
const issuedBy = (issuer: string) => cluster({ serviceAccountTokens: { issuer, audiences: ["api"] } });

const at = "shop/cluster";
const start = "2026-01-05T01:00:00.000+08:00";
const proWords = { at, want: "a Pro edition", fix: "take a Pro cluster, or leave them out" };

/** How clusters are reached, kept, watched and deleted. */
export const lifecycleLimitCases: CasesById = {
  "cluster-deletion-protection": {
    violating: {
      "a protected cluster that Terraform may destroy": {
        build: cluster({ lifecycle: { preventDestroy: false } }),
        at,
        got: "lifecycle.preventDestroy false beside RemovalPolicy.PROTECT: Terraform will try, and ACK refuse",
        want: "protection by both, or by neither",
        fix: "set removalPolicy: RemovalPolicy.DESTROY, and deploy once before the cluster goes",
        rows: ["cluster-deletion-protection"],
      },
    },
    legal: {
      "a protected cluster": { build: cluster({}), rows: ["cluster-deletion-protection"] },
      "a cluster that may go": {
        build: cluster({ removalPolicy: RemovalPolicy.DESTROY, lifecycle: { preventDestroy: false } }),
        rows: ["cluster-deletion-protection"],
      },
      "a cluster that Terraform alone protects": cluster({
        removalPolicy: RemovalPolicy.DESTROY,
        lifecycle: { preventDestroy: true },
      }),
    },
  },
  "edge-apiserver-reachable": {
    violating: {
      "neither a public address nor a private line": {
        build: edge(false),
        at,
        got: "an edge cluster without a public API server, in a VPC that nothing is connected to",
        want: "a way for nodes outside of the VPC to the API server",
        fix: "set publicApiServer: true, or name what the private line leads to in onPremisesCidrs of the VPC",
        rows: ["edge-apiserver-reachable"],
      },
    },
    legal: {
      "a public address": { build: edge(true), rows: ["edge-apiserver-reachable"] },
      "a private line": {
        build: edge(false, { onPremisesCidrs: ["192.168.0.0/16"] }),
        rows: ["edge-apiserver-reachable"],
      },
      "a cluster that is not at the edge": cluster({ publicApiServer: false }),
    },
    unknown: {
      "an answer that only Terraform knows": {
        build: (stack) => edge(Token.asAny(textToken(stack)) as unknown as boolean)(stack),
        limit: "silent",
      },
    },
  },
  "basic-cluster-operations": {
    violating: {
      "logs of the control plane": {
        build: basic({ controlPlaneLogs: {} }),
        ...proWords,
        got: "controlPlaneLogs on a basic cluster",
      },
      "logs and a window": {
        build: basic({ controlPlaneLogs: {}, maintenanceWindow: { start, hours: 3 } }),
        ...proWords,
        got: "controlPlaneLogs and maintenanceWindow on a basic cluster",
      },
    },
    legal: {
      "logs and a window of a Pro cluster": cluster({
        controlPlaneLogs: {},
        maintenanceWindow: { start, hours: 3 },
      }),
      "neither on a basic cluster": basic({}),
    },
    unknown: {
      "a length of the window that only Terraform knows": {
        build: clusterOf((stack) => ({ maintenanceWindow: { start, hours: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "disabled-addon-settings": {
    violating: {
      "settings of a disabled add-on": {
        build: cluster({
          addons: [
            {
              name: "nginx-ingress-controller",
              disabled: true,
              config: { IngressSlbNetworkType: "intranet" },
            },
          ],
        }),
        at,
        got: "nginx-ingress-controller, disabled, with config or version",
        want: "disabled alone",
        fix: "leave config and version out, or disabled",
      },
    },
    legal: {
      "a disabled add-on": cluster({ addons: [{ name: "nginx-ingress-controller", disabled: true }] }),
      "settings of an add-on": cluster({
        addons: [{ name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "intranet" } }],
      }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({
          addons: [{ name: textToken(stack), disabled: true, version: "1.2.3" }],
        })),
        limit: "partly",
      },
    },
  },
  "retain-resources-unique": {
    violating: {
      "a resource twice": {
        build: cluster({ onDelete: { retainResources: ["lb-1", "sg-1", "lb-1"] } }),
        at,
        got: 'retainResources with "lb-1" more than once',
        want: "members that differ",
      },
    },
    legal: { "resources that differ": cluster({ onDelete: { retainResources: ["lb-1", "sg-1"] } }) },
    unknown: {
      "an id that only Terraform knows": {
        build: clusterOf((stack) => ({ onDelete: { retainResources: ["lb-1", textToken(stack)] } })),
        limit: "partly",
      },
    },
  },
  "service-account-issuer": {
    violating: {
      "a URL without its scheme": {
        build: issuedBy("://kubernetes.default.svc"),
        at,
        got: 'the issuer "://kubernetes.default.svc"',
        want: "a URL such as https://kubernetes.default.svc",
      },
      "no character": {
        build: issuedBy(""),
        at,
        got: 'the issuer ""',
        want: "a URL such as https://kubernetes.default.svc",
      },
    },
    legal: {
      "a URL": issuedBy("https://kubernetes.default.svc"),
      "a name, as in older clusters": issuedBy("kubernetes/serviceaccount"),
    },
    unknown: {
      "an issuer that only Terraform knows": {
        build: clusterOf((stack) => ({
          serviceAccountTokens: { issuer: `:${textToken(stack)}`, audiences: ["api"] },
        })),
        limit: "silent",
      },
    },
  },
};
