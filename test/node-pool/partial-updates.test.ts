import { Capacity, ContainerRuntime, type NodePoolOptions, type Taint } from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { poolOptions, proCluster, testStack } from "../support/stacks";
import { without } from "../support/without";

function argumentsOf(changes: Partial<NodePoolOptions>): Arguments {
  const stack = testStack();
  proCluster(stack).addNodePool("workers", poolOptions(changes));
  return synthesize(stack).resource("alicloud_cs_kubernetes_node_pool");
}

/** What ACK forgets of a pool when an update of something else does not bring it along. */
const settings: Partial<NodePoolOptions> = {
  userData: "#!/bin/sh\necho hello\n",
  cloudMonitor: false,
  unschedulable: true,
  cpuPolicy: "static",
  runtime: ContainerRuntime.containerd("2.1.5"),
  labels: { team: "shop" },
  taints: [{ key: "dedicated", value: "shop", effect: "NoSchedule" }],
  nodeNames: { prefix: "shop-" },
};

test("an update of something else brings along what ACK would forget", () => {
  const [few, many] = [2, 3].map((nodes) => argumentsOf({ ...settings, capacity: Capacity.fixed(nodes) }));
  expect(without(many ?? {}, "desired_size")).toEqual(without(few ?? {}, "desired_size"));
  expect(many).toMatchObject({
    desired_size: "3",
    user_data: Buffer.from("#!/bin/sh\necho hello\n").toString("base64"),
    install_cloud_monitor: false,
    unschedulable: true,
    cpu_policy: "static",
    runtime_name: "containerd",
    runtime_version: "2.1.5",
    labels: [{ key: "team", value: "shop" }],
    taints: [{ key: "dedicated", value: "shop", effect: "NoSchedule" }],
    node_name_mode: "customized,shop-,ip,",
  });
});

test("what the provider sends with every update is there when nobody gives it", () => {
  expect(argumentsOf({})).toMatchObject({ install_cloud_monitor: true, scaling_config: { enable: false } });
});

const keys = ["a", "b", "team", "Zone", "example.com/tier", "app.kubernetes.io/part-of"];
const labels = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.constantFrom("", "x", "y")), {
  selector: ([key]) => key,
});
const taints = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...keys),
    effect: fc.constantFrom<Taint["effect"]>("NoSchedule", "NoExecute", "PreferNoSchedule"),
    value: fc.constantFrom("", "x"),
  }),
  { selector: ({ key, effect }) => `${key}:${effect}` },
);
const inAnyOrder = <T>(list: fc.Arbitrary<T[]>) =>
  list.chain((members) =>
    fc.tuple(
      fc.constant(members),
      fc.shuffledSubarray(members, { minLength: members.length, maxLength: members.length }),
    ),
  );

test("labels and taints are the same in whatever order they were written", () => {
  fc.assert(
    fc.property(inAnyOrder(labels), inAnyOrder(taints), ([one, other], [first, second]) => {
      const changes = (entries: [string, string][], list: Taint[]) => ({
        labels: Object.fromEntries(entries),
        taints: list,
      });
      expect(argumentsOf(changes(other, second))).toEqual(argumentsOf(changes(one, first)));
    }),
    { numRuns: 40 },
  );
});
