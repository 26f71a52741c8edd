import { App, DefaultTokenResolver, StringConcat, Tokenization, type TerraformStack } from "cdktf";
import { AlicloudProvider, ProCluster, RamPolicy, ServerlessCluster, ServiceAccountRole } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, proCluster, serverless, testStack } from "../support/stacks";

const resolver = new DefaultTokenResolver(new StringConcat());

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const web = { namespace: "shop", serviceAccount: "web" };
const resourcesIn = (stack: TerraformStack, type: string): Bodies =>
  (synthesize(stack).json as { resource: Readonly<Record<string, Bodies>> }).resource[type] ?? {};
const roleIn = (stack: TerraformStack) => Object.values(resourcesIn(stack, "alicloud_ram_role"))[0] ?? {};

describe("a role of a service account", () => {
  test("trusts the tokens of its cluster for this one service account", () => {
    const stack = testStack();
    new ServiceAccountRole(stack, "role", { cluster: proCluster(stack), ...web });
    const { role_name, description, assume_role_policy_document: trust } = roleIn(stack);
    expect({ role_name, description }).toEqual({
      role_name: "shop-role",
      description: "Service account shop/web",
    });
    const metadata = /\$?\{?alicloud_cs_managed_kubernetes\.\w+\.rrsa_metadata\[0\]\./.source;
    expect(trust).toMatch(new RegExp(`"oidc:iss" = \\[${metadata}rrsa_oidc_issuer_url\\]`));
    expect(trust).toMatch(new RegExp(`"Federated" = \\[${metadata}ram_oidc_provider_arn\\]`));
    expect(trust).toContain('"oidc:aud" = ["sts.aliyuncs.com"]');
    expect(trust).toContain('"oidc:sub" = ["system:serviceaccount:shop:web"]');
  });

  test("is made by its cluster as well", () => {
    const stack = testStack();
    const role = proCluster(stack).roleForServiceAccount("web", web);
    expect(role.node.path).toBe("shop/cluster/web");
    expect(roleIn(stack)).toMatchObject({
      role_name: "shop-cluster-web",
      description: "Service account shop/web",
      assume_role_policy_document: expect.stringContaining("system:serviceaccount:shop:web") as string,
    });
  });

  test("trusts the provider that an existing cluster says", () => {
    const stack = testStack();
    new ServiceAccountRole(stack, "role", {
      cluster: ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" }),
      ...web,
      oidc: {
        providerArn: "acs:ram::1234567890123456:oidc-provider/ack-rrsa-c82e6987",
        issuerUrl: "https://oidc.example/c82e6987",
      },
    });
    const trust = roleIn(stack)["assume_role_policy_document"];
    expect(trust).toContain('["https://oidc.example/c82e6987"]');
    expect(trust).toContain('["acs:ram::1234567890123456:oidc-provider/ack-rrsa-c82e6987"]');
  });

  test("works in clusters without nodes", () => {
    const stack = testStack();
    const cluster = new ServerlessCluster(stack, "cluster", { name: "jobs", network: serverless(stack) });
    new ServiceAccountRole(stack, "role", { cluster, ...web });
    expect(roleIn(stack)["assume_role_policy_document"]).toMatch(
      /\.rrsa_metadata\[0\]\.rrsa_oidc_issuer_url/,
    );
  });

  test("stands in the stack of the workloads, and reads the provider from that of the cluster", () => {
    const stack = testStack("workloads");
    const platform = besideStack(stack, "platform");
    new ServiceAccountRole(stack, "role", { cluster: proCluster(platform), ...web });
    App.of(stack).synth();
    const trust = roleIn(stack)["assume_role_policy_document"];
    expect(trust).toMatch(/"oidc:iss" = \[data\.terraform_remote_state\.\S+rrsa_oidc_issuer_url\]/);
    expect(trust).toMatch(/"Federated" = \[data\.terraform_remote_state\.\S+ram_oidc_provider_arn\]/);
  });

  test("has an attachment for each policy, at an address that other policies do not move", () => {
    const stack = testStack();
    new ServiceAccountRole(stack, "role", {
      cluster: proCluster(stack),
      ...web,
      policies: {
        read: RamPolicy.system("AliyunOSSReadOnlyAccess"),
        queue: RamPolicy.custom("shop-queue"),
      },
    });
    const attachments = resourcesIn(stack, "alicloud_ram_role_policy_attachment");
    expect(
      Object.values(attachments).map(({ policy_name, policy_type }) => ({ policy_name, policy_type })),
    ).toEqual(
      expect.arrayContaining([
        { policy_name: "AliyunOSSReadOnlyAccess", policy_type: "System" },
        { policy_name: "shop-queue", policy_type: "Custom" },
      ]),
    );
    expect(Object.keys(attachments).sort()).toEqual([
      expect.stringMatching(/^role_policy-queue_/),
      expect.stringMatching(/^role_policy-read_/),
    ]);
  });

  test("tells what its namespace and its service account need", () => {
    const stack = testStack();
    const role = new ServiceAccountRole(stack, "role", { cluster: proCluster(stack), ...web });
    expect(role.namespaceLabels).toEqual({ "pod-identity.alibabacloud.com/injection": "on" });
    expect(
      Tokenization.resolve(role.serviceAccountAnnotations, { scope: stack, resolver, preparing: false }),
    ).toEqual({
      "pod-identity.alibabacloud.com/role-name": expect.stringMatching(
        /alicloud_ram_role\.\w+\.role_name/,
      ) as string,
    });
  });

  test("uses the provider of its cluster, and takes tags, a name, a session, dependencies and overrides", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "alias", { region: "cn-shanghai", alias: "shanghai" });
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", provider });
    const role = new ServiceAccountRole(stack, "role", {
      cluster,
      ...web,
      oidc: { providerArn: "acs:ram::1:oidc-provider/ack-rrsa-c82e6987", issuerUrl: "https://oidc.example" },
      roleName: "shop-web",
      description: "reads",
      maxSessionSeconds: 7200,
      tags: { team: "shop" },
      policies: { read: RamPolicy.system("AliyunOSSReadOnlyAccess") },
      lifecycle: { preventDestroy: true },
    });
    role.resource.addOverride("force", true);
    expect(roleIn(stack)).toMatchObject({
      provider: "alicloud.shanghai",
      role_name: "shop-web",
      description: "reads",
      max_session_duration: 7200,
      tags: { team: "shop" },
      force: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(Object.values(resourcesIn(stack, "alicloud_ram_role_policy_attachment"))).toMatchObject([
      { provider: "alicloud.shanghai" },
    ]);
  });
});
