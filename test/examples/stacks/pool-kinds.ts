import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  ClusterSecurityGroup,
  Disk,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  Limits,
  Login,
  ProCluster,
  RemovalPolicy,
} from "cdktf-ack";
import {
  dataAlicloudEnhancedNatAvailableZones,
  dataAlicloudInstanceTypes,
  ecsKeyPair,
} from "cdktf-ack/alicloud";

/** Seven pools, each of another kind. */
export class PoolKinds extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
    const limits = Limits.of(this);
    limits.acknowledge("apiserver-eip-port-6443", {
      reason: "the published example has a public API server",
    });
    limits.acknowledge("kubelet-event-burst", { reason: "the published kubelet has no room for bursts" });
    limits.acknowledge("managed-pool-auto-upgrade-window", {
      reason: "the published cluster has no maintenance window",
    });
    const { zones } = new dataAlicloudEnhancedNatAvailableZones.DataAlicloudEnhancedNatAvailableZones(
      this,
      "zones",
    );
    const zone = zones.get(0).zoneId;
    const { instanceTypes } = new dataAlicloudInstanceTypes.DataAlicloudInstanceTypes(
      this,
      "instance-types",
      {
        availabilityZone: zone,
        cpuCoreCount: 4,
        memorySize: 8,
        kubernetesNodeRole: "Worker",
        systemDiskCategory: "cloud_efficiency",
      },
    );
    const [first, second] = [instanceTypes.get(0).id, instanceTypes.get(1).id];
    const key = new ecsKeyPair.EcsKeyPair(this, "key", { keyPairName: "terraform-example" });

    const network = FlannelNetwork.inNewVpc(this, "network", {
      name: "terraform-example",
      cidr: "10.4.0.0/16",
      zones: { a: { zone, nodeCidr: "10.4.0.0/24" } },
      podCidr: "10.36.0.0/16",
      serviceCidr: "172.16.112.0/20",
      egress: Egress.byAck(),
    });
    const cluster = new ProCluster(this, "cluster", {
      name: "terraform-example",
      network,
      publicApiServer: true,
      securityGroup: ClusterSecurityGroup.basic(),
      addons: [{ name: "ack-node-problem-detector" }],
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const nodes = {
      instances: InstanceSelection.types(first),
      systemDisk: Disk.efficiency({ sizeGiB: 40 }),
    };
    const login = Login.keyPair(key.keyPairName);
    cluster.addNodePool("default", {
      ...nodes,
      login,
      name: "terraform-example",
      capacity: Capacity.fixed(1),
      labels: { test1: "nodepool", test2: "nodepool" },
      taints: [
        { key: "tf", effect: "NoSchedule", value: "example" },
        { key: "tf2", effect: "NoSchedule", value: "example2" },
      ],
    });
    cluster.addNodePool("desired_size", { ...nodes, login, capacity: Capacity.fixed(0) });
    cluster.addNodePool("maintenance", {
      ...nodes,
      login,
      capacity: Capacity.fixed(1),
      management: {
        autoRepair: { restartNodes: true },
        autoUpgrade: true,
        autoVulFix: { levels: ["asap"], restartNodes: true },
        maxUnavailable: 1,
      },
    });
    cluster.addNodePool("spot_instance", {
      ...nodes,
      login,
      instances: InstanceSelection.types(first, second),
      capacity: Capacity.fixed(1),
      billing: Billing.spot({ maxPrices: { [first]: 0.7, [second]: 0.72 } }),
    });
    cluster.addNodePool("spot_auto_scaling", {
      ...nodes,
      login,
      capacity: Capacity.autoscale({ min: 1, max: 10, type: "spot" }),
      billing: Billing.spot({ maxPrices: { [first]: 0.7 } }),
    });
    cluster.addNodePool("prepaid_node", {
      ...nodes,
      login,
      capacity: Capacity.fixed(1),
      billing: Billing.subscription({ months: 1, renewMonths: 1 }),
    });
    cluster.addNodePool("customized_kubelet", {
      ...nodes,
      capacity: Capacity.fixed(0),
      billing: Billing.payAsYouGo(),
      kubelet: {
        registryPullQps: 10,
        registryBurst: 5,
        eventRecordQps: 10,
        eventBurst: 5,
        serializeImagePulls: true,
        evictionHard: {
          "memory.available": "1024Mi",
          "nodefs.available": "10%",
          "nodefs.inodesFree": "5%",
          "imagefs.available": "10%",
        },
        systemReserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
        kubeReserved: { cpu: "500m", memory: "1Gi" },
        containerLogMaxSize: "200Mi",
        containerLogMaxFiles: 3,
        maxPods: 100,
        readOnlyPort: 0,
        allowedUnsafeSysctls: ["net.ipv4.route.min_pmtu"],
      },
      rollingPolicy: { maxParallelism: 1 },
    });
  }
}
