import { App } from "cdktf";
import * as fc from "fast-check";
import {
  AckPolicy,
  AlicloudProvider,
  CustomRamPolicy,
  ProCluster,
  RamPolicyDocument,
  ServiceAccountRole,
  ValueError,
  type RamStatement,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { listToken, proCluster, testStack } from "../support/stacks";

interface Statement {
  readonly Action: readonly string[];
  readonly Effect: string;
  readonly Resource: readonly string[];
}
const statementsOf = (document: RamPolicyDocument): readonly Statement[] =>
  (JSON.parse(document.toJson()) as { Statement: readonly Statement[] }).Statement;
const id = "c2e63856bcd7141970000";
const cluster = `acs:cs:*:*:cluster/${id}`;

describe("the text of a policy", () => {
  test("is the same in whatever order its parts were written", () => {
    const action = fc.constantFrom("cs:Get*", "cs:List*", "oss:GetObject", "vpc:DescribeVpcs");
    const statement: fc.Arbitrary<RamStatement> = fc.record({
      effect: fc.constantFrom("Allow", "Deny"),
      actions: fc.array(action, { minLength: 1, maxLength: 4 }),
      resources: fc.array(fc.constantFrom("*", cluster), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const turned = [...statements]
          .reverse()
          .map((one) => ({ ...one, actions: [...one.actions].reverse() }));
        expect(RamPolicyDocument.of(...turned).toJson()).toBe(RamPolicyDocument.of(...statements).toJson());
      }),
    );
  });

  test("stays what it is when it is read and written", () => {
    const text =
      '{"Statement":[{"Action":["oss:GetObject"],"Condition":{"IpAddress":{"acs:SourceIp":["10.0.0.0/8"]}},"Effect":"Allow","Resource":["acs:oss:*:*:myphotos/*"]}],"Version":"1"}';
    expect(RamPolicyDocument.fromJson(text).toJson()).toBe(text);
  });

  test("keeps what is about all actions but some apart", () => {
    const text =
      '{"Statement":[{"Effect":"Deny","NotAction":["cs:Get*"],"Resource":["*"]},{"Effect":"Deny","NotAction":["cs:List*"],"Resource":["*"]}],"Version":"1"}';
    expect(RamPolicyDocument.fromJson(text).toJson()).toBe(text);
    expect(
      RamPolicyDocument.of(
        { effect: "Deny", actions: ["cs:List*"], allBut: true },
        { effect: "Deny", actions: ["cs:Get*"], allBut: true },
      ).toJson(),
    ).toBe(text);
  });

  test("joins statements that differ in their actions alone", () => {
    const document = RamPolicyDocument.of({ actions: ["cs:List*"] }).and(
      RamPolicyDocument.of({ actions: ["cs:Get*", "cs:List*"], resources: ["*"] }),
    );
    expect(document.toJson()).toBe(
      '{"Statement":[{"Action":["cs:Get*","cs:List*"],"Effect":"Allow","Resource":["*"]}],"Version":"1"}',
    );
  });

  test.each(["", "[]", "{}", '{"Statement":[{"Effect":"Allow"}]}', '{"Statement":[{"Action":"*"}]}'])(
    "cannot be read from %j",
    (text) => {
      expect(() => RamPolicyDocument.fromJson(text)).toThrow(ValueError);
    },
  );

  test("has no lists that only Terraform knows, which cannot be written into a text", () => {
    const stack = testStack();
    const document = () => RamPolicyDocument.of({ actions: ["oss:GetObject"], resources: listToken(stack) });
    expect(document).toThrow(/a list that only Terraform knows/);
  });
});

describe("policies on clusters", () => {
  test("put what cannot be limited to a cluster into a statement of its own, as the manual does", () => {
    const document = AckPolicy.of(["cs:DescribeEvents", "cs:Get*", "cs:List*", "cs:Describe*"], {
      clusters: [id],
    });
    expect(JSON.parse(document.toJson())).toEqual({
      Statement: [
        { Action: ["cs:DescribeEvents"], Effect: "Allow", Resource: ["*"] },
        { Action: ["cs:Describe*", "cs:Get*", "cs:List*"], Effect: "Allow", Resource: [cluster] },
      ],
      Version: "1",
    });
  });

  test("are about one cluster, several, or all", () => {
    const other = "c82e6987e2961451182edacd74faf";
    expect(statementsOf(AckPolicy.readOnly({ clusters: [id, other] }))[0]?.Resource).toEqual([
      cluster,
      `acs:cs:*:*:cluster/${other}`,
    ]);
    expect(statementsOf(AckPolicy.of(["cs:DescribeEvents", "cs:Get*"], { clusters: "all" }))).toEqual([
      { Action: ["cs:DescribeEvents", "cs:Get*"], Effect: "Allow", Resource: ["*"] },
    ]);
  });

  test("that read are the manual's", () => {
    expect(statementsOf(AckPolicy.readOnly({ clusters: [id] }))).toEqual([
      { Action: ["cs:Describe*", "cs:Get*", "cs:List*"], Effect: "Allow", Resource: [cluster] },
    ]);
  });

  test("for developers let them see a cluster and come into it, and change nothing", () => {
    const [only, ...others] = statementsOf(AckPolicy.developer({ clusters: [id] }));
    expect(others).toEqual([]);
    expect(only?.Resource).toEqual([cluster]);
    expect(only?.Action).toContain("cs:DescribeClusterUserKubeconfig");
    expect(only?.Action.filter((action) => !/^cs:(Get|Describe)/.test(action))).toEqual([]);
  });

  test("for operators have what scales, upgrades and repairs, and neither makes clusters nor deletes them", () => {
    const [account, limited, ...others] = statementsOf(AckPolicy.operator({ clusters: [id] }));
    expect(others).toEqual([]);
    expect(limited?.Resource).toEqual([cluster]);
    for (const action of [
      "ScaleClusterNodePool",
      "UpgradeCluster",
      "DeleteClusterNodepool",
      "InstallClusterAddons",
    ]) {
      expect(limited?.Action).toContain(`cs:${action}`);
    }
    expect(account?.Action).toContain("cs:DescribeTaskInfo");
    const all = [...(account?.Action ?? []), ...(limited?.Action ?? [])];
    for (const action of ["CreateCluster", "DeleteCluster", "OpenAckService", "GrantPermissions"]) {
      expect(all).not.toContain(`cs:${action}`);
    }
  });

  test("for creators find networks", () => {
    const [only] = statementsOf(AckPolicy.creator());
    expect(only?.Action).toEqual(expect.arrayContaining(["cs:CreateCluster", "vpc:Describe*", "vpc:List*"]));
  });

  test("for delegated administrators are the manual's, with both spellings of what is spelt in two ways", () => {
    expect(statementsOf(AckPolicy.delegatedAdmin({ policies: ["shop-read"] }))).toEqual([
      {
        Action: [
          "cs:DescribeUserPermission",
          "cs:GetSubUsers",
          "cs:GetUserPermissions",
          "cs:GrantPermission",
          "cs:GrantPermissions",
          "cs:UpdateUserPermissions",
          "ram:Get*",
          "ram:List*",
        ],
        Effect: "Allow",
        Resource: ["*"],
      },
      {
        Action: ["ram:AttachPolicy", "ram:AttachPolicyToUser"],
        Effect: "Allow",
        Resource: ["acs:*:*:*:user/*", "acs:ram:*:*:policy/shop-read"],
      },
    ]);
    expect(AckPolicy.delegatedAdmin({ policies: "all" }).toJson()).toContain("acs:ram:*:*:policy/*");
  });
});

describe("a policy of the account", () => {
  test("is made from its text, and refers to clusters of the app", () => {
    const stack = testStack();
    new CustomRamPolicy(stack, "readers", {
      document: AckPolicy.readOnly({ clusters: [proCluster(stack)] }),
      description: "reads the shop",
    });
    const { json, resource } = synthesize(stack);
    expect(resource("alicloud_ram_policy")).toEqual({
      policy_name: "shop-readers",
      description: "reads the shop",
      policy_document: expect.stringMatching(
        /^\{"Statement":\[\{"Action":\["cs:Describe\*","cs:Get\*","cs:List\*"\],"Effect":"Allow","Resource":\["acs:cs:\*:\*:cluster\/\$\{alicloud_cs_managed_kubernetes\.\w+\.id\}"\]\}\],"Version":"1"\}$/,
      ) as string,
      rotate_strategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
    });
    expectAccepted(json);
  });

  test("is attached to users, groups and roles, which wait for it", () => {
    const stack = testStack();
    const policy = new CustomRamPolicy(stack, "readers", {
      document: AckPolicy.readOnly({ clusters: "all" }),
    });
    policy.attachToUser("ann", "ann");
    policy.attachToGroup("ops", "ops");
    policy.attachToRole("ci", "ci");
    const { resource, json } = synthesize(stack);
    const name = expect.stringMatching(/^\$\{alicloud_ram_policy\.\w+\.policy_name\}$/) as string;
    const usual = { policy_name: name, policy_type: "Custom" };
    expect(resource("alicloud_ram_user_policy_attachment")).toEqual({ ...usual, user_name: "ann" });
    expect(resource("alicloud_ram_group_policy_attachment")).toEqual({ ...usual, group_name: "ops" });
    expect(resource("alicloud_ram_role_policy_attachment")).toEqual({ ...usual, role_name: "ci" });
    expectAccepted(json);
  });

  test("is what the role of a service account takes", () => {
    const stack = testStack();
    const { policy } = new CustomRamPolicy(stack, "photos", {
      document: RamPolicyDocument.of({ actions: ["oss:GetObject"], resources: ["acs:oss:*:*:myphotos/*"] }),
    });
    new ServiceAccountRole(stack, "role", {
      cluster: ProCluster.fromAttributes(stack, "cluster", { clusterId: id }),
      namespace: "shop",
      serviceAccount: "web",
      oidc: { providerArn: "acs:ram::1:oidc-provider/ack-rrsa-c1", issuerUrl: "https://oidc.example/c1" },
      policies: { photos: policy },
    });
    expect(synthesize(stack).resource("alicloud_ram_role_policy_attachment")).toMatchObject({
      policy_name: expect.stringContaining("alicloud_ram_policy.") as string,
      policy_type: "Custom",
    });
  });

  test("keeps its address, and takes a provider, a name, tags and dependencies", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "other", { region: "cn-hangzhou", alias: "other" });
    const first = new CustomRamPolicy(stack, "first", { document: AckPolicy.creator() });
    new CustomRamPolicy(stack, "second_policy", {
      document: AckPolicy.creator(),
      provider,
      dependsOn: [first],
      tags: { team: "shop" },
    }).attachToUser("ann", "ann");
    const policies = synthesize(stack).resources("alicloud_ram_policy");
    expect(Object.keys(policies)).toEqual(["first_policy_B79ADAFB", "second_policy_15D00946"]);
    expect(Object.values(policies)[1]).toMatchObject({
      policy_name: "shop-second-policy",
      provider: "alicloud.other",
      tags: { team: "shop" },
      depends_on: [expect.stringContaining("alicloud_ram_policy.first")],
    });
    expect(synthesize(stack).resource("alicloud_ram_user_policy_attachment")).toMatchObject({
      provider: "alicloud.other",
    });
    expect(App.isApp(stack.node.root)).toBe(true);
  });
});
