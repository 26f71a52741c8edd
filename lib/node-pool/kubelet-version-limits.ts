import { alibabaCloud, kubernetes, limitsOn } from "../limits";
import type { KubeletConfiguration } from "./kubelet";
import type { KubeletFacts } from "./kubelet-facts";

const kubelet = limitsOn<KubeletFacts>("Kubelets of node pools");

/** The settings that not all versions have which ACK configures, and the first one that has them without a feature gate. */
const SINCE: Readonly<Partial<Record<keyof KubeletConfiguration, string>>> = {
  memoryManagerPolicy: "1.22",
  reservedMemory: "1.22",
  tracing: "1.27",
  containerLogMaxWorkers: "1.30",
  containerLogMonitorInterval: "1.30",
};

/** The limits on which version of Kubernetes has which setting. */
export const kubeletVersionLimits = [
  kubelet.atLeast("kubelet-version", "kubernetesVersion", "1.20", {
    prop: "a kubelet of one's own in Kubernetes",
    statement: "Kubelets are configured in clusters with Kubernetes 1.20 and later.",
    source: alibabaCloud("ACK, Customize the kubelet parameters of a node pool"),
    authority: "service",
    fix: "take version 1.20 or later for the cluster, or leave kubelet out",
  }),
  kubelet.limit(
    "kubelet-setting-version",
    ["settings", "kubernetesVersion"],
    {
      statement: "A setting of the kubelet is one that its version has.",
      source: kubernetes("Reference, KubeletConfiguration (v1beta1)"),
      advice: true,
      fix: "take a later version for the cluster, or leave the setting out",
    },
    ({ settings, kubernetesVersion }) =>
      settings.flatMap((prop) => {
        const since = SINCE[prop];
        return since === undefined || kubernetesVersion === undefined || kubernetesVersion.isAtLeast(since)
          ? []
          : [
              {
                got: `kubelet ${prop} in Kubernetes ${String(kubernetesVersion)}`,
                want: `${since} or later`,
              },
            ];
      }),
  ),
];
