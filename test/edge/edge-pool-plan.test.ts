import { TerraformVariable } from "cdktf";
import {
  EdgeCluster,
  EdgeNodeNames,
  EdgePoolPlan,
  type EdgeClusterProps,
  type EdgePoolPlanOptions,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { testFacts } from "../support/fact-cases";
import { flannel, mapToken, poolOptions, testStack, textToken } from "../support/stacks";
import { edgeFactCases } from "./fact-cases";

testFacts(edgeFactCases);

interface Plan {
  readonly cluster_id: string;
  readonly create_node_pool: Readonly<Record<string, unknown>>;
  readonly attach_script: { readonly arch: string; readonly options: string };
  readonly script_hours: number;
}

/** The value of the output of a planned pool. */
function planned(
  options: EdgePoolPlanOptions = {},
  stack = testStack(),
  props: Partial<EdgeClusterProps> = {},
): Plan {
  const cluster = new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack),
    publicApiServer: true,
    ...props,
  });
  cluster.addNodePool("cloud", poolOptions());
  const { output } = cluster.planEdgePool("shops", options);
  output.overrideLogicalId("shops");
  const { json } = synthesize(stack);
  const outputs = json["output"] as Record<string, { value: Plan; sensitive?: boolean }>;
  expect(outputs["shops"]?.sensitive).toBeUndefined();
  return outputs["shops"]?.value as Plan;
}

describe("a planned pool of the edge", () => {
  test("puts into an output what ACK is asked for, and makes no resource", () => {
    expect(planned()).toEqual({
      cluster_id: expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\.cluster_\w+\.id\}$/) as string,
      create_node_pool: {
        nodepool_info: { name: "shops", type: "edge" },
        interconnect_mode: "basic",
        host_network: false,
        intranet: false,
        kubernetes_config: { labels: [], taints: [] },
      },
      attach_script: {
        arch: "amd64",
        options:
          '{"allowedClusterAddons":["kube-proxy","flannel","coredns"],"nodeNameOverride":"","quiet":true}',
      },
      script_hours: 1,
    });
    const stack = testStack();
    const { resources } = (() => {
      planned({}, stack);
      return synthesize(stack);
    })();
    expect(Object.keys(resources("alicloud_cs_kubernetes_node_pool"))).toHaveLength(1);
  });

  test("says all that it is told", () => {
    const plan = planned({
      name: "shops-north",
      interconnect: "private",
      hostNetwork: true,
      machinesAreConnected: true,
      labels: { region: "north", area: "1" },
      taints: [{ key: "edge", effect: "NoSchedule" }],
      access: {
        architecture: "arm64",
        names: EdgeNodeNames.random("north"),
        addons: ["kube-proxy"],
        manageRuntime: true,
        quiet: false,
        enableIptables: true,
        networkInterface: "eth0",
        gpuVersion: "Nvidia_Tesla_T4",
        labels: { rack: "3" },
        annotations: { "example.com/owner": "shop" },
        scriptHours: 24,
        parameters: { platform: "Linux" },
      },
    });
    expect(plan.create_node_pool).toEqual({
      nodepool_info: { name: "shops-north", type: "edge" },
      interconnect_mode: "private",
      host_network: true,
      intranet: true,
      kubernetes_config: {
        labels: [
          { key: "area", value: "1" },
          { key: "region", value: "north" },
        ],
        taints: [{ key: "edge", value: "", effect: "NoSchedule" }],
      },
    });
    expect(plan.attach_script.arch).toBe("arm64");
    expect(plan.script_hours).toBe(24);
    expect(JSON.parse(plan.attach_script.options)).toEqual({
      allowedClusterAddons: ["kube-proxy"],
      annotations: { "example.com/owner": "shop" },
      enableIptables: true,
      gpuVersion: "Nvidia_Tesla_T4",
      labels: { rack: "3" },
      manageRuntime: true,
      nodeIface: "eth0",
      nodeNameOverride: "*.north",
      platform: "Linux",
      quiet: false,
    });
  });

  test("takes what has a prop from the prop", () => {
    const { attach_script: script } = planned({ access: { parameters: { quiet: false } } });
    expect(JSON.parse(script.options)).toMatchObject({ quiet: true });
  });

  test("lets Terraform encode what it alone knows", () => {
    const stack = testStack();
    const team = new TerraformVariable(stack, "team", { type: "string" }).stringValue;
    const { attach_script: script } = planned({ access: { labels: { team } } }, stack);
    expect(script.options).toMatch(/^\$\{jsonencode\(.+var\.team.+\)\}$/);
  });

  test("lets Terraform encode labels of machines that it alone knows as a whole", () => {
    const stack = testStack();
    const { attach_script: script } = planned({ access: { labels: mapToken(stack) } }, stack);
    expect(script.options).toMatch(/^\$\{jsonencode\(.+"labels" = var\.map.+\)\}$/);
  });

  test("is for clusters that exist, too", () => {
    const stack = testStack();
    const cluster = EdgeCluster.fromAttributes(stack, "edge", { clusterId: textToken(stack) });
    const plan = new EdgePoolPlan(stack, "shops", { cluster });
    expect([plan.name, plan.cluster]).toEqual(["shops", cluster]);
    expect(JSON.stringify(synthesize(stack).json["output"])).toContain('"cluster_id":"${var.text}"');
  });
});
