/** What is known of a minor version of Kubernetes at ACK. */
export interface MinorVersion {
  /** The newest build that the table knows, for a stack to name. */
  readonly newest: string;
  /** Month in which ACK released it. */
  readonly released: string;
  /** Day or month after which ACK no longer maintains it. */
  readonly maintainedUntil: string;
  /** What has to be so before a cluster is upgraded to it. */
  readonly before?: readonly string[];
  /** What is different once the cluster has it. */
  readonly after?: readonly string[];
}

/** When the table was made. ACK's release notes are the source; later versions and dates are not in it. */
export const MINORS_AS_OF = "2026-11-24";

/**
 * The minor versions that ACK has had, from its release notes and the deprecation guide of Kubernetes. Up to 1.30 these are
 * the even ones alone.
 */
export const minors: Readonly<Record<string, MinorVersion>> = {
  "1.12": { newest: "1.12.6-aliyun.1", released: "2019-03", maintainedUntil: "2020-12" },
  "1.14": {
    newest: "1.14.8-aliyun.1",
    released: "2019-08",
    maintainedUntil: "2021-07",
    before: ["Nodes reach the addresses of the load balancers of Services."],
  },
  "1.16": {
    newest: "1.16.9-aliyun.1",
    released: "2020-02",
    maintainedUntil: "2022-06",
    before: [
      "No manifest uses extensions/v1beta1, apps/v1beta1 or apps/v1beta2 for workloads and NetworkPolicies: apps/v1 and networking.k8s.io/v1 do.",
      "CSI is in the place of FlexVolume.",
    ],
  },
  "1.18": { newest: "1.18.8-aliyun.1", released: "2020-09", maintainedUntil: "2022-09" },
  "1.20": { newest: "1.20.11-aliyun.1", released: "2021-04", maintainedUntil: "2023-04" },
  "1.22": {
    newest: "1.22.15-aliyun.1",
    released: "2021-12",
    maintainedUntil: "2023-10",
    before: [
      "No manifest uses extensions/v1beta1 or networking.k8s.io/v1beta1 for Ingresses, nor apiextensions, admissionregistration, rbac, scheduling, storage, coordination, certificates or apiregistration in v1beta1.",
      "The Ingress controller is one that reads networking.k8s.io/v1.",
    ],
    after: ["Tokens of service accounts end: clients read them again."],
  },
  "1.24": {
    newest: "1.24.6-aliyun.1",
    released: "2022-09",
    maintainedUntil: "2024-09",
    before: ["Every pool runs containerd: Docker is gone."],
  },
  "1.26": {
    newest: "1.26.15-aliyun.1",
    released: "2023-04",
    maintainedUntil: "2025-04",
    before: [
      "No PodSecurityPolicy is left: Pod Security Admission or policies take its place.",
      "No manifest uses policy/v1beta1, batch/v1beta1, discovery.k8s.io/v1beta1, events.k8s.io/v1beta1, node.k8s.io/v1beta1, autoscaling/v2beta1 or v2beta2, or flowcontrol v1beta1.",
    ],
  },
  "1.28": {
    newest: "1.28.15-aliyun.1",
    released: "2023-10",
    maintainedUntil: "2025-10-31",
    before: [
      "Terway is 1.5.0 or later.",
      "Seccomp is set by fields: its annotations are gone.",
      "No manifest uses storage.k8s.io/v1beta1 CSIStorageCapacity.",
    ],
  },
  "1.30": {
    newest: "1.30.7-aliyun.1",
    released: "2024-06",
    maintainedUntil: "2026-06-30",
    before: [
      "Terway is 1.9.0 or later.",
      "No pool runs CentOS or Alibaba Cloud Linux 2: new nodes take Alibaba Cloud Linux 3 or ContainerOS.",
      "No manifest uses flowcontrol.apiserver.k8s.io/v1beta2.",
    ],
  },
  "1.31": {
    newest: "1.31.9-aliyun.1",
    released: "2024-09",
    maintainedUntil: "2025-09-30",
    before: ["Terway is 1.10.0 or later.", "No volume uses the plug-ins of Kubernetes for CephFS and RBD."],
    after: ["From here ACK has every minor version, and maintains each for a year."],
  },
  "1.32": {
    newest: "1.32.7-aliyun.1",
    released: "2025-01",
    maintainedUntil: "2026-01-31",
    before: ["No manifest uses flowcontrol.apiserver.k8s.io/v1beta3."],
  },
  "1.33": {
    newest: "1.33.3-aliyun.1",
    released: "2025-05",
    maintainedUntil: "2026-05-31",
    before: [
      "Terway is 1.14.0 or later.",
      "No image has the old format of Docker (schema 1): containerd 2 refuses it.",
    ],
    after: [
      "New nodes have containerd 2.1, from which there is no way back to 1.6.",
      "Pods that were made in 1.20 or before restart.",
    ],
  },
  "1.34": {
    newest: "1.34.3-aliyun.1",
    released: "2025-09",
    maintainedUntil: "2026-09-30",
    before: ["No manifest uses resource.k8s.io/v1alpha3."],
  },
  "1.35": {
    newest: "1.35.7-aliyun.1",
    released: "2026-02",
    maintainedUntil: "2027-02-28",
    before: ["Terway is 1.15.0 or later.", "Nodes use cgroup v2: the kubelet refuses cgroup v1."],
    after: [
      "It is the last version that takes containerd 1; ipvs works on, and is deprecated by Kubernetes.",
    ],
  },
  "1.36": {
    newest: "1.36.2-aliyun.1",
    released: "2026-05",
    maintainedUntil: "2027-05-30",
    before: [
      "Every pool runs containerd 2.",
      "The service mesh is ASM later than 1.25, or Istio 1.29.2 or later.",
    ],
  },
};
