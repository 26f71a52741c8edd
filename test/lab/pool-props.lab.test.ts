import type { App } from "cdktf";
import {
  Capacity,
  InstanceSelection,
  Login,
  PrivatePool,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  type NodePoolOptions,
} from "cdktf-ack";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const usual = {
  instances: InstanceSelection.types("ecs.g7.xlarge"),
  capacity: Capacity.fixed(2),
  login: Login.keyPair("ops"),
} satisfies NodePoolOptions;

/** A cluster with a pool that has props beside the usual ones. */
const cluster = (props: Partial<NodePoolOptions>): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      const network = TerwayNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
      });
      new ProCluster(stack, "cluster", {
        name: "shop",
        network,
        removalPolicy: RemovalPolicy.DESTROY,
      }).addNodePool("workers", { ...usual, ...props });
    }),
  );

const pattern = { familyLevel: "EnterpriseLevel", memoryGiB: 16 } as const;

test.each<[string, Partial<NodePoolOptions>, Partial<NodePoolOptions>, "update" | "replace"]>([
  [
    "patterns of instances",
    { instances: InstanceSelection.patterns({ ...pattern, vcpus: 4 }) },
    { instances: InstanceSelection.patterns({ ...pattern, vcpus: { min: 4, max: 8 } }) },
    "update",
  ],
  [
    "a reservation, and nodes that wait",
    { privatePool: PrivatePool.OPEN, unschedulable: true, cloudMonitor: false },
    { privatePool: PrivatePool.target("eap-bp1example"), unschedulable: false, cloudMonitor: true },
    "update",
  ],
  ["metadata behind a token", {}, { instanceMetadata: "required" }, "replace"],
  ["a deployment set", { deploymentSetId: "ds-bp1a" }, { deploymentSetId: "ds-bp1b" }, "replace"],
  ["a RAM role", { ramRoleName: "shop-a" }, { ramRoleName: "shop-b" }, "replace"],
])(
  "a pool with %s deploys, plans nothing more, changes as documented, and goes",
  (_name, first, then, action) =>
    inLab(async (lab) => {
      await applied(version(lab, cluster(first)));
      const changed = version(lab, cluster(then));
      const { changes } = await changed.plan();
      expect(changes.filter((change) => change.action !== "noop").map((change) => change.action)).toEqual([
        action,
      ]);
      await applied(version(lab, cluster(then)));
      await version(lab, cluster(then)).destroy();
    }),
);
