import { isToken, unknown, type Fact, type FactList, type Relation } from "../limits";
import { vpcGatewayLimits } from "./nat-limits";

/** What a construct has to do with the ways out of its VPC. */
export type GatewayMember =
  | { readonly kind: "gateway" }
  /** A cluster that runs elsewhere, and is registered in the VPC. */
  | { readonly kind: "registered" }
  /** A cluster whose vSwitches have SNAT entries. */
  | { readonly kind: "cluster"; readonly cluster: string; readonly snatVSwitchIds: readonly string[] }
  /** Nodes without public addresses, in vSwitches that the network of their cluster may not have. */
  | { readonly kind: "pool"; readonly cluster: string; readonly vswitchIds: readonly string[] };

/** A vSwitch that nodes are in. */
export interface PlacedVSwitch {
  readonly path: string;
  readonly vswitchId: string;
}

/** The ways out of one VPC, over all stacks. */
export interface VpcGatewayFacts {
  /** Paths of the NAT gateways that the app makes. */
  readonly gateways: readonly string[];
  /** vSwitches of pools whose clusters go out by SNAT entries, without such an entry. */
  readonly withoutSnat: FactList<PlacedVSwitch>;
  /** Paths of the clusters that are registered in it. */
  readonly registered: readonly string[];
}

/** The NAT gateways of one VPC and who goes out by them; the key is the `groupKey` of the VPC. */
export const vpcGateways: Relation<GatewayMember, VpcGatewayFacts> = {
  id: "vpc-gateways",
  limits: vpcGatewayLimits,
  facts: (members) => {
    const gateways: string[] = [];
    const registered: string[] = [];
    const clusters = new Set<string>();
    const withSnat = new Set<string>();
    for (const { path, member } of members) {
      if (member.kind === "gateway") {
        gateways.push(path);
      } else if (member.kind === "registered") {
        registered.push(path);
      } else if (member.kind === "cluster") {
        clusters.add(member.cluster);
        member.snatVSwitchIds.forEach((id) => withSnat.add(id));
      }
    }
    const withoutSnat = members.flatMap(({ path, member }): Fact<PlacedVSwitch>[] =>
      member.kind === "pool" && clusters.has(member.cluster)
        ? member.vswitchIds
            .filter((id) => !withSnat.has(id))
            // One that the app makes by other means may have an entry by other means.
            .map((vswitchId) => (isToken(vswitchId) ? unknown(vswitchId) : { path, vswitchId }))
        : [],
    );
    return { gateways, withoutSnat, registered };
  },
};
