import { Policy, PolicyGovernance, RemovalPolicy } from "cdktf-ack";
import type { Lab } from "cdktf-ack-lab";
import { poolOptions, proCluster } from "../support/stacks";
import { applied, inLab, stackOf, synthesized, version } from "./support";

/** A cluster with policies: one that denies, and one that stays as it is. */
const withPolicies = (repos: readonly string[], denies: boolean): string =>
  synthesized((app) =>
    stackOf(app, (stack) => {
      const cluster = proCluster(stack, { removalPolicy: RemovalPolicy.DESTROY });
      const policies = new PolicyGovernance(stack, "governance", {
        cluster,
        violationLogs: "loongcollector",
      });
      const allowed = Policy.named("ACKAllowedRepos", { repos });
      const options = { namespaces: ["shop"] };
      if (denies) {
        policies.deny("repos", allowed, options);
      } else {
        policies.warn("repos", allowed, options);
      }
      policies.deny("replicas", Policy.named("ACKWorkloadReplicasRange", { minReplicas: 2 }), options);
      cluster.addNodePool("workers", poolOptions());
    }),
  );

const policiesIn = (lab: Lab) =>
  lab.account
    .objects()
    .filter(({ type }) => type === "alicloud_cs_kubernetes_policy_instance")
    .map(({ values }) => [values["policy_name"], values["action"], values["parameters"]])
    .sort();
const replicas = ["ACKWorkloadReplicasRange", "deny", { minReplicas: "2" }];

test("policies are made after their add-ons, plan nothing more, change in place, and are destroyed before them", () =>
  inLab(async (lab) => {
    await applied(version(lab, withPolicies(["registry.example.com/acs/"], false)));
    expect(policiesIn(lab)).toEqual([
      ["ACKAllowedRepos", "warn", { repos: '["registry.example.com/acs/"]' }],
      replicas,
    ]);

    const next = version(
      lab,
      withPolicies(["registry.example.com/acs/", "registry.example.com/shop/"], true),
    );
    const { changes } = await next.plan();
    expect(changes.filter(({ action }) => action !== "noop").map(({ action }) => action)).toEqual(["update"]);
    await applied(next);
    expect(policiesIn(lab)).toEqual([
      ["ACKAllowedRepos", "deny", { repos: '["registry.example.com/acs/","registry.example.com/shop/"]' }],
      replicas,
    ]);

    await next.destroy();
    expect(policiesIn(lab)).toEqual([]);
  }));
