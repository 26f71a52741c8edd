"use strict";

const { App, TerraformStack } = require("cdktf");
const {
  AlicloudProvider,
  Capacity,
  Disk,
  InstanceSelection,
  Login,
  ProCluster,
  Quotas,
  SecretKmsEncryption,
  TerwayNetwork,
} = require("../dist");
const { nodeCidrs, podCidrs, poolOf, region, zones } = require("./shape.cjs");

/** The constructs of the library, with all limits on. */
exports.synth = (pools, outdir) => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new AlicloudProvider(stack, "alicloud", { region, accountType: "Domestic" });
  // What is measured is judged in full, and larger than a new account may build.
  Quotas.of(stack).set({ clusterNodes: 10 * pools, nodePools: pools });
  const network = TerwayNetwork.inNewVpc(stack, "network", {
    cidr: "10.0.0.0/16",
    zones: Object.fromEntries(
      zones.map((key) => [
        key,
        { zone: `${region}-${key}`, nodeCidr: nodeCidrs[key], podCidr: podCidrs[key] },
      ]),
    ),
    serviceCidr: "172.21.0.0/20",
  });
  const cluster = new ProCluster(stack, "cluster", {
    name: "bench",
    network,
    secretEncryption: new SecretKmsEncryption(stack, "secrets"),
  });
  for (let index = 0; index < pools; index++) {
    const { id, min, max, team } = poolOf(index);
    cluster.addNodePool(id, {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.autoscale({ min, max }),
      login: Login.keyPair("ops"),
      systemDisk: Disk.essd({ sizeGiB: 120 }),
      dataDisks: [Disk.essd({ sizeGiB: 200, performanceLevel: "PL1" })],
      labels: { pool: id, team },
      taints: [{ key: "team", value: team, effect: "NoSchedule" }],
    });
  }
  app.synth();
};
