import { TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  ClusterSecurityGroup,
  Disk,
  Egress,
  FlannelNetwork,
  Gpu,
  ImageType,
  InstanceSelection,
  Limits,
  MultiAzPolicy,
  NatGateway,
  Placement,
  ProCluster,
  Scaler,
  SecretKmsEncryption,
  Vpc,
} from "cdktf-ack";
import { logProject, ramRole, snatEntry, vswitch } from "cdktf-ack/alicloud";

const zones = { a: "eu-central-1a", c: "eu-central-1c" } as const;

const trustOfEcs = JSON.stringify({
  Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: ["ecs.aliyuncs.com"] } }],
  Version: "1",
});

/** A private cluster for inference: a pool for the system, and one with GPUs that grows from nothing in vSwitches of its own. */
export class Inference extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AlicloudProvider(this, "alicloud", { region: "eu-central-1", accountType: "International" });

    const limits = Limits.of(this);
    limits.acknowledge("elasticity-weak-advice", { reason: "the published pools have one type each" });
    limits.acknowledge("worker-count-recommended-2", { reason: "the published system begins with one node" });

    const vpc = new Vpc(this, "vpc", { name: "sie-dev-gn7i", cidr: "10.0.0.0/16" });
    const gateway = new NatGateway(this, "nat", { vpc, zone: zones.a, bandwidth: 100 });
    // What no prop of the library says.
    gateway.resource.addOverride("availability_mode", "CrossAZ");
    gateway.resource.addOverride("eip_bind_mode", "NAT");
    const network = new FlannelNetwork(this, "network", {
      vpc,
      zones: {
        a: { zone: zones.a, nodeCidr: "10.0.0.0/20" },
        c: { zone: zones.c, nodeCidr: "10.0.16.0/20" },
      },
      podCidr: "10.1.0.0/16",
      serviceCidr: "172.20.0.0/16",
      egress: Egress.natGateway(gateway),
    });
    const gpuVSwitches = [
      this.gpuVSwitch(gateway, zones.a, "10.0.32.0/20"),
      this.gpuVSwitch(gateway, zones.c, "10.0.48.0/20"),
    ];

    const { projectName } = new logProject.LogProject(this, "logs", { projectName: "sie-dev-gn7i" });
    const cluster = new ProCluster(this, "cluster", {
      name: "sie-dev-gn7i",
      network,
      securityGroup: ClusterSecurityGroup.basic(),
      secretEncryption: new SecretKmsEncryption(this, "secrets", {
        rotationDays: 365,
        pendingWindowDays: 30,
      }),
      controlPlaneLogs: {
        components: ["apiserver", "kcm", "scheduler", "ccm", "controlplane-events"],
        retentionDays: 30,
        project: projectName,
      },
      auditLog: { project: projectName },
      dependsOn: gpuVSwitches.map(({ entry }) => entry),
    });
    cluster.addAddon("nvidia", { name: "ack-nvidia-device-plugin" });
    cluster.addAddon("pod-identity", {
      name: "ack-pod-identity-webhook",
      config: { AutoInjectSTSEnvVars: "false" },
    });

    cluster.addNodePool("system", {
      instances: InstanceSelection.types("ecs.g7.xlarge"),
      capacity: Capacity.autoscale({ min: 1, max: 5 }),
      billing: Billing.payAsYouGo(),
      imageType: ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED,
      systemDisk: Disk.essd({ sizeGiB: 100, encrypted: true }),
      instanceMetadata: "required",
      ramRoleName: this.nodeRole("system"),
    });
    cluster.addNodePool("a10", {
      instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
      capacity: Capacity.autoscale({ min: 0, max: 10, type: "gpu" }),
      placement: Placement.vswitches(...gpuVSwitches.map(({ vswitchId }) => vswitchId)),
      multiAzPolicy: MultiAzPolicy.BALANCE,
      imageType: ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED,
      systemDisk: Disk.essd({ sizeGiB: 500, encrypted: true }),
      gpu: Gpu.exclusive(),
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
      instanceMetadata: "required",
      ramRoleName: this.nodeRole("a10"),
    });
    cluster.addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler() });
  }

  /** A vSwitch that is not for the cluster, but for one pool, with its way out. */
  private gpuVSwitch({ vpc, snatTableId, publicIp, before }: NatGateway, zone: string, cidrBlock: string) {
    const { id: vswitchId } = new vswitch.Vswitch(this, `gpu-${zone}`, {
      vpcId: vpc.vpcId,
      zoneId: zone,
      cidrBlock,
    });
    const entry = new snatEntry.SnatEntry(this, `snat-gpu-${zone}`, {
      snatTableId,
      sourceVswitchId: vswitchId,
      snatIp: publicIp,
      dependsOn: before.filter((one) => TerraformResource.isTerraformResource(one)),
    });
    return { vswitchId, entry };
  }

  private nodeRole(pool: string): string {
    return new ramRole.RamRole(this, `node-${pool}`, {
      roleName: `sie-dev-gn7i-${pool}`,
      assumeRolePolicyDocument: trustOfEcs,
    }).roleName;
  }
}
