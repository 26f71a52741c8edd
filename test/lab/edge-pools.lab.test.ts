import { TerraformVariable } from "cdktf";
import {
  Capacity,
  EdgeCluster,
  FlannelNetwork,
  InstanceSelection,
  Login,
  RemovalPolicy,
  type EdgePoolPlanOptions,
} from "cdktf-ack";
import type { Construct } from "constructs";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** An edge cluster with a pool that Terraform plans and does not make. */
const edge = (options: (stack: Construct) => EdgePoolPlanOptions): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const network = FlannelNetwork.inNewVpc(stack, "network", {
        cidr: "10.0.0.0/16",
        zones: ["cn-hangzhou-h"],
      });
      const cluster = new EdgeCluster(stack, "cluster", {
        name: "stores",
        network,
        publicApiServer: true,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      cluster.addNodePool("cloud", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(2),
        login: Login.keyPair("ops"),
      });
      cluster.planEdgePool("north", options(stack)).output.overrideLogicalId("north");
    }),
  );

interface Output {
  readonly planned_values: { readonly outputs: { readonly north: { readonly value: unknown } } };
}

test.each<[string, (stack: Construct) => EdgePoolPlanOptions]>([
  ["what is known", () => ({ access: { annotations: { rack: "<3>&" } } })],
  [
    "what Terraform alone knows",
    (stack) => ({
      access: {
        annotations: {
          rack: new TerraformVariable(stack, "rack", { type: "string", default: "<3>&" }).stringValue,
        },
      },
    }),
  ],
])("an edge cluster tells what to ask ACK for, with %s, and plans nothing more", (_name, options) =>
  inLab(async (lab) => {
    const stack = version(lab, edge(options));
    await applied(stack);
    const [cluster] = lab.account.objects().filter(({ type }) => type === "alicloud_cs_managed_kubernetes");
    expect(((await stack.plan()).json as Output).planned_values.outputs.north.value).toEqual({
      cluster_id: cluster?.id,
      create_node_pool: {
        nodepool_info: { name: "north", type: "edge" },
        interconnect_mode: "basic",
        host_network: false,
        intranet: false,
        kubernetes_config: { labels: [], taints: [] },
      },
      attach_script: {
        arch: "amd64",
        options:
          '{"allowedClusterAddons":["kube-proxy","flannel","coredns"],"annotations":{"rack":"\\u003c3\\u003e\\u0026"},"nodeNameOverride":"","quiet":true}',
      },
      script_hours: 1,
    });
    await stack.destroy();
  }),
);
