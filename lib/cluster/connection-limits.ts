import { ackGuide, limitsOn } from "../limits";
import type { ClusterFacts } from "./facts";

const cluster = limitsOn<ClusterFacts>("Clusters");

/** How a cluster gets along with what its VPC is connected to. */
export const connectionLimits = [
  cluster.limit(
    "interconnect-return-route",
    ["routedPodCidr", "vpcIsConnected"],
    {
      statement:
        "Who calls Flannel Pods from another VPC or a data centre needs a route to the Pod CIDR there; only the VPC of the cluster has it.",
      source: ackGuide("7.2 Plan the network of a cluster", "10822-10826"),
      rows: ["interconnect-return-route"],
      advice: true,
      fix: "route the Pod CIDR to the VPC on the other side (at the VBR of a data centre), or take Terway, and acknowledge this",
    },
    ({ routedPodCidr, vpcIsConnected }) =>
      routedPodCidr === undefined || !vpcIsConnected
        ? []
        : [
            {
              got: `the Pod CIDR ${routedPodCidr}, in a VPC that is connected to others`,
              want: "a route to it from there, if Pods are called from there",
            },
          ],
  ),
];
