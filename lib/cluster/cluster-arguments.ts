import type {
  CsManagedKubernetesAddons,
  CsManagedKubernetesConfig,
} from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import { renderConfig } from "../addons";
import type { NetworkBinding } from "../network";
import type { ClusterProps, CreationAddon } from "./cluster-props";
import { commaList } from "./comma-list";
import { deletionArguments } from "./deletion";
import type { KindOfCluster } from "./kind-of-cluster";
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
  kind: KindOfCluster,
): CsManagedKubernetesConfig {
  const securityGroup = props.securityGroup ?? ClusterSecurityGroup.enterprise();
  return {
    ...kind.arguments,
    name: props.name,
    version: props.version,
    ...(props.upgradeControlPlaneOnly === undefined
      ? {}
      : { upgradePolicy: { controlPlaneOnly: props.upgradeControlPlaneOnly } }),

    vswitchIds: [...binding.vswitchIds],
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
    ...maintenanceArguments(props.maintenanceWindow),
    ...controlPlaneLogArguments(props.controlPlaneLogs),
    ...auditLogArguments(props.auditLog),
    addons: creationAddons(props.addons ?? [], binding, kind.defaultAddons),
    ...deletionArguments(props.onDelete),
    resourceGroupId: props.resourceGroupId,
    tags: props.tags,
  };
}

/** What ACK runs in the control plane takes the place of the component on the nodes, which is then not implied. */
const replacedBy: ReadonlyMap<string, string> = new Map([["managed-csiprovisioner", "csi-provisioner"]]);

function creationAddons(
  given: readonly CreationAddon[],
  { addon: network }: NetworkBinding,
  defaults: readonly string[],
): CsManagedKubernetesAddons[] {
  const named = new Set(given.flatMap(({ name }) => [name, replacedBy.get(name) ?? name]));
  const implied = [...(network === undefined ? [] : [network]), ...defaults.map((name) => ({ name }))].filter(
    ({ name }) => !named.has(name),
  );
  return [
    ...implied,
    ...given.map(({ name, version, config, disabled }) => ({
      name,
      version,
      config: config === undefined ? undefined : renderConfig(config),
      disabled,
    })),
  ];
}
