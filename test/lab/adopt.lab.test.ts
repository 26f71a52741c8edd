import type { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import {
  Adopt,
  Capacity,
  Egress,
  InstanceSelection,
  LetGo,
  Login,
  Moved,
  ProCluster,
  ProTier,
  SecretKmsEncryption,
  TerwayNetwork,
  Vpc,
} from "cdktf-ack";
import { checkPlan } from "cdktf-ack/guard";
import type { Lab } from "cdktf-ack-lab";
import { inLab, stackOf, synthesized, version } from "./support";

const CLUSTER = "alicloud_cs_managed_kubernetes";
const POOL = "alicloud_cs_kubernetes_node_pool";

/** What somebody has made in the console, with choices that no construct would make. */
const console = {
  provider: { alicloud: [{ region: "cn-hangzhou", account_type: "Domestic" }] },
  terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
  resource: {
    alicloud_vpc: { main: { vpc_name: "prod", cidr_block: "10.9.0.0/16", description: "by hand" } },
    alicloud_vpc_ipv4_cidr_block: {
      more: { vpc_id: "${alicloud_vpc.main.id}", secondary_cidr_block: "10.10.0.0/16" },
    },
    alicloud_vswitch: {
      h: vswitch("10.9.3.0/24", "h"),
      i: vswitch("10.9.4.0/24", "i"),
      pods: vswitch("10.10.0.0/18", "h"),
      more: vswitch("10.10.64.0/18", "i"),
    },
    alicloud_kms_key: {
      secrets: { key_spec: "Aliyun_SM4", protection_level: "HSM", description: "prod secrets" },
    },
    [CLUSTER]: {
      main: {
        name: "prod",
        cluster_spec: "ack.pro.small",
        vswitch_ids: ["${alicloud_vswitch.h.id}", "${alicloud_vswitch.i.id}"],
        pod_vswitch_ids: ["${alicloud_vswitch.pods.id}", "${alicloud_vswitch.more.id}"],
        service_cidr: "192.168.0.0/20",
        node_cidr_mask: 25,
        proxy_mode: "iptables",
        cluster_domain: "prod.local",
        slb_internet_enabled: true,
        timezone: "Asia/Shanghai",
        custom_san: "api.prod.example",
        control_plane_log_components: ["apiserver"],
        encryption_provider_key: "${alicloud_kms_key.secrets.id}",
        disable_encryption: false,
        addons: [{ name: "terway-eniip" }, { name: "csi-plugin" }],
        tags: { team: "core" },
      },
    },
    [POOL]: {
      web: {
        cluster_id: `\${${CLUSTER}.main.id}`,
        node_pool_name: "web pool",
        vswitch_ids: ["${alicloud_vswitch.i.id}"],
        instance_types: ["ecs.g6.xlarge"],
        desired_size: "3",
        system_disk_category: "cloud_ssd",
        system_disk_size: 40,
        image_type: "ContainerOS",
        install_cloud_monitor: false,
        key_name: "admins",
        security_hardening_os: true,
        labels: [{ key: "tier", value: "web" }],
        kubelet_configuration: { max_pods: "64" },
        user_data: "ZWNobyBoaQ==",
      },
      batch: {
        cluster_id: `\${${CLUSTER}.main.id}`,
        node_pool_name: "batch",
        vswitch_ids: ["${alicloud_vswitch.h.id}"],
        instance_types: ["ecs.g6.xlarge", "ecs.g7.xlarge", "ecs.g8i.xlarge"],
        scaling_config: { enable: true, min_size: 1, max_size: 9, type: "cpu" },
        system_disk_size: 200,
        taints: [{ key: "batch", value: "true", effect: "NoSchedule" }],
      },
    },
    alicloud_cs_kubernetes_addon: {
      detector: {
        cluster_id: `\${${CLUSTER}.main.id}`,
        name: "ack-node-problem-detector",
        depends_on: [`${POOL}.web`],
      },
    },
  },
};

function vswitch(cidr: string, letter: string): object {
  return {
    vpc_id: "${alicloud_vpc.main.id}",
    cidr_block: cidr,
    zone_id: `cn-hangzhou-${letter}`,
    vswitch_name: `prod ${cidr}`,
    tags: { by: "hand" },
    depends_on: ["alicloud_vpc_ipv4_cidr_block.more"],
  };
}

interface Ids {
  readonly vpc: string;
  readonly key: string;
  readonly cluster: string;
  vswitch(cidr: string): string;
  pool(name: string): string;
}

/** Makes the account, and gives the ids that the console shows. */
async function madeByHand(lab: Lab): Promise<Ids> {
  await lab.stack(console, { name: "console" }).apply();
  const made = lab.account.objects().filter(({ madeBy }) => madeBy === "terraform");
  const id = (type: string, attribute?: string, value?: string): string => {
    const found = made.find(
      (one) => one.type === type && (attribute === undefined || one.values[attribute] === value),
    );
    return found?.id ?? `no ${type}`;
  };
  return {
    vpc: id("alicloud_vpc"),
    key: id("alicloud_kms_key"),
    cluster: id(CLUSTER),
    vswitch: (cidr) => id("alicloud_vswitch", "cidr_block", cidr),
    pool: (name) => id(POOL, "node_pool_name", name).split(":")[1] ?? "",
  };
}

interface Variant {
  readonly proxyMode?: "ipvs" | "iptables";
  /** As the guide has it for the first look at a plan. */
  readonly isUnprotected?: boolean;
  /** Where the code is within the stack. */
  readonly inside?: string;
  readonly letGo?: boolean;
}

/** The code that a team writes for it: what cannot be changed, what has no default, and nothing more. */
function adopting(ids: Ids, variant: Variant = {}): string {
  const { proxyMode = "iptables", isUnprotected, inside, letGo } = variant;
  return synthesized((app: App): TerraformStack =>
    stackOf(app, (stack) => {
      const scope = inside === undefined ? stack : new Construct(stack, inside);
      const vpc = new Vpc(scope, "vpc", { cidr: "10.9.0.0/16", secondaryCidrs: ["10.10.0.0/16"] });
      Adopt.vpc(vpc, ids.vpc);
      const network = new TerwayNetwork(scope, "network", {
        vpc,
        zones: {
          h: { zone: "cn-hangzhou-h", nodeCidr: "10.9.3.0/24", podCidr: "10.10.0.0/18" },
          i: { zone: "cn-hangzhou-i", nodeCidr: "10.9.4.0/24", podCidr: "10.10.64.0/18" },
        },
        serviceCidr: "192.168.0.0/20",
        egress: Egress.byAck(),
      });
      Adopt.vswitches(network, {
        nodes: { h: ids.vswitch("10.9.3.0/24"), i: ids.vswitch("10.9.4.0/24") },
        pods: { h: ids.vswitch("10.10.0.0/18"), i: ids.vswitch("10.10.64.0/18") },
      });
      const secrets = new SecretKmsEncryption(scope, "secrets");
      Adopt.key(secrets, ids.key);
      const cluster = new ProCluster(scope, "cluster", {
        name: "prod",
        network,
        tier: ProTier.SMALL,
        clusterDomain: "prod.local",
        proxyMode,
        secretEncryption: secrets,
        ...(isUnprotected && { lifecycle: { preventDestroy: false } }),
      });
      Adopt.cluster(cluster, ids.cluster);
      const web = cluster.addNodePool("web", {
        instances: InstanceSelection.types("ecs.g6.xlarge"),
        capacity: Capacity.fixed(3),
        login: Login.keyPair("admins"),
      });
      Adopt.nodePool(web, ids.pool("web pool"));
      const batch = cluster.addNodePool("batch", {
        instances: InstanceSelection.types("ecs.g6.xlarge", "ecs.g7.xlarge", "ecs.g8i.xlarge"),
        capacity: Capacity.autoscale({ min: 1, max: 9 }),
      });
      Adopt.nodePool(batch, ids.pool("batch"));
      Adopt.addon(cluster.addAddon("detector", { name: "ack-node-problem-detector" }));
      if (inside !== undefined)
        [vpc, network, secrets, cluster].forEach((one) => Moved.from(one, one.node.id));
      if (letGo === true) [network.vpc, network, secrets, cluster].forEach((one) => LetGo.of(one));
    }),
  );
}

const changed = (plan: Awaited<ReturnType<ReturnType<Lab["stack"]>["plan"]>>) =>
  Object.fromEntries(
    plan.changes
      .filter(({ action }) => action !== "noop")
      .map((one) => [one.type, [one.action, one.changed]]),
  );

test("a cluster that was made by hand, with all that belongs to it, comes into the state as it is", () =>
  inLab(async (lab) => {
    const ids = await madeByHand(lab);
    const before = lab.account.objects();
    const stack = version(lab, adopting(ids));
    const plan = await stack.plan();
    expect(plan.changes.map(({ importedAs }) => importedAs).sort()).toEqual(
      [
        ids.vpc,
        `${ids.vpc}:10.10.0.0/16`,
        ...["10.9.3.0/24", "10.9.4.0/24", "10.10.0.0/18", "10.10.64.0/18"].map(ids.vswitch),
        ids.key,
        ids.cluster,
        `${ids.cluster}:${ids.pool("web pool")}`,
        `${ids.cluster}:${ids.pool("batch")}`,
        `${ids.cluster}:ack-node-problem-detector`,
      ].sort(),
    );
    // What no service hears of: Terraform alone notes it.
    expect(changed(plan)).toEqual({
      [CLUSTER]: ["update", ["skip_set_certificate_authority"]],
      alicloud_kms_key: ["update", ["pending_window_in_days"]],
    });
    expect(checkPlan(plan.json).findings).toEqual([]);

    const { imported, created, deleted } = await stack.apply({ plan });
    expect([imported, created, deleted]).toEqual([plan.changes.length, 0, 0]);
    const again = await stack.plan();
    expect(changed(again)).toEqual({});
    expect(again.changes.filter((one) => one.action === "noop" && (one.movedFrom || one.importedAs))).toEqual(
      [],
    );
    expect(lab.account.objects().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  }));

test("imports alone would replace a pool and the key, and change what nobody meant to change", () =>
  inLab(async (lab) => {
    const ids = await madeByHand(lab);
    const file = JSON.parse(adopting(ids)) as {
      resource: Record<string, Record<string, { lifecycle?: object }>>;
    };
    for (const one of Object.values(file.resource).flatMap((named) => Object.values(named))) {
      delete one.lifecycle;
    }
    const plan = await version(lab, JSON.stringify(file)).plan();
    const forced = plan.changes.flatMap(({ type, forcedBy }) => forcedBy.map((path) => `${type}.${path}`));
    expect(forced).toEqual(
      expect.arrayContaining([
        `${CLUSTER}.node_cidr_mask`,
        `${POOL}.security_hardening_os`,
        "alicloud_kms_key.key_spec",
        "alicloud_kms_key.protection_level",
      ]),
    );
    const rules = checkPlan(plan.json).findings.map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining(["adopted-changes", "cluster-replaced", "data-replaced", "node-pool-replaced"]),
    );
  }));

test("a wrong value of what cannot be changed is stopped: by the protection, and by the guard where there is none", () =>
  inLab(async (lab) => {
    const ids = await madeByHand(lab);
    await expect(version(lab, adopting(ids, { proxyMode: "ipvs" })).plan()).rejects.toThrow(
      "Instance cannot be destroyed",
    );
    const unprotected = { proxyMode: "ipvs", isUnprotected: true } as const;
    const plan = await version(lab, adopting(ids, unprotected)).plan();
    const [first] = checkPlan(plan.json).findings.filter(({ rule }) => rule === "cluster-replaced");
    expect(first).toMatchObject({
      severity: "error",
      arguments: ["proxy_mode"],
      got: 'proxy_mode "iptables" -> "ipvs"',
      fix: "write the value that it has into the code: proxyMode",
    });
  }));

test("an id that nothing has is said by the plan", () =>
  inLab(async (lab) => {
    const ids = await madeByHand(lab);
    const wrong = { ...ids, cluster: `c${"0".repeat(32)}` };
    await expect(version(lab, adopting(wrong)).plan()).rejects.toThrow(`c${"0".repeat(32)}`);
  }));

test("a pool that was made by hand in a cluster of the stack is adopted by the reference to the cluster", () =>
  inLab(async (lab) => {
    const code = (poolId?: string): string =>
      synthesized((app) =>
        stackOf(app, (stack) => {
          const network = TerwayNetwork.inNewVpc(stack, "network", {
            cidr: "10.0.0.0/16",
            zones: ["cn-hangzhou-h"],
          });
          const cluster = new ProCluster(stack, "cluster", { name: "shop", network });
          if (poolId === undefined) return;
          const instances = InstanceSelection.types("ecs.g6.xlarge");
          const pool = cluster.addNodePool("extra", { instances, capacity: Capacity.fixed(1) });
          Adopt.nodePool(pool, poolId);
        }),
      );
    await version(lab, code()).apply();
    const cluster = lab.account.objects().find(({ type }) => type === CLUSTER)?.id ?? "";
    const byHand = { cluster_id: cluster, node_pool_name: "by hand", desired_size: "1" };
    const { provider, terraform } = console;
    const types = { instance_types: ["ecs.g6.xlarge"], vswitch_ids: ["vsw-other"] };
    const resource = { [POOL]: { extra: { ...byHand, ...types } } };
    await lab.stack({ provider, terraform, resource }, { name: "by-hand" }).apply();
    const made = lab.account.objects().find(({ type }) => type === POOL)?.id ?? "";

    const stack = version(lab, code(made.split(":")[1]));
    const plan = await stack.plan();
    expect(plan.changes.filter(({ type }) => type === POOL)).toMatchObject([
      { action: "noop", importedAs: made },
    ]);
    await stack.apply({ plan });
    expect((await stack.plan()).isEmpty).toBe(true);
  }));

test("what is in the state moves with the code, is let go of, and comes back", () =>
  inLab(async (lab) => {
    const ids = await madeByHand(lab);
    await version(lab, adopting(ids)).apply();
    const before = lab.account.objects();

    const moved = version(lab, adopting(ids, { inside: "prod" }));
    const move = await moved.plan();
    expect([move.create, move.update, move.replace, move.delete]).toEqual([[], [], [], []]);
    expect(move.changes.every(({ movedFrom }) => movedFrom !== undefined)).toBe(true);
    await moved.apply({ plan: move });
    expect((await moved.plan()).isEmpty).toBe(true);
    const gone = version(lab, adopting(ids, { inside: "prod", letGo: true }));
    const plan = await gone.plan();
    expect(new Set(plan.changes.map(({ action }) => action))).toEqual(new Set(["forget"]));
    expect(checkPlan(plan.json).findings.every(({ rule }) => rule === "let-go")).toBe(true);
    await gone.apply({ plan });
    expect([await gone.state(), lab.account.objects()]).toEqual([[], before]);

    await version(lab, adopting(ids)).apply();
    expect(lab.account.objects().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  }));

test("a single resource moves with the methods of cdktf as well", () =>
  inLab(async (lab) => {
    const code = (id: string, addressBefore?: string): string =>
      synthesized((app) =>
        stackOf(app, (stack) => {
          const vpc = new Vpc(stack, id, { cidr: "10.0.0.0/16", name: "prod" });
          if (addressBefore !== undefined) vpc.resource.moveFromId(addressBefore);
        }),
      );
    await version(lab, code("one")).apply();
    const [before] = await version(lab, code("one")).state();
    const moved = version(lab, code("two", before?.address));
    expect((await moved.plan()).changes).toMatchObject([{ action: "noop", movedFrom: before?.address }]);
    await moved.apply();
    expect((await moved.plan()).isEmpty).toBe(true);
  }));
