import { Principal, ProCluster, RemovalPolicy, type Grants } from "cdktf-ack";
import { ramUser } from "cdktf-ack/alicloud";
import {
  ClusterKubernetesProvider,
  CustomClusterRole,
  NamespacedRole,
  RbacBinding,
  RbacSubject,
  RoleRule,
  UrlRule,
} from "cdktf-ack/kubernetes";
import type { Lab, Stack } from "cdktf-ack-lab";
import { flannel, poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

interface Given {
  /** What a user of the app may do in its cluster. */
  readonly alice?: (grants: Grants) => unknown;
  /** What somebody may do in all clusters. */
  readonly partner?: boolean;
  readonly checkGrants?: boolean;
}

/** A cluster, and who may do what in it. */
const withGrants = ({ alice, partner = false, checkGrants = false }: Given): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const cluster = proCluster(stack, { network: flannel(stack), removalPolicy: RemovalPolicy.DESTROY });
      cluster.addNodePool("workers", poolOptions());
      const user = new ramUser.RamUser(stack, "user", { name: "alice" });
      const principal = Principal.ramUser(stack, "alice", { user, readAccess: "attach", checkGrants });
      alice?.(cluster.grant(principal));
      if (partner) {
        Principal.account(stack, "partner", { accountId: "1234567890123456" }).onAllClusters().restricted();
      }
    }),
  );

const granted = (lab: Lab) =>
  lab.account
    .objects()
    .filter(({ type }) => type === "alicloud_cs_kubernetes_permissions")
    .flatMap(({ values }) => values["permissions"] as { role_name: string; namespace: string }[])
    .map(({ role_name, namespace }) => (namespace === "" ? role_name : `${role_name} in ${namespace}`))
    .sort();

const changesOf = async (stack: Stack) => {
  const { changes } = await stack.plan();
  return changes
    .filter(({ action }) => action !== "noop")
    .map(({ action, address }) => `${action} ${address.replace(/_[0-9A-F]{8}$/, "")}`)
    .sort();
};

test("grants are made, plan nothing more, come and go in place, and are destroyed", () =>
  inLab(async (lab) => {
    const dev = version(lab, withGrants({ alice: (grants) => grants.dev({ namespaces: ["shop"] }) }));
    await applied(dev);
    expect(granted(lab)).toEqual(["dev in shop"]);

    const more = version(
      lab,
      withGrants({
        alice: (grants) => grants.clusterRole("view").dev({ namespaces: ["pay", "shop"] }),
        partner: true,
      }),
    );
    expect(await changesOf(more)).toEqual([
      "create alicloud_cs_kubernetes_permissions.partner_permissions",
      "create alicloud_ram_policy.partner_read-policy",
      "create alicloud_ram_role.partner_role",
      "create alicloud_ram_role_policy_attachment.partner_read-attachment",
      "update alicloud_cs_kubernetes_permissions.alice_permissions",
    ]);
    await applied(more);
    expect(granted(lab)).toEqual(["dev in pay", "dev in shop", "restricted", "view"]);

    const fewer = version(lab, withGrants({ alice: (grants) => grants.dev({ namespaces: ["pay"] }) }));
    await applied(fewer);
    expect(granted(lab)).toEqual(["dev in pay"]);

    const none = version(lab, withGrants({ alice: undefined }));
    expect(await changesOf(none)).toEqual([
      "delete alicloud_cs_kubernetes_permissions.alice_permissions",
      "delete alicloud_ram_policy.alice_read-policy",
      "delete alicloud_ram_user_policy_attachment.alice_read-attachment",
    ]);
    await applied(none);
    expect(granted(lab)).toEqual([]);

    await none.destroy();
    expect(lab.account.objects().filter(({ type }) => /permissions|ram_user/.test(type))).toEqual([]);
  }));

test("grants are taken back and given again by a replacement, for Terraform does not read them", () =>
  inLab(async (lab) => {
    const stack = version(lab, withGrants({ alice: (grants) => grants.dev() }));
    await applied(stack);
    const addresses = (await stack.state()).map(({ address }) => address);
    const address = addresses.find((one) => one.startsWith("alicloud_cs_kubernetes_permissions.")) ?? "none";
    await stack.run("apply", "-auto-approve", `-replace=${address}`);
    expect(granted(lab)).toEqual(["dev"]);
  }));

test("a plan says which grant ACK has lost, for principals that ask, and a replacement gives it again", () =>
  inLab(async (lab) => {
    const stack = version(lab, withGrants({ alice: (grants) => grants.dev(), checkGrants: true }));
    await applied(stack);
    const more = version(
      lab,
      withGrants({
        alice: (grants) => grants.dev().clusterRole("view", { namespaces: ["shop"] }),
        checkGrants: true,
      }),
    );
    await applied(more);

    const stored = lab.account
      .objects()
      .find(({ type }) => type === "alicloud_cs_kubernetes_permissions") as unknown as {
      values: { permissions: { role_name: string }[] };
    };
    const kept = stored.values.permissions.filter(({ role_name }) => role_name !== "view");
    stored.values = { ...stored.values, permissions: kept };
    await expect(more.plan()).rejects.toThrow(
      /no role view for the namespace shop of the cluster stack\/cluster/,
    );

    const addresses = (await more.state()).map(({ address }) => address);
    const address = addresses.find((one) => one.startsWith("alicloud_cs_kubernetes_permissions.")) ?? "none";
    await more.run("apply", "-auto-approve", `-replace=${address}`);
    expect(granted(lab)).toEqual(["dev", "view in shop"]);
    await applied(more);
    await more.destroy();
  }));

test("roles inside of a cluster are made, plan nothing more, change in place, and are destroyed", () =>
  inLab(async (lab) => {
    const roles = (resources: readonly string[]) =>
      synthesized((app) =>
        stackOf(app, (stack) => {
          const cluster = ProCluster.fromAttributes(stack, "cluster", {
            clusterId: "c82e6987",
            apiServer: { intranet: "https://10.0.0.1:6443" },
          });
          new ClusterKubernetesProvider(stack, "kubernetes", { cluster, endpoint: "intranet" });
          const rules = [RoleRule.write({ resources })];
          const role = new CustomClusterRole(stack, "everywhere", {
            roleName: "shop",
            rules: [...rules, UrlRule.allow(["get"], ["/healthz"])],
          });
          const inShop = new NamespacedRole(stack, "in-shop", {
            roleName: "shop",
            namespace: "default",
            rules,
          });
          const subjects = [RbacSubject.group("shop"), RbacSubject.serviceAccount("default", "web")];
          new RbacBinding(stack, "all", { role, subjects, bindingName: "shop" });
          new RbacBinding(stack, "own", { role: inShop, subjects, bindingName: "shop" });
        }),
      );
    const stack = version(lab, roles(["pods"]));
    await applied(stack);
    const next = version(lab, roles(["pods", "services"]));
    expect(await changesOf(next)).toEqual([
      "update kubernetes_cluster_role_v1.everywhere_cluster-role",
      "update kubernetes_role_v1.in-shop_role",
    ]);
    await applied(next);
    await next.destroy();
    expect(lab.account.objects().filter(({ type }) => type.startsWith("kubernetes_"))).toEqual([]);
  }));
