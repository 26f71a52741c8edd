"use strict";

const { App, TerraformStack } = require("cdktf");
const {
  AlicloudProvider,
  Capacity,
  Egress,
  InstanceSelection,
  Login,
  ProCluster,
  Quotas,
  TerwayNetwork,
  Vpc,
} = require("../dist");
const { region } = require("./shape.cjs");

const POOLS = 10;

/** Clusters with ten pools each, every one in a VPC that exists: what costs time is the clusters, the pools and their limits. */
exports.synth = (clusters, outdir) => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "fleet");
  new AlicloudProvider(stack, "alicloud", { region, accountType: "Domestic" });
  Quotas.of(stack).set({ clusters, securityGroups: 12 * clusters });
  for (let index = 0; index < clusters; index++) {
    const vpc = Vpc.fromAttributes(stack, `vpc-${index}`, { vpcId: `vpc-bp1${index}`, cidr: "10.0.0.0/16" });
    const network = new TerwayNetwork(stack, `network-${index}`, {
      vpc,
      egress: Egress.existing(),
      zones: Object.fromEntries(
        ["h", "i", "k"].map((key) => [
          key,
          {
            zone: `${region}-${key}`,
            nodeVSwitchId: `vsw-bp1node${key}${index}`,
            podVSwitchId: `vsw-bp1pod${key}${index}`,
          },
        ]),
      ),
    });
    const cluster = new ProCluster(stack, `cluster-${index}`, { name: `fleet-${index}`, network });
    for (let pool = 0; pool < POOLS; pool++) {
      cluster.addNodePool(`pool-${pool}`, {
        instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
        capacity: Capacity.autoscale({ min: 1, max: 5 }),
        login: Login.keyPair("ops"),
        labels: { pool: `pool-${pool}`, cluster: `fleet-${index}` },
      });
    }
  }
  app.synth();
};
