import { renderConfig, type AddonConfig, type JsonValue } from "../addons";
import { EdgeNodeNames } from "./edge-node-names";

/** How machines join a pool of the edge: what the script is made with that is run on them. */
export interface EdgeNodeAccess {
  /** @default "amd64" */
  readonly architecture?: "amd64" | "arm64" | "arm";

  /** @default EdgeNodeNames.HOST_NAME */
  readonly names?: EdgeNodeNames;

  /**
   * System components that run on the machines. A machine without them has no network of Pods.
   * @default - kube-proxy, flannel and coredns, as ordinary nodes need them
   */
  readonly addons?: readonly string[];

  /**
   * Lets the script install the container runtime, and check it.
   * @default false
   */
  readonly manageRuntime?: boolean;

  /**
   * Answers yes to all that the script asks, so that a pipeline can run it.
   * @default true
   */
  readonly quiet?: boolean;

  /**
   * Opens iptables.
   * @default false
   */
  readonly enableIptables?: boolean;

  /**
   * Network interface whose address the node has, and which Flannel takes.
   * @default - that of the host name in /etc/hosts, else that of the default route
   */
  readonly networkInterface?: string;

  /**
   * GPU model of the machines, such as `Nvidia_Tesla_T4`. From Kubernetes 1.26 the script finds out by itself.
   * @default - no GPU
   */
  readonly gpuVersion?: string;

  /**
   * Labels of these machines, beside those of the pool.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of these machines.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * For how many hours the script can be run; 0 for ever.
   * @default 1
   */
  readonly scriptHours?: number;

  /**
   * Further parameters of the script, by the names that ACK gives them.
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
}

/** Parameters of the script that have a prop here. */
export const parametersWithProp: ReadonlySet<string> = new Set([
  "quiet",
  "manageRuntime",
  "enableIptables",
  "nodeNameOverride",
  "allowedClusterAddons",
  "nodeIface",
  "gpuVersion",
  "labels",
  "annotations",
]);

const forOrdinaryNodes = ["kube-proxy", "flannel", "coredns"];

/** The parameters of the script, as ACK takes them: JSON in a text. */
export function accessOptions(access: EdgeNodeAccess): string {
  const { names = EdgeNodeNames.HOST_NAME, addons = forOrdinaryNodes, quiet = true } = access;
  const { manageRuntime, enableIptables, networkInterface, gpuVersion, labels, annotations } = access;
  const given = {
    ...access.parameters,
    quiet,
    nodeNameOverride: names.override,
    allowedClusterAddons: addons,
    manageRuntime,
    enableIptables,
    nodeIface: networkInterface,
    gpuVersion,
    labels,
    annotations,
  };
  return renderConfig(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as AddonConfig,
  );
}
