import type { App, TerraformStack } from "cdktf";
import {
  Capacity,
  InstanceSelection,
  Login,
  ProCluster,
  ProTier,
  RemovalPolicy,
  SecretKmsEncryption,
  TerwayNetwork,
} from "cdktf-ack";
import { checkPlan } from "cdktf-ack/guard";
import { applied, inLab, stackOf, synthesized, version } from "./support";

interface Variant {
  readonly zones?: Record<string, { zone: string }>;
  readonly capacity?: Capacity;
  /** The name of a key for Secrets, or the switch. */
  readonly encrypted?: string;
  /** Keys that nothing uses. */
  readonly unusedKeys?: readonly string[];
  readonly tier?: ProTier;
  readonly pools?: readonly string[];
  readonly labels?: Record<string, string>;
}

const zone = (letter: string): { zone: string } => ({ zone: `cn-hangzhou-${letter}` });
const HIK = { h: zone("h"), i: zone("i"), k: zone("k") };

/** A cluster as a team keeps it over the years: each version is one synthesis of it. */
function cluster(variant: Variant = {}): string {
  const { zones = HIK, capacity = Capacity.fixed(3), encrypted, tier, pools = ["workers"] } = variant;
  return synthesized((app: App): TerraformStack =>
    stackOf(app, (stack) => {
      const network = TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones });
      const key = (name: string): SecretKmsEncryption =>
        new SecretKmsEncryption(stack, name, { removalPolicy: RemovalPolicy.DESTROY });
      for (const name of variant.unusedKeys ?? []) {
        key(name);
      }
      const made = new ProCluster(stack, "cluster", {
        name: "shop",
        network,
        removalPolicy: RemovalPolicy.DESTROY,
        ...(tier && { tier }),
        ...(encrypted && { secretEncryption: encrypted === "disabled" ? encrypted : key(encrypted) }),
      });
      for (const pool of pools) {
        made.addNodePool(pool, {
          instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
          capacity,
          login: Login.keyPair("ops"),
          ...(variant.labels && { labels: variant.labels }),
        });
      }
    }),
  );
}

const CLUSTER = expect.stringContaining("alicloud_cs_managed_kubernetes") as string;

/** Deploys one version, then the next: what its plan does; after it nothing is left to do, and all of it can be destroyed. */
async function change(before: Variant, after: Variant): Promise<Record<string, readonly string[]>> {
  let done: Record<string, readonly string[]> = {};
  await inLab(async (lab) => {
    await applied(version(lab, cluster(before)));
    const next = version(lab, cluster(after));
    const { create, update, replace, delete: removed } = await next.plan();
    done = { create, update, replace, removed };
    await applied(next);
    await next.destroy();
    expect(lab.account.objects().filter(({ type }) => type !== "alicloud_log_project")).toEqual([]);
  });
  return done;
}

const nodePool = (name: string): string => expect.stringContaining(`_${name}_pool_`) as string;

test("a pool grows in place", async () => {
  expect(await change({ capacity: Capacity.fixed(3) }, { capacity: Capacity.fixed(5) })).toEqual({
    create: [],
    update: [nodePool("workers")],
    replace: [],
    removed: [],
  });
});

test.each([
  ["from a fixed size to autoscaling", Capacity.fixed(3), Capacity.autoscale({ min: 3, max: 9 })],
  ["from autoscaling to a fixed size", Capacity.autoscale({ min: 3, max: 9 }), Capacity.fixed(3)],
])("a pool goes %s in place", async (_, before, after) => {
  expect(await change({ capacity: before }, { capacity: after })).toEqual({
    create: [],
    update: [nodePool("workers")],
    replace: [],
    removed: [],
  });
});

test("a pool is added and removed without touching the cluster", async () => {
  const [one, two] = [{ pools: ["workers"] }, { pools: ["workers", "batch"] }];
  expect(await change(one, two)).toEqual({
    create: [nodePool("batch")],
    update: [],
    replace: [],
    removed: [],
  });
  expect(await change(two, one)).toEqual({
    create: [],
    update: [],
    replace: [],
    removed: [nodePool("batch")],
  });
});

test("labels change in place", async () => {
  const { update, replace } = await change({ labels: { tier: "web" } }, { labels: { tier: "api" } });
  expect([update, replace]).toEqual([[nodePool("workers")], []]);
});

test("Secrets are encrypted later, in place", async () => {
  const { update, replace } = await change({}, { encrypted: "secrets" });
  expect([update, replace]).toEqual([[CLUSTER], []]);
});

test("Secrets get another key in place, while the one before stays", async () => {
  expect(await change({ encrypted: "old" }, { encrypted: "new", unusedKeys: ["old"] })).toEqual({
    create: [expect.stringContaining("alicloud_kms_key.new")],
    update: [CLUSTER],
    replace: [],
    removed: [],
  });
});

test("encryption of Secrets is switched off in place, and its key stays", async () => {
  expect(await change({ encrypted: "old" }, { encrypted: "disabled", unusedKeys: ["old"] })).toEqual({
    create: [],
    update: [CLUSTER],
    replace: [],
    removed: [],
  });
});

test("a change of the tier is planned forever, because the provider never sends it, and the guard says so", () =>
  inLab(async (lab) => {
    await applied(version(lab, cluster()));
    const larger = version(lab, cluster({ tier: ProTier.XLARGE }));
    const plan = await larger.plan();
    expect(plan.update).toEqual([CLUSTER]);
    expect(checkPlan(plan.json).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["change-ignored", "error"],
    ]);
    await larger.apply({ plan });
    expect((await larger.plan()).update).toEqual([CLUSTER]);
  }));

test("the guard names the argument that would replace a cluster with all that is in it", () =>
  inLab(async (lab) => {
    await applied(version(lab, cluster()));
    const moved = version(
      lab,
      cluster().replace(/"service_cidr": "[^"]+"/, '"service_cidr": "172.30.0.0/20"'),
    );
    const plan = await moved.plan();
    expect(plan.replace).toEqual([nodePool("workers"), CLUSTER]);
    const { findings } = checkPlan(plan.json);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["cluster-replaced", "node-pool-replaced"]);
    expect(JSON.stringify(findings)).toContain("service_cidr");
  }));

test("a zone is added and removed without replacing anything", async () => {
  const [two, three] = [{ zones: { h: zone("h"), i: zone("i") } }, { zones: HIK }];
  expect((await change(two, three)).replace).toEqual([]);
  expect((await change(three, two)).replace).toEqual([]);
});
