import { TerraformStack, type App } from "cdktf";
import {
  AccountChecks,
  AlicloudProvider,
  Capacity,
  ClusterSecurityGroup,
  DedicatedCluster,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  Limits,
  Login,
  ManagedCluster,
  ProCluster,
  ServerlessCluster,
  TerwayNetwork,
  ValueError,
  Vpc,
  type AccountCheckOptions,
} from "cdktf-ack";
import { securityGroup } from "cdktf-ack/alicloud";
import { createTestApp, synthesize } from "cdktf-ack/testing";
import {
  besideStack,
  flannel,
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  serverless,
  severalTypes,
  terway,
  testStack,
  textToken,
} from "../support/stacks";

type Body = Readonly<Record<string, unknown>>;
interface Condition {
  readonly condition: string;
  readonly error_message: string;
}

/** The data sources of a stack by type, each with what it says. */
function dataOf(stack: TerraformStack): Readonly<Record<string, readonly Body[]>> {
  const data = (synthesize(stack).json["data"] ?? {}) as Record<string, Record<string, Body>>;
  return Object.fromEntries(Object.entries(data).map(([type, named]) => [type, Object.values(named)]));
}

const postconditionsOf = (body: Body | undefined): readonly Condition[] =>
  (body?.["lifecycle"] as { postcondition?: Condition[] } | undefined)?.postcondition ?? [];

const preconditionsOf = (body: Body | undefined): readonly Condition[] =>
  (body?.["lifecycle"] as { precondition?: Condition[] } | undefined)?.precondition ?? [];

/** Condition and message without the hashes that cdktf gives addresses. */
const readable = (text: string | undefined): string => (text ?? "").replaceAll(/_[0-9A-F]{8}\b/g, "");

const existingVpc = { vpcId: "vpc-1", cidr: "10.0.0.0/16" };

/** A Terway cluster in vSwitches that exist. */
function inExisting(
  stack: TerraformStack,
  name = "cluster",
  pods = "vsw-pods",
  nodes = "vsw-nodes",
): ProCluster {
  const network = new TerwayNetwork(stack, `${name}-network`, {
    vpc: Vpc.fromAttributes(stack, `${name}-vpc`, existingVpc),
    egress: Egress.existing(),
    zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: nodes, podVSwitchId: pods } },
  });
  return new ProCluster(stack, name, { name, network });
}

function serverlessCluster(stack: TerraformStack): void {
  Limits.of(stack).acknowledge("serverless-creation-closed", { reason: "we have had one since 2023" });
  new ServerlessCluster(stack, "cluster", {
    name: "shop",
    network: serverless(stack),
    version: "1.34.3-aliyun.1",
  });
}

function dedicatedCluster(stack: TerraformStack): void {
  Limits.of(stack).acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" });
  const type = "ecs.g7.xlarge";
  new DedicatedCluster(stack, "cluster", {
    name: "shop",
    network: terway(stack),
    masters: { instanceTypes: [type, type, type], login: Login.keyPair("ops") },
    version: "1.34.3-aliyun.1",
  });
}

const only = (check: keyof AccountCheckOptions, value: object | true = true): AccountCheckOptions => ({
  kubernetesVersions: false,
  freeAddresses: false,
  quotas: false,
  [check]: value,
});

describe("without account checks", () => {
  test("a stack has nothing of them", () => {
    const stack = testStack();
    inExisting(stack).addNodePool("workers", poolOptions());
    const { json, resources } = synthesize(stack);
    expect(json["data"]).toBeUndefined();
    expect(json["locals"]).toBeUndefined();
    expect(preconditionsOf(Object.values(resources("alicloud_cs_managed_kubernetes"))[0])).toEqual([]);
  });

  test("a stack beside one that has them stays as it is", () => {
    const build = (areOn: boolean): unknown => {
      const stack = testStack();
      proCluster(stack, { version: "1.34.3-aliyun.1" });
      const other = besideStack(stack, "other");
      if (areOn) {
        AccountChecks.on(other);
      }
      proCluster(other, { id: "other", version: "1.34.3-aliyun.1" });
      return synthesize(stack).json;
    };
    expect(build(true)).toEqual(build(false));
  });

  test("what has nothing to check gets no data source", () => {
    const stack = testStack();
    AccountChecks.on(stack);
    expect(dataOf(stack)).toEqual({});
  });
});

describe("the checks of a stack", () => {
  test("are all on unless some are switched off", () => {
    const types = (checks?: AccountCheckOptions): string[] => {
      const stack = testStack();
      AccountChecks.on(stack, checks);
      const cluster = inExisting(stack);
      cluster.addNodePool("workers", poolOptions());
      new ManagedCluster(stack, "old", {
        name: "old",
        network: flannel(stack, { id: "old-network", cidr: "10.9.0.0/16" }),
        version: "1.34.3-aliyun.1",
      });
      return Object.keys(dataOf(stack));
    };
    const versions = ["alicloud_cs_clusters", "alicloud_cs_kubernetes_version"];
    const addresses = [
      "alicloud_cs_clusters",
      "alicloud_cs_kubernetes_node_pools",
      "alicloud_instance_types",
      "alicloud_vswitches",
    ];
    const quotas = ["alicloud_cs_clusters", "alicloud_quotas_quotas", "alicloud_regions"];
    expect(types()).toEqual([...new Set([...versions, ...addresses, ...quotas])].sort());
    expect(types(only("kubernetesVersions"))).toEqual(versions);
    expect(types(only("freeAddresses"))).toEqual(addresses);
    expect(types(only("quotas"))).toEqual(quotas);
    expect(types({ quotas: false })).toEqual([...new Set([...versions, ...addresses])].sort());
  });

  test("see what is added after them, and make the same of a second synthesis", () => {
    const stack = testStack();
    AccountChecks.on(stack);
    const cluster = inExisting(stack);
    const first = JSON.stringify(synthesize(stack).json);
    expect(JSON.stringify(synthesize(stack).json)).toBe(first);
    cluster.addNodePool("workers", poolOptions());
    const grown = dataOf(stack);
    expect(grown["alicloud_vswitches"]).toHaveLength(2);
    expect(dataOf(stack)).toEqual(grown);
  });

  test("read nothing that a resource of the stack has to make first", () => {
    const stack = testStack();
    AccountChecks.on(stack);
    const cluster = proCluster(stack, { version: "1.34.3-aliyun.1", publicApiServer: true });
    cluster.addNodePool("workers", poolOptions());
    inExisting(stack, "existing").addNodePool("workers", poolOptions());
    const { json } = synthesize(stack);
    expect(JSON.stringify([json["data"], json["locals"]])).not.toMatch(/\$\{[^"]*(?<!data\.)\balicloud_/);
    expect(JSON.stringify(json["data"])).not.toContain("depends_on");
  });

  test("use the provider configuration of what they are about, one for each", () => {
    const stack = testStack();
    const shanghai = new AlicloudProvider(stack, "shanghai", { region: "cn-shanghai", alias: "shanghai" });
    AccountChecks.on(stack, only("kubernetesVersions"));
    proCluster(stack, { id: "here", version: "1.34.3-aliyun.1" });
    const network = FlannelNetwork.inNewVpc(stack, "there-network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-shanghai-g"],
      egress: Egress.existing(),
      provider: shanghai,
    });
    new ManagedCluster(stack, "there", { name: "there", network, version: "1.33.3-aliyun.1" });
    const versions = dataOf(stack)["alicloud_cs_kubernetes_version"] ?? [];
    expect(new Set(versions.map(({ provider }) => provider))).toEqual(
      new Set([undefined, "alicloud.shanghai"]),
    );
    const { resources } = synthesize(stack);
    const [, there] = Object.values(resources("alicloud_cs_managed_kubernetes"));
    expect(readable(preconditionsOf(there)[0]?.condition)).toContain(
      "versions-ManagedKubernetes-Default-shanghai.metadata",
    );
  });
});

describe("the version of Kubernetes", () => {
  const versionOf = (build: (stack: TerraformStack) => unknown, type = "alicloud_cs_managed_kubernetes") => {
    const stack = testStack();
    AccountChecks.on(stack, only("kubernetesVersions"));
    build(stack);
    const { resource } = synthesize(stack);
    return { preconditions: preconditionsOf(resource(type)), data: dataOf(stack) };
  };

  test("is held to what the region offers, unless the cluster runs it already", () => {
    const { preconditions, data } = versionOf((stack) => proCluster(stack, { version: "1.34.3-aliyun.1" }));
    expect(data).toEqual({
      alicloud_cs_clusters: [{}],
      alicloud_cs_kubernetes_version: [{ cluster_type: "ManagedKubernetes", profile: "Default" }],
    });
    expect(preconditions).toHaveLength(1);
    expect(readable(preconditions[0]?.condition)).toBe(
      "${contains(concat(" +
        "data.alicloud_cs_kubernetes_version.account-checks_versions-ManagedKubernetes-Default.metadata[*].version, " +
        "[for one in data.alicloud_cs_clusters.account-checks_clusters.clusters : one.current_version " +
        'if one.cluster_name == "cluster"]), "1.34.3-aliyun.1")}',
    );
    expect(readable(preconditions[0]?.error_message)).toBe(
      [
        "ACK makes clusters of the versions of Kubernetes that it offers in the region.",
        "  check  account-kubernetes-version   shop/cluster",
        "  got    version 1.34.3-aliyun.1",
        '  want   one of ${join(", ", data.alicloud_cs_kubernetes_version.account-checks_versions-ManagedKubernetes-Default.metadata[*].version)}',
        "  fix    take one of these, or leave version out: ACK then chooses",
        "  see    docs/account-checks.md#account-kubernetes-version.",
      ].join("\n"),
    );
  });

  test("of an edge cluster is held to those of its profile", () => {
    const { data } = versionOf((stack) => {
      const cluster = new EdgeCluster(stack, "edge", {
        name: "edge",
        network: flannel(stack),
        version: "1.34.3-aliyun.1",
      });
      cluster.addNodePool("cloud", poolOptions());
    });
    expect(data["alicloud_cs_kubernetes_version"]).toEqual([
      { cluster_type: "ManagedKubernetes", profile: "Edge" },
    ]);
  });

  test("is Terraform's to judge where it alone knows it", () => {
    const { preconditions } = versionOf((stack) =>
      proCluster(stack, { version: textToken(stack, "kubernetes") }),
    );
    const [precondition] = preconditions.filter(({ error_message: text }) => text.includes("account-"));
    expect(precondition?.condition).toMatch(
      /^\$\{contains\(concat\(\["-"\], .*, coalesce\(var\.kubernetes, "-"\)\)\}$/,
    );
    expect(precondition?.error_message).toContain('got    version ${coalesce(var.kubernetes, "-")}');
  });

  test.each([
    ["Serverless", (stack: TerraformStack) => serverlessCluster(stack), "Serverless"],
    ["dedicated", (stack: TerraformStack) => dedicatedCluster(stack), "Default"],
  ])("of a %s cluster is held to those of its kind", (name, build, profile) => {
    const isDedicated = name === "dedicated";
    const type = isDedicated ? "alicloud_cs_kubernetes" : "alicloud_cs_managed_kubernetes";
    const { data, preconditions } = versionOf(build, type);
    expect(data["alicloud_cs_kubernetes_version"]).toEqual([
      { cluster_type: isDedicated ? "Kubernetes" : "ManagedKubernetes", profile },
    ]);
    expect(preconditions).toHaveLength(1);
  });

  test("that ACK chooses has nothing to check", () => {
    const { preconditions, data } = versionOf((stack) => proCluster(stack));
    expect([preconditions, data]).toEqual([[], {}]);
  });

  test("that an override gives is checked too", () => {
    const { preconditions } = versionOf((stack) =>
      proCluster(stack).resource.addOverride("version", "1.31.9-aliyun.1"),
    );
    expect(preconditions[0]?.error_message).toContain("got    version 1.31.9-aliyun.1");
  });

  test("leaves the conditions that a user has on the cluster", () => {
    const own = { condition: "${1 == 1}", errorMessage: "Own." };
    const { preconditions } = versionOf((stack) =>
      proCluster(stack, { version: "1.34.3-aliyun.1", lifecycle: { precondition: [own] } }),
    );
    expect(preconditions.map(({ error_message: text }) => text.split("\n")[0])).toEqual([
      "Own.",
      "ACK makes clusters of the versions of Kubernetes that it offers in the region.",
    ]);
  });
});

describe("free addresses", () => {
  const checksOf = (build: (stack: TerraformStack) => unknown, value: object | true = true) => {
    const stack = testStack();
    AccountChecks.on(stack, only("freeAddresses", value));
    build(stack);
    const { json } = synthesize(stack);
    const locals = Object.entries((json["locals"] ?? {}) as Record<string, string>);
    return {
      data: dataOf(stack),
      locals: Object.fromEntries(locals.map(([name, value]) => [readable(name), readable(value)])),
      checks: (dataOf(stack)["alicloud_vswitches"] ?? []).map((body) => ({
        ids: body["ids"],
        condition: readable(postconditionsOf(body)[0]?.condition),
        message: readable(postconditionsOf(body)[0]?.error_message),
      })),
    };
  };

  test("are asked of the vSwitches that exist: for the nodes that a pool may grow to beyond now, and for their Pods", () => {
    const { checks, locals, data } = checksOf((stack) =>
      inExisting(stack).addNodePool("workers", poolOptions()),
    );
    const further = "account-checks_further-nodes-shop-cluster-workers";
    const pods = "account-checks_pods-per-node-shop-cluster-workers";
    expect(checks.map(({ ids }) => ids)).toEqual(['${["vsw-nodes"]}', '${["vsw-pods"]}']);
    expect(checks[0]?.condition).toBe(
      '${length(self.vswitches) < length(distinct(concat(["vsw-nodes"]))) || ' +
        `sum(concat([0], self.vswitches[*].available_ip_address_count)) >= local.${further}}`,
    );
    expect(checks[1]?.condition).toContain(`>= local.${further} * local.${pods}}`);
    expect(checks[1]?.message).toBe(
      [
        "vSwitches that exist have addresses for what the pools in them may still grow to.",
        "  check  account-free-addresses   shop/cluster/workers",
        '  got    ${sum(concat([0], self.vswitches[*].available_ip_address_count))} free addresses in ${join(", ", distinct(concat(["vsw-pods"])))}',
        `  want   at least \${local.${further} * local.${pods}}: \${local.${further} * local.${pods}} for Pods of shop/cluster/workers`,
        "  fix    add vSwitches to the pools or the network, take larger ones, or lower max",
        "  see    docs/account-checks.md#account-free-addresses.",
      ].join("\n"),
    );
    expect(locals[further]).toMatch(
      /^\$\{max\(0, 3 - sum\(.* if one\.node_pool_name == "workers"\]\)\)\)\}$/,
    );
    expect(locals[pods]).toContain("(one.eni_amount - 1) * one.eni_private_ip_address_quantity");
    expect(data["alicloud_instance_types"]).toEqual([{ instance_type: "ecs.g7.xlarge" }]);
    expect(data["alicloud_cs_kubernetes_node_pools"]).toEqual([
      {
        cluster_id: "${each.value}",
        for_each: expect.stringMatching(
          /^\$\{toset\(\[for one in .* if one\.cluster_name == "cluster"\]\)\}$/,
        ) as string,
      },
    ]);
  });

  test("are asked for as many Pods as one says", () => {
    const { checks, data } = checksOf((stack) => inExisting(stack).addNodePool("workers", poolOptions()), {
      podsPerNode: 20,
    });
    expect(checks[1]?.condition).toMatch(/>= local\.\S+ \* 20\}$/);
    expect(data["alicloud_instance_types"]).toBeUndefined();
  });

  test("are summed over what can be nowhere else, and over all that has vSwitches in common", () => {
    const { checks } = checksOf((stack) => {
      const capacity = Capacity.autoscale({ min: 0, max: 9 });
      const options = poolOptions({ capacity, instances: severalTypes });
      inExisting(stack, "a", "vsw-a", "vsw-a").addNodePool("workers", options);
      inExisting(stack, "b", "vsw-b", "vsw-a").addNodePool("workers", options);
    });
    const asked = checks.map(({ ids, message }) => [
      ids,
      [...message.matchAll(/for (\w+ of \S+?)(?:,|\n)/g)].map(([, what]) => what),
    ]);
    expect(asked).toEqual([
      ['${["vsw-a"]}', ["nodes of shop/a/workers", "Pods of shop/a/workers", "nodes of shop/b/workers"]],
      ['${["vsw-b"]}', ["Pods of shop/b/workers"]],
    ]);
  });

  test("are not asked of vSwitches that the stack makes", () => {
    const { checks, data } = checksOf((stack) => proCluster(stack).addNodePool("workers", poolOptions()));
    expect([checks, data]).toEqual([[], {}]);
  });

  test("are asked of vSwitches, bounds and types that only Terraform knows", () => {
    const { checks, locals, data } = checksOf((stack) => {
      const cluster = inExisting(stack, "cluster", "vsw-pods", textToken(stack, "nodes"));
      const capacity = Capacity.autoscale({ min: 0, max: numberToken(stack, "most") });
      cluster.addNodePool("workers", poolOptions({ capacity, instances: severalTypes }));
      cluster.resource.addOverride("pod_vswitch_ids", "${var.pods}");
      listToken(stack, "pods");
    });
    expect(checks.map(({ ids }) => ids)).toEqual(["${[var.nodes]}", "${var.pods}"]);
    expect(locals["account-checks_further-nodes-shop-cluster-workers"]).toContain(
      "max(0, try(tonumber(var.most), 0) - ",
    );
    expect(data["alicloud_instance_types"]).toHaveLength(3);
  });

  test("of an existing cluster are asked for what its pools in the stack add", () => {
    const { checks, data } = checksOf((stack) => {
      const cluster = ProCluster.fromAttributes(stack, "existing", {
        clusterId: "c123",
        nodeVSwitches: { h: "vsw-nodes" },
      });
      cluster.addNodePool("workers", poolOptions());
    });
    expect(checks.map(({ ids }) => ids)).toEqual(['${["vsw-nodes"]}']);
    expect(data["alicloud_cs_kubernetes_node_pools"]).toEqual([{ cluster_id: "c123" }]);
  });

  test("are asked of vSwitches that another stack makes, which is deployed before", () => {
    const shared = testStack("shared");
    const network = terway(shared);
    const stack = besideStack(shared, "shop");
    AccountChecks.on(stack, only("freeAddresses"));
    proCluster(stack, { network }).addNodePool("workers", poolOptions());
    const ids = (dataOf(stack)["alicloud_vswitches"] ?? []).map((body) => body["ids"]);
    expect(ids).toHaveLength(2);
    for (const one of ids) {
      expect(one).toMatch(/^\$\{\[data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+\]\}$/);
    }
  });

  test("are left alone where nobody can look up in the plan what the cluster has already", () => {
    const { checks } = checksOf((stack) => {
      const made = new securityGroup.SecurityGroup(stack, "made", {});
      const network = new FlannelNetwork(stack, "network", {
        vpc: Vpc.fromAttributes(stack, "vpc", existingVpc),
        egress: Egress.existing(),
        zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-nodes" } },
        podCidr: "172.20.0.0/16",
        serviceCidr: "172.21.0.0/20",
      });
      const cluster = new ManagedCluster(stack, "cluster", { name: `shop-${made.id}`, network });
      cluster.addNodePool("workers", poolOptions());
    });
    expect(checks).toEqual([]);
  });
});

describe("quotas", () => {
  const quotasOf = (build: (stack: TerraformStack) => unknown) => {
    const stack = testStack();
    AccountChecks.on(stack, only("quotas"));
    build(stack);
    const bodies = dataOf(stack)["alicloud_quotas_quotas"] ?? [];
    const ids = bodies.flatMap((body) =>
      postconditionsOf(body).map(({ condition, error_message: message }) => ({
        id: /check {2}(\S+)/.exec(message)?.[1] ?? "",
        got: readable(/got {4}(.*)/.exec(message)?.[1]),
        condition: readable(condition),
      })),
    );
    return { bodies, got: Object.fromEntries(ids.map(({ id, got }) => [id, got])), ids };
  };

  test("are asked for by the codes and the names that are documented", () => {
    const { bodies } = quotasOf((stack) => {
      proCluster(stack, { publicApiServer: true, network: flannel(stack) }).addNodePool(
        "workers",
        poolOptions(),
      );
    });
    expect(bodies.map((body) => ({ ...body, lifecycle: undefined }))).toEqual([
      { product_code: "csk", quota_action_code: "q_i5uzm3" },
      { product_code: "csk", quota_action_code: "q_cbdch3" },
      { product_code: "eip", name_regex: "^eip_quota_instances_num$" },
      {
        product_code: "ecs",
        quota_action_code: "q_security-groups",
        dimensions: [
          {
            key: "regionId",
            value: expect.stringMatching(/^\$\{data\.alicloud_regions\..*\.regions\[0\]\.id\}$/) as string,
          },
        ],
      },
      { product_code: "vpc", name_regex: "^vpc_quota_route_entrys_num$" },
    ]);
  });

  test("count what the stack has, and what ACK makes for it", () => {
    const { got, ids } = quotasOf((stack) => {
      const group = new securityGroup.SecurityGroup(stack, "group", { vpcId: "vpc-1" });
      const cluster = proCluster(stack, { publicApiServer: true, network: flannel(stack) });
      const capacity = Capacity.autoscale({ min: 2, max: 9, eip: { bandwidthMbps: 5 } });
      cluster.addNodePool("workers", poolOptions({ capacity }));
      cluster.addNodePool("more", poolOptions());
      proCluster(stack, { id: "other", securityGroup: ClusterSecurityGroup.existing(group.id) });
    });
    expect(Object.keys(got)).toEqual([
      "account-quota-cluster-nodes",
      "account-quota-clusters",
      "account-quota-eips",
      "account-quota-security-groups",
      "account-quota-vpc-route-entries",
    ]);
    expect(got["account-quota-cluster-nodes"]).toBe("5 nodes to begin with");
    expect(got["account-quota-clusters"]).toMatch(
      /^2 clusters, \$\{length\(setsubtract\(\["cluster", "other"\], /,
    );
    expect(got["account-quota-eips"]).toBe("3 public addresses (EIPs), with those that ACK makes");
    expect(got["account-quota-security-groups"]).toMatch(
      /^2 security groups, .*setsubtract\(\["cluster"\], /,
    );
    expect(got["account-quota-vpc-route-entries"]).toMatch(/^12 route entries, /);
    expect(ids.find(({ id }) => id === "account-quota-cluster-nodes")?.condition).toBe(
      "${length(self.quotas) == 0 || anytrue([for one in self.quotas : one.total_quota < 0 || (5 <= one.total_quota)])}",
    );
  });

  test("are Terraform's to judge where it alone knows how many nodes there are", () => {
    const { got } = quotasOf((stack) => {
      const capacity = Capacity.fixed(numberToken(stack, "nodes"));
      proCluster(stack, { network: flannel(stack) }).addNodePool("workers", poolOptions({ capacity }));
    });
    expect(got["account-quota-cluster-nodes"]).toBe("${try(tonumber(var.nodes), 0)} nodes to begin with");
    expect(got["account-quota-vpc-route-entries"]).toMatch(
      /^\$\{try\(tonumber\(var\.nodes\), 0\)\} route entries/,
    );
  });

  test("count the route entries of each VPC, and those that it has beside clusters once", () => {
    const { ids } = quotasOf((stack) => {
      for (const name of ["a", "b"]) {
        const network = new FlannelNetwork(stack, `${name}-network`, {
          vpc: Vpc.fromAttributes(stack, `${name}-vpc`, { ...existingVpc, customRouteEntries: 4 }),
          egress: Egress.existing(),
          zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: `vsw-${name}` } },
          podCidr: name === "a" ? "172.20.0.0/16" : "172.24.0.0/16",
          serviceCidr: name === "a" ? "172.21.0.0/20" : "172.25.0.0/20",
        });
        new ManagedCluster(stack, name, { name, network }).addNodePool("workers", poolOptions());
      }
      proCluster(stack, { id: "c", network: flannel(stack, { cidr: "10.9.0.0/16" }) }).addNodePool(
        "workers",
        poolOptions(),
      );
    });
    const routes = ids.filter(({ id }) => id === "account-quota-vpc-route-entries");
    expect(routes.map(({ got }) => got.split(",")[0])).toEqual(["10 route entries", "3 route entries"]);
  });
});

describe("account checks that cannot be", () => {
  const refused = (make: () => unknown): string => {
    try {
      make();
    } catch (error) {
      expect(error).toBeInstanceOf(ValueError);
      return (error as Error).message;
    }
    return "nothing was refused";
  };

  test("on something that is no stack are refused", () => {
    const app: App = createTestApp();
    expect(refused(() => AccountChecks.on(app))).toBe(
      "got account checks on an app, want a stack: AccountChecks.on(stack) (docs/account-checks.md)",
    );
    const cluster = proCluster(testStack());
    expect(refused(() => AccountChecks.on(cluster))).toContain("got account checks on shop/cluster");
  });

  test("twice on one stack are refused", () => {
    const stack = new TerraformStack(createTestApp(), "shop");
    AccountChecks.on(stack);
    expect(refused(() => AccountChecks.on(stack))).toContain("want one call for each stack");
  });

  test("that check nothing, or what is no check, are refused", () => {
    const nothing = { kubernetesVersions: false, freeAddresses: false, quotas: false };
    expect(refused(() => AccountChecks.on(testStack(), nothing))).toContain(
      "got account checks with all of them switched off, want one at least; fix: leave the call out",
    );
    const other = { versions: true } as AccountCheckOptions;
    expect(refused(() => AccountChecks.on(testStack(), other))).toContain(
      "got the account check versions, want some of kubernetesVersions, freeAddresses, quotas",
    );
  });

  test.each([0, -1, 1.5, Number.NaN, 20_000])("of %p Pods for each node are refused", (podsPerNode) => {
    expect(refused(() => AccountChecks.on(testStack(), { freeAddresses: { podsPerNode } }))).toContain(
      `got podsPerNode ${podsPerNode}, want a whole number from 1 to 10000`,
    );
  });
});
