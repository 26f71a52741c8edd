import { CronJobV1 } from "@cdktf/provider-kubernetes/lib/cron-job-v1";
import { DaemonSetV1 } from "@cdktf/provider-kubernetes/lib/daemon-set-v1";
import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { PodV1 } from "@cdktf/provider-kubernetes/lib/pod-v1";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { ReplicationControllerV1 } from "@cdktf/provider-kubernetes/lib/replication-controller-v1";
import { StatefulSetV1 } from "@cdktf/provider-kubernetes/lib/stateful-set-v1";
import { Token, type TerraformStack } from "cdktf";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, listToken, testStack } from "../support/stacks";
import { existing } from "./pods";

const metadata = { name: "app", labels: { app: "app" } };
const untagged = { container: [{ name: "app", image: "nginx" }] };
const template = { metadata, spec: untagged };
const selector = { matchLabels: { app: "app" } };

/** Every kind of object that has Pods, with an image that a limit warns of. */
const makers: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  "a Pod": (stack) => new PodV1(stack, "it", { metadata, spec: untagged }),
  "a Deployment": (stack) => new DeploymentV1(stack, "it", { metadata, spec: { selector, template } }),
  "a StatefulSet": (stack) =>
    new StatefulSetV1(stack, "it", { metadata, spec: { selector, serviceName: "app", template } }),
  "a DaemonSet": (stack) => new DaemonSetV1(stack, "it", { metadata, spec: { selector, template } }),
  "a ReplicationController": (stack) =>
    new ReplicationControllerV1(stack, "it", { metadata, spec: { selector: { app: "app" }, template } }),
  "a Job": (stack) => new JobV1(stack, "it", { metadata, spec: { template } }),
  "a CronJob": (stack) =>
    new CronJobV1(stack, "it", {
      metadata,
      spec: { schedule: "0 3 * * *", jobTemplate: { metadata: {}, spec: { template } } },
    }),
  "an init container": (stack) =>
    new PodV1(stack, "it", { metadata, spec: { initContainer: [{ name: "init", image: "busybox" }] } }),
};

const warnings = (stack: TerraformStack) =>
  synthesize(stack).limits.warnings.map(({ id, path }) => `${id} ${path}`);

const inCluster = (props: { alias?: string } = {}) => {
  const stack = testStack();
  const provider = new ClusterKubernetesProvider(stack, "kubernetes", { cluster: existing(stack), ...props });
  return { stack, provider };
};

describe("the limits of Pods", () => {
  test.each(Object.entries(makers))("hold for %s", (_name, make) => {
    const { stack } = inCluster();
    make(stack);
    expect(warnings(stack)).toEqual(["lint-image-tag shop/it"]);
  });

  test("hold for Pods of a provider with an alias, where they name it", () => {
    const { stack, provider } = inCluster({ alias: "second" });
    new PodV1(stack, "named", { metadata, spec: untagged, provider });
    new PodV1(stack, "unnamed", { metadata, spec: untagged });
    expect(warnings(stack)).toEqual(["lint-image-tag shop/named"]);
  });

  test("do not hold for Pods of another provider, or another stack", () => {
    const { stack } = inCluster();
    const provider = new KubernetesProvider(stack, "other", { alias: "other" });
    new PodV1(stack, "of-another", { metadata, spec: untagged, provider });
    const beside = besideStack(stack, "beside");
    new KubernetesProvider(beside, "kubernetes");
    new PodV1(beside, "elsewhere", { metadata, spec: untagged });
    expect(warnings(stack)).toEqual([]);
  });

  test("say nothing of other objects, nor of containers that Terraform alone knows", () => {
    const { stack } = inCluster();
    new NamespaceV1(stack, "namespace", { metadata: { name: "shop" } });
    const container = Token.asAny(listToken(stack)) as never;
    new PodV1(stack, "it", { metadata, spec: { container } });
    expect(warnings(stack)).toEqual([]);
  });
});
