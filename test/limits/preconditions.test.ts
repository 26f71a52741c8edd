import type { TerraformStack } from "cdktf";
import { Fn, Lazy, TerraformVariable, Token } from "cdktf";
import {
  Disk,
  InstanceSelection,
  Limits,
  NatGateway,
  type NodePoolOptions,
  type ProClusterProps,
  Vpc,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { findLimit } from "../../lib/limits";
import {
  besideStack,
  listToken,
  numberToken,
  poolOptions,
  proCluster,
  testStack,
  textToken,
} from "../support/stacks";

interface Condition {
  readonly condition: string;
  readonly error_message: string;
}

const conditionsOf = (stack: TerraformStack, type: string): readonly Condition[] =>
  Object.values(synthesize(stack).resources(type)).flatMap((body) => {
    const lifecycle = body["lifecycle"] as { readonly precondition?: readonly Condition[] } | undefined;
    return lifecycle?.precondition ?? [];
  });

const ofPool = (change: (stack: TerraformStack) => Partial<NodePoolOptions>): readonly Condition[] => {
  const stack = testStack();
  proCluster(stack).addNodePool("workers", poolOptions(change(stack)));
  return conditionsOf(stack, "alicloud_cs_kubernetes_node_pool");
};

const ofCluster = (change: (stack: TerraformStack) => Partial<ProClusterProps>): readonly Condition[] => {
  const stack = testStack();
  proCluster(stack, change(stack));
  return conditionsOf(stack, "alicloud_cs_managed_kubernetes");
};

const conditions = (made: readonly Condition[]): readonly string[] => made.map(({ condition }) => condition);
const disk = (sizeGiB: number) => ({ systemDisk: Disk.essd({ sizeGiB }) });

describe("what Terraform alone knows is held to its limits by Terraform", () => {
  test("a number becomes a condition that has the id, the reason and the source of the limit", () => {
    expect(ofPool((stack) => disk(numberToken(stack, "size")))).toEqual([
      {
        condition:
          "${try(var.size == null || (var.size >= 20 && var.size <= 2048 && var.size % 1 == 0), true)}",
        error_message: expect.stringMatching(
          /^.+\.\n {2}limit {2}system-disk-size {3}shop\/cluster\/workers\n {2}want {3}systemDisk sizeGiB: a whole number from 20 to 2048 GiB\n {2}fix {4}systemDisk: Disk\.essd\(\{ sizeGiB: 120 \}\)\n {2}see {4}.+, docs\/limits\.md#system-disk-size\.$/,
        ) as string,
      },
    ]);
  });

  test("text becomes a condition with the pattern of the limit", () => {
    expect(conditions(ofCluster((stack) => ({ timezone: textToken(stack, "zone") })))).toEqual([
      expect.stringMatching(
        /^\$\{try\(var\.zone == null \|\| length\(regexall\(".+", var\.zone\)\) > 0, true\)\}$/,
      ),
    ]);
  });

  test("text around a reference stays around it, whatever characters it has", () => {
    const [condition] = conditions(
      ofCluster((stack) => ({ timezone: `Asia/"${textToken(stack, "city")}\\` })),
    );
    expect(condition).toContain(String.raw`join("", ["Asia/\"", var.city, "\\"])`);
  });

  test("of a list the unknown members are judged, the known ones have been", () => {
    const instances = (stack: TerraformStack) => ({
      instances: InstanceSelection.types("ecs.g7.xlarge", textToken(stack, "type")),
    });
    expect(conditions(ofPool(instances))).toEqual([
      expect.stringContaining('alltrue([for member in [var.type] : member == null || length(regexall("^ecs'),
    ]);
  });

  test("a list of which nothing is known is judged as a whole", () => {
    const audiences = (stack: TerraformStack) => ({
      serviceAccountTokens: {
        issuer: "https://kubernetes.default.svc",
        audiences: listToken(stack, "audiences"),
      },
    });
    expect(conditions(ofCluster(audiences)).join()).toContain("var.audiences");
  });

  test("a call of a function is judged by what it gives", () => {
    const type = (stack: TerraformStack) => ({
      instances: InstanceSelection.types(Fn.join(".", ["ecs", textToken(stack, "family"), "xlarge"])),
    });
    expect(conditions(ofPool(type)).join()).toContain('[join(".", ["ecs", var.family, "xlarge"])]');
  });

  test("advice becomes no condition: Terraform would stop where the library warns", () => {
    const both = (stack: TerraformStack) => ({
      version: textToken(stack, "version"),
      maintenanceWindow: {
        start: "2026-01-05T01:00:00.000+08:00",
        hours: 3,
        weekdays: ["Monday"],
        autoUpgrade: "patch",
      },
    });
    expect(conditions(ofCluster(both as never)).join()).not.toContain("var.version");
  });

  test("the output of another stack is judged where it is used", () => {
    const from = testStack("network-team");
    const size = new TerraformVariable(from, "size", { type: "number" });
    const to = besideStack(from, "shop");
    proCluster(to).addNodePool("workers", poolOptions(disk(size.numberValue)));
    expect(conditions(conditionsOf(to, "alicloud_cs_kubernetes_node_pool")).join()).toMatch(
      /data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+ >= 20/,
    );
  });

  test("the conditions of users stay, and come first", () => {
    const own = { condition: "${var.size > 0}", errorMessage: "No." };
    const made = ofPool((stack) => ({
      ...disk(numberToken(stack, "size")),
      lifecycle: { precondition: [own] },
    }));
    expect(made).toHaveLength(2);
    expect(made[0]).toEqual({ condition: own.condition, error_message: own.errorMessage });
  });

  test("synthesis says the same however often it runs", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions(disk(numberToken(stack))));
    const type = "alicloud_cs_kubernetes_node_pool";
    expect(conditionsOf(stack, type)).toEqual(conditionsOf(stack, type));
    expect(conditionsOf(stack, type)).toHaveLength(1);
  });
});

describe("there is no condition", () => {
  test("where everything is known", () => {
    expect(ofPool(() => disk(100))).toEqual([]);
  });

  test("where a token turns out to be a value that needs no Terraform", () => {
    expect(ofPool(() => disk(Lazy.numberValue({ produce: () => 5 })))).toEqual([]);
  });

  test("where a number was calculated from a token, of which nothing is left to refer to", () => {
    expect(ofPool((stack) => disk(-numberToken(stack)))).toEqual([]);
  });

  test("where a reference stands in text that cannot be taken apart", () => {
    expect(ofCluster(() => ({ timezone: 'x${lookup(var.zones, "a")}' }))).toEqual([]);
    expect(ofCluster(() => ({ timezone: "$${var.zone}${var.b}" }))).toEqual([]);
  });

  test("where a lazy list has references inside", () => {
    const types = Token.asList(Lazy.anyValue({ produce: () => ["${var.type}"] }));
    expect(ofPool(() => ({ instances: InstanceSelection.types(...types) }))).toEqual([]);
  });

  test("for advice, which stops nobody", () => {
    expect(findLimit("cluster-domain-lower-case")?.kind).toBe("advice");
    expect(ofCluster((stack) => ({ clusterDomain: textToken(stack) }))).toEqual([]);
  });

  test("for a limit that the team turned into a warning", () => {
    const made = ofPool((stack) => {
      Limits.of(stack).warnOnly("instance-type-format", { reason: "our types are in preview" });
      return { instances: InstanceSelection.types(textToken(stack)) };
    });
    expect(made).toEqual([]);
  });
});

test("a condition adds no dependency: it stands on the resource that refers to the same already", () => {
  const stack = testStack();
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
  new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-h", bandwidth: numberToken(stack, "mbits") });
  expect(conditions(conditionsOf(stack, "alicloud_nat_gateway"))).toEqual([]);
  expect(conditions(conditionsOf(stack, "alicloud_eip_address")).join()).toContain("var.mbits >= 1");
});
