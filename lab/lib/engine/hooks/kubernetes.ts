import { compareQuantities, isQuantity, QUANTITY } from "./quantity";
import type { Comparison, HooksByType, ResourceHooks } from "./hooks";

const sameQuantity = ({ old, new: now }: Comparison): boolean =>
  isQuantity(old) && isQuantity(now) && compareQuantities(old, now) === 0;

const unparsable = ({ new: now, key }: Comparison): string | undefined =>
  key === undefined || now === "" || isQuantity(now)
    ? undefined
    : `quantities must match the regular expression '${QUANTITY.source}'`;

/** A volume grows in place, and is made anew to shrink. */
const shrinks = ({ old, new: now, key }: Comparison): boolean =>
  key === "storage" && isQuantity(old) && isQuantity(now) && compareQuantities(now, old) < 0;

/** Once marked immutable, what is inside changes with the object alone. */
const wasImmutable = ({ prior, creating }: Comparison): boolean => !creating && prior("immutable") === true;

const immutableOnce: ResourceHooks = {
  replaceIf: { data: wasImmutable, binary_data: wasImmutable, immutable: wasImmutable },
};

/** Where a workload keeps the requests and limits of its containers. */
function podResources(podSpec: string): ResourceHooks {
  const members = ["container", "init_container"].flatMap((container) =>
    ["limits", "requests"].map(
      (kind) => [`${podSpec}.${container}.resources.${kind}`, sameQuantity] as const,
    ),
  );
  return { suppress: Object.fromEntries(members) };
}

/** What the code of hashicorp/kubernetes 2.38.0 does to the plans of its resources. */
export const kubernetesHooks: HooksByType = {
  kubernetes_config_map_v1: immutableOnce,
  kubernetes_secret_v1: immutableOnce,
  kubernetes_persistent_volume_claim_v1: {
    suppress: { "spec.resources.limits": sameQuantity, "spec.resources.requests": sameQuantity },
    replaceIf: { "spec.resources.requests": shrinks },
    refuse: { "spec.resources.requests": unparsable },
  },
  kubernetes_pod_v1: podResources("spec"),
  kubernetes_deployment_v1: podResources("spec.template.spec"),
  kubernetes_stateful_set_v1: podResources("spec.template.spec"),
  kubernetes_daemon_set_v1: podResources("spec.template.spec"),
  kubernetes_job_v1: podResources("spec.template.spec"),
  kubernetes_replication_controller_v1: podResources("spec.template.spec"),
  kubernetes_cron_job_v1: podResources("spec.job_template.spec.template.spec"),
};
