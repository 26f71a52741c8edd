import type { TerraformStack } from "cdktf";
import { AckPolicy, CustomRamPolicy, DeployerPolicy, RemovalPolicy } from "cdktf-ack";
import { ramGroup, ramUser } from "cdktf-ack/alicloud";
import { poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster, and what a user, a group and the deployer may do. */
const withPolicies = (actions: "read" | "operate"): string =>
  synthesized((app) =>
    stackOf(app, (scope) => {
      const stack = scope as TerraformStack;
      const cluster = proCluster(stack, { removalPolicy: RemovalPolicy.DESTROY });
      cluster.addNodePool("workers", poolOptions());
      const options = { clusters: [cluster] };
      const document = actions === "read" ? AckPolicy.readOnly(options) : AckPolicy.operator(options);
      const policy = new CustomRamPolicy(stack, "people", { document });
      policy.attachToUser("ann", new ramUser.RamUser(stack, "ann", { name: "ann" }).name);
      policy.attachToGroup("ops", new ramGroup.RamGroup(stack, "ops", { groupName: "ops" }).groupName);
      DeployerPolicy.of(stack).documents.forEach((part, index) => {
        new CustomRamPolicy(stack, `deployer-${index}`, { document: part });
      });
    }),
  );

test("policies are made, plan nothing more, change in place, and are destroyed", () =>
  inLab(async (lab) => {
    await applied(version(lab, withPolicies("read")));
    const policy = () =>
      lab.account.objects().find(({ type, id }) => type === "alicloud_ram_policy" && id === "stack-people");
    const made = lab.account.objects().find(({ type }) => type === "alicloud_cs_managed_kubernetes");
    expect(policy()?.values["policy_document"]).toContain(`acs:cs:*:*:cluster/${made?.id}`);

    const next = version(lab, withPolicies("operate"));
    const { create, update, replace } = await next.plan();
    expect([create, update.length, replace]).toEqual([[], 1, []]);
    await applied(next);
    expect(policy()?.values["policy_document"]).toContain("cs:UpgradeCluster");
    await next.destroy();
    expect(policy()).toBeUndefined();
  }));
