import { accessLimitCases } from "../access/limit-cases";
import { addonLimitCases } from "../addons/limit-cases";
import { adoptLimitCases, stateLimitCases } from "../adopt/limit-cases";
import { impossibleClusters } from "../cluster/impossible-cases";
import { clusterLimitCases } from "../cluster/limit-cases";
import { edgeFactCases } from "../edge/fact-cases";
import { impossibleEdge } from "../edge/impossible-cases";
import { edgeLimitCases } from "../edge/limit-cases";
import { fleetLimitCases } from "../fleet/limit-cases";
import { impossibleGovernance } from "../governance/impossible-cases";
import { governanceLimitCases } from "../governance/limit-cases";
import { hardeningLimitCases } from "../hardening/limit-cases";
import { identityLimitCases } from "../identity/limit-cases";
import { instanceTypeFactCases } from "../instance-types/fact-cases";
import { networkFactCases } from "../network/fact-cases";
import { impossibleNetworks } from "../network/impossible-cases";
import { networkLimitCases } from "../network/limit-cases";
import { impossiblePools } from "../node-pool/impossible-cases";
import { nodePoolFactCases } from "../node-pool/fact-cases";
import { nodePoolLimitCases } from "../node-pool/limit-cases";
import { organisationLimitCases } from "../organisation/limit-cases";
import { impossiblePermissions } from "../permissions/impossible-cases";
import { permissionsLimitCases } from "../permissions/limit-cases";
import { impossiblePodNetworks } from "../pod-network/impossible-cases";
import { podNetworkLimitCases } from "../pod-network/limit-cases";
import { ramFactCases } from "../ram/fact-cases";
import { ramLimitCases } from "../ram/limit-cases";
import { resourceLimitCases } from "../resource/limit-cases";
import { impossibleEncryption } from "../security/impossible-cases";
import { securityLimitCases } from "../security/limit-cases";
import { securityGroupsLimitCases } from "../security-groups/limit-cases";
import { serviceRoleLimitCases } from "../service-roles/limit-cases";
import { workloadLimitCases } from "../workloads/limit-cases";
import type { Impossible } from "./compile-fails";
import type { FactCases } from "./fact-cases";
import type { CasesById } from "./limit-cases";

// A domain that gets cases adds them here: the catalogue knows of no others.

export const allLimitCases: CasesById = {
  ...accessLimitCases,
  ...addonLimitCases,
  ...adoptLimitCases,
  ...stateLimitCases,
  ...clusterLimitCases,
  ...edgeLimitCases,
  ...fleetLimitCases,
  ...governanceLimitCases,
  ...hardeningLimitCases,
  ...identityLimitCases,
  ...networkLimitCases,
  ...nodePoolLimitCases,
  ...organisationLimitCases,
  ...permissionsLimitCases,
  ...podNetworkLimitCases,
  ...ramLimitCases,
  ...resourceLimitCases,
  ...securityLimitCases,
  ...securityGroupsLimitCases,
  ...workloadLimitCases,
  ...serviceRoleLimitCases,
};

export const allFactCases: FactCases = {
  ...edgeFactCases,
  ...instanceTypeFactCases,
  ...networkFactCases,
  ...nodePoolFactCases,
  ...ramFactCases,
};

export const allImpossible: readonly Impossible[] = [
  ...impossibleClusters,
  ...impossibleGovernance,
  ...impossibleEdge,
  ...impossibleNetworks,
  ...impossiblePools,
  ...impossiblePermissions,
  ...impossibleEncryption,
  ...impossiblePodNetworks,
];
