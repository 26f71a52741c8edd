import { RamPolicy, RemovalPolicy, ServiceAccountRole } from "cdktf-ack";
import type { Lab } from "cdktf-ack-lab";
import { proCluster, poolOptions } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster with a role for a service account, which may do what is given. */
const withRole = (policies: Readonly<Record<string, RamPolicy>>, serviceAccount = "web"): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const cluster = proCluster(stack, { removalPolicy: RemovalPolicy.DESTROY });
      cluster.addNodePool("workers", poolOptions());
      cluster.addAddon("pod-identity", { name: "ack-pod-identity-webhook" });
      new ServiceAccountRole(stack, "role", { cluster, namespace: "shop", serviceAccount, policies });
    }),
  );

const attached = (lab: Lab) =>
  lab.account
    .objects()
    .filter(({ type }) => type === "alicloud_ram_role_policy_attachment")
    .map(({ values }) => values["policy_name"])
    .sort();
/** The role of the test: an account has those of the service as well. */
const roleIn = (lab: Lab) =>
  lab.account.objects().find(({ type, id }) => type === "alicloud_ram_role" && id === "stack-role");
const trust = (lab: Lab) => roleIn(lab)?.values["assume_role_policy_document"];

const read = RamPolicy.system("AliyunOSSReadOnlyAccess");

test("a role of a service account is made, plans nothing more, changes in place, and is destroyed", () =>
  inLab(async (lab) => {
    await applied(version(lab, withRole({ read })));
    expect(attached(lab)).toEqual(["AliyunOSSReadOnlyAccess"]);
    expect(trust(lab)).toMatch(/oidc-provider\/ack-rrsa-/);

    const next = version(lab, withRole({ read, logs: RamPolicy.system("AliyunLogReadOnlyAccess") }, "api"));
    const { changes } = await next.plan();
    expect(
      changes
        .filter(({ action }) => action !== "noop")
        .map(({ action }) => action)
        .sort(),
    ).toEqual(["create", "update"]);
    await applied(next);
    expect(attached(lab)).toEqual(["AliyunLogReadOnlyAccess", "AliyunOSSReadOnlyAccess"]);
    expect(trust(lab)).toContain("system:serviceaccount:shop:api");

    await next.destroy();
    expect([roleIn(lab), ...attached(lab)]).toEqual([undefined]);
  }));

/** A cluster of before RRSA, or one in which it is on, with a role or without. */
const withRrsa = (rrsa: boolean, hasRole: boolean): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const cluster = proCluster(stack, { removalPolicy: RemovalPolicy.DESTROY, rrsa });
      if (hasRole) {
        cluster.roleForServiceAccount("web", { namespace: "shop", serviceAccount: "web" });
      }
    }),
  );

test("RRSA is switched on later in place, and a role comes with the next apply", () =>
  inLab(async (lab) => {
    await applied(version(lab, withRrsa(false, false)));
    const on = version(lab, withRrsa(true, false));
    const { create, update, replace } = await on.plan();
    expect([create, update, replace]).toEqual([
      [],
      [expect.stringContaining("alicloud_cs_managed_kubernetes")],
      [],
    ]);
    await applied(on);
    const used = version(lab, withRrsa(true, true));
    expect(await used.plan()).toMatchObject({
      create: [expect.stringContaining("alicloud_ram_role")],
      update: [],
      replace: [],
    });
    await applied(used);
  }));
