import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  ClusterSecurityGroup,
  Disk,
  Egress,
  ImageType,
  InstanceSelection,
  Limits,
  Login,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
} from "cdktf-ack";

/** A Pro cluster with Terway in three zones, and three pools: of a fixed size, managed, and autoscaled. */
export class ThreePools extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-shenzhen", accountType: "Domestic" });
    Limits.of(this).acknowledge("apiserver-eip-port-6443", {
      reason: "the published use case has a public API server",
    });
    Limits.of(this).acknowledge("terway-pod-vswitch-min-size", { reason: "4,096 addresses are enough here" });
    Limits.of(this).acknowledge("autoscaled-types-one-size", { reason: "the published pool has two sizes" });
    Limits.of(this).acknowledge("managed-pool-auto-upgrade-window", {
      reason: "the published cluster has no maintenance window",
    });
    const password = new TerraformVariable(this, "login_password", { type: "string", sensitive: true });

    const network = TerwayNetwork.inNewVpc(this, "network", {
      name: "tf-vpc-172-16",
      cidr: "172.16.0.0/12",
      zones: {
        c: { zone: "cn-shenzhen-c", nodeCidr: "172.16.0.0/23", podCidr: "172.16.208.0/20" },
        e: { zone: "cn-shenzhen-e", nodeCidr: "172.16.2.0/23", podCidr: "172.16.224.0/20" },
        f: { zone: "cn-shenzhen-f", nodeCidr: "172.16.4.0/23", podCidr: "172.16.240.0/20" },
      },
      serviceCidr: "10.11.0.0/16",
      egress: Egress.byAck(),
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "tf-ack-shenzhen-terway",
      network,
      publicApiServer: true,
      securityGroup: ClusterSecurityGroup.basic(),
      controlPlaneLogs: { components: ["apiserver", "kcm", "scheduler", "ccm"], retentionDays: 30 },
      addons: [
        { name: "logtail-ds", config: { IngressDashboardEnabled: "true" } },
        { name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "internet" } },
        { name: "arms-prometheus" },
        { name: "ack-node-problem-detector", config: { sls_project_name: "" } },
        { name: "csi-plugin" },
        { name: "csi-provisioner" },
      ],
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const nodes = {
      instances: InstanceSelection.types("ecs.g6.2xlarge", "ecs.g6.xlarge"),
      systemDisk: Disk.efficiency({ sizeGiB: 100 }),
      dataDisks: [Disk.essd({ sizeGiB: 120 })],
      imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
    };
    cluster.addNodePool("default", {
      ...nodes,
      name: "default-nodepool",
      capacity: Capacity.fixed(2),
      billing: Billing.payAsYouGo(),
      login: Login.password(password),
    });
    cluster.addNodePool("managed", {
      ...nodes,
      name: "managed-node-pool",
      capacity: Capacity.fixed(0),
      billing: Billing.payAsYouGo(),
      management: { autoRepair: true, autoUpgrade: true, maxUnavailable: 1 },
      login: Login.keyPair("ops"), // ACK manages no nodes with a password
    });
    cluster.addNodePool("autoscaled", {
      ...nodes,
      name: "autoscale-node-pool",
      capacity: Capacity.autoscale({ min: 1, max: 10 }),
      login: Login.password(password),
    });
  }
}
