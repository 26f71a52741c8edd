import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { INodeCluster } from "../cluster/kinds";
import { declareFacts, fact, joinRelation } from "../limits";
import { podEipLimits, singleEipLimits } from "./pod-eip-limits";
import { singlePods } from "./single-pods";

/** The lines of public addresses. Those of single carriers are for accounts that are allowed to have them. */
export type EipLine =
  | "BGP"
  | "BGP_PRO"
  | "BGP_FinanceCloud"
  | "ChinaTelecom"
  | "ChinaTelecom_L2"
  | "ChinaUnicom"
  | "ChinaUnicom_L2"
  | "ChinaMobile"
  | "ChinaMobile_L2";

export interface PodEipProps {
  /** A cluster with Terway. Pods of clusters without nodes get public addresses by annotations of their own. */
  readonly cluster: INodeCluster;
}

/** An address that is made for each Pod. What it is made with does not change an address that exists. */
export interface AllocatedEipProps extends PodEipProps {
  /**
   * Mbit/s.
   * @default 5
   */
  readonly bandwidthMbps?: number;

  /** @default PayByTraffic */
  readonly internetChargeType?: "PayByTraffic" | "PayByBandwidth";

  /** @default BGP */
  readonly isp?: EipLine;

  /**
   * An Internet Shared Bandwidth instance that the address is put into.
   * @default - none
   */
  readonly bandwidthPackageId?: string;

  /**
   * A pool of addresses to take it from.
   * @default - any address
   */
  readonly addressPoolId?: string;

  /** @default - the default resource group of the account */
  readonly resourceGroupId?: string;

  /**
   * When the address goes: with the Pod (`Follow`), never by itself (`Never`), or some time after the Pod (`10m`, `5m30s`), within
   * which a Pod of the same name gets it again. All but `Follow` is for Pods of a StatefulSet.
   * @default Follow
   */
  readonly releaseStrategy?: string;

  /**
   * Tags of the address.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ExistingEipProps extends PodEipProps {
  /** Id of the EIP, `eip-...`. */
  readonly instanceId: string;
}

/**
 * A public address for Pods of a cluster with Terway, on nodes that are ECS instances. The add-on `ack-extend-network-controller`
 * sees the annotations, and needs rights over EIPs: a policy for the role of the nodes.
 */
export class PodEip extends Construct {
  /** Each Pod with these annotations gets an address that is made for it. */
  public static allocate(scope: Construct, id: string, props: AllocatedEipProps): PodEip {
    const made = new PodEip(scope, id, props, {
      "k8s.aliyun.com/pod-with-eip": "true",
      ...textOf("eip-bandwidth", props.bandwidthMbps),
      ...textOf("eip-internet-charge-type", props.internetChargeType),
      ...textOf("eip-isp", props.isp),
      ...textOf("eip-common-bandwidth-package-id", props.bandwidthPackageId),
      ...textOf("eip-public-ip-address-pool-id", props.addressPoolId),
      ...textOf("eip-resource-group-id", props.resourceGroupId),
      ...textOf("pod-eip-release-strategy", props.releaseStrategy),
      ...textOf("eip-tags", props.tags === undefined ? undefined : JSON.stringify(props.tags)),
    });
    declareFacts(made, podEipLimits, {
      plugin: props.cluster.networkPlugin,
      bandwidthMbps: fact(props.bandwidthMbps),
      releaseStrategy: fact(props.releaseStrategy),
    });
    return made;
  }

  /** The one Pod with these annotations gets an address that exists. */
  public static existing(scope: Construct, id: string, props: ExistingEipProps): SinglePodEip {
    return new SinglePodEip(scope, id, props);
  }

  /** For the metadata of Pods, or of the template of a workload. */
  public readonly annotations: Readonly<Record<string, string>>;
  /** For `spec` of Pods: they are not ready before they have the address. */
  public readonly readinessGate = [{ conditionType: "k8s.aliyun.com/eip" }];

  protected constructor(
    scope: Construct,
    id: string,
    { cluster }: PodEipProps,
    annotations: Readonly<Record<string, string>>,
  ) {
    super(scope, id);
    this.annotations = annotations;
    joinRelation(this, clusterAddons, cluster.groupKey, { kind: "pod-eip" });
  }
}

/** A public address that exists, for one Pod. */
export class SinglePodEip extends PodEip {
  /** For `spec` of the workload that the Pod is of: an address serves one Pod. */
  public readonly replicas = "1";

  constructor(scope: Construct, id: string, props: ExistingEipProps) {
    super(scope, id, props, { [SinglePodEip.annotation]: props.instanceId });
    declareFacts(this, podEipLimits, {
      plugin: props.cluster.networkPlugin,
      bandwidthMbps: undefined,
      releaseStrategy: undefined,
    });
    declareFacts(this, singleEipLimits, { instanceId: fact(props.instanceId) });
    joinRelation(this, singlePods, "app", { scope: this, instanceId: fact(props.instanceId) });
  }

  private static readonly annotation = "k8s.aliyun.com/pod-eip-instanceid";
}

function textOf(key: string, value: string | number | undefined): Record<string, string> {
  return value === undefined ? {} : { [`k8s.aliyun.com/${key}`]: String(value) };
}
