import type { Construct } from "constructs";
import { ProCluster } from "../cluster";
import { Policy, PolicyGovernance } from "../governance";
import { TerwayNetwork } from "../network";
import { Capacity, Disk, InstanceSelection, type NodePool } from "../node-pool";
import { RemovalPolicy } from "../resource";
import { SecretKmsEncryption } from "../security";
import { Blueprint, commonOf, usualCidr, usualTypes, type ProBlueprintProps } from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface HardenedClusterProps extends ProBlueprintProps {
  /** Where images may come from: beginnings of their names, such as `registry-vpc.cn-hangzhou.aliyuncs.com/shop/`. */
  readonly registries: readonly [string, ...string[]];

  /** Namespaces of workloads, in which the policies hold. */
  readonly namespaces: readonly [string, ...string[]];
}

/**
 * A Pro cluster that meets the controls of the CIS benchmarks: Secrets and disks encrypted, audit log and logs, RRSA in the place of rights
 * of nodes, NetworkPolicy, policies for Pods and images, and an inspection. `Hardening.checkOn(stack)` holds it to them at each synthesis.
 */
export class HardenedCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ProCluster;
  public readonly nodes: NodePool;
  /** For further policies: `policies.deny(...)`. */
  public readonly policies: PolicyGovernance;

  constructor(scope: Construct, id: string, props: HardenedClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.PROTECT;
    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
      networkPolicy: true,
    });
    this.cluster = new ProCluster(this, "cluster", {
      ...common,
      secretEncryption: new SecretKmsEncryption(this, "secrets", { ...common, removalPolicy }),
      controlPlaneLogs: { retentionDays: 180 },
      auditLog: {},
      rrsa: true,
      removalPolicy,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.nodes = this.cluster.addNodePool("nodes", {
      ...common,
      instances: InstanceSelection.types(...(props.nodeTypes ?? usualTypes)),
      capacity: Capacity.fixed(props.nodes ?? 3),
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
      instanceMetadata: "required",
      login: props.login,
    });
    const { provider, dependsOn, lifecycle } = props;
    this.policies = new PolicyGovernance(this, "policies", {
      ...{ provider, dependsOn, lifecycle },
      cluster: this.cluster,
      violationLogs: "loongcollector",
    });
    this.denyWhatIsUsual(props);
    this.cluster.addAddon("inspector", {
      ...{ provider, dependsOn, lifecycle },
      name: "security-inspector",
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.meetsBenchmarks(this),
      ...claims.encryptsAtRest(this),
      ...claims.keepsLogs(this),
      ...claims.noPublicEndpoint(this),
      ...claims.survivesZoneLoss(this),
      ...claims.isProtected(this),
    ];
  }

  private denyWhatIsUsual({ registries, namespaces }: HardenedClusterProps): void {
    const among = { namespaces };
    this.policies.deny("privileged", Policy.named("ACKPSPPrivilegedContainer"), among);
    this.policies.deny("host-namespaces", Policy.named("ACKPSPHostNamespace"), among);
    this.policies.deny("registries", Policy.named("ACKAllowedRepos", { repos: registries }), among);
    this.policies.deny(
      "namespaces",
      Policy.named("ACKNamespacesDeleteProtection", { protectionNamespaces: namespaces }),
    );
  }
}
