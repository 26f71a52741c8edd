import { ackGuide, limitsOn, provider, type Fact } from "../limits";
import type { NodeRole } from "./component-policy";

interface NodeRoleFacts {
  readonly key: string;
  readonly isDedicated: boolean;
  readonly wanted: readonly NodeRole[];
  readonly workerRoleName: Fact<string> | undefined;
  readonly masterRoleName: Fact<string> | undefined;
}

const nodes = limitsOn<NodeRoleFacts>("RAM policies");

export const nodeRoleLimits = [
  nodes.limit(
    "component-worker-role",
    ["wanted", "workerRoleName"],
    {
      statement: "A policy for a component is attached to the role of the workers that it runs on.",
      source: provider("alicloud_cs_managed_kubernetes.worker_ram_role_name"),
      authority: "library",
      fix: "give workerRoleName: the console shows it under the resources of the cluster, as K8sWorkerRole-...",
    },
    ({ wanted, workerRoleName }) =>
      wanted.includes("worker") && workerRoleName === undefined
        ? [
            {
              got: "a cluster that the app does not make, and no workerRoleName",
              want: "the name of the role",
            },
          ]
        : [],
  ),
  nodes.limit(
    "component-master-role",
    ["wanted", "masterRoleName"],
    {
      statement:
        "In a dedicated cluster some components run on the masters, and act in the role of those: storage and the verification of images.",
      source: ackGuide(
        "10.4.4 Expand disks online; also 8.2.1 and 10.6.3",
        "29530-29551, 24890-24896, 33045-33079",
      ),
      rows: ["disk-resize-ram", "nas-fs-ram", "kritis-ram"],
      authority: "library",
      fix: "give masterRoleName: the console shows it under the resources of the cluster, as KubernetesMasterRole-...",
    },
    ({ wanted, masterRoleName }) =>
      wanted.includes("master") && masterRoleName === undefined
        ? [{ got: "a dedicated cluster, and no masterRoleName", want: "the name of the role" }]
        : [],
  ),
];

interface ImagePullFacts {
  readonly workerRoleArns: readonly Fact<string>[];
}

const pull = limitsOn<ImagePullFacts>("RAM policies");

export const imagePullLimits = [
  pull.eachFormat(
    "image-pull-trusts-workers",
    "workerRoleArns",
    /^acs:ram::\d+:role\/[A-Za-z0-9._-]{1,64}$/,
    { member: "ARN", want: "acs:ram::<account>:role/<name>, of the role of the workers" },
    {
      statement:
        "A role that lets a cluster of another account pull images trusts the role of the workers of that cluster, by its ARN.",
      source: ackGuide("8.2.3 Pull images without passwords", "25433-25502"),
      rows: ["acr-helper-cross-account"],
      authority: "service",
      fix: "copy the ARN of the role of the workers, in the other account; users and whole accounts are too much",
    },
  ),
];
