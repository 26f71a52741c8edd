import type { TerraformStack } from "cdktf";
import {
  ComponentPolicies,
  ComponentPolicy,
  DedicatedCluster,
  ImagePullRole,
  ProCluster,
  type ComponentPoliciesProps,
} from "cdktf-ack";
import type { CasesById, Violating } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";

const dedicated = (stack: TerraformStack) =>
  DedicatedCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
const workerRoleName = "K8sWorkerRole-5f3b";
const masterRoleName = "KubernetesMasterRole-5f3b";

/** A component of a dedicated cluster, with a policy for it or without one. */
const inDedicated =
  (name: string, policy?: ComponentPolicy, roles: Partial<ComponentPoliciesProps> = {}) =>
  (stack: TerraformStack): void => {
    const cluster = dedicated(stack);
    cluster.addAddon("it", { name });
    if (policy !== undefined) {
      new ComponentPolicies(stack, "policies", {
        cluster,
        policies: { it: policy },
        workerRoleName,
        ...roles,
      });
    }
  };
const without = (name: string, policy: string, ...rows: readonly string[]): Violating => ({
  build: inDedicated(name),
  at: "shop/cluster/it",
  got: `${name} in a dedicated cluster, and no policy for it on the role of the nodes`,
  want: "a policy that allows what it does",
  fix: `new ComponentPolicies(..., { policies: { it: ComponentPolicy.${policy} } }), or acknowledge this where the role has it already`,
  rows,
});
const inPro =
  (name: string, policy?: ComponentPolicy) =>
  (stack: TerraformStack): void => {
    const cluster = proCluster(stack);
    cluster.addAddon("it", { name });
    if (policy !== undefined) {
      new ComponentPolicies(stack, "policies", { cluster, policies: { it: policy } });
    }
  };
const withoutInPro = (name: string, policy: string, ...rows: readonly string[]): Violating => ({
  ...without(name, policy, ...rows),
  build: inPro(name),
  got: `${name}, and no policy for it on the role of the nodes`,
});
const masters = { masterRoleName };

/** Which components act in the role of the nodes, and with which policies. */
export const componentLimitCases: CasesById = {
  "component-node-policy": {
    violating: {
      "the credential helper in a dedicated cluster": without(
        "aliyun-acr-credential-helper",
        "imagePull()",
        "acr-helper-worker-policy",
      ),
      "the ALB Ingress controller in a dedicated cluster": without(
        "alb-ingress-controller",
        "albIngress()",
        "alb-dedicated-authorization",
      ),
      "alerts in a dedicated cluster": without(
        "alicloud-monitor-controller",
        "alerts()",
        "alert-dedicated-ram",
      ),
      "the agent of ARMS in a dedicated cluster": without(
        "ack-onepilot",
        "applicationMonitoring()",
        "arms-authorization",
      ),
      "the backup centre in a dedicated cluster": without(
        "migrate-controller",
        "backup({ buckets: [...] })",
        "backup-dedicated-oss-policy",
        "backup-hbr-policy",
      ),
      "the autoscaler in a dedicated cluster": without(
        "cluster-autoscaler",
        "autoscaling()",
        "ca-auth-worker",
      ),
      "the verification of images in a managed cluster": withoutInPro(
        "kritis-validation-hook",
        "imageSignatures()",
        "kritis-managed-permission",
        "kritis-ram",
      ),
      "public addresses of Pods in a managed cluster": withoutInPro(
        "ack-extend-network-controller",
        "podAddresses()",
        "eip-ram-actions",
      ),
    },
    legal: {
      "the credential helper with cr:Get*, cr:List* and cr:PullRepository": {
        build: inDedicated("aliyun-acr-credential-helper", ComponentPolicy.imagePull()),
        rows: ["acr-helper-worker-policy"],
      },
      "the ALB Ingress controller with its policy": {
        build: inDedicated("alb-ingress-controller", ComponentPolicy.albIngress()),
        rows: ["alb-dedicated-authorization"],
      },
      "alerts with log:*, arms:*, cms:* and cs:UpdateContactGroup": {
        build: inDedicated("alicloud-monitor-controller", ComponentPolicy.alerts()),
        rows: ["alert-dedicated-ram"],
      },
      "the agent of ARMS with arms:*": {
        build: inDedicated("ack-onepilot", ComponentPolicy.applicationMonitoring()),
        rows: ["arms-authorization"],
      },
      "the backup centre with buckets and ten actions of Cloud Backup": {
        build: inDedicated("migrate-controller", ComponentPolicy.backup({ buckets: ["mybackups"] })),
        rows: ["backup-dedicated-oss-policy", "backup-hbr-policy"],
      },
      "the autoscaler with ten actions": {
        build: inDedicated("cluster-autoscaler", ComponentPolicy.autoscaling()),
        rows: ["ca-auth-worker"],
      },
      "the verification of images with cr:ListInstance and cr:ListMetadataOccurrences": {
        build: inPro("kritis-validation-hook", ComponentPolicy.imageSignatures()),
        rows: ["kritis-managed-permission", "kritis-ram"],
      },
      "public addresses of Pods with actions on EIPs": {
        build: inPro("ack-extend-network-controller", ComponentPolicy.podAddresses()),
        rows: ["eip-ram-actions"],
      },
      "components that act in service roles": inPro("alb-ingress-controller"),
    },
    unknown: {
      "a component that only Terraform knows": {
        build: (stack) => dedicated(stack).addAddon("it", { name: textToken(stack) }),
        limit: "partly",
      },
    },
  },
  "component-worker-role": {
    violating: {
      "an existing cluster, of which nobody knows the role": {
        build: (stack) => {
          const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
          new ComponentPolicies(stack, "policies", {
            cluster,
            policies: { images: ComponentPolicy.imagePull() },
          });
        },
        at: "shop/policies/images",
        got: "a cluster that the app does not make, and no workerRoleName",
        want: "the name of the role",
      },
    },
    legal: {
      "an existing cluster, and its role": (stack) => {
        const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" });
        const policies = { images: ComponentPolicy.imagePull() };
        new ComponentPolicies(stack, "policies", { cluster, policies, workerRoleName });
      },
      "a cluster of the app": inPro("aliyun-acr-credential-helper", ComponentPolicy.imagePull()),
    },
    unknown: {
      "a role that only Terraform knows": {
        build: (stack) =>
          inDedicated("aliyun-acr-credential-helper", ComponentPolicy.imagePull(), {
            workerRoleName: textToken(stack),
          })(stack),
        limit: "silent",
      },
    },
  },
  "component-master-role": {
    violating: {
      "storage of a dedicated cluster, whose CSI is on the masters": {
        build: inDedicated("csi-provisioner", ComponentPolicy.storage()),
        at: "shop/policies/it",
        got: "a dedicated cluster, and no masterRoleName",
        want: "the name of the role",
        rows: ["disk-resize-ram", "nas-fs-ram"],
      },
      "the verification of images, which is on masters and workers": {
        build: inDedicated("kritis-validation-hook", ComponentPolicy.imageSignatures()),
        at: "shop/policies/it",
        got: "a dedicated cluster, and no masterRoleName",
        want: "the name of the role",
        rows: ["kritis-ram"],
      },
    },
    legal: {
      "storage with the role of the masters": {
        build: inDedicated("csi-provisioner", ComponentPolicy.storage(), masters),
        rows: ["disk-resize-ram", "nas-fs-ram"],
      },
      "the verification of images with both roles": {
        build: inDedicated("kritis-validation-hook", ComponentPolicy.imageSignatures(), masters),
        rows: ["kritis-ram"],
      },
      "the verification of images where ACK runs the masters": inPro(
        "kritis-validation-hook",
        ComponentPolicy.imageSignatures(),
      ),
    },
    unknown: {
      "a role that only Terraform knows": {
        build: (stack) =>
          inDedicated("csi-provisioner", ComponentPolicy.storage(), { masterRoleName: textToken(stack) })(
            stack,
          ),
        limit: "silent",
      },
    },
  },
  "image-pull-trusts-workers": {
    violating: {
      "a whole account": {
        build: (stack) =>
          new ImagePullRole(stack, "pull", { workerRoleArns: ["acs:ram::1234567890123456:root"] }),
        at: "shop/pull",
        got: 'the ARN "acs:ram::1234567890123456:root"',
        want: "acs:ram::<account>:role/<name>, of the role of the workers",
        rows: ["acr-helper-cross-account"],
      },
    },
    legal: {
      "the role of the workers in the other account": {
        build: (stack) =>
          new ImagePullRole(stack, "pull", {
            workerRoleArns: ["acs:ram::1234567890123456:role/kubernetesworkerrole-test"],
          }),
        rows: ["acr-helper-cross-account"],
      },
    },
    unknown: {
      "an ARN that only Terraform knows": {
        build: (stack) => new ImagePullRole(stack, "pull", { workerRoleArns: [textToken(stack)] }),
        limit: "partly",
      },
    },
  },
};
