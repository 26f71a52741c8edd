import type { App } from "cdktf";
import {
  Capacity,
  Expander,
  InstanceSelection,
  Login,
  ProCluster,
  RemovalPolicy,
  Scaler,
  TerwayNetwork,
  type NodePool,
} from "cdktf-ack";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster with two autoscaled pools and an autoscaler. */
const cluster = (scaler: (spot: NodePool, base: NodePool) => Scaler): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      const network = TerwayNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
      });
      const made = new ProCluster(stack, "cluster", {
        name: "shop",
        network,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      const pool = (id: string): NodePool =>
        made.addNodePool(id, {
          instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
          capacity: Capacity.autoscale({ min: 1, max: 5 }),
          login: Login.keyPair("ops"),
        });
      made.addAutoscaler("autoscaler", { scaler: scaler(pool("spot"), pool("base")) });
    }),
  );

test("an autoscaler deploys, plans nothing more, changes in place, and goes with its cluster", () =>
  inLab(async (lab) => {
    await applied(
      version(
        lab,
        cluster(() => Scaler.clusterAutoscaler()),
      ),
    );

    const byPriority = cluster((spot, base) =>
      Scaler.clusterAutoscaler({
        scanIntervalSeconds: 15,
        scaleDown: { unneededMinutes: 5, keepNodesWithLocalStorage: true },
        expander: Expander.priority({ priority: 20, pools: [spot] }, { priority: 10, pools: [base] }),
      }),
    );
    const { changes } = await version(lab, byPriority).plan();
    expect(
      changes.filter(({ action }) => action !== "noop").map(({ action, address }) => [action, address]),
    ).toEqual([["update", expect.stringMatching(/^alicloud_cs_autoscaling_config\./) as string]]);
    await applied(version(lab, byPriority));

    await applied(
      version(
        lab,
        cluster(() => Scaler.goatscaler()),
      ),
    );
    await version(
      lab,
      cluster(() => Scaler.goatscaler()),
    ).destroy();
  }));
