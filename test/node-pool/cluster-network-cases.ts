import type { TerraformStack } from "cdktf";
import {
  Capacity,
  ClusterSecurityGroup,
  EdgeCluster,
  Egress,
  Limits,
  Quotas,
  type NodePoolOptions,
  type ProClusterProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, numberToken, podAddressAdvice, poolOptions, proCluster, terway } from "../support/stacks";

const at = "shop/cluster";
const isolated = {
  at,
  got: "Egress.none()",
  want: "a way to the internet, or images and add-ons from inside of the VPC",
  fix: "take Egress.natGateway(), or Egress.existing() if the VPC has its routes; for a private cluster, acknowledge this",
};

const cluster =
  (props: (stack: TerraformStack) => Partial<ProClusterProps>, pool: Partial<NodePoolOptions> = {}) =>
  (stack: TerraformStack) =>
    proCluster(stack, props(stack)).addNodePool("workers", poolOptions(pool));
const out = (egress: Egress) => (stack: TerraformStack) => ({ network: terway(stack, { egress }) });
const existingNodes = { capacity: Capacity.existing(["i-bp1a", "i-bp1b"]) };
const edge = (egress: Egress) => (stack: TerraformStack) =>
  new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack, { egress }),
    publicApiServer: true,
  }).addNodePool("cloud", poolOptions());
const flannelWithoutEgress = (stack: TerraformStack) => ({
  network: flannel(stack, { egress: Egress.none() }),
});

function acknowledge(stack: TerraformStack, ids: readonly string[]): void {
  for (const id of ids) {
    Limits.of(stack).acknowledge(id, { reason: "a test of many nodes in a network for few" });
  }
}

/** A cluster of this many nodes in an account that grants them. */
const large =
  (
    zones: readonly string[],
    nodes: (stack: TerraformStack) => number,
    props: Partial<ProClusterProps> = {},
  ) =>
  (stack: TerraformStack) => {
    Quotas.of(stack).set({ clusterNodes: 5000, nodePoolNodes: 5000 });
    acknowledge(stack, podAddressAdvice);
    const made = proCluster(stack, { network: terway(stack, { zones }), ...props });
    made.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(nodes(stack)) }));
  };
/** A cluster whose pools may grow to this many nodes. */
const growing =
  (securityGroup: ClusterSecurityGroup | undefined, ...most: number[]) =>
  (stack: TerraformStack) => {
    Quotas.of(stack).set({ clusterNodes: 100_000, nodePoolNodes: 2000, nodePools: 100 });
    acknowledge(stack, podAddressAdvice);
    const made = proCluster(stack, { securityGroup });
    most.forEach((max, index) =>
      made.addNodePool(`pool-${index}`, poolOptions({ capacity: Capacity.autoscale({ min: 2, max }) })),
    );
  };
const h = ["cn-hangzhou-h"];
const oneZone = (nodes: number) => ({
  at,
  got: `one zone for ${nodes} nodes to begin with`,
  want: "two zones or more for 100 nodes",
  fix: "add a zone to the network: it moves no address of the others",
});

/** What the network and the security group of a cluster have to hold. */
export const clusterNetworkCases: CasesById = {
  "internet-needs-snat": {
    violating: {
      "a Terway cluster without a way out": {
        build: cluster(out(Egress.none())),
        ...isolated,
        rows: ["internet-needs-snat"],
      },
      "a cluster without a way out that is upgraded": {
        build: cluster((stack) => ({ ...out(Egress.none())(stack), version: "1.34.1-aliyun.1" })),
        ...isolated,
        rows: ["upgrade-needs-internet"],
      },
      "an edge cluster without a way out": {
        build: edge(Egress.none()),
        ...isolated,
        rows: ["snat-edge-default"],
      },
      "instances that exist and join a cluster without a way out": {
        build: cluster(out(Egress.none()), existingNodes),
        ...isolated,
        rows: ["existing-node-internet"],
      },
      "Terway Pods, whose nodes alone have addresses": {
        build: cluster(out(Egress.none()), { publicIp: { bandwidthMbps: 10 } }),
        ...isolated,
      },
      "a Flannel cluster of which nodes have no address": {
        build: cluster(flannelWithoutEgress),
        ...isolated,
      },
      "a cluster without pools": {
        build: (stack) => proCluster(stack, out(Egress.none())(stack)),
        ...isolated,
      },
    },
    legal: {
      "a NAT gateway": {
        build: cluster(out(Egress.natGateway())),
        rows: ["internet-needs-snat"],
      },
      "instances that exist and join behind a NAT gateway": {
        build: cluster(out(Egress.natGateway()), existingNodes),
        rows: ["existing-node-internet"],
      },
      "a NAT gateway by ACK": { build: cluster(out(Egress.byAck())), rows: ["internet-needs-snat"] },
      "a VPC that has its routes": {
        build: cluster(out(Egress.existing())),
        rows: ["upgrade-needs-internet"],
      },
      "a NAT gateway of an edge cluster": { build: edge(Egress.natGateway()), rows: ["snat-edge-default"] },
      "a Flannel cluster whose nodes have addresses": cluster(flannelWithoutEgress, {
        publicIp: { bandwidthMbps: 10 },
      }),
    },
  },
  "zone-count-by-need": {
    violating: {
      "100 nodes in one zone": {
        build: large(h, () => 100),
        ...oneZone(100),
        rows: ["zone-count-by-need"],
      },
    },
    legal: {
      "99 nodes in one zone": { build: large(h, () => 99), rows: ["zone-count-by-need"] },
      "100 nodes in two zones": {
        build: large([...h, "cn-hangzhou-i"], () => 100),
        rows: ["zone-count-by-need"],
      },
    },
    unknown: {
      "a number that only Terraform knows": { build: large(h, numberToken), limit: "silent" },
    },
  },
  "sg-capacity": {
    violating: {
      "2,001 nodes and a basic group": {
        build: growing(ClusterSecurityGroup.basic(), 1000, 1001),
        at,
        got: "pools of up to 2001 nodes in a security group of 2000 addresses",
        want: "a security group that holds the addresses of all nodes",
        fix: "leave securityGroup out at creation: ACK then makes an enterprise group",
        rows: ["sg-capacity"],
      },
      "65,537 nodes and an enterprise group": {
        build: growing(undefined, ...Array.from({ length: 32 }, () => 2000), 1537),
        at,
        got: "pools of up to 65537 nodes in a security group of 65536 addresses",
        want: "a security group that holds the addresses of all nodes",
        fix: "leave securityGroup out at creation: ACK then makes an enterprise group",
        rows: ["sg-capacity"],
      },
    },
    legal: {
      "2,000 nodes and a basic group": {
        build: growing(ClusterSecurityGroup.basic(), 1000, 1000),
        rows: ["sg-capacity"],
      },
      "2,001 nodes and an enterprise group": growing(ClusterSecurityGroup.enterprise(), 1000, 1001),
      "2,001 nodes and a group of either type": growing(ClusterSecurityGroup.existing("sg-1"), 1000, 1001),
    },
    unknown: {
      "a number that only Terraform knows": { build: large(h, numberToken), limit: "silent" },
    },
  },
};
