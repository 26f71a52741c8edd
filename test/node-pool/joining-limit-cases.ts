import type { CasesById } from "../support/limit-cases";
import { textToken } from "../support/stacks";
import { at, pool } from "./pools";

const databases = (...rdsInstanceIds: string[]) => pool({ rdsInstanceIds });
const databaseOf = pool((stack) => ({ rdsInstanceIds: [textToken(stack)] }));

export const joiningLimitCases: CasesById = {
  "pre-user-data-size": {
    violating: {
      "32 KiB and a byte": {
        build: pool({ preUserData: "#".repeat(32_769) }),
        at,
        got: "preUserData of 32769 bytes",
        want: "at most 32768 bytes",
      },
    },
    legal: { "32 KiB": pool({ preUserData: "#".repeat(32_768) }) },
    unknown: {
      "a script that only Terraform knows": {
        build: pool((stack) => ({ preUserData: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "rds-instance-id": {
    violating: {
      "the address of a database": {
        build: databases("rm-bp1example.mysql.rds.aliyuncs.com"),
        at,
        got: 'the RDS instance "rm-bp1example.mysql.rds.aliyuncs.com"',
        want: "the id of an RDS instance, such as rm-bp1example",
      },
    },
    legal: { "two databases": databases("rm-bp1example", "pgm-bp1example") },
    unknown: { "a database that only Terraform knows": { build: databaseOf, limit: "partly" } },
  },
  "rds-instances-unique": {
    violating: {
      "a database more than once": {
        build: databases("rm-bp1example", "rm-bp1example"),
        at,
        got: 'rdsInstanceIds with "rm-bp1example" more than once',
        want: "members that differ",
      },
    },
    legal: { "one database": databases("rm-bp1example") },
    unknown: { "a database that only Terraform knows": { build: databaseOf, limit: "partly" } },
  },
};
