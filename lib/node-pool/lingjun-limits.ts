import { alibabaCloud, fact, limitsOn, provider, type Fact } from "../limits";
import { gpuLabels } from "../workloads";
import { usualSystemDisk, type ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools on Lingjun need to know. */
export interface LingjunPoolFacts {
  readonly lingjunCluster: Fact<string>;
  readonly lingjunGroup: Fact<string>;
  /** Whether the cluster is known to be of a basic edition. */
  readonly isBasic: boolean;
  readonly choosesDriver: boolean;
  /** Props that are about ECS instances. */
  readonly ofInstances: readonly string[];
}

const pool = limitsOn<LingjunPoolFacts>("Node pools on Lingjun");

const lingjunPage = alibabaCloud("ACK, Create and manage a Lingjun node pool");

/** The limits on pools whose nodes are servers of Lingjun. Few can try them, so what no schema says is advice. */
export const lingjunLimits = [
  pool.limit(
    "lingjun-group",
    ["lingjunCluster", "lingjunGroup"],
    {
      statement: "A pool on Lingjun names a Lingjun cluster, and a node group of it.",
      source: provider("alicloud_cs_kubernetes_node_pool.eflo_node_group"),
      authority: "service",
      fix: "give the ids of both, as the Lingjun console shows them",
    },
    ({ lingjunCluster, lingjunGroup }) =>
      [
        ["clusterId", lingjunCluster],
        ["groupId", lingjunGroup],
      ].flatMap(([name, id]) => (id === "" ? [{ got: `an empty ${name}`, want: "the id" }] : [])),
  ),
  pool.limit(
    "lingjun-edition",
    ["isBasic"],
    {
      statement: "Pools on Lingjun are documented for Pro editions.",
      source: lingjunPage,
      advice: true,
      fix: "take a Pro edition; a basic cluster becomes one in place",
    },
    ({ isBasic }) =>
      isBasic ? [{ got: "servers of Lingjun in a basic cluster", want: "a Pro edition" }] : [],
  ),
  pool.limit(
    "lingjun-driver",
    ["choosesDriver"],
    {
      statement: "The labels that choose a driver of GPUs do nothing on servers of Lingjun.",
      source: alibabaCloud("ACK, Specify the NVIDIA driver version of a node pool"),
      advice: true,
      fix: "leave gpuDriver out; the driver is in the image of the node group",
    },
    ({ choosesDriver }) =>
      choosesDriver ? [{ got: "a driver of GPUs on Lingjun", want: "the driver of the node group" }] : [],
  ),
  pool.limit(
    "lingjun-no-instances",
    ["ofInstances"],
    {
      statement:
        "Disks, billing, addresses and placement of ECS instances are nothing that servers of Lingjun have.",
      source: lingjunPage,
      advice: true,
      fix: "leave them out; the node group of Lingjun says what its servers are",
    },
    ({ ofInstances }) =>
      ofInstances.length === 0
        ? []
        : [{ got: `${ofInstances.join(", ")} on Lingjun`, want: "what the node group brings" }],
  ),
];

/** Undefined for pools of ECS instances. */
export function lingjunFacts(props: ResolvedPoolProps): LingjunPoolFacts | undefined {
  const { cluster, dataDisks = [], instances, labels = {}, systemDisk } = props;
  const group = instances.lingjunGroup;
  if (group === undefined) {
    return undefined;
  }
  const ofInstances = {
    systemDisk: systemDisk !== usualSystemDisk,
    dataDisks: dataDisks.length > 0,
    billing: props.billing !== undefined,
    multiAzPolicy: props.multiAzPolicy !== undefined,
    publicIp: props.publicIp !== undefined,
    deploymentSetId: props.deploymentSetId !== undefined,
    privatePool: props.privatePool !== undefined,
  };
  return {
    lingjunCluster: fact(group.clusterId),
    lingjunGroup: fact(group.groupId),
    isBasic: cluster.edition === "basic",
    choosesDriver: [gpuLabels.driverVersion, gpuLabels.driverEndpoint].some(
      (key) => labels[key] !== undefined,
    ),
    ofInstances: Object.entries(ofInstances).flatMap(([prop, isGiven]) => (isGiven ? [prop] : [])),
  };
}
