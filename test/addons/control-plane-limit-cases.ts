import type { TerraformStack } from "cdktf";
import { Addon, EdgeCluster, ManagedCluster, type AddonConfig, type EdgeClusterProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const basic = (stack: TerraformStack) =>
  new ManagedCluster(stack, "cluster", { name: "shop", network: terway(stack) });
const edge = (edition: EdgeClusterProps["edition"]) => (stack: TerraformStack) => {
  const network = flannel(stack);
  const cluster = new EdgeCluster(stack, "cluster", {
    name: "shop",
    network,
    edition,
    publicApiServer: true,
  });
  cluster.addNodePool("cloud", poolOptions());
  return cluster;
};

const at = "shop/it";

/** An add-on with settings, of a cluster of some kind. */
const settings =
  (
    of: (stack: TerraformStack) => ManagedCluster | EdgeCluster | ReturnType<typeof proCluster>,
    name: string,
    config: AddonConfig = { ServiceNodePortRange: "30000-32767" },
  ) =>
  (stack: TerraformStack) =>
    new Addon(stack, "it", { cluster: of(stack), name, config });

const pro = (stack: TerraformStack) => proCluster(stack);
const proWords = (name: string) => ({
  at,
  got: `config of ${name} in a basic cluster`,
  want: "a Pro edition",
  fix: "leave config out, or take a Pro edition",
});
const plugins = (config: AddonConfig) => settings(pro, "kube-apiserver", config);
const withoutDefault = (given: string) => ({
  at,
  got: `EnableAdmissionPlugins ${given}`,
  want: "a list with NodeRestriction, ACK's default, which it replaces",
  fix: "add NodeRestriction to the list",
});

/** The settings of the parts of the control plane. */
export const controlPlaneLimitCases: CasesById = {
  "component-pro-only-params": {
    violating: {
      "the API server of a basic cluster": {
        build: settings(basic, "kube-apiserver"),
        ...proWords("kube-apiserver"),
        rows: ["component-pro-only-params"],
      },
      "the controller manager of a basic cluster": {
        build: settings(basic, "kube-controller-manager"),
        ...proWords("kube-controller-manager"),
        rows: ["component-pro-only-params"],
      },
      "the API server of an edge cluster of the standard edition": {
        build: settings(edge("standard"), "kube-apiserver"),
        ...proWords("kube-apiserver"),
        rows: ["edge-kms-pro-only"],
      },
      "settings that a basic cluster is created with": {
        build: (stack) =>
          new ManagedCluster(stack, "it", {
            name: "shop",
            network: terway(stack),
            addons: [{ name: "kube-apiserver", config: { ServiceNodePortRange: "30000-32767" } }],
          }),
        ...proWords("kube-apiserver"),
      },
    },
    legal: {
      "the API server of a Pro cluster": {
        build: settings(pro, "kube-apiserver"),
        rows: ["component-pro-only-params"],
      },
      "the controller manager of a Pro cluster": {
        build: settings(pro, "kube-controller-manager"),
        rows: ["component-pro-only-params"],
      },
      "the API server of an edge Pro cluster": {
        build: settings(edge("pro"), "kube-apiserver"),
        rows: ["edge-kms-pro-only"],
      },
      "the API server of an existing edge cluster, which may be either": settings(
        (stack) =>
          EdgeCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }) as unknown as EdgeCluster,
        "kube-apiserver",
      ),
      "another add-on of a basic cluster": settings(basic, "metrics-server"),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => settings(basic, textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "cp-params-components": {
    violating: {
      "settings of etcd": {
        build: settings(pro, "etcd", { quotaBackendBytes: "8Gi" }),
        at,
        got: "config of etcd",
        want: "config of kube-apiserver, kube-controller-manager, cloud-controller-manager or kube-scheduler",
        fix: "leave the add-on out",
        rows: ["cp-params-components"],
      },
    },
    legal: {
      "settings of the scheduler": {
        build: settings(pro, "kube-scheduler", { enableLoadAware: "true" }),
        rows: ["cp-params-components"],
      },
      "the route tables of the cloud controller manager": {
        build: settings(
          (stack) => proCluster(stack, { network: flannel(stack) }),
          "cloud-controller-manager",
          { RouteTableIDS: "vtb-1,vtb-2" },
        ),
        rows: ["cp-params-components"],
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => settings(pro, textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "cp-params-overwrite": {
    violating: {
      "a list without NodeRestriction": {
        build: plugins({ EnableAdmissionPlugins: "PodSecurityPolicy,AlwaysPullImages" }),
        ...withoutDefault("PodSecurityPolicy,AlwaysPullImages"),
        rows: ["cp-params-overwrite"],
      },
      "the spelling of Kubernetes, as a list": {
        build: plugins({ enableAdmissionPlugins: ["PodSecurityPolicy"] }),
        ...withoutDefault("PodSecurityPolicy"),
      },
    },
    legal: {
      "a list with NodeRestriction": {
        build: plugins({ EnableAdmissionPlugins: "NodeRestriction, PodSecurityPolicy" }),
        rows: ["cp-params-overwrite"],
      },
      "other settings": plugins({ ServiceNodePortRange: "20000-32767" }),
    },
    unknown: {
      "plug-ins that only Terraform knows": {
        build: (stack) => plugins({ EnableAdmissionPlugins: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
};
