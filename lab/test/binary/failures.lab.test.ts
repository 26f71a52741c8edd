import { createAccount } from "../../lib";
import {
  ADDON,
  cluster,
  CLUSTER,
  network,
  pool,
  POOL,
  scaled,
  stackOf,
  told,
  toldOfDeletes,
  type Resources,
} from "./failing-stacks";
import { differences, failureOf, inLab } from "./support";

test("what ACK does not make is told with the code of each refusal, and all else is made", () =>
  inLab(async (lab) => {
    const failure = await failureOf(
      stackOf(lab, "create", {
        ...network,
        [CLUSTER]: {
          main: cluster("main"),
          twin: { ...cluster("main"), depends_on: [`${CLUSTER}.main`] },
          terway_without_addon: cluster("a", {
            pod_cidr: null,
            pod_vswitch_ids: ["${alicloud_vswitch.pods.id}"],
          }),
          pods_in_vpc: cluster("b", { pod_cidr: "10.128.0.0/16" }),
          services_on_pods: cluster("c", { service_cidr: "172.20.128.0/20" }),
        },
        [POOL]: {
          first: pool("first", { desired_size: "1" }),
          twin: { ...pool("first", { desired_size: "1" }), depends_on: [`${POOL}.first`] },
          scaled_and_sized: pool("a", { ...scaled, desired_size: "2" }),
          repaired: pool("b", { desired_size: "1", management: { enable: true, auto_repair: true } }),
        },
        [ADDON]: { broken: { cluster_id: `\${${CLUSTER}.main.id}`, name: "arms-prometheus", config: "{" } },
        alicloud_cs_kubernetes_policy_instance: {
          unenforced: {
            cluster_id: `\${${CLUSTER}.main.id}`,
            policy_name: "ACKPSPHostNetworkingPorts",
            action: "deny",
          },
        },
        alicloud_ack_one_cluster: {
          flow: {
            profile: "XFlow",
            argocd_enabled: true,
            network: { vpc_id: "${alicloud_vpc.main.id}", vswitches: ["${alicloud_vswitch.nodes.id}"] },
          },
        },
      }).apply(),
    );
    expect(told(failure)).toEqual({
      [`${CLUSTER}.twin`]: "ClusterNameAlreadyExist",
      [`${CLUSTER}.terway_without_addon`]: "EmptyCIDR",
      [`${CLUSTER}.pods_in_vpc`]: "InvalidCIDR",
      [`${CLUSTER}.services_on_pods`]: "InvalidCIDR",
      [`${POOL}.twin`]: "InvalidParameter.Name",
      [`${POOL}.scaled_and_sized`]: "InvalidDesiredSizeOrCount.NotNull",
      [`${POOL}.repaired`]: "InvalidParameter.Management",
      [`${ADDON}.broken`]: "InvalidParameter.Config",
      "alicloud_cs_kubernetes_policy_instance.unenforced": "WaitForStateTimeout",
      "alicloud_ack_one_cluster.flow": "InvalidParameter.ArgoCD",
    });
    const made = lab.account.objects().filter(({ madeBy }) => madeBy === "terraform");
    expect(made.map(({ type }) => type).sort()).toEqual([
      POOL,
      CLUSTER,
      "alicloud_vpc",
      "alicloud_vswitch",
      "alicloud_vswitch",
    ]);
  }));

test("an account that is new has none of the roles that ACK acts in", () => {
  const account = createAccount({ serviceRoles: "strict" });
  return inLab(
    async (lab) => {
      const apart = { ...pool("p", { desired_size: "1" }), cluster_id: "c0123456789abcdef0123456789abcdef" };
      const failure = await failureOf(
        stackOf(lab, "new", {
          ...network,
          [CLUSTER]: { main: cluster("main") },
          [POOL]: { p: apart },
        }).apply(),
      );
      expect(told(failure)).toEqual({
        [`${CLUSTER}.main`]: "ErrManagedAddonRoleNotAttach",
        [`${POOL}.p`]: "MissingAuth.AliyunOOSLifecycleHook4CSRole",
      });
    },
    { account },
  );
});

test("a quota of the account ends what would go over it", () =>
  inLab(
    async (lab) => {
      const pools = Object.fromEntries(
        ["a", "b", "c"].map((name) => [name, pool(name, { desired_size: "1" })]),
      );
      const resources = { ...network, [CLUSTER]: { main: cluster("main") }, [POOL]: pools };
      expect(Object.values(told(await failureOf(stackOf(lab, "quota", resources).apply())))).toEqual([
        "QuotaExceeded.NodePoolsPerCluster",
      ]);
    },
    { quotas: { nodePoolsPerCluster: 2 } },
  ));

test("an SNAT entry needs the association of its EIP, and waits for one that is on its way", () =>
  inLab(async (lab) => {
    const nat = { vpc_id: "${alicloud_vpc.main.id}", vswitch_id: "${alicloud_vswitch.nodes.id}" };
    const egress = {
      ...network,
      alicloud_nat_gateway: { main: { ...nat, nat_type: "Enhanced", payment_type: "PayAsYouGo" } },
      alicloud_eip_address: { main: {} },
      alicloud_snat_entry: {
        main: {
          snat_table_id: "${alicloud_nat_gateway.main.snat_table_ids}",
          source_vswitch_id: "${alicloud_vswitch.nodes.id}",
          snat_ip: "${alicloud_eip_address.main.ip_address}",
        },
      },
    };
    const failure = await failureOf(stackOf(lab, "egress", egress).apply());
    expect(told(failure)).toEqual({ "alicloud_snat_entry.main": "EIP_NOT_IN_GATEWAY" });
    const associated = {
      ...egress,
      alicloud_eip_association: {
        main: {
          allocation_id: "${alicloud_eip_address.main.id}",
          instance_id: "${alicloud_nat_gateway.main.id}",
          instance_type: "Nat",
        },
      },
    };
    await stackOf(lab, "egress", associated).apply();
    await stackOf(lab, "egress", associated).destroy();
    expect(lab.account.objects()).toEqual([]);
  }));

test("what cannot be changed is told when it is applied, and stays as it was", () =>
  inLab(async (lab) => {
    const before = {
      ...network,
      [CLUSTER]: {
        main: cluster("main"),
        rrsa: cluster("rrsa", { pod_cidr: "172.24.0.0/16", enable_rrsa: true }),
      },
      [POOL]: {
        fixed: pool("fixed", { desired_size: "1", image_type: "AliyunLinux3" }),
        scaled: pool("scaled", { ...scaled, lifecycle: { ignore_changes: ["desired_size"] } }),
        renewed: pool("renewed", { desired_size: "1", lifecycle: { create_before_destroy: true } }),
      },
    };
    await stackOf(lab, "update", before).apply();
    const failure = await failureOf(
      stackOf(lab, "update", {
        ...network,
        [CLUSTER]: {
          main: cluster("main"),
          rrsa: cluster("rrsa", { pod_cidr: "172.24.0.0/16", enable_rrsa: false }),
        },
        [POOL]: {
          fixed: pool("fixed", {
            desired_size: "1",
            upgrade_policy: { runtime: "containerd", runtime_version: "9" },
          }),
          scaled: pool("scaled", { ...scaled, desired_size: "2" }),
          renewed: pool("renewed", {
            desired_size: "1",
            lifecycle: { create_before_destroy: true },
            security_hardening_os: true,
          }),
        },
      }).apply(),
    );
    expect(told(failure)).toEqual({
      [`${CLUSTER}.rrsa`]: "NotSupported",
      [`${POOL}.fixed`]: "InvalidParameter",
      [`${POOL}.scaled`]: "InvalidDesiredSizeOrCount.NotNull",
      [`${POOL}.renewed`]: "InvalidParameter.Name",
    });
    expect(failure.message).toContain("It's not supported to disable RRSA!");
    await stackOf(lab, "update", before).apply();
    expect((await stackOf(lab, "update", before).plan()).isEmpty).toBe(true);
  }));

test("what the provider swallows or writes anew differs in every further plan", () =>
  inLab(async (lab) => {
    const id = `\${${CLUSTER}.main.id}`;
    const made = (spec: string): Resources => ({
      ...network,
      [CLUSTER]: { main: cluster("main", { cluster_spec: spec }) },
      [POOL]: {
        scaled: pool("scaled", scaled),
        small: { ...pool("small", { desired_size: "1" }), system_disk_size: null },
      },
      [ADDON]: { prometheus: { cluster_id: id, name: "arms-prometheus", config: '{"b": 1, "a": "<"}' } },
      alicloud_cs_autoscaling_config: {
        main: { cluster_id: id, skip_nodes_with_system_pods: false, scale_up_from_zero: false },
      },
    });
    await stackOf(lab, "swallowed", made("ack.pro.small")).apply();
    const smaller = stackOf(lab, "swallowed", made("ack.standard"));
    await smaller.apply();
    const again = await smaller.plan();
    expect(differences(again)).toEqual({
      [`${CLUSTER}.main`]: ["cluster_spec"],
      [`${POOL}.scaled`]: ["desired_size"],
      [`${POOL}.small`]: ["system_disk_size"],
      [`${ADDON}.prometheus`]: ["config"],
      "alicloud_cs_autoscaling_config.main": ["scale_up_from_zero", "skip_nodes_with_system_pods"],
    });
  }));

test("a cluster whose blocks of addresses are left to ACK is replaced by the next plan", () =>
  inLab(async (lab) => {
    const open = { ...network, [CLUSTER]: { main: cluster("main", { service_cidr: null }) } };
    await stackOf(lab, "open", open).apply();
    const plan = await stackOf(lab, "open", open).plan();
    expect(plan.replace).toEqual([`${CLUSTER}.main`]);
    expect(plan.change(`${CLUSTER}.main`)?.forcedBy).toEqual(["service_cidr"]);
  }));

test("what others stand on is not deleted, and neither is what is protected", () =>
  inLab(async (lab) => {
    const base = {
      ...network,
      alicloud_security_group: { own: { vpc_id: "${alicloud_vpc.main.id}" } },
      alicloud_ecs_key_pair: { ops: { key_pair_name: "ops" } },
      alicloud_ram_policy: { read: { policy_name: "read", policy_document: "{}" } },
    };
    await stackOf(lab, "base", base).apply();
    const made = lab.account.objects();
    const idOf = (type: string): string => String(made.find((one) => one.type === type)?.id);
    const on = { vswitch_ids: [idOf("alicloud_vswitch")] };
    const above: Resources = {
      [CLUSTER]: {
        main: {
          ...cluster("main", {
            deletion_protection: true,
            security_group_id: idOf("alicloud_security_group"),
          }),
          ...on,
        },
      },
      [POOL]: {
        p: { ...pool("p", { desired_size: "1", key_name: "ops" }), ...on },
      },
      alicloud_ram_role: { worker: { role_name: "worker", assume_role_policy_document: "{}" } },
      alicloud_ram_role_policy_attachment: {
        read: {
          role_name: "${alicloud_ram_role.worker.role_name}",
          policy_name: "read",
          policy_type: "Custom",
        },
      },
    };
    await stackOf(lab, "above", above).apply();
    expect(toldOfDeletes(await failureOf(stackOf(lab, "base", base).destroy()))).toEqual({
      alicloud_vswitch: "DependencyViolation",
      alicloud_security_group: "InvalidOperation.DeletionProtection",
      alicloud_ecs_key_pair: "InvalidParameter.KeypairAlreadyAttachedInstance",
      alicloud_ram_policy: "DeleteConflict.Policy.Role",
    });
    expect(toldOfDeletes(await failureOf(stackOf(lab, "above", above).destroy()))).toEqual({
      [CLUSTER]: "DeletionProtection",
    });
    const released = {
      [CLUSTER]: { main: { ...above[CLUSTER]?.["main"], deletion_protection: false } },
    };
    await stackOf(lab, "above", released).apply();
    await stackOf(lab, "above", released).destroy();
    await stackOf(lab, "base", base).destroy();
    expect(lab.account.objects()).toEqual([]);
  }));

test("a destroy leaves add-ons and the autoscaler in the cluster, and the logs of ACK in the account", () =>
  inLab(async (lab) => {
    const id = `\${${CLUSTER}.main.id}`;
    const base = {
      ...network,
      [CLUSTER]: { main: cluster("main", { control_plane_log_components: ["apiserver"] }) },
    };
    const all = {
      ...base,
      [ADDON]: { metrics: { cluster_id: id, name: "metrics-server" } },
      alicloud_cs_autoscaling_config: { main: { cluster_id: id } },
    };
    await stackOf(lab, "kept", all).apply();
    await stackOf(lab, "kept", base).apply();
    const inside = lab.account.objects().filter(({ values }) => values["name"] === "metrics-server");
    expect(inside).toMatchObject([{ type: ADDON, madeBy: "service" }]);
    expect(lab.account.objects().map(({ type }) => type)).toContain("alicloud_cs_autoscaling_config");
    await stackOf(lab, "kept", base).destroy();
    expect(lab.account.objects()).toMatchObject([{ type: "alicloud_log_project", madeBy: "service" }]);
  }));
