/** A version of an API that a minor version of Kubernetes no longer serves. */
export interface RemovedApi {
  /** Group and version, as `apiVersion` has it. */
  readonly api: string;
  readonly kinds: readonly string[];
  /** The minor version from which on it is gone. ACK left some of them out: the upgrade that passes it removes the API. */
  readonly removedIn: string;
  /** The version to write instead; clusters know it before the upgrade. Undefined where there is none. */
  readonly instead?: string;
}

const v1 = (group: string, ...kinds: readonly string[]): Omit<RemovedApi, "removedIn"> => ({
  api: `${group}/v1beta1`,
  kinds,
  instead: `${group}/v1`,
});

/**
 * From the deprecation guide of Kubernetes, by minor version. What has always been switched off unless somebody asks for it
 * (alpha versions) is left out.
 */
const removals: Readonly<Record<number, readonly Omit<RemovedApi, "removedIn">[]>> = {
  16: [
    {
      api: "extensions/v1beta1",
      kinds: ["DaemonSet", "Deployment", "ReplicaSet"],
      instead: "apps/v1",
    },
    { api: "extensions/v1beta1", kinds: ["NetworkPolicy"], instead: "networking.k8s.io/v1" },
    { api: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], instead: "policy/v1beta1" },
    { api: "apps/v1beta1", kinds: ["Deployment", "StatefulSet"], instead: "apps/v1" },
    {
      api: "apps/v1beta2",
      kinds: ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
      instead: "apps/v1",
    },
  ],
  22: [
    { api: "extensions/v1beta1", kinds: ["Ingress"], instead: "networking.k8s.io/v1" },
    v1("networking.k8s.io", "Ingress", "IngressClass"),
    v1("admissionregistration.k8s.io", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"),
    v1("apiextensions.k8s.io", "CustomResourceDefinition"),
    v1("apiregistration.k8s.io", "APIService"),
    v1("authentication.k8s.io", "TokenReview"),
    v1("authorization.k8s.io", "LocalSubjectAccessReview", "SelfSubjectAccessReview", "SubjectAccessReview"),
    v1("certificates.k8s.io", "CertificateSigningRequest"),
    v1("coordination.k8s.io", "Lease"),
    v1("rbac.authorization.k8s.io", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"),
    v1("scheduling.k8s.io", "PriorityClass"),
    v1("storage.k8s.io", "CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"),
  ],
  25: [
    v1("batch", "CronJob"),
    v1("discovery.k8s.io", "EndpointSlice"),
    v1("events.k8s.io", "Event"),
    { api: "autoscaling/v2beta1", kinds: ["HorizontalPodAutoscaler"], instead: "autoscaling/v2" },
    v1("policy", "PodDisruptionBudget"),
    { api: "policy/v1beta1", kinds: ["PodSecurityPolicy"] },
    v1("node.k8s.io", "RuntimeClass"),
  ],
  26: [
    { api: "autoscaling/v2beta2", kinds: ["HorizontalPodAutoscaler"], instead: "autoscaling/v2" },
    flowControl("v1beta1", "v1beta2"),
  ],
  27: [v1("storage.k8s.io", "CSIStorageCapacity")],
  29: [flowControl("v1beta2", "v1beta3")],
  32: [flowControl("v1beta3", "v1")],
};

function flowControl(version: string, instead: string): Omit<RemovedApi, "removedIn"> {
  const group = "flowcontrol.apiserver.k8s.io";
  return {
    api: `${group}/${version}`,
    kinds: ["FlowSchema", "PriorityLevelConfiguration"],
    instead: `${group}/${instead}`,
  };
}

/** The APIs that go on the way from one minor version, which still has them, to another. */
export function removedApis(from: number, to: number): readonly RemovedApi[] {
  return Object.entries(removals)
    .filter(([minor]) => Number(minor) > from && Number(minor) <= to)
    .flatMap(([minor, removed]) => removed.map((one) => ({ ...one, removedIn: `1.${minor}` })));
}
