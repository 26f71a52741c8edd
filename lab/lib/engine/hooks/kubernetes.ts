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

/** Where a pod has quantities. */
function quantitiesOfPod(podSpec: string): string[] {
  const divisor = "resource_field_ref.divisor";
  const inVolume = ["downward_api.items", "projected.sources.downward_api.items"];
  return [
    ...["container", "init_container"].flatMap((container) => [
      `${podSpec}.${container}.env.value_from.${divisor}`,
      ...requirements(`${podSpec}.${container}`),
    ]),
    ...inVolume.map((items) => `${podSpec}.volume.${items}.${divisor}`),
    `${podSpec}.volume.empty_dir.size_limit`,
    ...requirements(`${podSpec}.volume.ephemeral.volume_claim_template.spec`),
  ];
}

function requirements(owner: string): string[] {
  return [`${owner}.resources.limits`, `${owner}.resources.requests`];
}

function quantities(...names: readonly string[]): ResourceHooks {
  return { suppress: Object.fromEntries(names.map((name) => [name, sameQuantity])) };
}

const inTemplate = quantities(...quantitiesOfPod("spec.template.spec"));

/** With write-only data, the state holds none. */
const isWriteOnly = ({ get }: Comparison): boolean =>
  ["binary_data_wo_revision", "data_wo_revision"].some((revision) => Number(get(revision)) > 0);

/** What the code of hashicorp/kubernetes 2.38.0 does to the plans of its resources. */
export const kubernetesHooks: HooksByType = {
  kubernetes_config_map_v1: immutableOnce,
  kubernetes_secret_v1: { ...immutableOnce, suppress: { data: isWriteOnly } },
  kubernetes_persistent_volume_claim_v1: {
    ...quantities(...requirements("spec")),
    replaceIf: { "spec.resources.requests": shrinks },
    refuse: { "spec.resources.requests": unparsable },
  },
  kubernetes_persistent_volume_v1: quantities("spec.capacity"),
  kubernetes_resource_quota_v1: quantities("spec.hard"),
  kubernetes_env: quantities("env.value_from.resource_field_ref.divisor"),
  kubernetes_pod_v1: quantities(...quantitiesOfPod("spec")),
  kubernetes_deployment_v1: inTemplate,
  kubernetes_stateful_set_v1: quantities(
    ...quantitiesOfPod("spec.template.spec"),
    ...requirements("spec.volume_claim_template.spec"),
  ),
  kubernetes_daemon_set_v1: inTemplate,
  kubernetes_job_v1: inTemplate,
  kubernetes_replication_controller_v1: inTemplate,
  kubernetes_cron_job_v1: quantities(...quantitiesOfPod("spec.job_template.spec.template.spec")),
};
