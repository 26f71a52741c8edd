import { run } from "../../lib/cli/run";

async function ipPlan(...args: string[]) {
  let out = "";
  let error = "";
  const exitCode = await run(["ip-plan", ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    readStdin: () => Buffer.from(""),
  });
  return { exitCode, out, error };
}

describe("cdktf-ack ip-plan", () => {
  test("writes a table of what each zone gets and holds", async () => {
    const { exitCode, out } = await ipPlan("--zones", "2", "--nodes", "100", "--pods", "30");
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        "VPC 10.0.0.0/16, Services 172.21.0.0/20: for 200 nodes with 30 Pods each (shared-eni)",
        "",
        "| Zone   | Nodes       | Pods          | Holds nodes | Holds Pods | Full first                                  |",
        "| ------ | ----------- | ------------- | ----------- | ---------- | ------------------------------------------- |",
        "| zone-a | 10.0.0.0/21 | 10.0.128.0/20 | 111         | 3,330      | the Pod vSwitch in zone-a (4,092 addresses) |",
        "| zone-b | 10.0.8.0/21 | 10.0.144.0/20 | 111         | 3,330      | the Pod vSwitch in zone-b (4,092 addresses) |",
        "| all    |             |               | 222         | 6,660      | the Pod vSwitch in zone-a (4,092 addresses) |",
        "",
      ].join("\n"),
    );
  });

  test("writes the same as JSON, with props for the network", async () => {
    const { out } = await ipPlan("--zones", "cn-hangzhou-h", "--nodes", "9", "--pods", "30", "--json");
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      mode: "shared-eni",
      network: {
        cidr: "10.0.0.0/18",
        zones: { h: { zone: "cn-hangzhou-h" } },
        serviceCidr: "172.21.0.0/20",
        slots: 8,
      },
      asked: { nodes: 18, podsPerNode: 30 },
    });
  });

  test("plans a network beside others of its VPC", async () => {
    const size = ["--zones", "1", "--nodes", "4", "--pods", "30", "--json"];
    const { out } = await ipPlan(...size, "--cidr", "10.0.0.0/16", "--beside", "10.0.0.0/18,10.0.128.0/17");
    expect(JSON.parse(out)).toMatchObject({
      network: { nodeRange: "10.0.96.0/25", podRange: "10.0.64.0/19" },
    });
    const refused = await ipPlan(...size, "--beside", "10.0.0.0/18");
    expect(refused).toMatchObject({ exitCode: 1, out: "" });
    expect(refused.error).toContain("beside without cidr");
  });

  test("plans for Flannel, within the route entries that there are", async () => {
    const args = ["--zones", "1", "--nodes", "60", "--growth", "1", "--pods", "60", "--mode", "flannel"];
    const refused = await ipPlan(...args);
    expect(refused).toMatchObject({ exitCode: 1, out: "" });
    expect(refused.error).toBe(
      [
        "error: cannot use these numbers",
        "    got    60 Flannel nodes, each of which takes a route entry of the VPC",
        "    want   at most 48, the quota of route entries of a VPC (vpcRouteEntries)",
        "    fix    take Terway, or raise the quota (Quota Center, vpc_quota_route_entrys_num), declare it, and give routeEntries: 200",
        "",
      ].join("\n"),
    );
    const planned = await ipPlan(...args, "--route-entries", "200");
    expect(planned).toMatchObject({ exitCode: 0, error: "" });
    expect(planned.out).toContain("Pods 172.20.0.0/16 (a /26 for each node)");
  });

  test("takes the Pods of a node from its instance type", async () => {
    const { out } = await ipPlan("--zones", "1", "--nodes", "10", "--type", "ecs.g7.xlarge");
    expect(out).toContain("for 20 nodes with 45 Pods each");
  });

  test.each<[string, readonly string[]]>([
    ["no zones", ["--nodes", "1", "--pods", "1"]],
    ["no nodes", ["--zones", "1", "--pods", "1"]],
    ["a number that is none", ["--zones", "1", "--nodes", "many", "--pods", "1"]],
    ["nothing about Pods", ["--zones", "1", "--nodes", "1"]],
    ["six zones", ["--zones", "6", "--nodes", "1", "--pods", "1"]],
    ["27 zones", ["--zones", "27", "--nodes", "1", "--pods", "1"]],
    ["a mode that is none", ["--zones", "1", "--nodes", "1", "--pods", "1", "--mode", "calico"]],
    ["Flannel without Pods", ["--zones", "1", "--nodes", "1", "--mode", "flannel"]],
    [
      "the type of Flannel nodes",
      ["--zones", "1", "--nodes", "1", "--pods", "9", "--type", "x", "--mode", "flannel"],
    ],
    ["routes of Terway", ["--zones", "1", "--nodes", "1", "--pods", "1", "--route-entries", "9"]],
    ["a block that is none", ["--zones", "1", "--nodes", "1", "--pods", "1", "--cidr", "10.0.0.0"]],
  ])("fails with a message for %s", async (_, args) => {
    const { exitCode, out, error } = await ipPlan(...args);
    expect(exitCode).toBe(1);
    expect(out).toBe("");
    expect(error).not.toBe("");
  });
});
