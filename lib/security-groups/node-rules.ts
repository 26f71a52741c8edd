import type { IConstruct } from "constructs";
import { orRefuse } from "../limits";
import type { INetwork } from "../network";
import { ValueError } from "../values";
import { nodeBlocksLimit } from "./limits";
import { Peer } from "./peer";

/** Where services of Alibaba Cloud are: names, time, images, the metadata of instances. */
export const cloudServices = "100.64.0.0/10";

/** The blocks of the VPC of a network; those of its vSwitches where the VPC exists and its block was not said. */
export function blocksOf(scope: IConstruct, network: INetwork): Peer {
  if (network.vpc.cidr !== undefined) {
    return Peer.vpc(network.vpc);
  }
  return orRefuse(scope, nodeBlocksLimit, () => {
    const cidrs = vswitchCidrsOf(network);
    const known = cidrs.filter((cidr) => cidr !== undefined);
    if (known.length < cidrs.length || known.length === 0) {
      throw new ValueError({
        got: `the network ${network.node.path}, in a VPC and with vSwitches of which no blocks are known`,
        want: "the block of the VPC, or those of all vSwitches",
      });
    }
    return Peer.blocks(known);
  });
}

function vswitchCidrsOf({ nodeVSwitches, nodeVSwitchCidrs, podVSwitchCidrs }: INetwork) {
  const pods = podVSwitchCidrs === undefined ? [] : [...podVSwitchCidrs.values()];
  return [...[...nodeVSwitches.keys()].map((key) => nodeVSwitchCidrs?.get(key)), ...pods];
}
