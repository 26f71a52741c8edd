import { ackGuide, limitsOn, provider } from "../limits";
import type { NodeSettingFacts } from "./setting-facts";

const pool = limitsOn<NodeSettingFacts>("Node pools");

/** The limits on pools that ACK manages. The provider documents them still, the pages of the service no longer all do. */
export const managementLimits = [
  pool.range(
    "management-max-unavailable",
    "maxUnavailable",
    { min: 1, max: 1000, unit: "nodes" },
    {
      prop: "management maxUnavailable",
      statement: "While ACK works on a pool, 1 to 1,000 of its nodes may be out of service.",
      source: provider("alicloud_cs_kubernetes_node_pool.management.max_unavailable"),
      // The provider documents this range, and lets 0 through.
      authority: "service",
      fix: "maxUnavailable: 1",
    },
  ),
  pool.limit(
    "management-does-nothing",
    ["saysWhat", "maxUnavailable"],
    {
      statement: "How many nodes may be out of service matters while ACK works on a pool by itself.",
      source: provider("alicloud_cs_kubernetes_node_pool.management.enable"),
      advice: true,
      fix: "say what ACK does, for example management: { autoUpgrade: true, maxUnavailable: 3 }, or leave maxUnavailable out",
    },
    ({ saysWhat, maxUnavailable }) =>
      saysWhat || maxUnavailable === undefined
        ? []
        : [
            {
              got: `management maxUnavailable ${maxUnavailable} of a pool on which ACK does nothing`,
              want: "autoRepair, autoUpgrade or autoVulFix beside it",
            },
          ],
  ),
  pool.limit(
    "managed-pool-pro-only",
    ["isManaged", "isBasic"],
    {
      statement: "Node pools that ACK manages are documented for Pro clusters.",
      source: ackGuide("6.3.2 Manage a managed node pool", "9968"),
      advice: true,
      rows: ["managed-pool-pro-only"],
      fix: "make the cluster a ProCluster; a basic cluster becomes one in place",
    },
    ({ isManaged, isBasic }) =>
      isManaged && isBasic ? [{ got: "management in a basic cluster", want: "a Pro cluster" }] : [],
  ),
  pool.limit(
    "managed-pool-key-only",
    ["isManaged", "usesPassword"],
    {
      statement: "Node pools that ACK manages are documented to take key pairs only.",
      source: ackGuide("6.3.1 Managed node pools", "9917"),
      advice: true,
      rows: ["managed-pool-key-only"],
      fix: "use Login.keyPair, or no login",
    },
    ({ isManaged, usesPassword }) =>
      isManaged && usesPassword
        ? [{ got: "management and a password", want: "a key pair, or no login" }]
        : [],
  ),
];
