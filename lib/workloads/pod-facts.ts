import { isToken, unknown, type Fact, type FactList } from "../limits";
import { gpuCountLabel, gpuLabels, gpuResources } from "./gpu-labels";
import { containersOf, isForAll, listOf, textsOf, type Texts } from "./pod-readers";
import type { PodSpec, PodTemplate } from "./pod-templates";
import { sandboxAnnotations } from "./sandboxed-pods";

/** What a container asks for of an accelerator. */
export interface AcceleratorAsk {
  readonly at: string;
  readonly container: string;
  readonly resource: string;
  readonly limit: string | undefined;
  readonly request: string | undefined;
}

/** A value of a Pod, and where it stands. */
export interface PodValue {
  readonly at: string;
  readonly value: string;
}

/** Which nodes a Pod with GPUs selects by ACK's labels, and what it asks them for. */
export interface GpuSelection {
  readonly at: string;
  readonly schedule: string | undefined;
  readonly cgpu: string | undefined;
  readonly resources: readonly string[];
}

/** Memory from several GPUs. */
export interface GpuCount {
  readonly at: string;
  readonly count: string;
  /** In GiB, of each container that asks for any. */
  readonly memories: readonly string[];
}

/** Where a Pod of Windows, or one that could be, is put. */
export interface OsPlacement {
  readonly at: string;
  readonly selectsWindows: boolean;
  /** Whether it tolerates the taint of Windows nodes, in whatever words. */
  readonly tolerates: boolean;
  /** Whether it names that taint. */
  readonly namesTaint: boolean;
  readonly hostNetwork: boolean;
  readonly hostProcess: boolean;
}

/** What of a Pod is about sandboxed containers. */
export interface SandboxUse {
  readonly at: string;
  readonly runtimeClass: string | undefined;
  readonly hostNetwork: boolean;
  /** Annotations of the Pod about them. */
  readonly annotations: Texts;
  /** Keys of such annotations on what makes the Pod. */
  readonly misplaced: readonly string[];
}

/** What the limits of Pods need to know, but for what their cluster has. */
export interface PodFacts {
  readonly asks: FactList<AcceleratorAsk>;
  readonly hostPaths: FactList<PodValue>;
  readonly gpuSelections: FactList<GpuSelection>;
  readonly gpuCounts: FactList<GpuCount>;
  readonly misplacedCounts: readonly PodValue[];
  /** Pods that share GPUs, and may land on any node that has some to share. */
  readonly anywhere: readonly string[];
  readonly placements: FactList<OsPlacement>;
  readonly sandboxes: FactList<SandboxUse>;
  readonly images: FactList<PodValue>;
  readonly enclaveLevels: FactList<PodValue>;
}

const accelerator =
  /^(nvidia\.com\/|alpha\.kubernetes\.io\/nvidia-gpu$|aliyun\.com\/(gpu|npu)|xilinx\.com\/fpga-|windows\.alibabacloud\.com\/directx$)/;
const osLabels = ["kubernetes.io/os", "beta.kubernetes.io/os"];

export function podFacts(pods: readonly PodTemplate[]): PodFacts {
  return {
    asks: pods.flatMap(asksOf),
    hostPaths: pods.flatMap((pod) =>
      listOf(pod.spec.volume).flatMap(({ hostPath }) => valueAt(pod, hostPath?.path)),
    ),
    gpuSelections: pods.flatMap(selectionOf),
    gpuCounts: pods.flatMap(countOf),
    misplacedCounts: pods.flatMap(misplacedCounts),
    anywhere: pods.filter(sharesAnywhere).map(({ path }) => path),
    placements: pods.flatMap(placementOf),
    sandboxes: pods.flatMap(sandboxOf),
    images: pods.flatMap((pod) => containersOf(pod).flatMap(({ image }) => valueAt(pod, image))),
    enclaveLevels: pods.flatMap((pod) =>
      containersOf(pod).flatMap(({ env }) =>
        listOf(env)
          .filter(({ name }) => name === "ENCLAVE_RUNTIME_LOGLEVEL")
          .flatMap(({ value }) => valueAt(pod, value)),
      ),
    ),
  };
}

function valueAt({ path }: PodTemplate, value: string | undefined): Fact<PodValue>[] {
  return value === undefined ? [] : [isToken(value) ? unknown(value) : { at: path, value }];
}

function asksOf(pod: PodTemplate): Fact<AcceleratorAsk>[] {
  return containersOf(pod).flatMap(({ name = "", resources = {} }) => {
    const limits = textsOf(resources.limits);
    const requests = textsOf(resources.requests);
    return [...new Set([...Object.keys(limits), ...Object.keys(requests)])]
      .filter((key) => accelerator.test(key))
      .map((resource): Fact<AcceleratorAsk> => {
        const [limit, request] = [limits[resource], requests[resource]];
        const token = [limit, request].find(isToken);
        return token === undefined
          ? { at: pod.path, container: name, resource, limit, request }
          : unknown(token);
      });
  });
}

/** The accelerators that a Pod asks for. */
function resourcesOf(pod: PodTemplate): string[] {
  const keys = containersOf(pod).flatMap(({ resources = {} }) => Object.keys(textsOf(resources.limits)));
  return [...new Set(keys.filter((key) => accelerator.test(key)))];
}

function selectionOf(pod: PodTemplate): Fact<GpuSelection>[] {
  const { [gpuLabels.schedule]: schedule, [gpuLabels.cgpu]: cgpu } = textsOf(pod.spec.nodeSelector);
  const resources = resourcesOf(pod);
  if (resources.length === 0 || (schedule === undefined && cgpu === undefined)) {
    return [];
  }
  const token = [schedule, cgpu].find(isToken);
  return [token === undefined ? { at: pod.path, schedule, cgpu, resources } : unknown(token)];
}

function countOf(pod: PodTemplate): Fact<GpuCount>[] {
  const count = textsOf(pod.metadata.labels)[gpuCountLabel];
  if (count === undefined) {
    return [];
  }
  const memories = containersOf(pod).flatMap(({ resources = {} }) => {
    const memory = textsOf(resources.limits)[gpuResources.memory];
    return memory === undefined ? [] : [memory];
  });
  const token = [count, ...memories].find(isToken);
  return [token === undefined ? { at: pod.path, count, memories } : unknown(token)];
}

/** Where the label on the number of GPUs stands and does nothing. */
function misplacedCounts({ path, metadata, ownMetadata }: PodTemplate): PodValue[] {
  const isMissing = textsOf(metadata.labels)[gpuCountLabel] === undefined;
  const places: readonly [string, Texts | undefined][] = [
    ["the labels of what makes the Pods", isMissing ? ownMetadata?.labels : undefined],
    ["the annotations of what makes the Pods", ownMetadata?.annotations],
    ["the annotations of the Pod", metadata.annotations],
  ];
  return places.flatMap(([value, texts]) =>
    textsOf(texts)[gpuCountLabel] === undefined ? [] : [{ at: path, value }],
  );
}

function sharesAnywhere(pod: PodTemplate): boolean {
  return (
    resourcesOf(pod).includes(gpuResources.memory) &&
    pod.spec.affinity === undefined &&
    (pod.spec.nodeSelector === undefined || Object.keys(pod.spec.nodeSelector).length === 0)
  );
}

function placementOf(pod: PodTemplate): Fact<OsPlacement>[] {
  const { affinity, hostNetwork, nodeSelector, toleration } = pod.spec;
  const selected = osLabels.map((label) => textsOf(nodeSelector)[label]);
  const tolerations = listOf(toleration);
  const token = [
    ...selected,
    ...[nodeSelector, toleration, affinity].filter(isToken).map(String),
    ...tolerations.flatMap(({ key, value }) => [key, value]),
  ].find(isToken);
  const namesTaint = tolerations.some(
    ({ key, operator, value }) => key === "os" && (operator === "Exists" || value === "windows"),
  );
  const selectsWindows = selected.includes("windows") || asksForWindows(affinity);
  if (token !== undefined) {
    return [unknown(token)];
  }
  return namesTaint || selectsWindows
    ? [
        {
          at: pod.path,
          selectsWindows,
          namesTaint,
          tolerates: namesTaint || tolerations.some(isForAll),
          hostNetwork: hostNetwork === true,
          hostProcess: runsOnHost(pod),
        },
      ]
    : [];
}

/** Whether some term of an affinity, whatever it is, names the label and Windows. */
function asksForWindows(affinity: PodSpec["affinity"]): boolean {
  if (affinity === undefined || isToken(affinity)) {
    return false;
  }
  const text = JSON.stringify(affinity);
  return osLabels.some((label) => text.includes(`"${label}"`)) && text.includes('"windows"');
}

function runsOnHost(pod: PodTemplate): boolean {
  return [pod.spec, ...containersOf(pod)].some(
    ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true,
  );
}

function sandboxOf(pod: PodTemplate): Fact<SandboxUse>[] {
  const { runtimeClassName: runtimeClass, hostNetwork } = pod.spec;
  const keys: readonly string[] = Object.values(sandboxAnnotations);
  const about = (texts: Texts | undefined) =>
    Object.entries(textsOf(texts)).filter(([key]) => keys.includes(key));
  const annotations = about(pod.metadata.annotations);
  const misplaced = about(pod.ownMetadata?.annotations).map(([key]) => key);
  if (runtimeClass === undefined && annotations.length === 0 && misplaced.length === 0) {
    return [];
  }
  const token = [runtimeClass, ...annotations.map(([, value]) => value)].find(isToken);
  return [
    token === undefined
      ? {
          at: pod.path,
          runtimeClass,
          hostNetwork: hostNetwork === true,
          annotations: Object.fromEntries(annotations),
          misplaced,
        }
      : unknown(token),
  ];
}
