/** Policies that take no parameters. */
type None = Readonly<Record<string, never>>;

/** A label by which policies know what they protect. */
export interface ProtectingLabel {
  readonly labelName: string;
  readonly labelValue: string;
}

/** Which ids a Pod may run with. */
export interface AllowedIds<Rule extends string> {
  readonly rule: Rule;
  readonly ranges?: readonly IdRange[];
}

export interface IdRange {
  readonly min: number;
  readonly max: number;
}

/** Bounds of an amount, as Kubernetes writes amounts: `100m`, `1Gi`. */
export interface AmountRange {
  readonly min?: string;
  readonly max?: string;
}

/** A Role or ClusterRole that bindings may give to named subjects alone. */
export interface RestrictedRoleBindings {
  readonly restrictedRole: {
    readonly apiGroup: string;
    readonly kind: "ClusterRole" | "Role";
    readonly name: string;
  };
  readonly allowedSubjects: readonly {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
  }[];
}

/** The policies of ACK, in its four libraries and that for costs, and what each takes. Names are those of ACK. */
export interface PolicyParameters {
  // Compliance
  /** Secrets are mounted, and not put into the environment of containers. */
  readonly ACKNoEnvVarSecrets: None;
  /** Every container has a securityContext. */
  readonly ACKPodsRequireSecurityContext: None;
  /** Nothing is deployed into these namespaces. */
  readonly ACKRestrictNamespaces: { readonly restrictedNamespaces: readonly string[] };
  /** Bindings give a role to these subjects alone. */
  readonly ACKRestrictRoleBindings: RestrictedRoleBindings;
  /** These namespaces are not deleted. */
  readonly ACKNamespacesDeleteProtection: { readonly protectionNamespaces: readonly string[] };
  /** These Services are not deleted. */
  readonly ACKServicesDeleteProtection: { readonly protectionServices: readonly string[] };
  /** Volumes that are bound are not deleted. */
  readonly ACKProtectBoundingPV: None;
  /** Nodes with one of these labels are not deleted. */
  readonly ACKBlockNodeDelete: { readonly protectedLabels: readonly ProtectingLabel[] };
  /** Objects with one of these labels are not deleted. */
  readonly ACKResourceDeletionProtection: { readonly labels: readonly ProtectingLabel[] };
  /** CoreDNS is not deleted, and keeps so many replicas. */
  readonly ACKProtectCoreDNS: { readonly min_replicas: number };

  // Infrastructure
  /** Containers of a Pod do not see each other's processes. */
  readonly ACKBlockProcessNamespaceSharing: None;
  /** Volumes of the kind emptyDir have a sizeLimit. */
  readonly ACKEmptyDirHasSizeLimit: None;
  /** Pods say that the autoscaler may move them. */
  readonly ACKLocalStorageRequireSafeToEvict: None;
  /** OSS buckets of these regions alone are mounted, or of all others. */
  readonly ACKOSSStorageLocationConstraint: {
    readonly mode?: "allowlist" | "denylist";
    readonly regions: readonly string[];
  };
  /** No volume is larger. */
  readonly ACKPVSizeConstraint: { readonly maxSize: string };
  /** Claims are of these namespaces, and none is larger. */
  readonly ACKPVCConstraint: { readonly maxSize?: string; readonly allowNamespaces?: readonly string[] };
  /** Pods do not mount these kinds of volumes. */
  readonly ACKBlockVolumeTypes: { readonly volumes: readonly string[] };
  /** Pods have the sidecar of Service Mesh. */
  readonly ASMSidecarInjectionEnforced: None;

  // Kubernetes in general
  /** Images come from repositories that start like this. */
  readonly ACKAllowedRepos: { readonly repos: readonly string[] };
  /** Pods do not get the addresses of Services in their environment. */
  readonly ACKBlockAutoinjectServiceEnv: None;
  /** Tokens of service accounts are mounted on demand alone. */
  readonly ACKBlockAutomountToken: None;
  /** Nobody starts ephemeral containers. */
  readonly ACKBlockEphemeralContainer: None;
  /** No Services of the type LoadBalancer. */
  readonly ACKBlockLoadBalancer: { readonly restrictedNamespaces?: readonly string[] };
  /** No Services of the type NodePort. */
  readonly ACKBlockNodePort: None;
  /** No load balancers that the internet reaches. */
  readonly ACKBlockInternetLoadBalancer: None;
  /** Containers have limits, and none above these. */
  readonly ACKContainerLimits: { readonly cpu?: string; readonly memory?: string };
  /** Services take these external addresses alone. */
  readonly ACKExternalIPs: { readonly allowedIPs: readonly string[] };
  /** Images are named by their digests. */
  readonly ACKImageDigests: None;
  /** Pods have these labels. */
  readonly ACKRequiredLabels: {
    readonly labels: readonly {
      readonly key: string;
      readonly allowedRegex?: string;
      readonly optional?: boolean;
    }[];
  };
  /** Containers have these probes. */
  readonly ACKRequiredProbes: {
    readonly probes: readonly ("readinessProbe" | "livenessProbe" | "startupProbe")[];
    readonly probeTypes?: readonly ("tcpSocket" | "httpGet" | "exec" | "grpc")[];
  };
  /** Ingresses have no dangerous paths. */
  readonly ACKCheckNginxPath: None;
  /** Ingresses have no dangerous annotations. */
  readonly ACKCheckNginxAnnotation: None;
  /** Signatures of images are verified by Ratify, which has to be installed. */
  readonly RatifyVerification: None;

  // What PodSecurityPolicy did
  /** Containers do not escalate their privileges. */
  readonly ACKPSPAllowPrivilegeEscalationContainer: None;
  /** Pods run as these users and groups. */
  readonly ACKPSPAllowedUsers: {
    readonly runAsUser?: AllowedIds<"MustRunAs" | "MustRunAsNonRoot" | "RunAsAny">;
    readonly runAsGroup?: AllowedIds<"MustRunAs" | "MayRunAs" | "RunAsAny">;
    readonly supplementalGroups?: AllowedIds<"MustRunAs" | "MayRunAs" | "RunAsAny">;
    readonly fsGroup?: AllowedIds<"MustRunAs" | "MayRunAs" | "RunAsAny">;
  };
  /** Containers have one of these profiles of AppArmor. */
  readonly ACKPSPAppArmor: { readonly allowedProfiles: readonly string[] };
  /** Containers take these capabilities alone, and drop those. */
  readonly ACKPSPCapabilities: {
    readonly allowedCapabilities?: readonly string[];
    readonly requiredDropCapabilities?: readonly string[];
  };
  /** The group of volumes. */
  readonly ACKPSPFSGroup: AllowedIds<"MustRunAs" | "MayRunAs" | "RunAsAny">;
  /** Pods take these drivers of FlexVolume alone. */
  readonly ACKPSPFlexVolumes: { readonly allowedFlexVolumes: readonly { readonly driver: string }[] };
  /** Pods set none of these parameters of the kernel. */
  readonly ACKPSPForbiddenSysctls: { readonly forbiddenSysctls: readonly string[] };
  /** Pods mount these folders of nodes alone. */
  readonly ACKPSPHostFilesystem: {
    readonly allowedHostPaths: readonly { readonly pathPrefix: string; readonly readOnly?: boolean }[];
  };
  /** Pods share no namespaces with their node. */
  readonly ACKPSPHostNamespace: None;
  /** Whether Pods share the network of their node, and which ports of it they take. */
  readonly ACKPSPHostNetworkingPorts: {
    readonly hostNetwork: boolean;
    readonly min?: number;
    readonly max?: number;
  };
  /** No container is privileged. */
  readonly ACKPSPPrivilegedContainer: None;
  /** How containers see /proc. */
  readonly ACKPSPProcMount: { readonly procMount: "Default" | "Unmasked" };
  /** Containers do not write into their root. */
  readonly ACKPSPReadOnlyRootFilesystem: None;
  /** Containers have one of these settings of SELinux. */
  readonly ACKPSPSELinuxV2: {
    readonly allowedSELinuxOptions: readonly {
      readonly level?: string;
      readonly role?: string;
      readonly type?: string;
      readonly user?: string;
    }[];
  };
  /** Containers have one of these profiles of Seccomp. */
  readonly ACKPSPSeccomp: {
    readonly allowedProfileTypes?: readonly ("Unconfined" | "RuntimeDefault" | "Localhost")[];
    readonly allowedProfiles?: readonly string[];
  };
  /** Pods mount these kinds of volumes alone. */
  readonly ACKPSPVolumeTypes: { readonly volumes: readonly string[] };

  // Costs
  /** Containers have requests, and none above these. */
  readonly ACKContainerRequests: { readonly cpu?: string; readonly memory?: string };
  /** Requests and limits are some of these. */
  readonly ACKContainerResourcesWhitelist: {
    readonly cpuRequests?: readonly string[];
    readonly cpuLimits?: readonly string[];
    readonly memoryRequests?: readonly string[];
    readonly memoryLimits?: readonly string[];
  };
  /** Requests and limits are within these bounds. */
  readonly ACKContainerResourcesRange: {
    readonly cpuRequests?: AmountRange;
    readonly cpuLimits?: AmountRange;
    readonly memoryRequests?: AmountRange;
    readonly memoryLimits?: AmountRange;
  };
  /** Pods choose their nodes by these labels. */
  readonly ACKRequiredNodeSelector: {
    readonly nodeSelector: readonly { readonly key: string; readonly allowedRegex: string }[];
  };
  /** Workloads have so many replicas. */
  readonly ACKWorkloadReplicasRange: { readonly minReplicas?: number; readonly maxReplicas?: number };
  /** Ingresses share the load balancers that there are. */
  readonly ACKRestrictALBCreation: None;
}

export type PolicyName = keyof PolicyParameters;
