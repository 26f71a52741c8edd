import { ackGuide, alibabaCloud, findingsOf, kubernetes, limitsOn } from "../limits";
import { SANDBOX_CLASS, sandboxAnnotations } from "./sandboxed-pods";
import type { WorkloadFacts } from "./workload-facts";

const pods = limitsOn<WorkloadFacts>("Pods");

const levels = ["trace", "debug", "info", "warning", "error", "fatal", "panic", "off"];

/** The limits on Pods of Windows and in sandboxes, and on their images. */
export const podLimits = [
  pods.each(
    "windows-pod-placement",
    "placements",
    {
      statement: "Pods that select Windows nodes tolerate the taint os=windows that these have.",
      source: ackGuide("24.2 Create a Windows application", "62633-62644"),
      rows: ["windows-pod-placement"],
      fix: "spec: { ...windowsPods(), container: [...] }",
    },
    ({ at, tolerates }) =>
      tolerates
        ? undefined
        : { at, got: "Pods for Windows nodes without a toleration", want: "a toleration of os=windows" },
  ),
  pods.each(
    "windows-pod-selection",
    "placements",
    {
      statement: "Pods of Windows select its nodes: those that only tolerate its taint may come to Linux.",
      source: ackGuide("24.2 Create a Windows application", "62633-62644"),
      // Pods whose images are for both, such as agents of a DaemonSet, are meant to.
      advice: true,
      rows: ["windows-pod-placement"],
      fix: "spec: { ...windowsPods(), container: [...] }",
    },
    ({ at, selectsWindows, namesTaint }) =>
      selectsWindows || !namesTaint
        ? undefined
        : { at, got: "a toleration of os=windows alone", want: "kubernetes.io/os windows in nodeSelector" },
  ),
  pods.each(
    "windows-hostnetwork-118",
    "placements",
    {
      statement: "On Windows, only HostProcess containers are in the network of their node.",
      source: kubernetes("Create a Windows HostProcess Pod"),
      advice: true,
      rows: ["windows-hostnetwork-118"],
      fix: "leave hostNetwork out",
    },
    ({ at, selectsWindows, hostNetwork, hostProcess }) =>
      selectsWindows && hostNetwork && !hostProcess
        ? { at, got: "hostNetwork for Pods of Windows", want: "the network of the Pod" }
        : undefined,
  ),
  pods.each(
    "rt-runv-no-hostnetwork",
    "sandboxes",
    {
      statement: "Pods in virtual machines of their own are not in the network of their node.",
      source: ackGuide("27.3 Choose a runtime", "70991"),
      rows: ["rt-runv-no-hostnetwork"],
      fix: "leave hostNetwork or runtimeClassName out",
    },
    ({ at, runtimeClass, hostNetwork }) =>
      runtimeClass === SANDBOX_CLASS && hostNetwork
        ? { at, got: "hostNetwork with the RuntimeClass runv", want: "the network of the Pod" }
        : undefined,
  ),
  pods.each(
    "sandbox-annotations",
    "sandboxes",
    {
      statement:
        "Volumes without a detour, and parameters of the kernel, are annotations of Pods of the RuntimeClass runv.",
      source: ackGuide("27.10 Volumes of sandboxed Pods", "73236-73395"),
      rows: ["nas-passthrough", "disk-passthrough", "sysctl-annotation"],
      fix: "take runtimeClassName and annotations of the Pod from sandboxedPods({ ... })",
    },
    ({ at, runtimeClass, annotations, misplaced }) => {
      const [wrong] = misplaced;
      if (wrong !== undefined) {
        return { at, got: `${wrong} on what makes the Pods`, want: "it on the Pod" };
      }
      const [first] = Object.keys(annotations);
      return first !== undefined && runtimeClass !== SANDBOX_CLASS
        ? {
            at,
            got: `${first} ${runtimeClass === undefined ? "without a RuntimeClass" : `with the RuntimeClass ${runtimeClass}`}`,
            want: `the RuntimeClass ${SANDBOX_CLASS}`,
          }
        : undefined;
    },
  ),
  pods.each(
    "sandbox-annotation-values",
    "sandboxes",
    {
      statement:
        "Volumes without a detour are switched on by true; parameters of the kernel are written a=1,b=2.",
      source: ackGuide("27.9.1 Configure sandboxed Pods", "73019-73036"),
      rows: ["nas-passthrough", "disk-passthrough", "sysctl-annotation"],
      fix: "take the annotations from sandboxedPods({ ... })",
    },
    ({ at, annotations }) => {
      const wrong = Object.entries(annotations).find(([key, value]) =>
        key === sandboxAnnotations.sysctls
          ? !/^[^\s=,]+=[^,]*(,[^\s=,]+=[^,]*)*$/.test(value)
          : value !== "true" && value !== "false",
      );
      return wrong === undefined
        ? undefined
        : {
            at,
            got: `${wrong[0]} ${JSON.stringify(wrong[1])}`,
            want:
              wrong[0] === sandboxAnnotations.sysctls
                ? "pairs such as net.core.somaxconn=1024, parted by commas"
                : "true or false",
          };
    },
  ),
  pods.each(
    "rt-runclass-default",
    "runtimeClasses",
    {
      statement: "Clusters have the RuntimeClass runv by themselves.",
      source: ackGuide("27.2 runC and sandboxed containers", "70819-70823"),
      rows: ["rt-runclass-default"],
      fix: "leave the object out",
    },
    ({ path, name }) =>
      name === SANDBOX_CLASS
        ? { at: path, got: "a RuntimeClass named runv", want: "the one that ACK makes" }
        : undefined,
  ),
  pods.monotone(
    "rt-runtimeclass",
    ["sandboxes", "hasSandboxes", "isOwned"],
    {
      statement: "Pods of the RuntimeClass runv wait for a pool for sandboxed containers.",
      source: alibabaCloud("ACK, Manage node pools for sandboxed containers"),
      advice: true,
      rows: ["rt-runtimeclass"],
      fix: "add a pool with ContainerRuntime.sandboxed(), or leave runtimeClassName out",
    },
    ({ sandboxes, hasSandboxes, isOwned }) =>
      isOwned && !hasSandboxes
        ? findingsOf(sandboxes, ({ at, runtimeClass }) =>
            runtimeClass === SANDBOX_CLASS
              ? {
                  at,
                  got: "the RuntimeClass runv in a cluster without such a pool",
                  want: "a pool for sandboxed containers",
                }
              : undefined,
          )
        : [],
  ),
  pods.each(
    "inclavare-loglevel",
    "enclaveLevels",
    {
      statement: "Enclaves of Inclavare log at one of eight levels.",
      source: ackGuide("28.5 Use Inclavare in an ACK-TEE cluster", "74749-74753"),
      advice: true,
      rows: ["inclavare-loglevel"],
      fix: 'ENCLAVE_RUNTIME_LOGLEVEL: "info"',
    },
    ({ at, value }) =>
      levels.includes(value)
        ? undefined
        : {
            at,
            got: `ENCLAVE_RUNTIME_LOGLEVEL ${JSON.stringify(value)}`,
            want: `one of ${levels.join(", ")}`,
          },
  ),
  pods.each(
    "lint-image-tag",
    "images",
    {
      statement:
        "An image is named with a tag other than latest, or by its digest, so that all nodes run the same.",
      source: ackGuide("12.3.2 Check workloads by configuration inspection", "42761-42772"),
      advice: true,
      rows: ["lint-image-tag"],
      fix: 'image: "registry.example.com/shop/web:1.4.2"',
    },
    ({ at, value }) =>
      isPinned(value)
        ? undefined
        : { at, got: `the image ${value}`, want: "a tag other than latest, or a digest" },
  ),
];

function isPinned(image: string): boolean {
  // A colon before the last slash is the port of a registry.
  const tag = /:([^:/]+)$/.exec(image)?.[1];
  return image.includes("@") || (tag !== undefined && tag !== "latest");
}
