import { TerraformStack, type App } from "cdktf";
import {
  AccountChecks,
  AlicloudProvider,
  RemovalPolicy,
  ServiceRoles,
  type AccountCheckOptions,
} from "cdktf-ack";
import { createAccount, type Lab, type LabOptions } from "cdktf-ack-lab";
import { poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** An account that never used ACK. */
const fresh = (): LabOptions => ({ account: createAccount({ serviceRoles: "strict" }) });

const cluster = (stack: TerraformStack): void => {
  proCluster(stack, { removalPolicy: RemovalPolicy.DESTROY }).addNodePool("workers", poolOptions());
};

const json = (build: (stack: TerraformStack) => void): string =>
  synthesized((app) => stackOf(app, (stack) => build(stack as TerraformStack)));

const justRoles: AccountCheckOptions = { quotas: false, freeAddresses: false, serviceRoles: true };

const serviceRolesIn = (lab: Lab) =>
  lab.account.objects().filter(({ type, id }) => type === "alicloud_ram_role" && id.startsWith("Aliyun"));

test("a fresh account refuses a cluster, and a plan that checks the roles says so before", () =>
  inLab(async (lab) => {
    await expect(version(lab, json(cluster)).apply()).rejects.toThrow(/ErrManagedAddonRoleNotAttach/);
    const checked = json((stack) => {
      cluster(stack);
      AccountChecks.on(stack, justRoles);
    });
    await expect(version(lab, checked).plan()).rejects.toThrow(
      /got {4}an account without .*AliyunCSDefaultRole,.*AliyunOOSLifecycleHook4CSRole/,
    );
  }, fresh()));

test("with the roles in the stack, a fresh account takes a cluster and a pool in one apply, and the next plan is empty", () =>
  inLab(async (lab) => {
    const stack = version(
      lab,
      json((one) => {
        cluster(one);
        ServiceRoles.createFor(one, { removalPolicy: RemovalPolicy.DESTROY });
        AccountChecks.on(one, justRoles);
      }),
    );
    await applied(stack);
    expect(serviceRolesIn(lab)).toHaveLength(13);
    await stack.destroy();
    expect(serviceRolesIn(lab)).toEqual([]);
  }, fresh()));

test("roles of a stack of their own satisfy the check of another", () =>
  inLab(async (lab) => {
    const both = (app: App): readonly [TerraformStack, TerraformStack] => {
      const account = new TerraformStack(app, "account");
      new AlicloudProvider(account, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
      const shop = stackOf(app, (stack) => {
        cluster(stack as TerraformStack);
        AccountChecks.on(stack, justRoles);
      });
      ServiceRoles.createFor([shop], { in: account });
      return [account, shop];
    };
    await applied(
      lab.stack(
        synthesized((app) => both(app)[0]),
        { name: "account" },
      ),
    );
    await applied(
      version(
        lab,
        synthesized((app) => both(app)[1]),
      ),
    );
  }, fresh()));

test("roles that the console authorised are adopted without a change", () =>
  inLab(async (lab) => {
    const made = json((stack) => {
      ServiceRoles.createFor(stack, { also: ["AliyunCSManagedCostRole"] });
    });
    await applied(lab.stack(made, { name: "console" }));
    const adopting = version(
      lab,
      json((stack) => {
        ServiceRoles.createFor(stack, { adopt: ["AliyunCSManagedCostRole"] });
      }),
    );
    const { create, update, replace, delete: gone } = await adopting.plan();
    expect([create, update, replace, gone]).toEqual([[], [], [], []]);
    await applied(adopting);
  }, fresh()));
