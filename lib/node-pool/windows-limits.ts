import { ackGuide, alibabaCloud, facts, limitsOn, type FactList } from "../limits";
import type { NetworkPlugin } from "../network";
import { isGpu, isSmall } from "./instance-types";
import { manages } from "./management";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools with Windows need to know. */
export interface WindowsPoolFacts {
  readonly instanceTypes: FactList<string>;
  /** Undefined where the app does not know the network of the cluster. */
  readonly networkPlugin: NetworkPlugin | undefined;
  readonly isEdge: boolean;
  readonly usesKeyPair: boolean;
  readonly isSandboxed: boolean;
  readonly isManaged: boolean;
}

const pool = limitsOn<WindowsPoolFacts>("Node pools with Windows");

const windowsPage = alibabaCloud("ACK, Create a Windows node pool");

/** With 4 vCPUs, and 4 GiB. */
const littleMemory = /-c1m1\.xlarge$|^ecs\.ic5\.xlarge$/;

/** The limits on pools with Windows. */
export const windowsLimits = [
  pool.limit(
    "windows-flannel-only",
    ["networkPlugin"],
    {
      statement: "Windows nodes are for clusters with Flannel.",
      source: ackGuide("24.1 Create a Windows node pool", "62504"),
      rows: ["windows-flannel-only"],
      fix: "use a FlannelNetwork; the network of a cluster cannot be changed later",
    },
    ({ networkPlugin }) =>
      networkPlugin === "terway"
        ? [{ got: "Windows in a cluster with Terway", want: "a cluster with Flannel" }]
        : [],
  ),
  pool.limit(
    "windows-managed-cluster",
    ["isEdge"],
    {
      statement: "Windows nodes are for managed clusters.",
      source: windowsPage,
      fix: "use a ProCluster or a ManagedCluster",
    },
    ({ isEdge }) => (isEdge ? [{ got: "Windows in an edge cluster", want: "a managed cluster" }] : []),
  ),
  pool.each(
    "windows-instance-size",
    "instanceTypes",
    {
      statement: "A Windows node has at least 4 vCPUs and 8 GiB of memory.",
      source: ackGuide("24.1 Create a Windows node pool", "62517"),
      rows: ["windows-instance-size"],
      fix: 'InstanceSelection.types("ecs.g7.xlarge")',
    },
    (type) =>
      isSmall(type) || littleMemory.test(type)
        ? { got: `Windows on ${type}`, want: "4 vCPUs and 8 GiB or more, such as ecs.g6.xlarge" }
        : undefined,
  ),
  pool.each(
    "windows-no-gpu",
    "instanceTypes",
    {
      statement: "Windows nodes have no GPUs today; those for DirectX once had to.",
      source: windowsPage,
      rows: ["directx-instance"],
      fix: "take a family without GPUs, such as ecs.g7",
    },
    (type) =>
      isGpu(type)
        ? { got: `Windows on ${type}`, want: "a type without GPUs, such as ecs.g6.xlarge" }
        : undefined,
  ),
  pool.limit(
    "directx-runtime",
    ["isSandboxed"],
    {
      statement: "The containers of Windows nodes run in containerd.",
      source: windowsPage,
      rows: ["directx-runtime"],
      fix: "use ContainerRuntime.containerd(), or leave runtime out",
    },
    ({ isSandboxed }) =>
      isSandboxed ? [{ got: "a sandboxed runtime with Windows", want: "containerd" }] : [],
  ),
  pool.limit(
    "windows-not-managed",
    ["isManaged"],
    {
      statement: "ACK does not manage pools with Windows.",
      source: windowsPage,
      fix: "leave management out",
    },
    ({ isManaged }) =>
      isManaged ? [{ got: "management of a pool with Windows", want: "no management" }] : [],
  ),
  pool.limit(
    "windows-no-key-pair",
    ["usesKeyPair"],
    {
      statement: "People log in to Windows with a password; ECS gives it no key pair.",
      source: alibabaCloud("ECS, Key pairs: limits"),
      fix: "use Login.password, or no login",
    },
    ({ usesKeyPair }) =>
      usesKeyPair ? [{ got: "a key pair with Windows", want: "a password, or no login" }] : [],
  ),
];

/** Undefined for pools with another system. */
export function windowsFacts(props: ResolvedPoolProps): WindowsPoolFacts | undefined {
  const { cluster, imageType, instances, login, management, runtime } = props;
  if (imageType?.name !== "Windows" && imageType?.name !== "WindowsCore") {
    return undefined;
  }
  return {
    instanceTypes: facts(instances.instanceTypes) ?? [],
    networkPlugin: cluster.networkPlugin,
    isEdge: cluster.kind === "edge",
    isSandboxed: runtime?.isSandboxed === true,
    isManaged: management !== undefined && manages(management),
    usesKeyPair: login?.poolArguments.keyName !== undefined,
  };
}
