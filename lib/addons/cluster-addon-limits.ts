import {
  ackGuide,
  alibabaCloud,
  findingsOf,
  kubernetes,
  limitsOn,
  provider,
  type Finding,
  type Named,
} from "../limits";
import type { ClusterAddonFacts } from "./facts";

const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

/** The version of Kubernetes that a component needs. */
const since: ReadonlyMap<string, string> = new Map([
  ["csi-plugin", "1.14"],
  ["csi-provisioner", "1.14"],
  ["managed-csiprovisioner", "1.14"],
  ["ack-kruise", "1.13"],
  ["security-inspector", "1.14.8"],
  // In 2021 it was 1.11.2.
  ["aliyun-acr-credential-helper", "1.20"],
  ["managed-aliyun-acr-credential-helper", "1.22"],
]);

/** Network components, by the plug-in that they belong to. */
const family: ReadonlyMap<string, "terway" | "flannel"> = new Map([
  ["terway", "terway"],
  ["terway-controlplane", "terway"],
  ["terway-edge", "terway"],
  ["terway-eni", "terway"],
  ["terway-eniip", "terway"],
  ["flannel", "flannel"],
  ["kube-flannel-ds", "flannel"],
]);

/** What ACK runs in the control plane, and what does the same on the nodes. */
const alternatives: ReadonlyMap<string, string> = new Map([
  ["managed-csiprovisioner", "csi-provisioner"],
  ["managed-aliyun-acr-credential-helper", "aliyun-acr-credential-helper"],
]);

const detector = "ack-node-problem-detector";
const installDetector = `add it: cluster.addAddon("detector", { name: "${detector}" })`;

export const clusterAddonLimits = [
  cluster.namesDiffer(
    "addon-once",
    "managed",
    {
      got: (name, earlier) => `the add-on ${name}, which ${earlier} manages as well`,
      want: "one construct for each add-on",
    },
    {
      statement: "A cluster has each add-on once: two resources for one add-on undo each other's settings.",
      source: provider("alicloud_cs_kubernetes_addon (id is cluster and name)"),
      authority: "library",
      rows: ["npd-single-release"],
      fix: "keep one construct for it, and give that one the config",
    },
  ),
  cluster.monotone(
    "addon-kubernetes-version",
    ["managed", "created", "version"],
    {
      statement: "Add-ons need a version of Kubernetes.",
      source: ackGuide(
        "10.1 Overview of CSI; also 8.2.3, 12.3.2 and 16.2",
        "28036-28038, 25160-25171, 42466-42467, 50036",
      ),
      rows: [
        "acr-helper-cluster-types",
        "csi-k8s-min-version",
        "inspection-min-version",
        "kruise-k8s-version",
      ],
      fix: "upgrade the cluster first, or leave the add-on out",
    },
    ({ managed, created, version }) => {
      if (version === undefined) {
        return [];
      }
      const check = ({ path, name }: Named): Finding | undefined => {
        const needed = since.get(name);
        return needed === undefined || version.isAtLeast(needed)
          ? undefined
          : { at: path, got: `${name} with Kubernetes ${version}`, want: `${needed} or later` };
      };
      return [...findingsOf(managed, check), ...findingsOf(created, check)];
    },
  ),
  cluster.monotone(
    "component-terway-xor-flannel",
    ["plugin", "managed"],
    {
      statement:
        "The network add-ons of a cluster belong to its network plug-in: Terway or Flannel, which stays.",
      source: ackGuide("9.1 Overview of components", "27236-27250"),
      rows: ["component-terway-xor-flannel"],
      authority: "service",
      fix: "leave the add-on out; another plug-in takes another cluster",
    },
    ({ plugin, managed }) =>
      findingsOf(managed, ({ path, name }) => {
        const other = family.get(name);
        return plugin === undefined || other === undefined || other === plugin
          ? undefined
          : { at: path, got: `${name} in a cluster with ${plugin}`, want: `add-ons of ${plugin}` };
      }),
  ),
  cluster.monotone(
    "addon-alternatives",
    ["managed", "created"],
    {
      statement: "A component that ACK runs in the control plane takes the place of the one on the nodes.",
      source: alibabaCloud("ACK, Manage components, csi-provisioner and aliyun-acr-credential-helper"),
      // What a cluster was created with may have been replaced since.
      fix: "keep one of the two",
    },
    ({ managed, created }) => [...both(managed), ...both(created)],
  ),
  cluster.limit(
    "pod-security-policy-removed",
    ["podSecurityPolicies", "version"],
    {
      statement:
        "PodSecurityPolicy is gone since Kubernetes 1.25, and the API server does not start with its plug-in.",
      source: kubernetes("Deprecated API Migration Guide, v1.25, PodSecurityPolicy"),
      authority: "kubernetes",
      rows: ["psp-k8s-min"],
      fix: "leave PodSecurityPolicy out of EnableAdmissionPlugins; use labels of Pod Security Admission",
    },
    ({ podSecurityPolicies, version }) =>
      version?.isAtLeast("1.25") === true
        ? findingsOf(podSecurityPolicies, (path) => ({
            at: path,
            got: `the admission plug-in PodSecurityPolicy with Kubernetes ${version}`,
            want: "plug-ins that this version has",
          }))
        : [],
  ),
  cluster.limit(
    "terway-ipvlan-os",
    ["acceleratesTerway", "images"],
    {
      // In 2021 it took Alibaba Cloud Linux 2; DataPath V2 takes every newer system.
      statement: "Terway that forwards with eBPF (IPvlan, DataPath V2) does not run on CentOS.",
      source: ackGuide("4.3.2 Create a managed cluster", "4655-4658"),
      rows: ["terway-ipvlan-os"],
      fix: "take another imageType, or IPVlan false for terway-eniip",
    },
    ({ acceleratesTerway, images }) =>
      acceleratesTerway
        ? findingsOf(images, ({ path, name }) =>
            name === "CentOS"
              ? {
                  at: path,
                  got: `imageType ${name} with IPVlan`,
                  want: "Alibaba Cloud Linux, ContainerOS or Ubuntu",
                }
              : undefined,
          )
        : [],
  ),
  cluster.limit(
    "spot-expiry-needs-npd",
    ["isOwned", "managed", "created", "spotPools"],
    {
      statement: `Nodes tell that their spot instance will be taken back when ${detector} is installed.`,
      source: ackGuide("6.2.5 See when spot instances end", "9639-9648"),
      rows: ["spot-expiry-needs-npd"],
      advice: true,
      fix: installDetector,
    },
    ({ isOwned, managed, created, spotPools }) =>
      withoutDetector("spot instances", isOwned, spotPools, managed, created),
  ),
  cluster.limit(
    "auto-repair-needs-npd",
    ["isOwned", "managed", "created", "repairedPools"],
    {
      statement: `ACK repairs nodes where ${detector} is installed, and no longer installs it by itself.`,
      source: provider("alicloud_cs_kubernetes_node_pool.management (InvalidParameter.Management)"),
      // Somebody may have installed it in the console.
      advice: true,
      fix: installDetector,
    },
    ({ isOwned, managed, created, repairedPools }) =>
      withoutDetector("autoRepair", isOwned, repairedPools, managed, created),
  ),
];

function both(addons: readonly Named[]): readonly Finding[] {
  const names = new Set(addons.map(({ name }) => name));
  return findingsOf(addons, ({ path, name }) => {
    const other = alternatives.get(name);
    return other !== undefined && names.has(other)
      ? { at: path, got: `${name} beside ${other}`, want: "one of them" }
      : undefined;
  });
}

/** Of an existing cluster nobody knows what is installed. */
function withoutDetector(
  what: string,
  isOwned: boolean,
  pools: readonly string[],
  ...installed: readonly (readonly Named[])[]
): readonly Finding[] {
  const [first] = pools;
  return !isOwned || first === undefined || installed.flat().some(({ name }) => name === detector)
    ? []
    : [{ at: first, got: `${what} without ${detector}`, want: detector }];
}
