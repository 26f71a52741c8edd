import { alibabaCloud, limitsOn, type Relation } from "../limits";
import type { MadeRoleFacts, ServiceRoleFacts } from "./facts";
import { serviceRoleNames } from "./roles";

const roles = limitsOn<ServiceRoleFacts>("Service roles");

export const serviceRoleLimits = [
  roles.limit(
    "service-role-known",
    ["except", "wanted"],
    {
      statement: "The service roles of ACK have the names that the services give them.",
      source: alibabaCloud("ACK, Use Terraform to assign roles at first use"),
      authority: "library",
      fix: "take a name of the list in docs/fresh-account.md, or make the role with the bindings",
    },
    ({ except, wanted }) => {
      const known: readonly string[] = serviceRoleNames;
      return [...except, ...wanted]
        .filter((name) => !known.includes(name))
        .map((name) => ({ got: `the role ${name}`, want: "a service role of ACK, OOS or ECI" }));
    },
  ),
  roles.limit(
    "service-role-left-or-made",
    ["except", "wanted"],
    {
      statement: "A service role is either left as it is or made.",
      source: alibabaCloud("ACK, Use Terraform to assign roles at first use"),
      authority: "library",
      fix: "take it out of one of the lists",
    },
    ({ except, wanted }) =>
      except
        .filter((name) => wanted.includes(name))
        .map((name) => ({ got: `${name} in except, and in adopt or also`, want: "one of them" })),
  ),
];

const made = limitsOn<MadeRoleFacts>("Service roles");

/** What makes service roles in the account. */
export const madeRoles: Relation<object, MadeRoleFacts> = {
  id: "made-service-roles",
  limits: [
    made.limit(
      "service-roles-once",
      ["makers"],
      {
        statement:
          "An account has each service role once: a second stack that makes it fails with EntityAlreadyExists.Role.",
        source: alibabaCloud("RAM, CreateRole"),
        authority: "service",
        fix: "make them in one stack of the account: ServiceRoles.createFor([a, b], { in: account })",
      },
      ({ makers }) =>
        makers.slice(1).map((path) => ({
          at: path,
          got: `service roles, which ${makers[0]} makes as well`,
          want: "one stack of the account that makes them",
        })),
    ),
  ],
  facts: (members) => ({ makers: members.map(({ path }) => path) }),
};
