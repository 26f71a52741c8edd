import type { TerraformStack } from "cdktf";
import {
  Addon,
  Billing,
  ComponentPolicies,
  ComponentPolicy,
  EdgeCluster,
  ImageType,
  ProCluster,
  type AddonConfig,
  type CreationAddon,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const at = "shop/cluster/it";
const detector = "ack-node-problem-detector";
const detectorFix = `add it: cluster.addAddon("detector", { name: "${detector}" })`;
const versionFix = "upgrade the cluster first, or leave the add-on out";

/** A cluster of a version, with an add-on. */
const withVersion = (version: string, name: string) => (stack: TerraformStack) =>
  proCluster(stack, { version, rrsa: false }).addAddon("it", { name });
const createdWith =
  (...addons: CreationAddon[]) =>
  (stack: TerraformStack) =>
    proCluster(stack, { addons });
const managed =
  (...names: string[]) =>
  (stack: TerraformStack) => {
    const cluster = proCluster(stack);
    names.forEach((name, index) => cluster.addAddon(index === 0 ? "it" : `addon-${index}`, { name }));
  };
const flannelCluster = (stack: TerraformStack) => proCluster(stack, { network: flannel(stack) });

const admission = (plugins: string, version?: string) => (stack: TerraformStack) =>
  proCluster(stack, version === undefined ? {} : { version }).addAddon("it", {
    name: "kube-apiserver",
    config: { EnableAdmissionPlugins: plugins },
  });

/** A pool of a cluster whose network add-on has settings. */
const onTerway = (config: AddonConfig, image: string) => (stack: TerraformStack) =>
  proCluster(stack, { addons: [{ name: "terway-eniip", config }] }).addNodePool(
    "it",
    poolOptions({ imageType: ImageType.of(image) }),
  );
/** The same where the network has the setting. */
const inDataPathV2 = (image: string) => (stack: TerraformStack) =>
  proCluster(stack, { network: terway(stack, { dataPathV2: true }) }).addNodePool(
    "it",
    poolOptions({ imageType: ImageType.of(image) }),
  );

const poolOf = (options: Partial<NodePoolOptions>, addons?: CreationAddon[]) => (stack: TerraformStack) =>
  proCluster(stack, addons === undefined ? {} : { addons }).addNodePool("it", poolOptions(options));
const spot: Partial<NodePoolOptions> = { billing: Billing.spot() };
const repaired: Partial<NodePoolOptions> = { management: { autoRepair: true } };

/** What the add-ons of one cluster have to do with it, with its pools, and with each other. */
export const clusterAddonCases: CasesById = {
  "addon-kubernetes-version": {
    violating: {
      "CSI with 1.13": {
        build: withVersion("1.13.4-aliyun.1", "csi-plugin"),
        at,
        got: "csi-plugin with Kubernetes 1.13.4-aliyun.1",
        want: "1.14 or later",
        fix: versionFix,
        also: ["pro-min-version"],
        rows: ["csi-k8s-min-version"],
      },
      "OpenKruise with 1.12": {
        build: withVersion("1.12.6-aliyun.1", "ack-kruise"),
        at,
        got: "ack-kruise with Kubernetes 1.12.6-aliyun.1",
        want: "1.13 or later",
        fix: versionFix,
        also: ["pro-min-version"],
        rows: ["kruise-k8s-version"],
      },
      "the inspection of workloads with 1.14.6": {
        build: withVersion("1.14.6-aliyun.1", "security-inspector"),
        at,
        got: "security-inspector with Kubernetes 1.14.6-aliyun.1",
        want: "1.14.8 or later",
        fix: versionFix,
        also: ["pro-min-version"],
        rows: ["inspection-min-version"],
      },
      "pulling without passwords with 1.18": {
        build: withVersion("1.18.8-aliyun.1", "aliyun-acr-credential-helper"),
        at,
        got: "aliyun-acr-credential-helper with Kubernetes 1.18.8-aliyun.1",
        want: "1.20 or later",
        fix: versionFix,
        rows: ["acr-helper-cluster-types"],
      },
      "the same of ACK, which a cluster of 1.20 is created with": {
        build: (stack) =>
          proCluster(stack, {
            version: "1.20.11-aliyun.1",
            rrsa: false,
            addons: [{ name: "managed-aliyun-acr-credential-helper" }],
          }),
        at: "shop/cluster",
        got: "managed-aliyun-acr-credential-helper with Kubernetes 1.20.11-aliyun.1",
        want: "1.22 or later",
        fix: versionFix,
      },
    },
    legal: {
      "CSI with 1.16": { build: withVersion("1.16.6-aliyun.1", "csi-plugin"), rows: ["csi-k8s-min-version"] },
      "OpenKruise with 1.34": {
        build: withVersion("1.34.1-aliyun.1", "ack-kruise"),
        rows: ["kruise-k8s-version"],
      },
      "the inspection of workloads with 1.16": {
        build: withVersion("1.16.6-aliyun.1", "security-inspector"),
        rows: ["inspection-min-version"],
      },
      "pulling without passwords with 1.20": {
        build: withVersion("1.20.11-aliyun.1", "aliyun-acr-credential-helper"),
        rows: ["acr-helper-cluster-types"],
      },
      "an existing cluster, whose version nobody knows": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }).addAddon("it", {
          name: "csi-plugin",
        }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => withVersion(textToken(stack), "csi-plugin")(stack),
        limit: "silent",
      },
    },
  },
  "component-terway-xor-flannel": {
    violating: {
      "Flannel in a cluster with Terway": {
        build: managed("kube-flannel-ds"),
        at,
        got: "kube-flannel-ds in a cluster with terway",
        want: "add-ons of terway",
        fix: "leave the add-on out; another plug-in takes another cluster",
        rows: ["component-terway-xor-flannel"],
      },
      "Terway in a cluster with Flannel": {
        build: (stack) => flannelCluster(stack).addAddon("it", { name: "terway-eniip" }),
        at,
        got: "terway-eniip in a cluster with flannel",
        want: "add-ons of flannel",
        fix: "leave the add-on out; another plug-in takes another cluster",
        rows: ["component-terway-xor-flannel"],
      },
      "Terway in an existing cluster with Flannel": {
        build: (stack) =>
          ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123", plugin: "flannel" }).addAddon(
            "it",
            {
              name: "terway-controlplane",
            },
          ),
        at,
        got: "terway-controlplane in a cluster with flannel",
        want: "add-ons of flannel",
        fix: "leave the add-on out; another plug-in takes another cluster",
      },
    },
    legal: {
      "Terway in a cluster with Terway": {
        build: managed("terway-eniip", "terway-controlplane"),
        rows: ["component-terway-xor-flannel"],
      },
      "Flannel in a cluster with Flannel": {
        build: (stack) => flannelCluster(stack).addAddon("it", { name: "kube-flannel-ds" }),
        rows: ["component-terway-xor-flannel"],
      },
      "Terway in an existing cluster of which nothing is known": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }).addAddon("it", {
          name: "terway-eniip",
        }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => managed(textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "addon-alternatives": {
    violating: {
      "two provisioners": {
        build: managed("managed-csiprovisioner", "csi-provisioner"),
        at,
        got: "managed-csiprovisioner beside csi-provisioner",
        want: "one of them",
        fix: "keep one of the two",
      },
      "two helpers that a cluster is created with": {
        build: createdWith(
          { name: "aliyun-acr-credential-helper" },
          { name: "managed-aliyun-acr-credential-helper" },
        ),
        at: "shop/cluster",
        got: "managed-aliyun-acr-credential-helper beside aliyun-acr-credential-helper",
        want: "one of them",
        fix: "keep one of the two",
      },
    },
    legal: {
      "the provisioner of ACK, in place of the one on the nodes": createdWith({
        name: "managed-csiprovisioner",
      }),
      "one that took the place of what the cluster was created with": (stack) =>
        proCluster(stack, { addons: [{ name: "csi-provisioner" }] }).addAddon("it", {
          name: "managed-csiprovisioner",
        }),
      "one that is kept from being installed": createdWith(
        { name: "managed-csiprovisioner" },
        { name: "csi-provisioner", disabled: true },
      ),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => managed("managed-csiprovisioner", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "pod-security-policy-removed": {
    violating: {
      "the plug-in with 1.25": {
        build: admission("NodeRestriction,PodSecurityPolicy", "1.25.5-aliyun.1"),
        at,
        got: "the admission plug-in PodSecurityPolicy with Kubernetes 1.25.5-aliyun.1",
        want: "plug-ins that this version has",
        fix: "leave PodSecurityPolicy out of EnableAdmissionPlugins; use labels of Pod Security Admission",
        rows: ["psp-k8s-min"],
      },
      "the plug-in in a list, in a cluster that is created with it": {
        build: (stack) =>
          proCluster(stack, {
            version: "1.34.1-aliyun.1",
            addons: [
              {
                name: "kube-apiserver",
                config: { EnableAdmissionPlugins: ["NodeRestriction", "PodSecurityPolicy"] },
              },
            ],
          }),
        at: "shop/cluster",
        got: "the admission plug-in PodSecurityPolicy with Kubernetes 1.34.1-aliyun.1",
        want: "plug-ins that this version has",
        fix: "leave PodSecurityPolicy out of EnableAdmissionPlugins; use labels of Pod Security Admission",
      },
    },
    legal: {
      "the plug-in with 1.24": {
        build: admission("NodeRestriction, PodSecurityPolicy", "1.24.6-aliyun.1"),
        rows: ["psp-k8s-min"],
      },
      "the plug-in in a cluster whose version nobody gave": admission("NodeRestriction,PodSecurityPolicy"),
      "another plug-in with 1.34": admission("NodeRestriction,AlwaysPullImages", "1.34.1-aliyun.1"),
    },
    unknown: {
      "plug-ins that only Terraform knows": {
        build: (stack) => admission(textToken(stack), "1.34.1-aliyun.1")(stack),
        limit: "silent",
      },
    },
  },
  "terway-ipvlan-os": {
    violating: {
      "CentOS with IPvlan": {
        build: onTerway({ IPVlan: "true" }, "CentOS"),
        at,
        got: "imageType CentOS with IPVlan",
        want: "Alibaba Cloud Linux, ContainerOS or Ubuntu",
        fix: "take another imageType, or IPVlan false for terway-eniip",
        rows: ["terway-ipvlan-os"],
      },
      "CentOS in a network with DataPath V2": {
        build: inDataPathV2("CentOS"),
        at,
        got: "imageType CentOS with IPVlan",
        want: "Alibaba Cloud Linux, ContainerOS or Ubuntu",
        fix: "take another imageType, or IPVlan false for terway-eniip",
      },
    },
    legal: {
      "Alibaba Cloud Linux 3 in a network with DataPath V2": inDataPathV2("AliyunLinux3"),
      "Alibaba Cloud Linux 3 with DataPath V2": {
        build: onTerway({ IPVlan: "true" }, "AliyunLinux3"),
        rows: ["terway-ipvlan-os"],
      },
      "no pool": createdWith({ name: "terway-eniip", config: { IPVlan: true } }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) =>
          proCluster(stack, {
            addons: [{ name: "terway-eniip", config: { IPVlan: textToken(stack) } }],
          }),
        limit: "silent",
      },
    },
  },
  "spot-expiry-needs-npd": {
    violating: {
      "a pool of spot instances alone": {
        build: poolOf(spot),
        at,
        got: `spot instances without ${detector}`,
        want: detector,
        fix: detectorFix,
        rows: ["spot-expiry-needs-npd"],
      },
    },
    legal: {
      "the add-on beside the pool": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("spot", poolOptions(spot));
          cluster.addAddon("detector", { name: detector });
        },
        rows: ["spot-expiry-needs-npd"],
      },
      "a cluster that is created with the add-on": poolOf(spot, [{ name: detector }]),
      "a pool of ordinary instances": poolOf({}),
      "an existing cluster, which may have it": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c123",
          nodeVSwitches: { h: "vsw-1" },
          plugin: "terway",
        }).addNodePool("spot", poolOptions(spot)),
    },
    unknown: {
      "an add-on whose name only Terraform knows": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("spot", poolOptions(spot));
          cluster.addAddon("it", { name: textToken(stack) });
        },
        limit: "silent",
      },
    },
  },
  "auto-repair-needs-npd": {
    violating: {
      "a pool that is repaired": {
        build: poolOf(repaired),
        at,
        got: `autoRepair without ${detector}`,
        want: detector,
        fix: detectorFix,
      },
      "an add-on that is kept from being installed": {
        build: poolOf(repaired, [{ name: detector, disabled: true }]),
        at,
        got: `autoRepair without ${detector}`,
        want: detector,
        fix: detectorFix,
      },
    },
    legal: {
      "a cluster that is created with the add-on": poolOf(repaired, [{ name: detector }]),
      "fixes alone": poolOf({ management: { autoVulFix: true } }),
    },
    unknown: {
      "an add-on whose name only Terraform knows": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("it", poolOptions(repaired));
          cluster.addAddon("addon", { name: textToken(stack) });
        },
        limit: "silent",
      },
    },
  },
};

const edge = (name: string) => (stack: TerraformStack) => {
  const cluster = new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack),
    publicApiServer: true,
  });
  cluster.addNodePool("cloud", poolOptions({}));
  new Addon(stack, "it", { cluster, name });
};
const terwayAddon = (name: string, config: AddonConfig) => (stack: TerraformStack) =>
  proCluster(stack).addAddon("it", { name, config });

/** Add-ons that some clusters, or some networks, do not have. */
export const addonHomeCases: CasesById = {
  "component-windows-managed-only": {
    violating: {
      "at the edge": {
        build: edge("managed-kube-proxy-windows"),
        at: "shop/it",
        got: "managed-kube-proxy-windows in an edge cluster",
        want: "a managed cluster",
        rows: ["component-windows-managed-only"],
      },
    },
    legal: {
      "in a managed cluster": {
        build: managed("kube-flannel-ds-windows"),
        rows: ["component-windows-managed-only"],
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => edge(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "kritis-cluster-types": {
    violating: {
      "at the edge": {
        build: edge("kritis-validation-hook"),
        at: "shop/it",
        got: "kritis-validation-hook in an edge cluster",
        want: "a managed cluster",
        fix: "leave it out, or use a ManagedCluster or a ProCluster",
        rows: ["kritis-cluster-types"],
      },
    },
    legal: {
      "in a managed cluster": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addAddon("it", { name: "kritis-validation-hook" });
          const policies = { kritis: ComponentPolicy.imageSignatures() };
          new ComponentPolicies(stack, "policies", { cluster, policies });
        },
        rows: ["kritis-cluster-types"],
      },
      "another add-on at the edge": edge("raven-agent-ds"),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => edge(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "terway-ipvlan-shared-eni-only": {
    violating: {
      "an ENI for each Pod": {
        build: terwayAddon("terway-eni", { IPVlan: "true" }),
        at,
        got: "IPVlan with terway-eni, which gives each Pod an ENI",
        want: "terway-eniip",
        fix: "use terway-eniip, or leave IPVlan out",
        rows: ["terway-ipvlan-shared-eni-only"],
      },
    },
    legal: {
      "shared ENIs": {
        build: terwayAddon("terway-eniip", { IPVlan: "true" }),
        rows: ["terway-ipvlan-shared-eni-only"],
      },
      "an ENI for each Pod, without IPvlan": terwayAddon("terway-eni", { IPVlan: "false" }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) => terwayAddon("terway-eni", { IPVlan: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
};
