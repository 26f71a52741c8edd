import { ackGuide, findingsOf, limitsOn } from "../limits";
import type { ClusterAddonFacts } from "./facts";

/** A component that acts in the role of the nodes, and how it gets its policy. */
interface NodeComponent {
  readonly policy: string;
  /** In clusters whose control plane ACK runs, most act in a service role. */
  readonly onlyDedicated: boolean;
}

const dedicated = (policy: string): NodeComponent => ({ policy, onlyDedicated: true });
const all = (policy: string): NodeComponent => ({ policy, onlyDedicated: false });

const components: ReadonlyMap<string, NodeComponent> = new Map([
  ["ack-extend-network-controller", all("podAddresses()")],
  ["kritis-validation-hook", all("imageSignatures()")],
  ["ack-onepilot", dedicated("applicationMonitoring()")],
  ["alb-ingress-controller", dedicated("albIngress()")],
  ["alicloud-monitor-controller", dedicated("alerts()")],
  ["aliyun-acr-credential-helper", dedicated("imagePull()")],
  ["arms-cmonitor", dedicated("applicationMonitoring()")],
  ["cluster-autoscaler", dedicated("autoscaling()")],
  ["migrate-controller", dedicated("backup({ buckets: [...] })")],
]);

const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

export const nodePolicyLimits = [
  cluster.monotone(
    "component-node-policy",
    ["acting", "nodePolicies"],
    {
      statement:
        "Some components act in the role of the nodes, which has to allow what they do: in dedicated clusters most, in others a few.",
      source: ackGuide(
        "7.5.4.3 Authorise the ALB Ingress controller of a dedicated cluster; also 7.3.6, 8.2.1, 8.2.3, 8.2.4, 13, 15.2 and 26.2.2",
        "19787-19900, 12100-12137, 24890-24896, 25387-25395, 25555-25560, 44237-44258, 47059-47089, 47653-47665, 70156-70289",
      ),
      rows: [
        "acr-helper-worker-policy",
        "alb-dedicated-authorization",
        "alert-dedicated-ram",
        "arms-authorization",
        "backup-dedicated-oss-policy",
        "backup-hbr-policy",
        "ca-auth-worker",
        "eip-ram-actions",
        "kritis-managed-permission",
        "kritis-ram",
      ],
      // The role may have the policy from elsewhere, or the component an AccessKey or an identity of its own.
      advice: true,
    },
    ({ acting, nodePolicies }) => {
      const allowed = new Set(nodePolicies);
      return findingsOf(acting, ({ path, name, isDedicated }) => {
        const component = components.get(name);
        return component === undefined || (component.onlyDedicated && !isDedicated) || allowed.has(name)
          ? undefined
          : {
              at: path,
              got: `${name}${isDedicated ? " in a dedicated cluster" : ""}, and no policy for it on the role of the nodes`,
              want: "a policy that allows what it does",
              fix: `new ComponentPolicies(..., { policies: { it: ComponentPolicy.${component.policy} } }), or acknowledge this where the role has it already`,
            };
      });
    },
  ),
];
