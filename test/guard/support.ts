import type { Action, ResourceChange, Values } from "cdktf-ack/guard";
import { states } from "./recorded-states";

export const CLUSTER = "alicloud_cs_managed_kubernetes";
export const POOL = "alicloud_cs_kubernetes_node_pool";

/** An update of a resource of a recorded state; `null` takes an argument away. */
export function update(type: string, before: Values, after: Values): ResourceChange {
  const state = states[type] ?? { id: "x" };
  return {
    address: `${type}.shop`,
    type,
    actions: ["update"],
    before: { ...state, ...before },
    after: { ...state, ...before, ...after },
  };
}

export function destruction(type: string, before: Values = {}, reason?: string): ResourceChange {
  const given = reason === undefined ? {} : { reason };
  return {
    address: `${type}.shop`,
    type,
    actions: ["delete"],
    before: { id: "x", ...before },
    after: null,
    ...given,
  };
}

/** An entry of `resource_changes`, as Terraform writes it. */
export function entry(
  { address, type, actions, before, after, ...more }: ResourceChange,
  change: object = {},
) {
  const { replacePaths, reason, afterSensitive, beforeSensitive, afterUnknown } = more;
  return {
    address,
    mode: "managed",
    type,
    name: "shop",
    provider_name: "registry.terraform.io/aliyun/alicloud",
    change: {
      actions,
      before,
      after,
      after_unknown: afterUnknown ?? {},
      before_sensitive: beforeSensitive ?? {},
      after_sensitive: afterSensitive ?? {},
      ...(replacePaths === undefined ? {} : { replace_paths: replacePaths }),
      ...change,
    },
    ...(reason === undefined ? {} : { action_reason: reason }),
  };
}

export function plan(...changes: readonly object[]): object {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: changes,
    complete: true,
    errored: false,
  };
}

/** A plan that replaces a cluster and the pool in it. */
export function replacingPlan(): object {
  const actions: readonly Action[] = ["delete", "create"];
  const cluster = {
    ...update(CLUSTER, { pod_cidr: "172.20.0.0/16" }, { pod_cidr: "172.30.0.0/16" }),
    actions,
  };
  const pool = {
    ...update(POOL, {}, { cluster_id: undefined }),
    actions,
    afterUnknown: { cluster_id: true },
  };
  return plan(
    entry({ ...cluster, replacePaths: [["pod_cidr"]], reason: "replace_because_cannot_update" }),
    entry({ ...pool, replacePaths: [["cluster_id"]], reason: "replace_because_cannot_update" }),
  );
}
