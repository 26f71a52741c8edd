import type { IConstruct } from "constructs";
import { addonLimits } from "../addons";
import { declareFacts, fact, facts, isUnknown, type Fact } from "../limits";
import { judgeTags } from "../resource";
import { KubernetesVersion } from "../values";
import type { ClusterProps, CreationAddon } from "./cluster-props";
import type { ClusterFacts } from "./facts";
import { clusterLimits } from "./limits";

/** Registers the facts of a cluster; gives its name as a fact. */
export function judgeCluster(
  cluster: IConstruct,
  props: ClusterProps,
  { rrsa, networkAddon }: Pick<ClusterFacts, "rrsa" | "networkAddon">,
): Fact<string> {
  const addons = props.addons ?? [];
  const name = fact(props.name);
  declareFacts(cluster, clusterLimits, {
    name,
    version: fact(props.version),
    parsedVersion: versionFact(props.version),
    autoUpgrade: props.maintenanceWindow?.autoUpgrade,
    maintenanceStart: fact(props.maintenanceWindow?.start),
    maintenanceHours: fact(props.maintenanceWindow?.hours),
    maintenanceWeekdays: facts(props.maintenanceWindow?.weekdays),
    proxyMode: props.proxyMode ?? "ipvs",
    clusterDomain: fact(props.clusterDomain ?? "cluster.local"),
    logComponents: facts(props.controlPlaneLogs?.components),
    logRetentionDays: fact(props.controlPlaneLogs?.retentionDays),
    addonNames: namesOf(addons),
    networkAddon,
    disabledAddons: namesOf(addons.filter(({ disabled }) => disabled === true)),
    installedAddons: namesOf(addons.filter(({ disabled }) => disabled !== true)),
    audiences: facts(props.serviceAccountTokens?.audiences),
    apiServerSans: facts(props.apiServerSans),
    timezone: fact(props.timezone),
    rrsa,
  });
  for (const addon of addons) {
    declareFacts(cluster, addonLimits, { name: fact(addon.name), version: fact(addon.version) });
  }
  judgeTags(cluster, props.tags);
  return name;
}

function namesOf(addons: readonly CreationAddon[]): Fact<string>[] {
  return addons.map(({ name }) => fact(name));
}

/** A version that cannot be read is reported by the limit on its format; limits on versions then have nothing to judge. */
function versionFact(text: string | undefined): Fact<KubernetesVersion> | undefined {
  const known = fact(text);
  return known === undefined || isUnknown(known) ? known : KubernetesVersion.tryParse(known);
}
