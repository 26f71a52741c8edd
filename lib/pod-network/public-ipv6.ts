import type { IConstruct } from "constructs";
import type { Relation } from "../limits";
import { publicIpv6Limits, type PublicIpv6Facts } from "./service-limits";

const gateway = "alicloud_vpc_ipv6_gateway";

/** What the internet reaches by IPv6 in one VPC of the app; the key is the `groupKey` of the VPC. */
export const publicIpv6: Relation<IConstruct, PublicIpv6Facts> = {
  id: "public-ipv6",
  limits: publicIpv6Limits,
  facts: (members, elementsIn) => {
    const root = members[0]?.member.node.root;
    return {
      reached: members.map(({ path }) => path),
      // Which VPC it is of may be known to Terraform alone: any counts.
      hasGateway:
        root !== undefined &&
        elementsIn(root).some(({ terraformResourceType }) => terraformResourceType === gateway),
    };
  },
};
