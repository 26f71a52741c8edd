import * as fs from "node:fs";
import * as path from "node:path";
import { cli, newFolder, removeFolders } from "./support";

afterAll(removeFolders);

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Writes stacks as cdktf does, and answers with the folder. */
function outputOf(stacks: Readonly<Record<string, object>>): string {
  const folder = newFolder();
  for (const [name, json] of Object.entries(stacks)) {
    const stack = path.join(folder, "stacks", name);
    fs.mkdirSync(stack, { recursive: true });
    fs.writeFileSync(path.join(stack, "cdk.tf.json"), JSON.stringify({ terraform: {}, ...json }));
  }
  return folder;
}

const network: Resources = {
  alicloud_vpc: { main: { vpc_name: "shop", cidr_block: "10.0.0.0/16" } },
  alicloud_vswitch: {
    a: {
      vpc_id: "${alicloud_vpc.main.id}",
      vswitch_name: "nodes",
      zone_id: "cn-hangzhou-h",
      cidr_block: "10.0.0.0/20",
    },
  },
  alicloud_nat_gateway: {
    out: {
      vpc_id: "${alicloud_vpc.main.id}",
      vswitch_id: "${alicloud_vswitch.a.id}",
      nat_gateway_name: "out",
    },
  },
};

function clusterIn(vswitch: string): Resources {
  return {
    alicloud_cs_managed_kubernetes: {
      c: {
        name: "shop",
        cluster_spec: "ack.pro.small",
        profile: "Default",
        version: "1.34.1-aliyun.1",
        vswitch_ids: [vswitch],
        pod_vswitch_ids: [vswitch],
      },
    },
    alicloud_cs_kubernetes_node_pool: {
      p: {
        cluster_id: "${alicloud_cs_managed_kubernetes.c.id}",
        node_pool_name: "workers",
        vswitch_ids: [vswitch],
        instance_types: ["ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.c7.xlarge", "ecs.c6.xlarge"],
        scaling_config: { enable: true, min_size: 2, max_size: 9 },
      },
    },
  };
}

const drawn = [
  "flowchart TB",
  '  subgraph n_shop_alicloud_vpc_main["VPC<br/>shop<br/>10.0.0.0/16"]',
  '    subgraph n_zone_shop_alicloud_vpc_main_cn_hangzhou_h["cn-hangzhou-h"]',
  '      n_shop_alicloud_vswitch_a["vSwitch<br/>nodes<br/>10.0.0.0/20"]',
  "    end",
  '    n_shop_alicloud_nat_gateway_out{{"NAT gateway<br/>out"}}',
  "  end",
  '  n_shop_alicloud_cs_managed_kubernetes_c(["Pro cluster<br/>shop<br/>Kubernetes 1.34.1-aliyun.1"])',
  '  n_shop_alicloud_cs_kubernetes_node_pool_p[["node pool<br/>workers<br/>2 to 9 nodes<br/>ecs.g7.xlarge, ecs.g6.xlarge, ecs.c7.xlarge and 1 more"]]',
  "",
];

interface Json {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: readonly string[];
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label?: string }[];
}

/** The edges by the names in the labels. */
async function edgesOf(folder: string): Promise<readonly string[]> {
  const { exitCode, out } = await cli("diagram", folder, "--json");
  expect(exitCode).toBe(0);
  const { nodes, edges } = JSON.parse(out) as Json;
  const name = (id: string) =>
    nodes
      .find((node) => node.id === id)
      ?.label.slice(0, 2)
      .join(" ");
  return edges.map(({ from, to, label = "" }) => `${name(from)} -${label}-> ${name(to)}`);
}

const edges = [
  "NAT gateway out --> vSwitch nodes",
  "Pro cluster shop --> vSwitch nodes",
  "Pro cluster shop -Pods-> vSwitch nodes",
  "Pro cluster shop --> node pool workers",
  "node pool workers --> vSwitch nodes",
];

describe("cdktf-ack diagram", () => {
  test("draws zones in their VPC, and vSwitches in their zones", async () => {
    const folder = outputOf({ shop: { resource: { ...network, ...clusterIn("${alicloud_vswitch.a.id}") } } });
    const { exitCode, out } = await cli("diagram", folder);
    expect(exitCode).toBe(0);
    expect(out.split("\n").filter((line) => !line.includes("->"))).toEqual(drawn);
    expect(out.match(/^ {2}\S+ (-->|-\. "Pods" \.->) \S+$/gm)).toHaveLength(edges.length);
  });

  test("joins clusters with their vSwitches and pools", async () => {
    const folder = outputOf({ shop: { resource: { ...network, ...clusterIn("${alicloud_vswitch.a.id}") } } });
    expect(await edgesOf(folder)).toEqual(edges);
  });

  test("follows references from stack to stack", async () => {
    const remote =
      "${data.terraform_remote_state.cross-stack-reference-input-net.outputs.cross-stack-output-alicloud_vswitchaid}";
    const folder = outputOf({
      shop: { resource: clusterIn(remote) },
      net: {
        resource: network,
        output: { "cross-stack-output-alicloud_vswitchaid": { value: "${alicloud_vswitch.a.id}" } },
      },
    });
    expect(await edgesOf(folder)).toEqual(edges);
  });

  test("is the same whatever the order of files and resources", async () => {
    const a = outputOf({ one: { resource: network }, two: { resource: clusterIn("vsw-1") } });
    const stack = (name: string) => path.join(a, "stacks", name);
    const forth = await cli("diagram", stack("one"), stack("two"));
    const back = await cli("diagram", stack("two"), path.join(stack("one"), "cdk.tf.json"));
    expect(back).toEqual(forth);
  });

  test("draws what exists already by its id", async () => {
    const folder = outputOf({ shop: { resource: clusterIn("vsw-bp1") } });
    expect(await edgesOf(folder)).toContain("node pool workers --> existing vSwitch vsw-bp1");
  });

  test("does not mix up equal addresses of two stacks", async () => {
    const all = { resource: { ...network, ...clusterIn("${alicloud_vswitch.a.id}") } };
    expect(await edgesOf(outputOf({ one: all, two: all }))).toHaveLength(2 * edges.length);
  });

  test("keeps apart what differs in characters that Mermaid does not take", async () => {
    const vpc = (name: string) => ({ vpc_name: name, cidr_block: "10.0.0.0/16" });
    const folder = outputOf({ shop: { resource: { alicloud_vpc: { "a-b": vpc("one"), a_b: vpc("two") } } } });
    const { out } = await cli("diagram", folder);
    expect(out).toContain('n_shop_alicloud_vpc_a_b["VPC<br/>one');
    expect(out).toContain('n_shop_alicloud_vpc_a_b_2["VPC<br/>two');
  });

  test("escapes what would end a label or be read as markup", async () => {
    const folder = outputOf({
      shop: {
        resource: { alicloud_vpc: { main: { vpc_name: 'a "b" <i>#1</i>\nend', cidr_block: "10.0.0.0/8" } } },
      },
    });
    const { out } = await cli("diagram", folder);
    expect(out).toContain('["VPC<br/>a #34;b#34; #60;i#62;#35;1#60;/i#62; end<br/>10.0.0.0/8"]');
  });

  test("says what it reads when it is given something else", async () => {
    const { exitCode, error } = await cli("diagram", path.join(newFolder(), "none.json"));
    expect(exitCode).toBe(1);
    expect(error).toContain("a file that exists");
  });
});
