import {
  DeploymentV1,
  type DeploymentV1SpecTemplateMetadata,
} from "@cdktf/provider-kubernetes/lib/deployment-v1";
import {
  PodV1,
  type PodV1Metadata,
  type PodV1Spec,
  type PodV1SpecContainer,
} from "@cdktf/provider-kubernetes/lib/pod-v1";
import type { TerraformStack } from "cdktf";
import { ProCluster, type INodeCluster } from "cdktf-ack";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";
import type { Build } from "../support/limit-cases";

type MakeCluster = (stack: TerraformStack) => INodeCluster;

export const existing: MakeCluster = (stack) =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1", nodeVSwitches: { h: "vsw-1" } });

/** Objects of a cluster, which exists unless another one is made. */
export const inCluster =
  (make: (stack: TerraformStack, cluster: INodeCluster) => unknown, cluster: MakeCluster = existing): Build =>
  (stack) => {
    const made = cluster(stack);
    new ClusterKubernetesProvider(stack, "kubernetes", { cluster: made });
    make(stack, made);
  };

export interface PodParts {
  readonly metadata?: Partial<PodV1Metadata>;
  readonly spec?: Partial<PodV1Spec>;
  readonly container?: Partial<PodV1SpecContainer>;
}

const image = "registry.example.com/shop/app:1.4.2";

/** A Pod that no advice is about, with these parts. */
export function addPod(stack: TerraformStack, { metadata, spec, container }: PodParts, id = "pod"): PodV1 {
  return new PodV1(stack, id, {
    metadata: { name: id, ...metadata },
    spec: { container: [{ name: "app", image, ...container }], ...spec },
  });
}

/** A Pod of a cluster; parts that are tokens come from a function. */
export const pod = (parts: PodParts | ((stack: TerraformStack) => PodParts), cluster?: MakeCluster): Build =>
  inCluster((stack) => addPod(stack, typeof parts === "function" ? parts(stack) : parts), cluster);

interface DeploymentParts extends PodParts {
  readonly template?: DeploymentV1SpecTemplateMetadata;
}

/** A Deployment of a cluster, with parts for itself, and for the template of its Pods. */
export const deployment = ({ metadata, template, spec, container }: DeploymentParts): Build =>
  inCluster(
    (stack) =>
      new DeploymentV1(stack, "app", {
        metadata: { name: "app", ...metadata },
        spec: {
          selector: { matchLabels: { app: "app" } },
          template: {
            metadata: { labels: { app: "app" }, ...template },
            spec: { container: [{ name: "app", image, ...container }], ...spec },
          },
        },
      }),
  );

/** The resources of a container. */
export const limits = (of: Record<string, string>, requests?: Record<string, string>): PodParts => ({
  container: { resources: { limits: of, ...(requests === undefined ? {} : { requests }) } },
});
