import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformOutput, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import type { Lab, LabOptions, Stack } from "cdktf-ack-lab";
import {
  AccountChecks,
  AlicloudProvider,
  Capacity,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  Login,
  ManagedCluster,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  Vpc,
  type AccountCheckOptions,
} from "cdktf-ack";
import { vpc as vpcResource, vswitch } from "cdktf-ack/alicloud";
import { TerraformStack } from "cdktf";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const region = "cn-hangzhou";
const offered = (...versions: string[]): LabOptions => ({ kubernetesVersions: { [region]: versions } });
const usual = { removalPolicy: RemovalPolicy.DESTROY } as const;

/** Sizes in one stack, each in the VPC that exists: the ids of its vSwitches, by their names. */
type Build = (stack: TerraformStack, ids: Readonly<Record<string, string>>) => void;

const checkedStack = (
  build: Build,
  ids: Readonly<Record<string, string>> = {},
  checks?: AccountCheckOptions,
): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      AccountChecks.on(stack, checks);
      build(stack as TerraformStack, ids);
    }),
  );

/** Makes a VPC with vSwitches, as another team would; gives their ids. */
async function existing(
  lab: Lab,
  cidrs: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const json = synthesized((app) => {
    const stack = new TerraformStack(app, "shared");
    new AlicloudProvider(stack, "alicloud", { region, accountType: "Domestic" });
    const vpc = new vpcResource.Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
    new TerraformOutput(stack, "vpc-id", { value: vpc.id, staticId: true });
    for (const [name, cidrBlock] of Object.entries(cidrs)) {
      const { id } = new vswitch.Vswitch(stack, name, { vpcId: vpc.id, cidrBlock, zoneId: `${region}-h` });
      new TerraformOutput(stack, `${name}-id`, { value: id, staticId: true });
    }
    return stack;
  });
  const shared = lab.stack(json, { name: "shared" });
  await shared.apply();
  const outputs = await shared.outputs();
  return Object.fromEntries(
    Object.entries(outputs).map(([name, id]) => [name.replace(/-id$/, ""), String(id)]),
  );
}

const addPool = (cluster: ProCluster | ManagedCluster, nodes: number, id = "workers"): unknown =>
  cluster.addNodePool(id, {
    instances: InstanceSelection.types("ecs.g7.xlarge"),
    capacity: Capacity.autoscale({ min: 1, max: nodes }),
    login: Login.keyPair("ops"),
  });

/** A Terway cluster in vSwitches that exist. */
function terway(
  stack: Construct,
  { vpc = "", nodes = "", pods = nodes }: Readonly<Record<string, string>>,
): ProCluster {
  const network = new TerwayNetwork(stack, "network", {
    vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: vpc, cidr: "10.0.0.0/16" }),
    egress: Egress.existing(),
    zones: { h: { zone: `${region}-h`, nodeVSwitchId: nodes, podVSwitchId: pods } },
  });
  return new ProCluster(stack, "cluster", { name: "shop", network, ...usual });
}

/** A Flannel cluster in a vSwitch that exists. */
function flannel(
  stack: Construct,
  name: string,
  vpc: string,
  nodeVSwitchId: string,
  octet = 20,
): ManagedCluster {
  const network = new FlannelNetwork(stack, `${name}-network`, {
    vpc: Vpc.fromAttributes(stack, `${name}-vpc`, { vpcId: vpc, cidr: "10.0.0.0/16" }),
    egress: Egress.existing(),
    zones: { h: { zone: `${region}-h`, nodeVSwitchId } },
    podCidr: `172.${octet}.0.0/16`,
    serviceCidr: `172.${octet + 1}.0.0/20`,
  });
  return new ManagedCluster(stack, name, { name, network, ...usual });
}

const fails = async (stack: Stack, ...words: string[]): Promise<void> => {
  const failure = await stack.plan().then(
    () => "nothing fails",
    (error: unknown) => String(error),
  );
  for (const word of words) expect(failure).toContain(word);
};

/** An account that outlives a lab, with the states of its stacks. */
async function inAccount(use: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "account-checks-"));
  try {
    await use(join(folder, "account.json"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the version of a cluster, held to the account", () => {
  const ofVersion = (text?: string): string =>
    checkedStack((stack) => {
      const given = text ?? new TerraformVariable(stack, "kubernetes", { type: "string" }).stringValue;
      const network = FlannelNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: [`${region}-h`],
      });
      new ManagedCluster(stack, "cluster", { name: "shop", network, version: given, ...usual });
    });

  test("fails the plan where the region does not offer it, and says what it offers", async () => {
    await inLab(
      (lab) =>
        fails(
          version(lab, ofVersion("1.34.3-aliyun.1")),
          "account-kubernetes-version",
          "stack/cluster",
          "got    version 1.34.3-aliyun.1",
          "one of 1.35.2-aliyun.1, 1.33.3-aliyun.1",
          "docs/account-checks.md#account-kubernetes-version",
        ),
      offered("1.35.2-aliyun.1", "1.33.3-aliyun.1"),
    );
  });

  test("is judged in the plan when a variable has it, and left to ACK when that is not set", async () => {
    await inLab(async (lab) => {
      const json = ofVersion();
      const stack = version(lab, json);
      const given = (text: string) => stack.plan({ variables: { kubernetes: text } });
      await expect(given("1.34.3-aliyun.1")).rejects.toThrow("got    version 1.34.3-aliyun.1");
      expect((await given("1.35.2-aliyun.1")).create).not.toEqual([]);
      expect((await given("")).create).not.toEqual([]);
      const unset = version(lab, json.replace('"type": "string"', '"type": "string", "default": null'));
      expect((await unset.plan()).create).not.toEqual([]);
    }, offered("1.35.2-aliyun.1"));
  });

  test("may have gone out of sale while the cluster runs: it plans nothing, and can be destroyed", async () => {
    await inAccount(async (account) => {
      const json = ofVersion("1.34.3-aliyun.1");
      await inLab((lab) => applied(version(lab, json)), { account, ...offered("1.34.3-aliyun.1") });
      await inLab(
        async (lab) => {
          expect((await version(lab, json).plan()).isEmpty).toBe(true);
          await fails(version(lab, ofVersion("1.33.3-aliyun.1")), "account-kubernetes-version");
          await version(lab, json).destroy();
        },
        { account, ...offered("1.35.2-aliyun.1") },
      );
    });
  });

  test("is held to the region of its cluster, where a stack works in two", async () => {
    const inBoth = synthesized((app) =>
      stackOf(app, (stack) => {
        const beijing = { region: "cn-beijing", alias: "beijing", accountType: "Domestic" };
        const provider = new AlicloudProvider(stack, "beijing", beijing);
        AccountChecks.on(stack);
        const here = { zones: [`${region}-h`] };
        const there = { zones: ["cn-beijing-h"], provider };
        Object.entries({ here, there }).forEach(([name, props]) => {
          const network = FlannelNetwork.inNewVpc(stack, `${name}-network`, {
            cidr: "10.0.0.0/16",
            ...props,
          });
          new ManagedCluster(stack, name, { name, network, version: "1.34.3-aliyun.1", ...usual });
        });
      }),
    );
    await inLab(
      async (lab) => {
        const failure = version(lab, inBoth).plan();
        await expect(failure).rejects.toThrow(
          /account-kubernetes-version {3}stack\/there[^]*one of 1\.33\.3-aliyun\.1/,
        );
        await expect(failure).rejects.not.toThrow(/account-kubernetes-version {3}stack\/here/);
      },
      { kubernetesVersions: { [region]: ["1.34.3-aliyun.1"], "cn-beijing": ["1.33.3-aliyun.1"] } },
    );
  });
});

describe("the free addresses of vSwitches that exist", () => {
  const only = { kubernetesVersions: false, quotas: false } as const;

  test("fail the plan of a pool that may outgrow them", async () => {
    await inLab(async (lab) => {
      const ids = await existing(lab, { nodes: "10.0.0.0/28" });
      const json = (nodes: number): string =>
        checkedStack(
          (stack, { vpc = "", nodes: id = "" }) => addPool(flannel(stack, "shop", vpc, id), nodes),
          ids,
          only,
        );
      await fails(
        version(lab, json(13)),
        "account-free-addresses",
        "stack/shop/workers",
        `got    12 free addresses in ${ids["nodes"] ?? ""}`,
        "at least 13: 13 for nodes of stack/shop/workers",
      );
    });
  });

  test("are enough for a pool that just fits: it deploys, plans nothing then, grows no further, and can be destroyed", async () => {
    await inLab(async (lab) => {
      const ids = await existing(lab, { nodes: "10.0.0.0/28" });
      const json = (...nodes: number[]): string =>
        checkedStack(
          (stack, { vpc = "", nodes: id = "" }) => {
            const cluster = flannel(stack, "shop", vpc, id);
            nodes.forEach((max, index) => addPool(cluster, max, `workers-${index}`));
          },
          ids,
          only,
        );
      await applied(version(lab, json(12)));
      // One node is there, so that 11 are free.
      await fails(
        version(lab, json(24)),
        "got    11 free",
        "at least 12: 12 for nodes of stack/shop/workers-0",
      );
      await fails(
        version(lab, json(12, 12)),
        "at least 12: 0 for nodes of stack/shop/workers-0, 12 for nodes of stack/shop/workers-1",
      );
      expect((await version(lab, json(12, 11)).plan()).create).toHaveLength(1);
      await version(lab, json(12)).destroy();
    });
  });

  test("are summed over the pools and the clusters that use them", async () => {
    await inLab(async (lab) => {
      const ids = await existing(lab, { a: "10.0.0.0/28", b: "10.0.1.0/28" });
      const json = (inBoth: number): string =>
        checkedStack(
          (stack, { vpc = "", a = "", b = "" }) => {
            addPool(flannel(stack, "shop", vpc, a), 10);
            addPool(flannel(stack, "tools", vpc, b, 24), inBoth);
            addPool(flannel(stack, "more", vpc, b, 26), 4);
          },
          ids,
          only,
        );
      await fails(
        version(lab, json(9)),
        "at least 13: 4 for nodes of stack/more/workers, 9 for nodes of stack/tools/workers",
      );
      await fails(version(lab, json(13)), "at least 17");
      expect((await version(lab, json(8)).plan()).create).not.toEqual([]);
    });
  });

  test("have to hold the Pods of Terway nodes, as many as the interfaces of an instance have addresses for", async () => {
    await inLab(async (lab) => {
      const ids = await existing(lab, { nodes: "10.0.0.0/24", pods: "10.0.1.0/24" });
      const json = (nodes: number, podsPerNode?: number): string =>
        checkedStack((stack, known) => addPool(terway(stack, known), nodes), ids, {
          ...only,
          freeAddresses: podsPerNode === undefined ? true : { podsPerNode },
        });
      await fails(version(lab, json(20)), "got    252 free addresses", "for Pods of stack/cluster/workers");
      await fails(version(lab, json(20, 13)), "at least 260: 260 for Pods of stack/cluster/workers");
      const small = version(lab, json(20, 12));
      await applied(small);
      await small.destroy();
    });
  });
});

describe("the quotas of the account", () => {
  const flannelStack = (name = "shop"): string =>
    checkedStack((stack) => {
      const network = FlannelNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: [`${region}-h`],
      });
      const cluster = new ManagedCluster(stack, "cluster", {
        name,
        network,
        publicApiServer: true,
        ...usual,
      });
      cluster.addNodePool("workers", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(3),
        login: Login.keyPair("ops"),
      });
    });

  test.each([
    ["clusters", { clusters: 0 }, "got    1 clusters, 1 of them on top of 0 in use", "want   at most 0"],
    ["cluster-nodes", { nodesPerCluster: 2 }, "got    3 nodes", "want   at most 2"],
    ["security-groups", { securityGroups: 0 }, "got    1 security groups", "want   at most 0"],
    ["vpc-route-entries", { vpcRouteEntries: 2 }, "got    3 route entries", "want   at most 2"],
    ["eips", { eips: 1 }, "got    2 public addresses", "want   at most 1"],
  ])("fail the plan of what is above %s", async (name, quotas, got, want) => {
    await inLab(
      (lab) => fails(version(lab, flannelStack()), `account-quota-${name}`, "stack/cluster", got, want),
      {
        quotas,
      },
    );
  });

  test("count what is in use beside the stack, and not the stack itself a second time", async () => {
    await inLab(
      async (lab) => {
        const stack = version(lab, flannelStack());
        await applied(stack);
        const next = lab.stack(flannelStack("next"), { name: "next" });
        await fails(next, "account-quota-clusters", "1 of them on top of 1 in use", "want   at most 1");
        await stack.destroy();
        expect((await next.plan()).create).not.toEqual([]);
      },
      { quotas: { clusters: 1 } },
    );
  });

  test("that have become too low stop what is planned, but no destroy", async () => {
    await inAccount(async (account) => {
      await inLab((lab) => applied(version(lab, flannelStack())), { account });
      await inLab(
        async (lab) => {
          await fails(version(lab, flannelStack()), "account-quota-cluster-nodes");
          await version(lab, flannelStack()).destroy();
          expect(lab.account.objects().filter(({ madeBy }) => madeBy === "terraform")).toEqual([]);
        },
        { account, quotas: { nodesPerCluster: 1 } },
      );
    });
  });

  test("are enough in an account as it begins: the stack deploys, plans nothing then, and can be destroyed", async () => {
    await inLab(async (lab) => {
      const stack = version(lab, flannelStack());
      const plan = await stack.plan();
      // Nothing is left to read when it is applied: all is known in the plan.
      expect(plan.read).toEqual([]);
      await stack.apply({ plan });
      expect((await stack.plan()).isEmpty).toBe(true);
      await stack.destroy();
      expect(lab.account.objects().filter(({ madeBy }) => madeBy === "terraform")).toEqual([]);
    });
  });
});
