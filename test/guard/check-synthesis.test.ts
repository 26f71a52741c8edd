import type { TerraformStack } from "cdktf";
import {
  Capacity,
  FlannelNetwork,
  InstanceSelection,
  Login,
  ProCluster,
  TerwayNetwork,
  type NodePoolOptions,
} from "cdktf-ack";
import { checkSynthesis, type GuardReport } from "cdktf-ack/guard";
import { synthesize } from "cdktf-ack/testing";
import { testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];

function document(build: (stack: TerraformStack) => void): unknown {
  const stack = testStack();
  build(stack);
  return synthesize(stack).json;
}

function flannel(podCidr: string, pool: Partial<NodePoolOptions> = {}): unknown {
  return document((stack) => {
    const network = FlannelNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones, podCidr });
    const cluster = new ProCluster(stack, "cluster", { name: "shop", network });
    cluster.addNodePool("workers", {
      instances: InstanceSelection.types("ecs.g7.xlarge"),
      capacity: Capacity.fixed(3),
      login: Login.keyPair("ops"),
      ...pool,
    });
  });
}

const rules = ({ findings }: GuardReport) => findings.map(({ rule, arguments: names }) => [rule, ...names]);

describe("two syntheses of a stack", () => {
  test("that are the same give nothing", () => {
    const before = flannel("172.20.0.0/16");
    expect(checkSynthesis(before, flannel("172.20.0.0/16"))).toMatchObject({
      findings: [],
      resources: expect.any(Number),
    });
  });

  test("of which one has another Pod CIDR replace the cluster, and what refers to it", () => {
    expect(rules(checkSynthesis(flannel("172.20.0.0/16"), flannel("172.24.0.0/16")))).toEqual(
      expect.arrayContaining([
        ["cluster-replaced", "pod_cidr"],
        ["node-pool-replaced", "cluster_id"],
      ]),
    );
  });

  test("of which one gives a pool another role say that the new pool is created first", () => {
    const role = (ramRoleName: string) =>
      flannel("172.20.0.0/16", { capacity: Capacity.fixed(3), ramRoleName, replacement: "create-first" });
    const [finding, ...others] = checkSynthesis(role("a"), role("b")).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "node-pool-replaced",
      severity: "warning",
      got: 'ram_role_name "a" -> "b"; the new one is created first',
    });
  });

  test("of which one replaces the cluster let its pools keep their names", () => {
    const pools = (podCidr: string) =>
      flannel(podCidr, { capacity: Capacity.fixed(3), replacement: "create-first" });
    const found = rules(checkSynthesis(pools("172.20.0.0/16"), pools("172.24.0.0/16")));
    expect(found).toContainEqual(["node-pool-replaced", "cluster_id"]);
    expect(found.map(([rule]) => rule)).not.toContain("step-refused");
  });

  test("that only scale a pool give nothing", () => {
    const after = flannel("172.20.0.0/16", { capacity: Capacity.fixed(5) });
    expect(checkSynthesis(flannel("172.20.0.0/16"), after).findings).toEqual([]);
  });

  test("of which one has no pool any more destroy it", () => {
    const without = document((stack) => {
      const network = FlannelNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones,
        podCidr: "172.20.0.0/16",
      });
      new ProCluster(stack, "cluster", { name: "shop", network });
    });
    const [finding, ...others] = checkSynthesis(flannel("172.20.0.0/16"), without).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "node-pool-destroyed", severity: "error" });
  });

  test("of Terway show that another zone for Pods is ignored", () => {
    const terway = (inZones: readonly string[]) =>
      document((stack) => {
        const network = TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones: inZones });
        new ProCluster(stack, "cluster", { name: "shop", network });
      });
    expect(rules(checkSynthesis(terway(zones), terway([...zones, "cn-hangzhou-k"])))).toEqual(
      expect.arrayContaining([["change-ignored", "pod_vswitch_ids"]]),
    );
  });
});

const stack = (resource: object, more: object = {}) => ({ resource, ...more });
const cluster = (values: object) => ({ alicloud_cs_managed_kubernetes: { c: { name: "a", ...values } } });

test.each<[string, object, object]>([
  [
    "a default that is written out",
    cluster({}),
    cluster({ proxy_mode: "ipvs", node_cidr_mask: 24, new_nat_gateway: true }),
  ],
  ["what the service fills in", cluster({}), cluster({ ip_stack: "ipv4" })],
  [
    "what is ignored",
    cluster({ pod_cidr: "a" }),
    cluster({ pod_cidr: "b", lifecycle: { ignore_changes: ["pod_cidr"] } }),
  ],
  [
    "when everything is ignored",
    cluster({ pod_cidr: "a" }),
    cluster({ pod_cidr: "b", lifecycle: { ignore_changes: "all" } }),
  ],
  [
    "a tier that a variable gives",
    cluster({ cluster_spec: "ack.pro.small" }),
    cluster({ cluster_spec: "${var.tier}" }),
  ],
])("%s is no change", (_, before, after) => {
  expect(checkSynthesis(stack(before), stack(after)).findings).toEqual([]);
});

test("what was moved is compared with what it was", () => {
  const after = { alicloud_cs_managed_kubernetes: { d: { name: "a" } } };
  const moved = [{ from: "alicloud_cs_managed_kubernetes.c", to: "alicloud_cs_managed_kubernetes.d" }];
  expect(checkSynthesis(stack(cluster({})), stack(after, { moved })).findings).toEqual([]);
  expect(rules(checkSynthesis(stack(cluster({})), stack(after)))).toEqual([["cluster-destroyed"]]);
});

test("what is let go is not destroyed", () => {
  const removed = [{ from: "alicloud_cs_managed_kubernetes.c", lifecycle: { destroy: false } }];
  expect(rules(checkSynthesis(stack(cluster({})), stack({}, { removed })))).toEqual([["let-go"]]);
});

test("allowances hold here, too", () => {
  const allow = [
    { address: "alicloud_cs_managed_kubernetes.c", change: "replace", reason: "planned" },
  ] as const;
  const report = checkSynthesis(stack(cluster({ pod_cidr: "a" })), stack(cluster({ pod_cidr: "b" })), {
    allow,
  });
  expect(report).toMatchObject({ findings: [], allowed: [{ rule: "cluster-replaced", reason: "planned" }] });
});

test.each([[null], [[]], [{ resource: [] }], [{ resource: { a: { b: 1 } } }]])(
  "a document of %j has nothing to lose",
  (document) => {
    expect(checkSynthesis(document, document).findings).toEqual([]);
  },
);
