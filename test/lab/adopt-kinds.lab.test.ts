import type { TerraformStack } from "cdktf";
import type { Lab } from "cdktf-ack-lab";
import {
  AcsCluster,
  Adopt,
  AlicloudProvider,
  Capacity,
  DedicatedCluster,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  Login,
  ManagedCluster,
  RemovalPolicy,
  ServerlessCluster,
  ServerlessNetwork,
  Vpc,
  type NodePoolOptions,
} from "cdktf-ack";
import { inLab, stackOf, synthesized } from "./support";

const login = Login.keyPair("ops");
const fixed = { serviceCidr: "192.168.0.0/20", zones: ["cn-hangzhou-h"], egress: Egress.existing() };
const clusterProps = { name: "prod", clusterDomain: "prod.local", removalPolicy: RemovalPolicy.DESTROY };
const pool: NodePoolOptions = {
  instances: InstanceSelection.types("ecs.g6.xlarge"),
  capacity: Capacity.fixed(2),
  login,
};
const masters = { instanceTypes: ["ecs.c7.2xlarge", "ecs.c7.2xlarge", "ecs.c7.2xlarge"], login } as const;

function flannel(stack: TerraformStack): FlannelNetwork {
  const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-bp1", cidr: "10.0.0.0/16" });
  const zones = { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1" } };
  const own = { podCidr: "172.24.0.0/16", nodeCidrMask: 26 };
  return new FlannelNetwork(stack, "network", { ...fixed, ...own, vpc, zones });
}

function serverless(stack: TerraformStack): ServerlessNetwork {
  const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-bp1", cidr: "10.0.0.0/16" });
  const zones = { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1" } };
  return new ServerlessNetwork(stack, "network", { ...fixed, vpc, zones });
}

/** A cluster of each kind, and a pool where it has nodes. */
const kinds = {
  managed: (stack: TerraformStack) => {
    const network = flannel(stack);
    const cluster = new ManagedCluster(stack, "cluster", { ...clusterProps, network, proxyMode: "iptables" });
    return { cluster, pool: cluster.addNodePool("pool", pool) };
  },
  edge: (stack: TerraformStack) => {
    const [network, edition] = [flannel(stack), "standard"] as const;
    const props = { ...clusterProps, network, edition, proxyMode: "iptables" } as const;
    const cluster = new EdgeCluster(stack, "cluster", props);
    return { cluster, pool: cluster.addNodePool("pool", pool) };
  },
  dedicated: (stack: TerraformStack) => {
    const network = flannel(stack);
    const props = { ...clusterProps, network, masters, proxyMode: "iptables" } as const;
    const cluster = new DedicatedCluster(stack, "cluster", props);
    return { cluster, pool: cluster.addNodePool("pool", pool) };
  },
  serverless: (stack: TerraformStack) => {
    const props = { ...clusterProps, network: serverless(stack), edition: "pro" } as const;
    return { cluster: new ServerlessCluster(stack, "cluster", props) };
  },
  acs: (stack: TerraformStack) => ({
    cluster: new AcsCluster(stack, "cluster", { ...clusterProps, network: serverless(stack) }),
  }),
};

const idOf = (lab: Lab, type: RegExp): string =>
  lab.account.objects().find((one) => type.test(one.type))?.id ?? "";

test.each(Object.entries(kinds))(
  "a cluster of the kind %s that code elsewhere has made is adopted",
  (_, make) =>
    inLab(async (lab) => {
      const elsewhere = synthesized((app) => stackOf(app, (stack) => void make(stack as TerraformStack)));
      await lab.stack(elsewhere, { name: "elsewhere" }).apply();
      const [clusterId, poolId] = [idOf(lab, /_kubernetes$/), idOf(lab, /_node_pool$/)];
      const here = synthesized((app) =>
        stackOf(app, (stack) => {
          const made: {
            cluster: Parameters<typeof Adopt.cluster>[0];
            pool?: Parameters<typeof Adopt.nodePool>[0];
          } = make(stack as TerraformStack);
          Adopt.cluster(made.cluster, clusterId);
          if (made.pool !== undefined) Adopt.nodePool(made.pool, poolId.split(":")[1] ?? "");
        }),
      );
      const stack = lab.stack(here, { name: "here" });
      const plan = await stack.plan();
      expect(plan.changes.map(({ importedAs }) => importedAs).sort()).toEqual(
        [clusterId, ...(poolId === "" ? [] : [poolId])].sort(),
      );
      expect(plan.changes.flatMap(({ changed }) => changed)).toEqual(["skip_set_certificate_authority"]);
      await stack.apply({ plan });
      expect((await stack.plan()).isEmpty).toBe(true);
    }),
);

test("what is in the region of another provider configuration is looked for there", () =>
  inLab(async (lab) => {
    const code = (vpcId?: string) =>
      synthesized((app) =>
        stackOf(app, (stack) => {
          const options = { region: "cn-shanghai", alias: "shanghai", accountType: "Domestic" };
          const provider = new AlicloudProvider(stack, "shanghai", options);
          const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", name: "prod", provider });
          if (vpcId !== undefined) Adopt.vpc(vpc, vpcId);
        }),
      );
    await lab.stack(code(), { name: "elsewhere" }).apply();
    const vpcId = idOf(lab, /_vpc$/);
    expect(vpcId).toMatch(/^vpc-uf6/);
    const stack = lab.stack(code(vpcId), { name: "here" });
    expect((await stack.plan()).changes).toMatchObject([{ action: "noop", importedAs: vpcId }]);
    await stack.apply();
    expect((await stack.plan()).isEmpty).toBe(true);
  }));
