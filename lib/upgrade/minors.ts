/** What is known of a minor version of Kubernetes at ACK. */
export interface MinorVersion {
  /** The builds that the table knows, in order; a stack names the last. */
  readonly builds: readonly [string, ...string[]];
  /** Day or month after which ACK no longer maintains it. */
  readonly maintainedUntil: string;
  /** What has to be so before a cluster is upgraded to it, beside the APIs that go. */
  readonly before?: readonly string[];
  /** What is different once the cluster has it. */
  readonly after?: readonly string[];
}

/** When the table was made; later versions and dates are not in it. */
export const MINORS_AS_OF = "2026-11-24";

/**
 * The minor versions that ACK has had, from its release notes for Kubernetes versions. Up to 1.30 these are the even ones alone,
 * each with what is new in the odd one before it.
 */
export const minors: Readonly<Record<string, MinorVersion>> = {
  "1.12": { builds: ["1.12.6-aliyun.1"], maintainedUntil: "2020-12" },
  "1.14": {
    builds: ["1.14.6-aliyun.1", "1.14.8-aliyun.1"],
    maintainedUntil: "2021-07",
    before: ["Pods and nodes reach the addresses of the load balancers of Services."],
  },
  "1.16": { builds: ["1.16.6-aliyun.1", "1.16.9-aliyun.1"], maintainedUntil: "2022-06" },
  "1.18": {
    builds: ["1.18.8-aliyun.1"],
    maintainedUntil: "2022-09",
    before: ["Raw block volumes of CSI: ACK has a page on what to do with them before."],
    after: ["ACK reserves CPU and memory of each node for the system: leave room for what is evicted."],
  },
  "1.20": {
    builds: ["1.20.4-aliyun.1", "1.20.11-aliyun.1"],
    maintainedUntil: "2023-04",
    before: ["Where alicloud-nas-controller runs, it is v1.14.8.17-7b898e5-aliyun or later."],
  },
  "1.22": {
    builds: ["1.22.3-aliyun.1", "1.22.10-aliyun.1", "1.22.15-aliyun.1"],
    maintainedUntil: "2023-10",
    before: ["The Ingress controller reads networking.k8s.io/v1: upgrade nginx-ingress-controller first."],
    after: ["Tokens of service accounts end: clients read them again."],
  },
  "1.24": {
    builds: ["1.24.6-aliyun.1"],
    maintainedUntil: "2024-09",
    before: ["Every pool runs containerd: Docker is gone."],
    after: ["Service accounts get no Secret with a token by themselves any more."],
  },
  "1.26": {
    builds: ["1.26.3-aliyun.1", "1.26.15-aliyun.1"],
    maintainedUntil: "2025-04",
    before: ["Pod Security Admission, or policies of policy-template-controller, are in the place of PSP."],
  },
  "1.28": {
    builds: ["1.28.3-aliyun.1", "1.28.9-aliyun.1", "1.28.15-aliyun.1"],
    maintainedUntil: "2025-10-31",
    before: ["Terway is 1.5.0 or later.", "Seccomp is set by fields: its annotations are gone."],
  },
  "1.30": {
    builds: ["1.30.1-aliyun.1", "1.30.7-aliyun.1"],
    maintainedUntil: "2026-06-30",
    before: [
      "Terway is 1.9.0 or later.",
      "No pool runs CentOS or Alibaba Cloud Linux 2: take Alibaba Cloud Linux 3 or ContainerOS.",
    ],
    after: ["kube-proxy sets conntrack_max of nodes again, and may lower what somebody set by hand."],
  },
  "1.31": {
    builds: ["1.31.1-aliyun.1", "1.31.9-aliyun.1"],
    maintainedUntil: "2025-09-30",
    before: ["Terway is 1.10.0 or later.", "No volume uses the plug-ins of Kubernetes for CephFS and RBD."],
    after: ["From here ACK has every minor version, and maintains each for a year."],
  },
  "1.32": { builds: ["1.32.1-aliyun.1", "1.32.7-aliyun.1"], maintainedUntil: "2026-01-31" },
  "1.33": {
    builds: ["1.33.1-aliyun.1", "1.33.3-aliyun.1"],
    maintainedUntil: "2026-05-31",
    before: [
      "Terway is 1.14.0 or later.",
      "No image has the old format of Docker (schema 1): containerd 2 refuses it.",
    ],
    after: [
      "Nodes get containerd 2.1 when they are upgraded; there is no way back to 1.6.",
      "Pods that have run unchanged since 1.20 or before restart.",
    ],
  },
  "1.34": { builds: ["1.34.1-aliyun.1", "1.34.3-aliyun.1"], maintainedUntil: "2026-09-30" },
  "1.35": {
    builds: ["1.35.1-aliyun.1", "1.35.2-aliyun.1", "1.35.7-aliyun.1"],
    maintainedUntil: "2027-02-28",
    before: ["Terway is 1.15.0 or later.", "Nodes use cgroup v2: the kubelet does not start on cgroup v1."],
    after: ["It is the last version that takes containerd 1; ipvs works on, and Kubernetes deprecates it."],
  },
  "1.36": {
    builds: ["1.36.1-aliyun.1", "1.36.2-aliyun.1"],
    maintainedUntil: "2027-05-30",
    before: ["Every pool runs containerd 2."],
    after: [
      "Gateway API 1.5, which new clusters get, goes with ASM later than 1.25 and Istio 1.29.2 or later.",
    ],
  },
};
