import { ackGuide, alibabaCloud, kubernetes, findingsOf, limitsOn, problems, provider } from "../limits";
import { clusterNameProblem, KubernetesVersion } from "../values";
import { apiServerLimits } from "./api-server-limits";
import { connectionLimits } from "./connection-limits";
import type { ClusterFacts } from "./facts";
import { kindLimits } from "./kind-limits";
import { lifecycleLimits } from "./lifecycle-limits";
import { versionLimits } from "./version-limits";

const networkAddons = new Set(["flannel", "terway", "terway-eni", "terway-eniip"]);

const cluster = limitsOn<ClusterFacts>("Clusters");

export const clusterLimits = [
  cluster.limit(
    "cluster-name-format",
    ["name"],
    {
      // The manual counts characters, but the provider counts bytes.
      statement:
        "The name of a cluster has 1 to 63 bytes of digits, letters, Chinese characters and hyphens, and does not start with a hyphen.",
      source: ackGuide("4.3.2 Create a managed cluster", "4550-4551"),
      rows: ["cluster-name-format"],
      fix: 'name: "shop-prod"',
    },
    ({ name }) => {
      const problem = clusterNameProblem(name);
      return problem === undefined ? [] : [{ got: `the name ${problem.got}`, want: problem.want }];
    },
  ),
  cluster.limit(
    "kubernetes-version-format",
    ["version"],
    {
      statement: "The version of a cluster is one of ACK, such as 1.34.1-aliyun.1.",
      source: provider("alicloud_cs_managed_kubernetes.version (accepts any text)"),
      authority: "service",
      fix: 'version: "1.34.1-aliyun.1"',
    },
    ({ version }) => (version === undefined ? [] : problems(() => KubernetesVersion.parse(version))),
  ),
  cluster.excludes("version-or-auto-upgrade", "version", "autoUpgrade", {
    statement:
      "ACK chooses the version of a cluster that it upgrades by itself; a version given beside would be planned back.",
    source: provider("alicloud_cs_managed_kubernetes.operation_policy"),
    // ACK takes both: the version is that to begin with, and a lifecycle can ignore what becomes of it.
    advice: true,
    fix: "leave out version, or autoUpgrade; or ignore changes of version by the lifecycle of cluster.resource, and acknowledge this",
  }),
  cluster.limit(
    "nftables-needs-1.35",
    ["proxyMode", "parsedVersion"],
    {
      statement: "The proxy mode nftables needs Kubernetes 1.35.",
      source: provider("alicloud_cs_managed_kubernetes.proxy_mode"),
      authority: "service",
      fix: 'proxyMode: "ipvs", or a later version',
    },
    ({ proxyMode, parsedVersion }) =>
      proxyMode !== "nftables" || parsedVersion === undefined || parsedVersion.isAtLeast("1.35")
        ? []
        : [
            {
              got: `proxyMode nftables with Kubernetes ${parsedVersion}`,
              want: "1.35 or later, or another proxy mode",
            },
          ],
  ),
  cluster.format(
    "cluster-domain-format",
    "clusterDomain",
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i,
    "a DNS name, such as cluster.local",
    {
      // The manual of 2021 wants two parts of letters and digits; today any DNS name will do.
      statement: "The domain of Services is a DNS name.",
      source: kubernetes("DNS for Services and Pods"),
      authority: "kubernetes",
      rows: ["cluster-domain-format"],
      fix: 'clusterDomain: "cluster.local"',
    },
  ),
  cluster.format("cluster-domain-lower-case", "clusterDomain", /^[^A-Z]*$/, "lower-case letters", {
    statement: "The domain of Services is in lower case, although the manual of 2021 allows capitals.",
    source: kubernetes("DNS for Services and Pods"),
    advice: true,
    fix: "write it in lower case",
  }),
  cluster.format(
    "maintenance-start",
    "maintenanceStart",
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
    "a time in RFC 3339, such as 2026-01-05T01:00:00.000+08:00",
    {
      prop: "maintenanceWindow start",
      statement: "A maintenance window starts at a time in RFC 3339.",
      source: provider("alicloud_cs_managed_kubernetes.maintenance_window.maintenance_time"),
      authority: "service",
      fix: 'start: "2026-01-05T01:00:00.000+08:00"',
    },
  ),
  cluster.range(
    "maintenance-hours",
    "maintenanceHours",
    { min: 1, max: 24, unit: "hours" },
    {
      prop: "maintenanceWindow hours",
      statement: "A maintenance window is 1 to 24 hours long.",
      source: provider("alicloud_cs_managed_kubernetes.maintenance_window.duration"),
      authority: "service",
      fix: "hours: 3",
    },
  ),
  cluster.length(
    "maintenance-weekdays",
    "maintenanceWeekdays",
    { min: 1, max: 7, of: "weekdays" },
    {
      prop: "maintenanceWindow weekdays",
      statement: "A maintenance window is on at least one day of the week.",
      source: provider("alicloud_cs_managed_kubernetes.maintenance_window.weekly_period"),
      authority: "service",
      fix: 'leave weekdays out (every day), or name some: ["Saturday", "Sunday"]',
    },
  ),
  cluster.length(
    "control-plane-log-components",
    "logComponents",
    { min: 1, max: 20, of: "components" },
    {
      prop: "controlPlaneLogs components",
      statement: "Logs of the control plane name at least one component: an empty list is never sent.",
      source: provider("alicloud_cs_managed_kubernetes.control_plane_log_components"),
      authority: "service",
      fix: 'leave components out, or name some: ["apiserver", "kcm", "scheduler"]',
    },
  ),
  cluster.unique("control-plane-log-components-unique", "logComponents", {
    prop: "controlPlaneLogs components",
    statement: "Logs of the control plane name each component once.",
    source: provider("alicloud_cs_managed_kubernetes.control_plane_log_components"),
    authority: "service",
    fix: "leave the second one out",
  }),
  cluster.range(
    "control-plane-log-retention",
    "logRetentionDays",
    { min: 1, max: 3650, unit: "days" },
    {
      prop: "controlPlaneLogs retentionDays",
      statement: "Log Service keeps logs for 1 to 3,650 days.",
      source: alibabaCloud("Log Service, CreateLogStore, ttl"),
      authority: "service",
      fix: "retentionDays: 30",
    },
  ),
  cluster.monotone(
    "one-network-addon",
    ["networkAddon", "installedAddons"],
    {
      statement: "A cluster has one network add-on: the one of its network.",
      source: ackGuide("4.3.2 Create a managed cluster", "4619"),
      rows: ["network-plugin-enum"],
      authority: "service",
    },
    ({ networkAddon, installedAddons }) =>
      findingsOf(installedAddons, (name) =>
        networkAddons.has(name) && name !== networkAddon
          ? {
              got: `the add-on ${name} in a network that uses ${networkAddon ?? "none"}`,
              want: networkAddon === undefined ? "no network add-on" : `${networkAddon} alone`,
              fix: "leave it out, or take the other kind of network",
            }
          : undefined,
      ),
  ),
  cluster.monotone(
    "network-addon-enabled",
    ["networkAddon", "disabledAddons"],
    {
      statement:
        "The network add-on of a cluster is not disabled: without it ACK takes the cluster for one with Flannel.",
      source: provider("alicloud_cs_managed_kubernetes.addons.disabled"),
      authority: "service",
      fix: "leave disabled out; another network takes another construct",
    },
    ({ networkAddon, disabledAddons }) =>
      findingsOf(disabledAddons, (name) =>
        name === networkAddon ? { got: `${name}, disabled`, want: `${name}, installed` } : undefined,
      ),
  ),
  cluster.monotone(
    "network-addon-settings-once",
    ["networkAddon", "networkAddonHasSettings", "installedAddons"],
    {
      statement:
        "The settings of the network add-on come from the props of the network or from the list of add-ons, not from both.",
      source: provider("alicloud_cs_managed_kubernetes.addons.config"),
      authority: "library",
      fix: "leave the add-on out of addons, or dataPathV2, networkPolicy and trunkEni out of the network",
    },
    ({ networkAddon, networkAddonHasSettings, installedAddons }) =>
      findingsOf(installedAddons, (name) =>
        networkAddonHasSettings && name === networkAddon
          ? { got: `${name} in addons, and settings of it in the network`, want: "one of the two" }
          : undefined,
      ),
  ),
  cluster.unique("creation-addons-unique", "addonNames", {
    statement: "A cluster is created with each add-on once.",
    source: provider("alicloud_cs_managed_kubernetes.addons"),
    authority: "service",
    fix: "leave the second one out",
  }),
  cluster.limit(
    "rrsa-needs-1.22.3",
    ["rrsa", "parsedVersion"],
    {
      statement: "RAM roles for service accounts (RRSA) need Kubernetes 1.22.3.",
      source: provider("alicloud_cs_managed_kubernetes.enable_rrsa"),
      authority: "provider",
      fix: "take a newer version, or set rrsa to false",
    },
    ({ rrsa, parsedVersion }) =>
      !rrsa || parsedVersion === undefined || parsedVersion.isAtLeast("1.22.3")
        ? []
        : [{ got: `RRSA with Kubernetes ${parsedVersion}`, want: "1.22.3 or later" }],
  ),
  cluster.format(
    "timezone-format",
    "timezone",
    /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/,
    "a name of the time zone database, such as Asia/Shanghai",
    {
      statement: "The time zone of the nodes is named as in the time zone database.",
      source: provider("alicloud_cs_managed_kubernetes.timezone (accepts any text)"),
      authority: "service",
      fix: 'timezone: "Asia/Shanghai"',
    },
  ),
  cluster.length(
    "service-account-audiences",
    "audiences",
    { min: 1, max: 100, of: "audiences" },
    {
      prop: "serviceAccountTokens audiences",
      statement: "An issuer of service account tokens comes with at least one audience.",
      source: provider("alicloud_cs_managed_kubernetes.api_audiences"),
      authority: "service",
      fix: 'audiences: ["https://kubernetes.default.svc"]',
    },
  ),
  ...versionLimits,
  ...kindLimits,
  ...lifecycleLimits,
  ...apiServerLimits,
  ...connectionLimits,
];

const facts = limitsOn<Record<never, never>>("Clusters");

/** Refused at once, where something of an imported cluster is needed that was not given. */
export const importedAttributeLimit = facts.limit(
  "imported-attribute",
  [],
  {
    statement: "An imported cluster knows what it was told; what is used of it has to be given.",
    source: { title: "cdktf-ack, README", chapter: "Existing clusters" },
    authority: "library",
  },
  () => [],
);
