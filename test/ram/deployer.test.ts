import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AccountChecks, AckPolicy, DeployerPolicy, ProCluster, SecretKmsEncryption } from "cdktf-ack";
import { ecsDisk } from "cdktf-ack/alicloud";
import { synthesize } from "cdktf-ack/testing";
import { canBeLimited, isKnownAction } from "../../lib/ram/actions";
import { dataActions, resourceActions } from "../../lib/ram/deployer-actions";
import { poolOptions, proCluster, testStack } from "../support/stacks";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}
const statementsOf = (policy: DeployerPolicy): readonly Statement[] =>
  (JSON.parse(policy.document.toJson()) as { Statement: readonly Statement[] }).Statement;
const actionsOf = (policy: DeployerPolicy): string[] => statementsOf(policy).flatMap(({ Action }) => Action);

/** The bindings that the library imports, as types of Terraform: it makes no others. */
function typesMade(): readonly string[] {
  const folder = join(__dirname, "../../lib");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [
        ...readFileSync(join(folder, file), "utf8").matchAll(
          /^import (?!type).*?provider-alicloud\/lib\/([\w-]+)"/gms,
        ),
      ].map(([, name = ""]) => name),
    )
    .filter((name) => name !== "provider" && name !== "index");
  return [...new Set(names)].sort();
}

describe("the policy of a deployer", () => {
  test("has actions for every type of resource and data that the library makes", () => {
    const missing = typesMade().filter((name) => {
      const type = `alicloud_${name.replace(/^data-alicloud-/, "").replaceAll("-", "_")}`;
      return name.startsWith("data-") ? dataActions[type] === undefined : resourceActions[type] === undefined;
    });
    // An entry in lib/ram/deployer-actions.ts is missing for each.
    expect(missing).toEqual([]);
  });

  test("names actions in the form of RAM, and of ACK those that are known", () => {
    const actions = [
      ...Object.values(resourceActions).flatMap((one) => Object.values(one).flat() as readonly string[]),
      ...Object.values(dataActions).flat(),
    ];
    expect(actions.filter((action) => !/^[a-z]+:[A-Z][A-Za-z0-9]+$/.test(action))).toEqual([]);
    expect(actions.filter((action) => action.startsWith("cs:") && !isKnownAction(action))).toEqual([]);
  });

  test("has what a cluster with its network and a pool takes, and nothing of what is not there", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    const policy = DeployerPolicy.of(stack);
    expect(policy.unknownTypes).toEqual([]);
    // What the documentation of ACK gives as the least for such a stack.
    expect(actionsOf(policy)).toEqual(
      expect.arrayContaining([
        "vpc:CreateVpc",
        "vpc:CreateVSwitch",
        "cs:CreateCluster",
        "vpc:DescribeVpcAttribute",
        "vpc:DescribeVSwitchAttributes",
        "vpc:DescribeRouteTableList",
        "vpc:DescribeNatGateways",
        "cs:DescribeTaskInfo",
        "cs:DescribeClusterDetail",
        "cs:GetClusterCerts",
        "cs:CheckControlPlaneLogEnable",
        "cs:CreateClusterNodePool",
        "cs:DescribeClusterNodePoolDetail",
        "cs:ModifyClusterNodePool",
        "vpc:DeleteVpc",
        "vpc:DeleteVSwitch",
        "cs:DeleteCluster",
        "cs:DeleteClusterNodepool",
      ]),
    );
    expect(actionsOf(policy).filter((action) => /^(kms|ram|ecs):/.test(action))).toEqual([]);
  });

  test("grows with what the stack makes", () => {
    const stack = testStack();
    proCluster(stack, { secretEncryption: new SecretKmsEncryption(stack, "secrets") });
    expect(actionsOf(DeployerPolicy.of(stack))).toContain("kms:CreateKey");
  });

  test("reads alone for a plan, and deletes nothing for an apply", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    const plan = actionsOf(DeployerPolicy.of(stack, { may: "plan" }));
    expect(plan.filter((action) => !/:(Describe|Get|List|Check)/.test(action))).toEqual([]);
    const apply = actionsOf(DeployerPolicy.of(stack, { may: "apply" }));
    expect(apply).toContain("cs:CreateCluster");
    expect(apply.filter((action) => /:(Delete|Release)/.test(action))).toEqual([]);
  });

  test("limits what is in an existing cluster to that", () => {
    const stack = testStack();
    ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c82e6987",
      nodeVSwitches: { h: "vsw-1" },
    }).addNodePool("workers", poolOptions());
    const statements = statementsOf(DeployerPolicy.of(stack));
    expect(statements.map(({ Resource }) => Resource)).toEqual([["*"], ["acs:cs:*:*:cluster/c82e6987"]]);
    expect(statements[0]?.Action).toEqual(["cs:DescribeTaskInfo"]);
    expect(statements[1]?.Action).toContain("cs:DeleteClusterNodepool");
    expect(statements[1]?.Action.filter((action) => !canBeLimited(action))).toEqual([]);
  });

  test("limits what can be to the clusters that are there by now", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    const statements = statementsOf(DeployerPolicy.of(stack, { clusterIds: ["c82e6987"] }));
    const limited = statements.find(({ Resource }) => Resource.includes("acs:cs:*:*:cluster/c82e6987"));
    expect(limited?.Action).toContain("cs:DeleteCluster");
    const account = statements.find(({ Resource }) => Resource.includes("*"));
    expect(account?.Action.filter((action) => action.startsWith("cs:"))).toEqual([
      "cs:CreateCluster",
      "cs:DescribeTaskInfo",
    ]);
  });

  test("counts what comes in with a synthesis, takes further statements, and says what it does not know", () => {
    const stack = testStack();
    proCluster(stack);
    AccountChecks.on(stack, { kubernetesVersions: false, freeAddresses: false, serviceRoles: true });
    new ecsDisk.EcsDisk(stack, "disk", { zoneId: "cn-hangzhou-h", size: 40 });
    synthesize(stack);
    const policy = DeployerPolicy.of(stack, { also: AckPolicy.creator().statements });
    expect(actionsOf(policy)).toEqual(
      expect.arrayContaining(["ram:ListRoles", "quotas:ListProductQuotas", "vpc:Describe*"]),
    );
    expect(policy.unknownTypes).toEqual(["alicloud_ecs_disk"]);
  });

  test("comes in parts that RAM takes, which together say the same", () => {
    const stack = testStack();
    proCluster(stack).addNodePool("workers", poolOptions());
    const actions = Array.from({ length: 600 }, (_, index) => `oss:Action${index}`);
    const policy = DeployerPolicy.of(stack, { also: [{ actions }] });
    const [first, ...others] = policy.documents;
    expect(policy.documents.map((one) => one.toJson().length <= 6144)).toEqual([true, true]);
    expect(first?.and(...others).toJson()).toBe(policy.document.toJson());
    expect(DeployerPolicy.of(stack).documents).toHaveLength(1);
  });
});
