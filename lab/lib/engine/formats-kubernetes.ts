import type { ProviderFormats } from "./formats";
import * as check from "./formats-checks";
import { generatedNameProblems, pathSegmentProblems, subdomainProblems } from "./formats-names";

const { oneOf } = check;

/**
 * What hashicorp/kubernetes checks, by resource type and names. The first that fits counts; an argument is only looked up when the
 * facts of the provider say that it has a check.
 */
export const kubernetesFormats: ProviderFormats = {
  values: [
    // metadata
    { of: /\.metadata\.annotations$/, check: check.annotations },
    { of: /\.metadata\.labels$/, check: check.labels },
    { of: /_role(_binding)?_v1\.metadata\.(generate_)?name$/, check: check.named(pathSegmentProblems) },
    { of: /\.metadata\.name$/, check: check.named(subdomainProblems) },
    { of: /\.metadata\.generate_name$/, check: check.named(generatedNameProblems) },
    { of: /\.role_ref\.api_group$/, check: oneOf("rbac.authorization.k8s.io") },
    { of: /\.role_ref\.kind$/, check: oneOf("Role", "ClusterRole") },
    // webhooks
    { of: /\.webhook\.failure_policy$/, check: oneOf("Fail", "Ignore") },
    { of: /\.webhook\.match_policy$/, check: oneOf("Equivalent", "Exact") },
    { of: /\.webhook\.reinvocation_policy$/, check: oneOf("Never", "IfNeeded") },
    { of: /\.webhook\.side_effects$/, check: oneOf("Unknown", "None", "Some", "NoneOnDryRun") },
    { of: /\.webhook\.timeout_seconds$/, check: check.between(1, 30) },
    // data
    { of: /^kubernetes_config_map_v1\.binary_data$/, check: check.base64Members },
    // services
    { of: /_service_v1\.spec\.type$/, check: oneOf("ClusterIP", "ExternalName", "NodePort", "LoadBalancer") },
    { of: /_service_v1\.spec\.cluster_ip$/, check: check.ipOrNone },
    { of: /_service_v1\.spec\.load_balancer_ip$/, check: check.ip },
    { of: /_service_v1\.spec\.session_affinity$/, check: oneOf("ClientIP", "None") },
    { of: /_service_v1\.spec\.external_traffic_policy$/, check: oneOf("Local", "Cluster") },
    { of: /_service_v1\.spec\.internal_traffic_policy$/, check: oneOf("Cluster", "Local") },
    {
      of: /_service_v1\.spec\.ip_family_policy$/,
      check: oneOf("SingleStack", "PreferDualStack", "RequireDualStack"),
    },
    { of: /_service_v1\.spec\.health_check_node_port$/, check: check.port },
    { of: /_service_v1\.spec\.port\.node_port$/, check: check.portOrZero },
    { of: /_service_v1\.spec\.port\.port$/, check: check.port },
    { of: /_service_v1\..*client_ip\.timeout_seconds$/, check: check.between(1, 86400) },
    { of: /_service_v1\.spec\.port\.protocol$/, check: oneOf("TCP", "UDP", "SCTP") },
    { of: /_ingress_v1\..*\.path_type$/, check: oneOf("ImplementationSpecific", "Prefix", "Exact") },
    // storage
    { of: /_storage_class_v1\.reclaim_policy$/, check: oneOf("Recycle", "Delete", "Retain") },
    { of: /\.persistent_volume_reclaim_policy$/, check: oneOf("Recycle", "Delete", "Retain") },
    { of: /\.volume_binding_mode$/, check: oneOf("Immediate", "WaitForFirstConsumer") },
    { of: /\.volume_mode$/, check: oneOf("Block", "Filesystem") },
    { of: /_(persistent_volume|resource_quota)_v1\.spec\.(capacity|hard)$/, check: check.quantities },
    // autoscaling and disruption
    {
      of: /_horizontal_pod_autoscaler_v2\.spec\.metric\.type$/,
      check: oneOf("ContainerResource", "External", "Object", "Pods", "Resource"),
    },
    {
      of: /_pod_disruption_budget_v1\.spec\.(max_un|min_)available$/,
      check: check.matching(/^([0-9]+|[0-9]+%|)$/),
    },
    // workloads
    { of: /\.(revision_history_limit|min_ready_seconds|spec\.replicas)$/, check: check.nullableInteger },
    { of: /_daemon_set_v1\.spec\.strategy\.type$/, check: oneOf("RollingUpdate", "OnDelete") },
    { of: /\.spec\.strategy\.type$/, check: oneOf("RollingUpdate", "Recreate") },
    { of: /\.update_strategy\.type$/, check: oneOf("RollingUpdate", "OnDelete") },
    { of: /\.rolling_update\.max_(surge|unavailable)$/, check: check.matching(/^([0-9]+|[0-9]+%|)$/) },
    { of: /\.pod_management_policy$/, check: oneOf("OrderedReady", "Parallel") },
    { of: /\.when_(deleted|scaled)$/, check: oneOf("Retain", "Delete") },
    { of: /\.concurrency_policy$/, check: oneOf("Allow", "Forbid", "Replace") },
    { of: /_job_v1\..*\.completions$/, check: check.positive },
    { of: /_job_v1\..*\.(backoff_limit|parallelism)$/, check: check.nonNegative },
    { of: /\.completion_mode$/, check: oneOf("Indexed", "NonIndexed") },
    { of: /_deployment_v1\..*\.restart_policy$/, check: oneOf("Always") },
    { of: /_(job|cron_job)_v1\..*\.restart_policy$/, check: oneOf("OnFailure", "Never") },
    { of: /_pod_v1\..*\.restart_policy$/, check: oneOf("Always", "OnFailure", "Never") },
    // pods
    { of: /\.dns_policy$/, check: oneOf("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None") },
    { of: /\.termination_grace_period_seconds$/, check: check.nonNegative },
    { of: /\.active_deadline_seconds$/, check: check.positive },
    { of: /\.host_aliases\.ip$/, check: check.ip },
    { of: /\.os\.name$/, check: oneOf("linux", "windows") },
    { of: /\.security_context\.(fs_group|run_as_(group|user))$/, check: check.nullableInteger },
    { of: /\.fs_group_change_policy$/, check: oneOf("Always", "OnRootMismatch") },
    { of: /\.seccomp_profile\.type$/, check: oneOf("Localhost", "RuntimeDefault", "Unconfined") },
    { of: /\.toleration\.effect$/, check: oneOf("NoSchedule", "PreferNoSchedule", "NoExecute") },
    { of: /\.toleration\.operator$/, check: oneOf("Exists", "Equal") },
    { of: /\.toleration\.toleration_seconds$/, check: check.nullableInteger },
    { of: /\.topology_spread_constraint\.(max_skew|min_domains)$/, check: check.atLeast(1) },
    { of: /\.topology_spread_constraint\.node_(affinity|taints)_policy$/, check: oneOf("Honor", "Ignore") },
    { of: /\.when_unsatisfiable$/, check: oneOf("DoNotSchedule", "ScheduleAnyway") },
    {
      of: /\.node_selector_term\.match_(expressions|fields)\.operator$/,
      check: oneOf("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    },
    {
      of: /\.match_expressions\.operator$/,
      check: oneOf("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    },
    // containers
    { of: /container\.port\.container_port$/, check: check.containerPort },
    { of: /container\.port\.host_port$/, check: check.port },
    { of: /container\.port\.name$/, check: check.portName },
    { of: /container\.port\.protocol$/, check: oneOf("TCP", "UDP") },
    { of: /\.(http_get|tcp_socket)\.port$/, check: check.portNumberOrName },
    { of: /\.grpc\.port$/, check: check.containerPort },
    { of: /\.http_get\.scheme$/, check: oneOf("HTTP", "HTTPS") },
    { of: /_probe\.\w+_(threshold|seconds)$/, check: check.positive },
    { of: /\.termination_message_policy$/, check: oneOf("File", "FallbackToLogsOnError") },
    { of: /\.mount_propagation$/, check: oneOf("None", "HostToContainer", "Bidirectional") },
    { of: /\.resource_field_ref\.divisor$/, check: check.quantity },
    // volumes
    { of: /\.(default_mode|items\.mode)$/, check: check.modeBits },
    { of: /\.(items\.path|git_repo\.directory)$/, check: check.volumePath },
    { of: /\.empty_dir\.medium$/, check: check.containedIn("", "Memory") },
    { of: /\.empty_dir\.size_limit$/, check: check.quantity },
  ],
  elements: [
    {
      of: /\.access_modes$/,
      check: oneOf("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
    },
    { of: /_service_v1\.spec\.cluster_ips$/, check: check.ipOrNone },
    { of: /_service_v1\.spec\.external_ips$/, check: check.ip },
    { of: /_service_v1\.spec\.load_balancer_source_ranges$/, check: check.cidr },
    { of: /_service_v1\.spec\.ip_families$/, check: oneOf("IPv4", "IPv6") },
    { of: /\.dns_config\.nameservers$/, check: check.ip },
    { of: /\.dns_config\.searches$/, check: check.named(subdomainProblems) },
  ],
};
