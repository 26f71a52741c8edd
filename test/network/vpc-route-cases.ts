import type { TerraformStack } from "cdktf";
import { Capacity, ProCluster, Quotas, Vpc, type IVpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { besideStack, flannel, inVpc, numberToken, poolOptions, proCluster, terway } from "../support/stacks";

/** A cluster with a pool, in a Flannel network of the VPC. */
function flannelCluster(vpc: IVpc, index: number, capacity: Capacity): void {
  const network = inVpc(vpc, `network-${index}`, {
    zones: { h: { zone: "cn-hangzhou-h", nodeCidr: `10.0.${index}.0/24` } },
    podCidr: `172.${20 + index}.0.0/16`,
    serviceCidr: `192.168.${16 * index}.0/20`,
  });
  const cluster = new ProCluster(vpc.node.scope ?? vpc, `cluster-${index}`, {
    name: `cluster-${index}`,
    network,
  });
  cluster.addNodePool("workers", poolOptions({ capacity }));
}

const newVpc = (stack: TerraformStack, customRouteEntries?: number) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", customRouteEntries });
const knownVpc = (stack: TerraformStack, customRouteEntries?: number) =>
  Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16", customRouteEntries });

/** Clusters of these sizes in one VPC. */
const clusters =
  (vpcOf: (stack: TerraformStack) => IVpc, ...sizes: number[]) =>
  (stack: TerraformStack) => {
    const vpc = vpcOf(stack);
    sizes.forEach((size, index) => flannelCluster(vpc, index, Capacity.fixed(size)));
  };

const want = "at most 48, the quota of route entries of a VPC (vpcRouteEntries)";
const fix =
  "let the pools grow less, take Terway, or raise the quota (Quota Center, vpc_quota_route_entrys_num) and declare it: " +
  "Quotas.of(stack).set({ vpcRouteEntries: 200 })";

export const vpcRouteCases: CasesById = {
  "flannel-vpc-routes": {
    violating: {
      "49 nodes of two clusters": {
        build: clusters(newVpc, 25, 24),
        at: "shop/cluster-0/workers",
        got: "49 route entries in one VPC (25 for the nodes of shop/cluster-0/workers, 24 for the nodes of shop/cluster-1/workers)",
        want,
        fix,
        rows: ["vpc-route-quota-48"],
      },
      "a pool that may grow to 49 nodes": {
        build: (stack) => flannelCluster(newVpc(stack), 0, Capacity.autoscale({ min: 2, max: 49 })),
        at: "shop/cluster-0/workers",
        got: "49 route entries in one VPC (49 for the nodes of shop/cluster-0/workers)",
        want,
        fix,
        rows: ["vpc-route-entry-quota"],
      },
      "40 nodes beside 9 route entries of the VPC": {
        build: clusters((stack) => newVpc(stack, 9), 40),
        at: "shop/cluster-0/workers",
        got: "49 route entries in one VPC (40 for the nodes of shop/cluster-0/workers, 9 for custom route entries of shop/vpc)",
        want,
        fix,
      },
      "49 nodes in two stacks that share a new VPC": {
        build: (stack) => {
          const vpc = newVpc(stack);
          flannelCluster(vpc, 0, Capacity.fixed(25));
          const other = besideStack(stack, "ads");
          const network = inVpc(vpc, "network-1", {
            zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.0.1.0/24" } },
            podCidr: "172.30.0.0/16",
            serviceCidr: "192.168.16.0/20",
          });
          proCluster(other, { network }).addNodePool(
            "workers",
            poolOptions({ capacity: Capacity.fixed(24) }),
          );
        },
        at: "shop/cluster-0/workers",
        got: "49 route entries in one VPC (25 for the nodes of shop/cluster-0/workers, 24 for the nodes of ads/cluster/workers)",
        want,
        fix,
      },
      "49 nodes in two stacks that import one VPC by its id": {
        build: (stack) => {
          flannelCluster(knownVpc(stack), 0, Capacity.fixed(25));
          flannelCluster(knownVpc(besideStack(stack, "ads")), 1, Capacity.fixed(24));
        },
        at: "shop/cluster-0/workers",
        got: "49 route entries in one VPC (25 for the nodes of shop/cluster-0/workers, 24 for the nodes of ads/cluster-1/workers)",
        want,
        fix,
      },
      "49 nodes of an existing Flannel cluster": {
        build: (stack) => existingCluster(stack, "flannel", 49),
        at: "shop/cluster/workers",
        got: "49 route entries in one VPC (49 for the nodes of shop/cluster/workers)",
        want,
        fix,
      },
      "the nodes of five clusters, of which the largest are named": {
        build: clusters(newVpc, 11, 12, 10, 12, 11),
        at: "shop/cluster-1/workers",
        got:
          "56 route entries in one VPC (12 for the nodes of shop/cluster-1/workers, " +
          "12 for the nodes of shop/cluster-3/workers, 11 for the nodes of shop/cluster-0/workers, and 2 more)",
        want,
        fix,
      },
      "49 nodes of three clusters, each of which is named": {
        build: clusters(newVpc, 9, 30, 10),
        at: "shop/cluster-1/workers",
        got:
          "49 route entries in one VPC (30 for the nodes of shop/cluster-1/workers, " +
          "10 for the nodes of shop/cluster-2/workers, 9 for the nodes of shop/cluster-0/workers)",
        want,
        fix,
      },
      "more nodes than the quota that the service grants today": {
        build: clusters(newVpc, 201),
        at: "shop/cluster-0/workers",
        got: "201 route entries in one VPC (201 for the nodes of shop/cluster-0/workers)",
        want,
        fix: fix.replace("200", "201"),
        also: ["cluster-node-quota"],
      },
      "61 nodes and a declared quota of 60": {
        build: (stack) => {
          Quotas.of(stack).set({ vpcRouteEntries: 60 });
          clusters(newVpc, 61)(stack);
        },
        at: "shop/cluster-0/workers",
        got: "61 route entries in one VPC (61 for the nodes of shop/cluster-0/workers)",
        want: "at most 60, the quota of route entries of a VPC (vpcRouteEntries)",
        fix,
      },
    },
    legal: {
      "48 nodes of two clusters": { build: clusters(newVpc, 25, 23), rows: ["vpc-route-quota-48"] },
      "a pool that may grow to 48 nodes": {
        build: (stack) => flannelCluster(newVpc(stack), 0, Capacity.autoscale({ min: 2, max: 48 })),
        rows: ["vpc-route-entry-quota"],
      },
      "60 nodes and a declared quota of 60": (stack) => {
        Quotas.of(stack).set({ vpcRouteEntries: 60 });
        clusters(newVpc, 60)(stack);
      },
      "40 nodes in each of two VPCs": (stack) => {
        for (const id of ["one", "two"]) {
          proCluster(stack, { id, network: flannel(stack, { id: `${id}-network` }) }).addNodePool(
            "workers",
            poolOptions({ capacity: Capacity.fixed(40) }),
          );
        }
      },
      "route entries of a VPC that two stacks import": (stack) => {
        flannelCluster(knownVpc(stack, 30), 0, Capacity.fixed(9));
        flannelCluster(knownVpc(besideStack(stack, "ads"), 30), 1, Capacity.fixed(9));
      },
      "49 nodes with Terway": {
        build: (stack) =>
          proCluster(stack, { network: terway(stack) }).addNodePool(
            "workers",
            poolOptions({ capacity: Capacity.fixed(49) }),
          ),
        rows: ["vpc-route-quota-48"],
      },
      "49 nodes of an existing Terway cluster": (stack) => existingCluster(stack, "terway", 49),
    },
    unknown: {
      "a pool of which only Terraform knows how far it grows": {
        build: (stack) => flannelCluster(newVpc(stack), 0, Capacity.fixed(numberToken(stack))),
        limit: "partly",
      },
    },
  },
};

function existingCluster(stack: TerraformStack, plugin: "flannel" | "terway", nodes: number): void {
  const cluster = ProCluster.fromAttributes(stack, "cluster", {
    clusterId: "c123",
    nodeVSwitches: { h: "vsw-1" },
    vpc: knownVpc(stack),
    plugin,
  });
  cluster.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(nodes) }));
}
