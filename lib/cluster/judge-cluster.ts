import { judgeAddon } from "../addons";
import { declareFacts, fact, facts, type Fact } from "../limits";
import type { NetworkBinding } from "../network";
import { judgeOwn, type OwnedClusterFacts } from "../organisation";
import { clusterTagLimits, judgeTags, regionOf, RemovalPolicy, tagFacts, type Located } from "../resource";
import { versionFact } from "./addon-member";
import type { ClusterProps, CreationAddon } from "./cluster-props";
import type { KindOfCluster } from "./kind-of-cluster";
import { clusterLimits } from "./limits";

/** Registers the facts of a cluster; gives its name as a fact. */
export function judgeCluster(
  cluster: Located,
  props: ClusterProps,
  kind: KindOfCluster,
  binding: NetworkBinding,
): Fact<string> {
  const addons = props.addons ?? [];
  const name = fact(props.name);
  declareFacts(cluster, clusterLimits, {
    kind: kind.kind,
    edition: kind.edition,
    isEdge: kind.isEdge,
    name,
    region: regionOf(cluster),
    version: fact(props.version),
    parsedVersion: versionFact(props.version),
    autoUpgrade: props.maintenanceWindow?.autoUpgrade,
    maintenanceStart: fact(props.maintenanceWindow?.start),
    maintenanceHours: fact(props.maintenanceWindow?.hours),
    maintenanceWeekdays: facts(props.maintenanceWindow?.weekdays),
    isDualStack: binding.ipStack === "dual",
    proxyMode: props.proxyMode ?? "ipvs",
    clusterDomain: fact(props.clusterDomain ?? "cluster.local"),
    logComponents: facts(props.controlPlaneLogs?.components),
    logRetentionDays: fact(props.controlPlaneLogs?.retentionDays),
    addonNames: namesOf(addons),
    networkAddon: binding.addon?.name,
    networkAddonHasSettings: binding.addon?.config !== undefined,
    disabledAddons: namesOf(addons.filter(({ disabled }) => disabled === true)),
    installedAddons: namesOf(addons.filter(({ disabled }) => disabled !== true)),
    audiences: facts(props.serviceAccountTokens?.audiences),
    apiServerSans: facts(props.apiServerSans),
    timezone: fact(props.timezone),
    rrsa: kind.rrsa ?? false,
    publicApiServer: fact(props.publicApiServer ?? false),
    ...endpointFacts(props, binding),
    vpcIsConnected: props.network.vpc.isConnected,
    routedPodCidr: kind.routesInVpc ? fact(binding.podCidr) : undefined,
    controlPlaneLogs: props.controlPlaneLogs !== undefined,
    isProtected: (props.removalPolicy ?? RemovalPolicy.PROTECT) === RemovalPolicy.PROTECT,
    preventDestroy: props.lifecycle?.preventDestroy,
    issuer: fact(props.serviceAccountTokens?.issuer),
    retainResources: facts(props.onDelete?.retainResources),
    disabledWithSettings: namesOf(
      addons.filter(
        ({ disabled, config, version }) =>
          disabled === true && (config !== undefined || version !== undefined),
      ),
    ),
  });
  for (const addon of addons) {
    judgeAddon(cluster, addon, { ...kind, plugin: binding.plugin });
  }
  judgeTags(cluster, props.tags, clusterTagLimits);
  judgeOwn(cluster, "clusters", (): OwnedClusterFacts => ({
    kind: kind.kind,
    edition: kind.edition,
    name,
    region: regionOf(cluster),
    version: fact(props.version),
    publicApiServer: fact(props.publicApiServer ?? false),
    isProtected: (props.removalPolicy ?? RemovalPolicy.PROTECT) === RemovalPolicy.PROTECT,
    encryptsSecrets: kind.encryptsSecrets ?? false,
    maintenanceWindow: props.maintenanceWindow !== undefined,
    controlPlaneLogs: props.controlPlaneLogs !== undefined,
    resourceGroupId: fact(props.resourceGroupId),
    ...tagFacts(props.tags),
  }));
  return name;
}

/** What the user says of load balancers and names of the API server. */
function endpointFacts({ apiServer = {} }: ClusterProps, { vswitchIds }: NetworkBinding) {
  const { privateLoadBalancerId, publicLoadBalancerId, internalDns } = apiServer;
  const ids = [privateLoadBalancerId, publicLoadBalancerId].filter((id) => id !== undefined);
  return {
    loadBalancerIds: ids.map((id) => fact(id)),
    publicLoadBalancerId: fact(publicLoadBalancerId),
    makesPrivateBalancer: privateLoadBalancerId === undefined && publicLoadBalancerId !== undefined,
    vswitchCount: vswitchIds.length,
    internalDns: fact(internalDns?.enabled),
    internalDnsVpcIds: facts(internalDns?.vpcIds),
  };
}

function namesOf(addons: readonly CreationAddon[]): Fact<string>[] {
  return addons.map(({ name }) => fact(name));
}
