import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Capacity,
  InstanceSelection,
  Login,
  ProCluster,
  TerwayNetwork,
  type ICluster,
} from "cdktf-ack";
import { ClusterKubernetesProvider } from "cdktf-ack/kubernetes";

/** The cluster, with its pools: what is made in it stands in `Workloads`. */
export class Platform extends TerraformStack {
  public readonly cluster: ProCluster;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
    });
    this.cluster = new ProCluster(this, "cluster", { name: "platform", network });
    this.cluster.addNodePool("workers", {
      instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge"),
      capacity: Capacity.fixed(3),
      login: Login.keyPair("ops"),
    });
  }
}

export interface WorkloadsProps {
  readonly cluster: ICluster;
}

/** What runs in a cluster of another stack. */
export class Workloads extends TerraformStack {
  constructor(scope: Construct, id: string, { cluster }: WorkloadsProps) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    // The API server is private: Terraform runs in its VPC, or in a network that is connected to it.
    new ClusterKubernetesProvider(this, "kubernetes", { cluster, endpoint: "intranet" });

    const namespace = new NamespaceV1(this, "shop", { metadata: { name: "shop" } });
    const metadata = { name: "web", namespace: namespace.metadata.name };
    const labels = { app: "web" };
    new DeploymentV1(this, "web", {
      metadata,
      spec: {
        replicas: "2",
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { container: [{ name: "web", image: "nginx:1.29", port: [{ containerPort: 80 }] }] },
        },
      },
    });
    new ServiceV1(this, "service", {
      metadata,
      spec: { selector: labels, port: [{ port: 80, targetPort: "80" }] },
    });
  }
}
