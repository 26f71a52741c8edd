import type { TerraformStack } from "cdktf";
import {
  Capacity,
  Egress,
  InstanceSelection,
  Limits,
  Placement,
  Quotas,
  TerwayNetwork,
  Vpc,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import {
  flannel,
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  severalTypes,
  terway,
  textToken,
} from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];
const types = (...names: string[]) => InstanceSelection.types(...names);
const exclusive = { "k8s.aliyun.com/exclusive-mode-eni-type": "eniOnly" };

const small =
  (instances: InstanceSelection, labels?: Record<string, string>) =>
  (stack: TerraformStack): void =>
    void proCluster(stack).addNodePool("workers", poolOptions({ instances, labels }));

/** Pools in a network of two zones, each with 4,092 addresses for Pods. */
const pools =
  (...changes: readonly Partial<NodePoolOptions>[]) =>
  (stack: TerraformStack): void => {
    many(stack);
    const cluster = proCluster(stack, { network: terway(stack, { zones }) });
    changes.forEach((change, index) => cluster.addNodePool(`pool-${index}`, poolOptions(change)));
  };

function many(stack: TerraformStack): void {
  Quotas.of(stack).set({ clusterNodes: 2000, nodePoolNodes: 2000 });
}

/** Of which nodes have room for 45 Pods. */
const fixed = (nodes: number, changes: Partial<NodePoolOptions> = {}) => ({
  capacity: Capacity.fixed(nodes),
  instances: types("ecs.g7.xlarge"),
  ...changes,
});
/** Each node of which is expected to have room for 12 Pods. */
const growing = (max: number) => ({ capacity: Capacity.autoscale({ min: 2, max }), instances: severalTypes });

const at = "shop/cluster";
const typeFix =
  "take a larger instance type; podsPerNode of cdktf-ack says how many Pods a type has room for";
const fix =
  "take larger Pod vSwitches or more zones (planAddresses says what is needed), or nodes with fewer Pods; no vSwitch can grow";
const want = "an address for each Pod";

/** What nodes and vSwitches have room for with Terway. */
export const podAddressCases: CasesById = {
  "terway-instance-pods": {
    violating: {
      "an instance type with room for 6 Pods": {
        build: small(types("ecs.g7.xlarge", "ecs.g6.large")),
        at: "shop/cluster/workers",
        got: "ecs.g6.large, with room for 6 Pods: the 1 network interface that ecs.g6.large has for Pods, with 6 addresses each",
        want: "a type with room for 12 Pods or more",
        fix: typeFix,
        rows: ["terway-pod-density-eni"],
      },
      "an instance type with room for 2 Pods that have an interface each": {
        build: small(types("ecs.g6.xlarge"), exclusive),
        at: "shop/cluster/workers",
        got: "ecs.g6.xlarge, with room for 2 Pods: the 2 network interfaces that ecs.g6.xlarge has for Pods",
        want: "a type with room for 7 Pods or more",
        fix: typeFix,
        rows: ["terway-pod-density-eni"],
      },
    },
    legal: {
      "an instance type with room for 12 Pods": {
        build: small(types("ecs.g7.large")),
        rows: ["terway-pod-density-eni"],
      },
      "an instance type with room for 210 Pods, or for 7 that have an interface each": {
        build: (stack) => {
          small(types("ecs.g7.4xlarge"))(stack);
          proCluster(stack, { id: "other" }).addNodePool(
            "exclusive",
            poolOptions({ instances: types("ecs.g7.4xlarge"), labels: exclusive }),
          );
        },
        rows: ["terway-pod-density-eni"],
      },
      "a small type in a Flannel network": (stack) =>
        proCluster(stack, { network: flannel(stack) }).addNodePool(
          "workers",
          poolOptions({ instances: types("ecs.g6.large") }),
        ),
      "a type that the library does not know": small(types("ecs.g99.nano")),
      "a type of which the figures are not documented": small(types("ecs.c4.xlarge")),
    },
    unknown: {
      "types that only Terraform knows": {
        build: (stack) => small(types(...listToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "terway-pod-addresses": {
    violating: {
      "182 nodes with 45 Pods each in two zones": {
        build: pools(fixed(182)),
        at,
        got: "a Pod vSwitch with 4,092 addresses in zone h for 4,095 Pods, its part of 182 nodes to begin with",
        want,
        fix,
      },
      "a pool in one zone, beside one in both": {
        build: pools(fixed(60, { placement: Placement.zones("i") }), fixed(62)),
        at,
        got: "a Pod vSwitch with 4,092 addresses in zone i for 4,095 Pods, its part of 122 nodes to begin with",
        want,
        fix,
      },
      "more than enough nodes beside some that only Terraform counts": {
        build: (stack) => pools(fixed(182), fixed(numberToken(stack)))(stack),
        at,
        got: "a Pod vSwitch with 4,092 addresses in zone h for 4,095 Pods, its part of 182 nodes to begin with",
        want,
        fix,
      },
    },
    legal: {
      "180 nodes with 45 Pods each in two zones": pools(fixed(180)),
      "more nodes with 7 interfaces for 7 Pods": pools(
        fixed(400, { instances: types("ecs.g7.4xlarge"), labels: exclusive }),
      ),
      "the smallest of several types": pools(
        fixed(200, { instances: types("ecs.g7.4xlarge", "ecs.g7.xlarge", "ecs.g6.2xlarge") }),
      ),
      "a pool in vSwitches that are not those of the network": pools(
        fixed(182, { placement: Placement.vswitches("vsw-bp1a") }),
      ),
      "a Flannel network": (stack) => {
        many(stack);
        Quotas.of(stack).set({ vpcRouteEntries: 400 });
        Limits.of(stack).acknowledge("zone-count-by-need", { reason: "a test" });
        const network = flannel(stack, { podCidr: "172.16.0.0/14", serviceCidr: "192.168.0.0/20" });
        proCluster(stack, { network }).addNodePool("workers", poolOptions(fixed(300)));
      },
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => pools(fixed(numberToken(stack)))(stack),
        limit: "partly",
      },
      "types that the library does not know": {
        build: pools(fixed(300, { instances: types("ecs.g99.xlarge") })),
        limit: "partly",
      },
      "the block of an existing Pod vSwitch": {
        build: (stack) => {
          const zone = { zone: "cn-hangzhou-h", podVSwitchId: "vsw-bp1a" };
          const network = terway(stack, { zones: { h: zone } });
          proCluster(stack, { network }).addNodePool("workers", poolOptions(fixed(90)));
        },
        limit: "silent",
      },
      "a block that only Terraform knows": {
        build: (stack) => {
          const zone = { zone: "cn-hangzhou-h", podCidr: textToken(stack), nodeCidr: "10.0.0.0/24" };
          const network = terway(stack, { zones: { h: zone } });
          proCluster(stack, { network }).addNodePool("workers", poolOptions(fixed(90)));
        },
        limit: "silent",
      },
    },
  },
  "terway-pod-addresses-max": {
    violating: {
      "683 nodes with 12 Pods each in two zones": {
        build: pools(growing(683)),
        at,
        got: "a Pod vSwitch with 4,092 addresses in zone h for 4,098 Pods, its part of 683 nodes at most",
        want,
        fix,
      },
    },
    legal: {
      "682 nodes with 12 Pods each in two zones": pools(growing(682)),
      "as many in the network of a plan": (stack) => {
        many(stack);
        const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/14" });
        const network = new TerwayNetwork(stack, "network", { vpc, zones, egress: Egress.existing() });
        proCluster(stack, { network }).addNodePool("workers", poolOptions(growing(683)));
      },
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) =>
          pools({
            ...growing(9),
            capacity: Capacity.autoscale({ min: 2, max: numberToken(stack) }),
          })(stack),
        limit: "partly",
      },
    },
  },
};
