import type {
  CsManagedKubernetesAddons,
  CsManagedKubernetesConfig,
} from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import { renderConfig } from "../addons";
import type { NetworkBinding } from "../network";
import { endpointArguments } from "./api-server";
import type { ClusterProps, CreationAddon } from "./cluster-props";
import { commaList } from "./comma-list";
import { deletionArguments } from "./deletion";
import type { HostedKind } from "./kind-of-cluster";
import { auditLogArguments, controlPlaneLogArguments } from "./logs";
import { maintenanceArguments } from "./maintenance";
import { ClusterSecurityGroup } from "./security-group";

/**
 * The arguments of `alicloud_cs_managed_kubernetes`. Everything that the provider reads back and does not compute is
 * written out: an argument that is left out would read as removed, and for half of them that replaces the cluster.
 */
export function clusterArguments(
  props: ClusterProps,
  binding: NetworkBinding,
  kind: HostedKind,
): CsManagedKubernetesConfig {
  return {
    ...kind.arguments,
    ...sharedArguments(props, binding),
    enableRrsa: kind.rrsa,
    ...(props.upgradeControlPlaneOnly === undefined
      ? {}
      : { upgradePolicy: { controlPlaneOnly: props.upgradeControlPlaneOnly } }),
    vswitchIds: [...binding.vswitchIds],
    ipStack: binding.ipStack,
    ...endpointArguments(props),
    ...maintenanceArguments(props.maintenanceWindow),
    ...controlPlaneLogArguments(props.controlPlaneLogs),
    ...auditLogArguments(props.auditLog),
    addons: addonArguments(props.addons ?? [], binding, kind.defaultAddons),
  };
}

/** What clusters have whoever runs their control plane. */
export function sharedArguments(props: SharedProps, binding: NetworkBinding) {
  const securityGroup = props.securityGroup ?? ClusterSecurityGroup.enterprise();
  return {
    name: props.name,
    version: props.version,

    podVswitchIds: binding.podVSwitchIds === undefined ? undefined : [...binding.podVSwitchIds],
    podCidr: binding.podCidr,
    serviceCidr: binding.serviceCidr,
    // Terway does not use it, but the provider has a default and would replace the cluster over a difference.
    nodeCidrMask: binding.nodeCidrMask ?? 24,
    newNatGateway: binding.newNatGateway,
    proxyMode: props.proxyMode ?? "ipvs",
    clusterDomain: props.clusterDomain ?? "cluster.local",
    ...securityGroup.clusterArguments,

    slbInternetEnabled: props.publicApiServer ?? false,
    customSan: props.apiServerSans === undefined ? undefined : commaList(props.apiServerSans),
    serviceAccountIssuer: props.serviceAccountTokens?.issuer,
    apiAudiences:
      props.serviceAccountTokens === undefined ? undefined : [...props.serviceAccountTokens.audiences],
    // Keeps the private key of the cluster out of the state.
    skipSetCertificateAuthority: true,

    timezone: props.timezone,
    ...deletionArguments(props.onDelete),
    resourceGroupId: props.resourceGroupId,
    tags: props.tags,
  };
}

type SharedProps = Omit<
  ClusterProps,
  "network" | "upgradeControlPlaneOnly" | "maintenanceWindow" | "controlPlaneLogs" | "auditLog" | "apiServer"
>;

/** What ACK runs in the control plane takes the place of the component on the nodes, which is then not implied. */
const replacedBy: ReadonlyMap<string, string> = new Map([["managed-csiprovisioner", "csi-provisioner"]]);

/** The add-ons that a cluster is created with: those of the user, and what such a cluster cannot do without. */
export function addonArguments(
  given: readonly CreationAddon[],
  { addon: network }: NetworkBinding,
  defaults: readonly string[],
): CsManagedKubernetesAddons[] {
  const named = new Set(given.flatMap(({ name }) => [name, replacedBy.get(name) ?? name]));
  const implied = [...(network === undefined ? [] : [network]), ...defaults.map((name) => ({ name }))];
  return [...implied.filter(({ name }) => !named.has(name)), ...given].map(addonArgument);
}

function addonArgument({ name, version, config, disabled }: CreationAddon): CsManagedKubernetesAddons {
  return { name, version, config: config === undefined ? undefined : renderConfig(config), disabled };
}
