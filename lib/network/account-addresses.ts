import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import {
  ackGuide,
  limitsOn,
  mapFact,
  type ElementsIn,
  type Fact,
  type FactList,
  type Relation,
} from "../limits";

/** Something that makes public addresses, or may stand in a stack that does. */
interface AddressUser {
  /** How many addresses ACK makes for it, outside of Terraform. */
  readonly byAck: Fact<number>;
  readonly scope: IConstruct;
}

interface AddressSource {
  readonly path: string;
  readonly count: number;
}

interface AccountAddressFacts {
  readonly addresses: FactList<AddressSource>;
}

const account = limitsOn<AccountAddressFacts>("Networks");

/** The public addresses (EIPs) of one account: of one stack, or of all stacks that name the same account. */
export const accountAddresses: Relation<AddressUser, AccountAddressFacts> = {
  id: "account-addresses",
  limits: [
    account.quota(
      "eip-quota-20",
      "eips",
      ["addresses"],
      {
        statement:
          "An account has at most 20 public addresses (EIPs) by default, with those of NAT gateways and of API servers.",
        source: ackGuide("4.3 Create a cluster", "3957"),
        rows: ["eip-quota-20", "quota-eip@gpu-scheduling-eci-windows"],
      },
      ({ addresses }, max) => {
        const total = addresses.reduce((sum, { count }) => sum + count, 0);
        return total <= max
          ? []
          : [
              {
                got: `${total} public addresses, counting those that ACK makes for API servers and NAT gateways`,
                want: `at most ${max}, the quota of public addresses of an account (eips)`,
                fix:
                  "share NAT gateways, keep API servers private, or raise the quota (Quota Center, product EIP) and declare it: " +
                  `Quotas.of(stack).set({ eips: ${total} })`,
              },
            ];
      },
    ),
  ],
  facts: (members, elementsIn) => ({
    addresses: [
      ...members.map(({ path, member }) => mapFact(member.byAck, (count) => ({ path, count }))),
      ...addressesInStacks(new Set(members.map(({ member }) => TerraformStack.of(member.scope))), elementsIn),
    ],
  }),
};

const addressTypes = new Set(["alicloud_eip_address", "alicloud_eip"]);

/** Addresses that the same stacks make, those of NAT gateways among them. */
function addressesInStacks(stacks: ReadonlySet<TerraformStack>, elementsIn: ElementsIn): AddressSource[] {
  return [...stacks].map((stack) => ({
    path: stack.node.path,
    count: elementsIn(stack).filter(
      (node) => addressTypes.has(node.terraformResourceType) && TerraformResource.isTerraformResource(node),
    ).length,
  }));
}
