import { Gpu, ProTier, RemovalPolicy, reportOf } from "cdktf-ack";
import {
  Blueprint,
  claims,
  CostSaverCluster,
  DevelopmentCluster,
  EdgeSitesCluster,
  GpuCluster,
  HardenedCluster,
  NodelessCluster,
  PrivateCluster,
  ProductionCluster,
  type ClaimFinding,
} from "cdktf-ack/blueprints";
import { synthesize } from "cdktf-ack/testing";
import { testStack } from "../support/stacks";
import { blueprints } from "./cases";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"] as const;
const usual = { name: "shop", zones };

const gots = (findings: readonly ClaimFinding[]) => findings.map(({ claim, got }) => `${claim}: ${got}`);

describe("variants of blueprints", () => {
  test("find out what they no longer are: a production cluster for a test that may go", () => {
    const made = new ProductionCluster(testStack(), "shop", {
      name: "shop",
      zones: [...zones, "cn-hangzhou-k"],
      cidr: "10.0.0.0/22",
      maxWorkers: 60,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    expect(gots(made.checkClaims())).toEqual([
      "clusters and keys cannot be deleted by accident: no full protection",
      "clusters and keys cannot be deleted by accident: no full protection",
      expect.stringMatching(/^addresses for 63 nodes: addresses for \d+ nodes; .* is full first$/),
    ]);
  });

  test("take props of the kind of cluster, which win over defaults of the blueprint", () => {
    const stack = testStack();
    const made = new CostSaverCluster(stack, "shop", {
      ...usual,
      cluster: { tier: ProTier.XLARGE, publicApiServer: true, timezone: "Asia/Shanghai" },
    });
    expect(synthesize(stack).resource("alicloud_cs_managed_kubernetes")).toMatchObject({
      cluster_spec: "ack.pro.xlarge",
      timezone: "Asia/Shanghai",
    });
    expect(gots(made.checkClaims())).toEqual(["no public endpoint: a public API server"]);
  });

  test("a development cluster has as many nodes as it is told, of the types that it is told", () => {
    const stack = testStack();
    const made = new DevelopmentCluster(stack, "dev", {
      name: "dev",
      zone: "cn-hangzhou-h",
      nodes: 12,
      nodeTypes: ["ecs.g8y.xlarge"],
      cidr: "192.168.0.0/16",
      cluster: { publicApiServer: true },
    });
    expect(made.nodes.resource.instanceTypesInput).toEqual(["ecs.g8y.xlarge"]);
    expect(made.network.vpc.cidr).toBe("192.168.0.0/16");
    expect(gots(made.checkClaims())).toEqual([
      "at most 10 nodes: pools of up to 12 nodes",
      "no public endpoint: a public API server",
    ]);
  });

  test("a private cluster knows where people come from, and loses its claim with a single node", () => {
    const stack = testStack();
    const made = new PrivateCluster(stack, "shop", {
      ...usual,
      onPremisesCidrs: ["192.168.0.0/16"],
      nodes: 1,
    });
    expect(made.network.vpc.isConnected).toBe(true);
    expect(new Set(made.checkClaims().map(({ claim }) => claim))).toEqual(
      new Set(["survives the loss of one zone"]),
    );
  });

  test("a private cluster says why it has no way out, and for nothing else", () => {
    const stack = testStack();
    new PrivateCluster(stack, "shop", usual);
    expect(reportOf(stack).acknowledged.map(({ id, path }) => [id, path])).toEqual([
      ["internet-needs-snat", "shop/shop/cluster"],
    ]);
  });

  test("a cost saver has the bounds that it is told", () => {
    const made = new CostSaverCluster(testStack(), "shop", { ...usual, baseNodes: 4, maxSpotNodes: 8 });
    expect(made.base.capacity).toMatchObject({ min: 4, max: 4 });
    expect(made.spot.capacity).toMatchObject({ min: 0, max: 8 });
    expect(made.checkClaims()).toEqual([]);
    const tight = new CostSaverCluster(testStack(), "shop", { ...usual, baseNodes: 1 });
    expect(gots(tight.checkClaims())[0]).toMatch(/^survives the loss of one zone: 0 nodes/);
  });

  test("a hardened cluster needs the checks of its stack, and finds what others add", () => {
    const stack = testStack();
    const props = { ...usual, registries: ["registry-vpc/"], namespaces: ["shop"] } as const;
    const made = new HardenedCluster(stack, "shop", props);
    expect(gots(made.checkClaims())).toEqual(["controls of the CIS benchmarks: controls that nobody checks"]);
    const checked = testStack();
    const hardened = blueprints["HardenedCluster"]?.(checked);
    new DevelopmentCluster(checked, "dev", { name: "dev", zone: "cn-hangzhou-h", cidr: "10.1.0.0/16" });
    expect(hardened?.checkClaims().every(({ path }) => path.startsWith("shop/dev/"))).toBe(true);
    expect(hardened?.checkClaims().length).toBeGreaterThan(3);
  });

  test("a GPU cluster shares its GPUs if it is told to, without a warning", () => {
    const stack = testStack();
    const made = new GpuCluster(stack, "gpu", {
      ...usual,
      gpu: Gpu.shared(),
      gpuType: "ecs.gn7i-c16g1.4xlarge",
    });
    expect(made.gpus.resource.scalingConfigInput).toMatchObject({ type: "gpushare", minSize: 0, maxSize: 4 });
    expect(made.gpus.resource.instanceTypesInput).toEqual(["ecs.gn7i-c16g1.4xlarge"]);
    expect(synthesize(stack).limits.warnings).toEqual([]);
    expect(made.checkClaims()).toEqual([]);
  });

  test("a serverless cluster takes no pool: it does not compile, and its claim has none to count", () => {
    const made = new NodelessCluster(testStack(), "jobs", usual);
    expect("addNodePool" in made.cluster).toBe(false);
    expect(claims.atMostNodes(made, 0)).toEqual([]);
  });

  test("an edge cluster with machines that come over the internet has a public API server, and says so", () => {
    const made = new EdgeSitesCluster(testStack(), "stores", {
      ...usual,
      siteCidrs: ["192.168.0.0/16"],
      cluster: { publicApiServer: true },
    });
    expect(gots(made.checkClaims())).toEqual(["no public endpoint: a public API server"]);
  });
});

test("every blueprint is held to its claims", async () => {
  const all = Object.entries(await import("cdktf-ack/blueprints"))
    .filter(([, one]) => typeof one === "function" && one.prototype instanceof Blueprint)
    .map(([name]) => name);
  expect(Object.keys(blueprints).sort()).toEqual(all.sort());
});
