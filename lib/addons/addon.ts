import { CsKubernetesAddon } from "@cdktf/provider-alicloud/lib/cs-kubernetes-addon";
import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { fact, joinRelation } from "../limits";
import { inheritProvider, metaArguments, type ResourceOptions, type Timeouts } from "../resource";
import { clusterAddons } from "./cluster-addons";
import { renderConfig, type AddonConfig } from "./config";
import { judgeAddon } from "./judge-addon";
import { switchesOf } from "./switches";

/** An add-on of a running cluster. */
export interface AddonOptions extends ResourceOptions {
  /** Name of the component, for example `ack-node-problem-detector`. Changing it makes another add-on. */
  readonly name: string;

  /**
   * Version of the component. Can be raised in place.
   * @default - the newest that ACK offers for the cluster
   */
  readonly version?: string;

  /**
   * Settings of the component. They are merged into what the cluster has: leaving a key out does not reset it.
   * Can be changed in place.
   * @default - the defaults of the component
   */
  readonly config?: AddonConfig;

  /** @default - create 30m, so that large add-ons find the time; update and delete 10m */
  readonly timeouts?: Timeouts;
}

export interface AddonProps extends AddonOptions {
  readonly cluster: ICluster;
}

/**
 * An add-on that Terraform manages after the cluster exists: it can be upgraded and reconfigured. One that is already
 * installed is taken over. Removing the construct does not uninstall the add-on: the provider only forgets it.
 */
export class Addon extends Construct {
  public readonly resource: CsKubernetesAddon;
  public readonly cluster: ICluster;
  /** Name of the component. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: AddonProps) {
    super(scope, id);
    this.cluster = props.cluster;
    this.name = props.name;
    this.resource = new CsKubernetesAddon(this, "addon", {
      ...metaArguments(this, {
        ...props,
        provider: inheritProvider(this, props.provider, props.cluster.provider),
      }),
      clusterId: props.cluster.clusterId,
      name: props.name,
      version: props.version,
      config: props.config === undefined ? undefined : renderConfig(props.config),
      timeouts: { create: "30m", ...props.timeouts },
    });
    props.cluster.waitForNodes(this.resource);
    const { cluster, name, config } = props;
    judgeAddon(this, props, {
      edition: cluster.edition,
      isEdge: cluster.kind === "edge",
      plugin: cluster.network?.plugin,
    });
    joinRelation(this, clusterAddons, cluster.groupKey, {
      kind: "addon",
      name: fact(name),
      isOutside: cluster.kind === "registered",
      isDedicated: cluster.kind === "dedicated",
      ...switchesOf(name, config),
    });
  }
}
