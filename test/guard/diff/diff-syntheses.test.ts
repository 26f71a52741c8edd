import * as fs from "node:fs";
import * as path from "node:path";
import { Testing, type TerraformStack } from "cdktf";
import {
  Addon,
  Capacity,
  InstanceSelection,
  ProCluster,
  ProTier,
  type NodePoolOptions,
  type ProClusterProps,
} from "cdktf-ack";
import { diffSyntheses, formatDiff } from "cdktf-ack/guard";
import { synthesize } from "cdktf-ack/testing";
import { flannel, poolOptions, testStack } from "../../support/stacks";

/** The document of a stack as cdktf writes it, with the paths of constructs. */
function written(build: (stack: TerraformStack) => void): unknown {
  const stack = testStack();
  build(stack);
  const folder = Testing.fullSynth(stack);
  return JSON.parse(fs.readFileSync(path.join(folder, "stacks/shop/cdk.tf.json"), "utf8"));
}

interface Shop {
  readonly serviceCidr?: string;
  readonly props?: Partial<ProClusterProps>;
  readonly spot?: Partial<NodePoolOptions>;
  readonly more?: (cluster: ProCluster) => void;
}

const autoscaled = (max: number, more: Partial<NodePoolOptions> = {}) =>
  poolOptions({ name: "spot", capacity: Capacity.autoscale({ min: 1, max }), ...more });

function build({ serviceCidr = "172.21.0.0/20", props, spot, more }: Shop = {}) {
  return (stack: TerraformStack): void => {
    const network = flannel(stack, { serviceCidr });
    const cluster = new ProCluster(stack, "cluster", { name: "prod", network, ...props });
    cluster.addNodePool("system", poolOptions({ name: "system" }));
    cluster.addNodePool("workers", poolOptions({ name: "workers" }));
    cluster.addNodePool("spot", autoscaled(10, spot));
    more?.(cluster);
  };
}

const shop = (one: Shop = {}): unknown => written(build(one));

function told(before: unknown, after: unknown): readonly string[] {
  const text = formatDiff(diffSyntheses(before, after));
  return text === "" ? [] : text.split("\n");
}

describe("the difference of two syntheses", () => {
  test("of the same stack is none", () => {
    expect(diffSyntheses(shop(), shop())).toEqual({ version: 1, resources: [], surroundings: [] });
    expect(told(shop(), shop())).toEqual([]);
  });

  test.each<[string, Partial<NodePoolOptions>, string]>([
    ["a larger maximum", { capacity: Capacity.autoscale({ min: 1, max: 12 }) }, "max 10 to 12, in place"],
    [
      "other instance types and labels",
      {
        instances: InstanceSelection.types("ecs.g7.2xlarge", "ecs.g8i.2xlarge", "ecs.c7.2xlarge"),
        labels: { team: "shop" },
      },
      "instances +ecs.c7.2xlarge -ecs.g6.2xlarge, labels +team=shop, new nodes only",
    ],
    [
      "instance types in another order",
      { instances: InstanceSelection.types("ecs.g8i.2xlarge", "ecs.g6.2xlarge", "ecs.g7.2xlarge") },
      "instances in another order, new nodes only",
    ],
    [
      "a role that ACK may have given it already",
      { ramRoleName: "nodes" },
      'ramRoleName set to "nodes", REPLACES it unless that is what the service has chosen',
    ],
    [
      "a script, which may hold secrets",
      { userData: "export TOKEN=hunter2" },
      "userData changed, new nodes only",
    ],
  ])("tells of a pool with %s", (_, spot, text) => {
    expect(told(shop(), shop({ spot }))).toEqual([`pool \`spot\`: ${text}`]);
  });

  test("tells what a replaced cluster takes with it, and does not tell that again", () => {
    const more = (cluster: ProCluster) =>
      void new Addon(cluster, "metrics", { cluster, name: "metrics-server" });
    const before = shop({ more });
    expect(told(before, shop({ more, serviceCidr: "172.22.0.0/20" }))).toEqual([
      'cluster `prod`: serviceCidr "172.21.0.0/20" to "172.22.0.0/20", REPLACES the cluster and its 3 pools, 1 add-on',
    ]);
    const grown = { capacity: Capacity.autoscale({ min: 1, max: 12 }) };
    expect(told(before, shop({ more, serviceCidr: "172.22.0.0/20", spot: grown }))).toContainEqual(
      "pool `spot`: max 10 to 12, in place; REPLACED with what it stands on",
    );
  });

  test("tells of a pool that is replaced whether the new one comes first", () => {
    const role = (ramRoleName: string) => shop({ spot: { ramRoleName, replacement: "create-first" } });
    expect(told(role("a"), role("b"))).toEqual([
      expect.stringContaining('ramRoleName "a" to "b", REPLACES the pool, the new one first'),
    ]);
  });

  test("tells pools and clusters that come and go by their names, and all else by its construct", () => {
    const more = (cluster: ProCluster) => void cluster.addNodePool("gpu", poolOptions({ name: "gpu" }));
    expect(told(shop(), shop({ more }))).toEqual(["pool `gpu`: added"]);
    expect(told(shop({ more }), shop())).toEqual(["pool `gpu`: REMOVED"]);
    const empty = written(() => undefined);
    expect(told(empty, shop())).toEqual([
      "cluster `prod`: added with 3 pools",
      "network-vpc: 1 VPC added",
      "network: 1 vSwitch added",
    ]);
    expect(told(shop(), empty)).toEqual([
      "cluster `prod`: REMOVED with its 3 pools",
      "network-vpc: 1 VPC REMOVED",
      "network: 1 vSwitch REMOVED",
    ]);
  });

  test("tells a version step with no way back, and one that ACK refuses", () => {
    const version = (one: string) => shop({ props: { version: one } });
    expect(told(version("1.34.3-aliyun.1"), version("1.35.2-aliyun.1"))).toEqual([
      expect.stringMatching(
        /^cluster `prod`: .*version.* "1.34.3-aliyun.1" to "1.35.2-aliyun.1", in place, rolls the nodes$/i,
      ),
    ]);
    expect(told(version("1.35.2-aliyun.1"), version("1.34.3-aliyun.1"))).toEqual([
      expect.stringMatching(/, REFUSED$/),
    ]);
  });

  test("tells a tier that the provider does not give", () => {
    const tier = (one: ProTier) => shop({ props: { tier: one } });
    expect(told(tier(ProTier.SMALL), tier(ProTier.XLARGE))).toEqual([
      expect.stringMatching(/^cluster `prod`: tier .*, IGNORED by the provider$/),
    ]);
  });

  test("does without the paths of constructs", () => {
    const plain = (one: Shop = {}): unknown => {
      const stack = testStack();
      build(one)(stack);
      return synthesize(stack).json;
    };
    const empty = synthesize(testStack()).json;
    expect(told(plain(), plain({ spot: { capacity: Capacity.autoscale({ min: 1, max: 12 }) } }))).toEqual([
      "pool `spot`: max 10 to 12, in place",
    ]);
    expect(told(empty, plain())).toEqual([
      "cluster `prod`: added with 3 pools",
      "VPC `shop-network-vpc`: added",
      "vSwitch `shop-network-node-h`: added",
    ]);
  });
});

const doc = (resource: object, more: object = {}) => ({ resource, ...more });
const managed = (values: object) => ({
  alicloud_cs_managed_kubernetes: { c_0A1B2C3D: { name: "a", ...values } },
});

test("what changes around resources is told, without secrets and versions of providers", () => {
  const around = (region: string, secret: string, version: string) =>
    doc(
      {},
      {
        provider: {
          alicloud: [
            { region, secret_key: secret },
            { alias: "hk", region: "cn-hongkong" },
          ],
        },
        terraform: { required_providers: { alicloud: { version } }, backend: { oss: { bucket: region } } },
        output: { [`of-${region}`]: { value: 1 } },
        data: { alicloud_zones: { zones: { multi: region === "a" } } },
      },
    );
  expect(told(around("a", "x", "1.289.0"), around("b", "y", "1.290.0"))).toEqual([
    'backend oss: bucket "a" to "b"',
    "data.alicloud_zones zones: multi true to false",
    "output of-a: REMOVED",
    "output of-b: added",
    'provider alicloud: region "a" to "b", secret_key changed',
  ]);
  expect(told(around("a", "x", "1.289.0"), around("a", "x", "1.290.0"))).toEqual([]);
});

test("a block that is taken out and that the service goes on with is told as one that stays on", () => {
  const on = { audit_log_config: { enabled: true } };
  expect(told(doc(managed(on)), doc(managed({})))).toEqual([
    expect.stringContaining("STAYS ON: the provider switches nothing off"),
  ]);
});

test("what Terraform lets go of lives on, and what was moved is the same", () => {
  const removed = [{ from: "alicloud_cs_managed_kubernetes.c_0A1B2C3D", lifecycle: { destroy: false } }];
  expect(told(doc(managed({})), doc({}, { removed }))).toEqual(["cluster `a`: let go, lives on"]);
  const moved = [
    { from: "alicloud_cs_managed_kubernetes.c_0A1B2C3D", to: "alicloud_cs_managed_kubernetes.d" },
  ];
  const after = doc({ alicloud_cs_managed_kubernetes: { d: { name: "a" } } }, { moved });
  expect(told(doc(managed({})), after)).toEqual([]);
});

test("values cannot break a line", () => {
  expect(
    told(doc(managed({ tags: { a: "x" } })), doc(managed({ name: "a", tags: { a: "y\n\u001b[2J" } }))),
  ).toHaveLength(1);
});

test("references are told without digests, and names that Terraform alone knows by the construct", () => {
  const group = (name: string) =>
    managed({ name: "${var.name}", security_group_id: `\${alicloud_security_group.${name}.id}` });
  expect(told(doc(group("one_11111111")), doc(group("two_22222222")))).toEqual([
    'cluster `c`: securityGroupId "one.id" to "two.id", in place, restarts the control plane',
  ]);
});

test("the data has each value with its argument and the way in which it is changed", () => {
  const after = shop({ spot: { capacity: Capacity.autoscale({ min: 1, max: 12 }) } });
  expect(diffSyntheses(shop(), after).resources).toEqual([
    {
      kind: "pool",
      name: "spot",
      type: "alicloud_cs_kubernetes_node_pool",
      address: expect.stringMatching(/^alicloud_cs_kubernetes_node_pool\.cluster_spot_/),
      path: expect.stringMatching(/^cluster\/spot/),
      effect: "update",
      createdFirst: false,
      values: [{ prop: "max", argument: "scaling_config.max_size", change: "10 to 12", how: "in place" }],
    },
  ]);
});
