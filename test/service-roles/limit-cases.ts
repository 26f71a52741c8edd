import type { TerraformStack } from "cdktf";
import { Quotas, ServiceRoles, type ServiceRoleName } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { besideStack } from "../support/stacks";

/** A name that a program without types can give. */
const unheardOf = "AliyunCSManagedKmsRole" as ServiceRoleName;

/** Two stacks that make roles, each in an account. */
function twoMakers(stack: TerraformStack, accounts: readonly [string, string]): void {
  [stack, besideStack(stack, "second")].forEach((one, index) => {
    Quotas.of(one).inAccount(accounts[index] ?? "");
    ServiceRoles.createFor(one);
  });
}

/** Which service roles are made, and where. */
export const serviceRoleLimitCases: CasesById = {
  "service-role-known": {
    violating: {
      "a name that no service has": {
        build: (stack) => ServiceRoles.createFor(stack, { also: [unheardOf] }),
        at: "shop/service-roles",
        got: "the role AliyunCSManagedKmsRole",
        want: "a service role of ACK, OOS or ECI",
      },
    },
    legal: {
      "the roles of encryption and inspection": (stack) =>
        ServiceRoles.createFor(stack, { also: ["AliyunCSManagedSecurityRole", "AliyunCISDefaultRole"] }),
    },
  },
  "service-role-left-or-made": {
    violating: {
      "a role that is left and adopted": {
        build: (stack) =>
          ServiceRoles.createFor(stack, { except: ["AliyunCSDefaultRole"], adopt: ["AliyunCSDefaultRole"] }),
        at: "shop/service-roles",
        got: "AliyunCSDefaultRole in except, and in adopt or also",
        want: "one of them",
      },
    },
    legal: {
      "some that are left and others that are adopted": (stack) =>
        ServiceRoles.createFor(stack, {
          except: ["AliyunCSDefaultRole"],
          adopt: ["AliyunCSManagedLogRole"],
        }),
    },
  },
  "service-roles-once": {
    violating: {
      "two stacks of one account that each make roles": {
        build: (stack) => twoMakers(stack, ["1234567890", "1234567890"]),
        at: "shop/service-roles",
        got: "service roles, which second/service-roles makes as well",
        want: "one stack of the account that makes them",
      },
    },
    legal: {
      "stacks of two accounts": (stack) => twoMakers(stack, ["1234567890", "2345678901"]),
      "one stack that makes those of two": (stack) => {
        const second = besideStack(stack, "second");
        ServiceRoles.createFor([stack, second], { in: besideStack(stack, "account") });
      },
    },
  },
};
