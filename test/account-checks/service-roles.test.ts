import type { TerraformStack } from "cdktf";
import {
  AccountChecks,
  AlicloudProvider,
  ProCluster,
  ServiceRoles,
  ValueError,
  type AccountCheckOptions,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { poolOptions, proCluster, testStack } from "../support/stacks";

interface Reading {
  readonly provider?: string;
  readonly name_regex: string;
  readonly lifecycle: { readonly postcondition: readonly { condition: string; error_message: string }[] };
}

const justRoles: AccountCheckOptions = {
  kubernetesVersions: false,
  freeAddresses: false,
  quotas: false,
  serviceRoles: true,
};

/** A pool in a cluster that exists. */
function poolOfExisting(stack: TerraformStack, provider?: AlicloudProvider): void {
  const cluster = ProCluster.fromAttributes(stack, "cluster", {
    clusterId: "c82e6987",
    nodeVSwitches: { h: "vsw-1" },
    ...(provider === undefined ? {} : { provider }),
  });
  cluster.addNodePool("workers", poolOptions());
}

function readingsIn(stack: TerraformStack): readonly Reading[] {
  const data = (synthesize(stack).json["data"] ?? {}) as Record<string, Record<string, Reading>>;
  return Object.values(data["alicloud_ram_roles"] ?? {});
}

describe("the check of service roles", () => {
  test("reads the roles of the account, and names those that it lacks", () => {
    const stack = testStack();
    AccountChecks.on(stack, justRoles);
    poolOfExisting(stack);
    const missing = 'setsubtract(["AliyunOOSLifecycleHook4CSRole"], self.names)';
    expect(readingsIn(stack)).toEqual([
      {
        name_regex: "^Aliyun.*Role$",
        lifecycle: {
          postcondition: [
            {
              condition: `\${length(${missing}) == 0}`,
              error_message: [
                "The account has the roles in which ACK and its components act.",
                "  check  account-service-roles   shop/cluster/workers",
                `  got    an account without \${join(", ", ${missing})}`,
                "  want   these roles, each with the system policy of its name and Policy",
                "  fix    authorise them at https://cs.console.aliyun.com, or make them: ServiceRoles.createFor(stack)",
                "  see    docs/account-checks.md#account-service-roles.",
              ].join("\n"),
            },
          ],
        },
      },
    ]);
  });

  test("is off unless it is asked for, and can be the only one", () => {
    const stack = testStack();
    AccountChecks.on(stack);
    poolOfExisting(stack);
    expect(readingsIn(stack)).toEqual([]);

    const alone = testStack();
    AccountChecks.on(alone, justRoles);
    poolOfExisting(alone);
    expect(Object.keys(synthesize(alone).json["data"] as object)).toEqual(["alicloud_ram_roles"]);
    expect(() => AccountChecks.on(testStack(), { ...justRoles, serviceRoles: false })).toThrow(ValueError);
  });

  test("leaves out what the stack makes itself, and what is excepted", () => {
    const making = testStack();
    AccountChecks.on(making, justRoles);
    poolOfExisting(making);
    ServiceRoles.createFor(making);
    expect(readingsIn(making)).toEqual([]);

    const excepting = testStack();
    AccountChecks.on(excepting, {
      ...justRoles,
      serviceRoles: { except: ["AliyunOOSLifecycleHook4CSRole"] },
    });
    poolOfExisting(excepting);
    expect(readingsIn(excepting)).toEqual([]);
  });

  test("asks each account of a stack about what is in it", () => {
    const stack = testStack();
    AccountChecks.on(stack, justRoles);
    const provider = new AlicloudProvider(stack, "other", { region: "cn-hangzhou", alias: "other" });
    poolOfExisting(stack, provider);
    proCluster(stack, { id: "own" });
    const readings = readingsIn(stack);
    expect(readings.map((reading) => reading.provider).sort()).toEqual(["alicloud.other", undefined]);
    const other = readings.find((reading) => reading.provider !== undefined);
    expect(other?.lifecycle.postcondition[0]?.condition).toContain('["AliyunOOSLifecycleHook4CSRole"]');
  });
});
