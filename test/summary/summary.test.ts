import { App, type TerraformStack } from "cdktf";
import { Capacity, formatSummary, InstanceSelection, NodePool, summarize } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import {
  besideStack,
  flannel,
  numberToken,
  poolOptions,
  proCluster,
  terway,
  testStack,
  textToken,
} from "../support/stacks";

/** The summary of an app without the number of checks, which grows with the library, and without what test/service-roles tests. */
function summaryOf(stack: TerraformStack): string {
  return formatSummary(summarize(App.of(stack)))
    .replaceAll(/limits: \d+ checked/g, "limits: N checked")
    .replaceAll(/^ {2}(service role|products to activate).*\n/gm, "");
}

describe("the summary of an app", () => {
  test("tells clusters, pools, nodes, addresses and what the limits said", () => {
    const stack = testStack();
    const cluster = proCluster(stack, { network: terway(stack) });
    cluster.addNodePool("system", poolOptions());
    cluster.addNodePool("workers", poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 300 }) }));
    expect(summaryOf(stack)).toBe(
      [
        "shop",
        "  cluster cluster (pro, terway): 2 pools, 4 to 303 nodes; Services 172.21.0.0/20",
        "    pool system: 3 nodes",
        "    pool workers: 1 to 300 nodes",
        "    network, with 45 Pods on each node:",
        "    | Zone | Nodes        | Pods          | Holds nodes | Holds Pods | Full first                             |",
        "    | ---- | ------------ | ------------- | ----------- | ---------- | -------------------------------------- |",
        "    | h    | 10.0.56.0/21 | 10.0.240.0/20 | 90          | 4,050      | the Pod vSwitch in h (4,092 addresses) |",
        "    | all  |              |               | 90          | 4,050      | the Pod vSwitch in h (4,092 addresses) |",
        "  VPC 10.0.0.0/16 (shop/network-vpc), 59,392 addresses free",
        "    10.0.56.0/21 the node vSwitch in cn-hangzhou-h, 2,044 usable",
        "    10.0.240.0/20 the Pod vSwitch in cn-hangzhou-h, 4,092 usable",
        "  limits: N checked, of them 0 partly; 0 silent; 0 broken",
      ].join("\n"),
    );
  });

  test("tells the Pod CIDR of Flannel, each stack on its own, and warnings", () => {
    const stack = testStack();
    const network = flannel(stack, { podCidr: "172.20.0.0/22" });
    const cluster = proCluster(stack, { network });
    cluster.addNodePool("workers", poolOptions({ capacity: Capacity.autoscale({ min: 2, max: 9 }) }));
    besideStack(stack, "empty");
    expect(summaryOf(stack).split("\n")).toEqual([
      "shop",
      "  cluster cluster (pro, flannel): 1 pool, 2 to 9 nodes; Services 172.21.0.0/20, Pods 172.20.0.0/22",
      "    pool workers: 2 to 9 nodes",
      "    network, with 256 Pods on each node:",
      "    | Zone | Nodes        | Holds nodes | Holds Pods | Full first                                     |",
      "    | ---- | ------------ | ----------- | ---------- | ---------------------------------------------- |",
      "    | h    | 10.0.56.0/21 | 2,044       | 523,264    | the node vSwitch in h (2,044 addresses)        |",
      "    | all  |              | 4           | 1,024      | the Pod CIDR 172.20.0.0/22 (4 blocks of a /24) |",
      "  VPC 10.0.0.0/16 (shop/network-vpc), 63,488 addresses free",
      "    10.0.56.0/21 the node vSwitch in cn-hangzhou-h, 2,044 usable",
      expect.stringMatching(/^ {2}limits: N checked, of them 0 partly; 0 silent; \d broken$/),
      "",
      "empty",
      "  limits: N checked, of them 0 partly; 0 silent; 0 broken",
      "",
      "warning flannel-pod-cidr-max-nodes at shop/cluster: got 9 nodes at most, and a Pod CIDR with blocks for 4; want a block for each node",
    ]);
  });

  test("says what only Terraform knows, and shows no token", () => {
    const stack = testStack();
    const network = flannel(stack, {
      cidr: textToken(stack, "cidr"),
      zones: { a: { zone: textToken(stack, "zone"), nodeCidr: textToken(stack, "node") } },
      podCidr: textToken(stack, "pods"),
      serviceCidr: textToken(stack, "services"),
    });
    const cluster = proCluster(stack, { name: textToken(stack, "name"), network });
    cluster.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(numberToken(stack)) }));
    const lines = summaryOf(stack).split("\n").slice(0, -1);
    expect(lines).toEqual([
      "shop",
      "  cluster (known to Terraform) (pro, flannel): 1 pool, an unknown number of nodes; Services (known to Terraform), Pods (known to Terraform)",
      "    pool workers: an unknown number of nodes",
      "  VPC (known to Terraform) (shop/network-vpc)",
      "    (known to Terraform) the node vSwitch in a zone known to Terraform",
    ]);
    expect(summaryOf(stack)).toMatch(
      /limits: N checked, of them [1-9]\d* partly; [1-9]\d* silent; 0 broken$/,
    );
  });

  test("has no table where nobody knows how many Pods a node has, or a block", () => {
    const unknownType = testStack();
    const instances = InstanceSelection.types("ecs.g99.xlarge");
    proCluster(unknownType, { network: terway(unknownType) }).addNodePool("w", poolOptions({ instances }));
    expect(summaryOf(unknownType)).not.toContain("Holds");

    const existing = testStack();
    const zone = { zone: "cn-hangzhou-h", podVSwitchId: "vsw-bp1a" };
    proCluster(existing, { network: terway(existing, { zones: { h: zone } }) }).addNodePool(
      "w",
      poolOptions(),
    );
    expect(summaryOf(existing)).not.toContain("Holds");

    const given = testStack();
    const network = terway(given, { zones: { h: { ...zone, podCidr: "10.0.128.0/24" } } });
    proCluster(given, { network }).addNodePool("w", poolOptions());
    expect(summaryOf(given)).toContain("| h    | 10.0.56.0/21 | 10.0.128.0/24 | 5           | 225  ");
  });

  test("finds the pools of a cluster in other stacks, and leaves out those of existing clusters", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    new NodePool(besideStack(stack, "pools"), "workers", { cluster, ...poolOptions() });
    const [summary] = summarize(App.of(stack)).stacks;
    expect(summary?.clusters.map(({ pools }) => pools)).toEqual([
      [{ path: "pools/workers", name: "workers", minNodes: 3, maxNodes: 3 }],
    ]);
  });

  test("of a stack that was synthesized before is the same", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    const before = summaryOf(stack);
    synthesize(stack);
    expect(summaryOf(stack)).toBe(before);
  });
});
