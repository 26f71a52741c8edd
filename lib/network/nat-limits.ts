import { ackGuide, findingsOf, limitsOn } from "../limits";
import type { VpcGatewayFacts } from "./vpc-gateways";

const vpc = limitsOn<VpcGatewayFacts>("Networks");

export const vpcGatewayLimits = [
  vpc.monotone(
    "nat-first-route",
    ["gateways"],
    {
      statement:
        "Only the first NAT gateway of a VPC gets the default route; who shall go out by another needs a route of its own.",
      source: ackGuide("7.3.8 Enable SNAT for an existing cluster", "12304-12308"),
      rows: ["nat-first-route"],
      advice: true,
      fix: "share the first one (Egress.natGateway(gateway)), or route 0.0.0.0/0 to this one in a route table of its vSwitches",
    },
    ({ gateways }) => {
      const [first, ...others] = gateways;
      return findingsOf(others, (path) => ({
        at: path,
        got: `a NAT gateway beside ${first}`,
        want: "one NAT gateway in each VPC, or a route to each",
      }));
    },
  ),
  vpc.monotone(
    "snat-vswitch-coverage",
    ["withoutSnat"],
    {
      statement:
        "SNAT entries are for single vSwitches: those of nodes need one, and with Terway those of Pods as well.",
      source: ackGuide("7.3.8 Enable SNAT for an existing cluster", "12337-12341"),
      rows: ["snat-vswitch-coverage"],
      advice: true,
      fix: "take a zone of the network (nodeVSwitchId names an existing vSwitch), add a snatEntry for it, or give the nodes publicIp",
    },
    ({ withoutSnat }) =>
      findingsOf(withoutSnat, ({ path, vswitchId }) => ({
        at: path,
        got: `the vSwitch ${vswitchId}, for which no network of the VPC has an SNAT entry`,
        want: "an SNAT entry for each vSwitch that nodes are in",
      })),
  ),
  vpc.limit(
    "registered-vpc-egress",
    ["gateways", "registered"],
    {
      statement:
        "The VPC in which a cluster is registered has a way to the internet, unless its agent comes by the private endpoint.",
      source: ackGuide("25.1 Registered clusters", "63997-63998"),
      rows: ["reg-vpc-public-egress"],
      // The agent may come by a private line, and a gateway may have been made otherwise.
      advice: true,
      fix: "make a NatGateway in the VPC; or say apiServer: { intranet }, without internet, where the agent comes by the private endpoint",
    },
    ({ gateways, registered }) =>
      gateways.length > 0
        ? []
        : registered.map((path) => ({
            at: path,
            got: "a registered cluster in a VPC without a NAT gateway",
            want: "a way to the internet, or an agent that comes by the private endpoint",
          })),
  ),
];
