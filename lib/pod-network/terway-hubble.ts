import { Fn } from "cdktf";
import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { INodeCluster } from "../cluster/kinds";
import { declareFacts, facts, joinRelation } from "../limits";
import { hubbleLimits } from "./hubble-limits";

/** What Hubble counts. Names and calls (DNS, HTTP) are of layer 7, which Terway does not see. */
export type HubbleMetric = "drop" | "tcp" | "flow" | "port-distribution" | "icmp";

export interface TerwayHubbleProps {
  /** A cluster with Terway and `dataPathV2: true`. */
  readonly cluster: INodeCluster;

  /**
   * What Hubble counts; each may have options of Cilium after a colon. All cost performance.
   * @default - drop
   */
  readonly metrics?: readonly (HubbleMetric | `${HubbleMetric}:${string}`)[];
}

/**
 * Watches the network traffic of Pods with Hubble, where Terway forwards in the kernel. Terway reads what it needs from the
 * ConfigMap `eni-config` in `kube-system`, and its Pods have to be restarted to see a change.
 */
export class TerwayHubble extends Construct {
  /** What is added to `10-terway.conf`. */
  public readonly settings: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { cluster, metrics }: TerwayHubbleProps) {
    super(scope, id);
    this.settings = {
      cilium_enable_hubble: "true",
      ...(metrics === undefined ? {} : { cilium_hubble_metrics: metrics.join(",") }),
    };
    declareFacts(this, hubbleLimits, { metrics: facts(metrics) });
    joinRelation(this, clusterAddons, cluster.groupKey, { kind: "hubble" });
  }

  /**
   * `10-terway.conf` with Hubble in it, and all else as it is.
   *
   * @param conf what stands there: of a data source, since ACK writes it
   */
  public mergedInto(conf: string): string {
    return Fn.jsonencode(Fn.merge([Fn.jsondecode(conf), this.settings]));
  }
}
