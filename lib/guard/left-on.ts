import { provider } from "../limits";
import { valueAt, type Effect, type Path, type ResourceChange } from "./change";
import type { Problem } from "./finding";

interface Switch {
  /** The block that is removed; the service fills it in, so that its removal is no difference in a plan. */
  readonly block: string;
  /** What says inside of it that it is on. */
  readonly isOn: Path;
  readonly fix: string;
}

const clusterSwitches: readonly Switch[] = [
  {
    block: "operation_policy",
    isOn: [0, "cluster_auto_upgrade", 0, "enabled"],
    fix: "write operation_policy with cluster_auto_upgrade { enabled = false } (maintenanceWindow without autoUpgrade)",
  },
  {
    block: "audit_log_config",
    isOn: [0, "enabled"],
    fix: "write audit_log_config { enabled = false } (cluster.resource.putAuditLogConfig)",
  },
];

const switches: Readonly<Record<string, readonly Switch[]>> = {
  alicloud_cs_managed_kubernetes: clusterSwitches,
  alicloud_cs_serverless_kubernetes: clusterSwitches.slice(0, 1),
  alicloud_cs_kubernetes_node_pool: [
    {
      block: "scaling_config",
      isOn: [0, "enable"],
      fix: "write scaling_config { enable = false }",
    },
    {
      block: "management",
      isOn: [0, "enable"],
      fix: "write management { enable = false }",
    },
  ],
};

/** What works on because its block was removed instead of switched off. The plan has no change for it. */
export function leftOnProblems(change: ResourceChange, effect: Effect): Problem[] {
  const { type, configured, before } = change;
  if (configured === undefined || (effect !== "none" && effect !== "update")) return [];
  const known = Object.hasOwn(switches, type) ? switches[type] : undefined;
  return (known ?? []).flatMap(({ block, isOn, fix }) => {
    if (configured.has(block) || valueAt(before, [block, ...isOn]) !== true) return [];
    return [
      {
        rule: "left-on",
        severity: "warning",
        change: "ignored",
        arguments: [block],
        got: `${block} is on, and not in the configuration`,
        want: "what is on to be written: the provider takes a missing block for one that stays as it is",
        fix,
        source: provider(`${type}.${block}`),
      },
    ];
  });
}
