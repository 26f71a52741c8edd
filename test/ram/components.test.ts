import {
  ComponentPolicies,
  ComponentPolicy,
  DedicatedCluster,
  ImagePullRole,
  inspectionPolicy,
  RamPolicyDocument,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { proCluster, testStack } from "../support/stacks";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}
const statementsOf = ({ document }: { readonly document: RamPolicyDocument }): readonly Statement[] =>
  (JSON.parse(document.toJson()) as { Statement: readonly Statement[] }).Statement;
const actionsOf = (policy: { readonly document: RamPolicyDocument }) =>
  statementsOf(policy).flatMap(({ Action }) => Action);

describe("what components need", () => {
  test("is what the manual says", () => {
    expect(actionsOf(ComponentPolicy.imagePull())).toEqual(["cr:Get*", "cr:List*", "cr:PullRepository"]);
    expect(actionsOf(ComponentPolicy.imageSignatures())).toEqual([
      "cr:ListInstance",
      "cr:ListMetadataOccurrences",
    ]);
    expect(actionsOf(ComponentPolicy.alerts())).toEqual([
      "arms:*",
      "cms:*",
      "cs:UpdateContactGroup",
      "log:*",
    ]);
    expect(actionsOf(ComponentPolicy.applicationMonitoring())).toEqual(["arms:*"]);
    expect(actionsOf(ComponentPolicy.autoscaling())).toHaveLength(10);
    expect(actionsOf(ComponentPolicy.autoscalingWithAddresses())).toHaveLength(25);
    expect(actionsOf(ComponentPolicy.podAddresses())).toEqual(
      expect.arrayContaining([
        "vpc:DescribeVSwitches",
        "vpc:AllocateEipAddress",
        "vpc:DescribeEipAddresses",
        "vpc:AssociateEipAddress",
        "vpc:UnassociateEipAddress",
        "vpc:ReleaseEipAddress",
      ]),
    );
    expect(actionsOf(ComponentPolicy.storage())).toEqual([
      "ecs:ResizeDisk",
      "nas:CreateFileSystem",
      "nas:CreateMountTarget",
      "nas:DeleteFileSystem",
      "nas:DeleteMountTarget",
      "nas:DescribeMountTargets",
    ]);
  });

  test("of the ALB Ingress controller lets it make the roles of ALB alone", () => {
    const statements = statementsOf(ComponentPolicy.albIngress());
    expect(statements).toHaveLength(2);
    expect(statements).toContainEqual({
      Action: ["ram:CreateServiceLinkedRole"],
      Condition: {
        StringEquals: { "ram:ServiceName": ["alb.aliyuncs.com", "logdelivery.alb.aliyuncs.com"] },
      },
      Effect: "Allow",
      Resource: ["*"],
    });
    expect(
      actionsOf(ComponentPolicy.albIngress()).filter((action) => action.startsWith("alb:")),
    ).toHaveLength(35);
  });

  test("is limited to buckets where buckets are named", () => {
    expect(statementsOf(ComponentPolicy.backup({ buckets: ["mybackups"] }))).toEqual([
      {
        Action: expect.arrayContaining(["hbr:CreateVault", "oss:ListBuckets"]) as string[],
        Effect: "Allow",
        Resource: ["*"],
      },
      {
        Action: ["oss:DeleteObject", "oss:GetBucket", "oss:GetObject", "oss:ListObjects", "oss:PutObject"],
        Effect: "Allow",
        Resource: ["acs:oss:*:*:mybackups", "acs:oss:*:*:mybackups/*"],
      },
    ]);
    expect(statementsOf(ComponentPolicy.moveToPro({ bucket: "moves" }))).toEqual([
      { Action: ["oss:GetObject", "oss:PutObject"], Effect: "Allow", Resource: ["acs:oss:*:*:moves/*"] },
    ]);
    expect(statementsOf(ComponentPolicy.diagnosisLogs({ bucket: "logs", folder: "nodes" }))).toEqual([
      { Action: ["oss:GetBucketInfo"], Effect: "Allow", Resource: ["acs:oss:*:*:logs"] },
      {
        Action: ["oss:GetBucket", "oss:GetObject", "oss:PutObject"],
        Effect: "Allow",
        Resource: ["acs:oss:*:*:logs/nodes/*"],
      },
    ]);
  });

  test("of those who look at inspections is limited to the cluster and its logs", () => {
    const document = inspectionPolicy({ clusterId: "c82e6987", logProject: "k8s-log-c82e6987" });
    expect(statementsOf({ document }).map(({ Resource }) => Resource)).toEqual([
      ["acs:cs:*:*:cluster/c82e6987"],
      ["acs:log:*:*:project/k8s-log-c82e6987", "acs:log:*:*:project/k8s-log-c82e6987/*"],
    ]);
  });
});

describe("policies of components", () => {
  test("are attached to the role that ACK made for the workers", () => {
    const stack = testStack();
    const policies = new ComponentPolicies(stack, "policies", {
      cluster: proCluster(stack),
      policies: { signatures: ComponentPolicy.imageSignatures() },
    });
    const { json, resource, resources } = synthesize(stack);
    expect(resource("alicloud_ram_policy")).toMatchObject({ policy_name: "shop-policies-signatures" });
    expect(Object.entries(resources("alicloud_ram_role_policy_attachment"))).toEqual([
      [
        "policies_signatures_role-worker_51C2D293",
        {
          policy_name: expect.stringMatching(/^\$\{alicloud_ram_policy\.\w+\.policy_name\}$/) as string,
          policy_type: "Custom",
          role_name: expect.stringMatching(
            /^\$\{alicloud_cs_managed_kubernetes\.\w+\.worker_ram_role_name\}$/,
          ) as string,
        },
      ],
    ]);
    expect([...policies.policies.keys()]).toEqual(["signatures"]);
    expectAccepted(json);
  });

  test("are attached to the roles of masters and workers of a dedicated cluster, each where it acts", () => {
    const stack = testStack();
    new ComponentPolicies(stack, "policies", {
      cluster: DedicatedCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" }),
      policies: {
        signatures: ComponentPolicy.imageSignatures(),
        storage: ComponentPolicy.storage(),
        own: ComponentPolicy.of("own", RamPolicyDocument.of({ actions: ["oss:GetObject"] })),
      },
      workerRoleName: "K8sWorkerRole-5f3b",
      masterRoleName: "KubernetesMasterRole-5f3b",
    });
    const attached = Object.entries(synthesize(stack).resources("alicloud_ram_role_policy_attachment"));
    expect(
      attached.map(([name, { role_name }]) => `${name.split("_")[1] ?? ""} ${String(role_name)}`).sort(),
    ).toEqual([
      "own K8sWorkerRole-5f3b",
      "signatures K8sWorkerRole-5f3b",
      "signatures KubernetesMasterRole-5f3b",
      "storage KubernetesMasterRole-5f3b",
    ]);
  });
});

describe("a role that lets clusters of other accounts pull images", () => {
  test("trusts their workers, and may do no more than pull", () => {
    const stack = testStack();
    const worker = "acs:ram::1234567890123456:role/kubernetesworkerrole-test";
    new ImagePullRole(stack, "pull", { workerRoleArns: [worker], tags: { team: "shop" } });
    const { json, resource } = synthesize(stack);
    expect(resource("alicloud_ram_role")).toMatchObject({
      role_name: "shop-pull",
      assume_role_policy_document: `{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"RAM":["${worker}"]}}],"Version":"1"}`,
      tags: { team: "shop" },
    });
    expect(resource("alicloud_ram_policy")["policy_document"]).toBe(
      '{"Statement":[{"Action":["cr:GetAuthorizationToken","cr:ListInstanceEndpoint","cr:PullRepository"],"Effect":"Allow","Resource":["*"]}],"Version":"1"}',
    );
    expect(resource("alicloud_ram_role_policy_attachment")["role_name"]).toMatch(
      /alicloud_ram_role\.\w+\.role_name/,
    );
    expectAccepted(json);
  });

  test("is what the workers there may take on", () => {
    expect(
      statementsOf(ComponentPolicy.imagePullAcrossAccounts(["acs:ram::9876543210987654:role/pull"])),
    ).toEqual([
      { Action: ["sts:AssumeRole"], Effect: "Allow", Resource: ["acs:ram::9876543210987654:role/pull"] },
    ]);
  });
});
