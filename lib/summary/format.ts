import { holdsTable } from "../ip-plan";
import { isToken } from "../limits";
import type { NeededRole } from "../service-roles";
import type { ClusterHolds } from "./network-holds";
import type { AppSummary, ClusterSummary, StackSummary, VpcSummary } from "./summarize";

/** The summary as text, a paragraph for each stack. */
export function formatSummary({ stacks, limits }: AppSummary): string {
  const warnings = limits.warnings.map(
    ({ id, path, got, want }) => `warning ${id} at ${path}: got ${got}; want ${want}`,
  );
  return [...stacks.map(formatStack), ...(warnings.length === 0 ? [] : [warnings.join("\n")])].join("\n\n");
}

function formatStack({ stack, clusters, vpcs, serviceRoles, products, limits }: StackSummary): string {
  const { checked, partly, silent, broken } = limits;
  const judged = `  limits: ${checked} checked, of them ${partly} partly; ${silent} silent; ${broken} broken`;
  return [
    stack,
    ...clusters.flatMap(formatCluster),
    ...vpcs.flatMap(formatVpc),
    ...formatRoles(serviceRoles),
    ...(products.length === 0
      ? []
      : [`  products to activate: ${products.map(({ product }) => product).join(", ")}`]),
    judged,
  ].join("\n");
}

/** Those of a first cluster are one step of the console, and one line. */
function formatRoles(roles: readonly NeededRole[]): string[] {
  const first = roles.filter(({ firstUse }) => firstUse === true).map(({ role }) => role);
  const further = roles
    .filter(({ firstUse }) => firstUse !== true)
    .map(({ role, service, policy, because }) => {
      const reasons = [...new Set(because.map(({ what }) => what))].join(", ");
      return `  service role ${role} (trusts ${service}, has ${policy}): ${reasons}`;
    });
  return [
    ...(first.length === 0 ? [] : [`  service roles of a first cluster: ${first.join(", ")}`]),
    ...further,
  ];
}

function formatCluster(cluster: ClusterSummary): string[] {
  const { name, kind, plugin, serviceCidr, podCidr, pools, holds } = cluster;
  const min = total(pools.map(({ minNodes }) => minNodes));
  const max = total(pools.map(({ maxNodes }) => maxNodes));
  const pods = podCidr === undefined ? "" : `, Pods ${shown(podCidr)}`;
  return [
    `  cluster ${shown(name)} (${kind}, ${plugin}): ${pools.length} ${pools.length === 1 ? "pool" : "pools"}, ${range(min, max)} nodes; Services ${shown(serviceCidr)}${pods}`,
    ...pools.map((pool) => `    pool ${shown(pool.name)}: ${range(pool.minNodes, pool.maxNodes)} nodes`),
    ...(holds === undefined ? [] : formatHolds(holds)),
  ];
}

function formatHolds(holds: ClusterHolds): string[] {
  return [
    `    network, with ${holds.podsPerNode} Pods on each node:`,
    ...holdsTable(holds)
      .split("\n")
      .map((line) => `    ${line}`),
  ];
}

function formatVpc({ path, cidr, vswitches, freeAddresses }: VpcSummary): string[] {
  const free = freeAddresses === undefined ? "" : `, ${freeAddresses.toLocaleString("en-US")} addresses free`;
  return [
    `  VPC ${shown(cidr)} (${path})${free}`,
    ...vswitches.map(({ label, cidr: block, usable }) => {
      const addresses = usable === undefined ? "" : `, ${usable.toLocaleString("en-US")} usable`;
      return `    ${shown(block)} ${shownLabel(label)}${addresses}`;
    }),
  ];
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined || max === undefined) {
    return "an unknown number of";
  }
  return min === max ? String(min) : `${min} to ${max}`;
}

function total(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}

function shown(text: string): string {
  return isToken(text) ? "(known to Terraform)" : text;
}

function shownLabel(label: string): string {
  return label.replace(/\$\{[^}]*\}+/, "a zone known to Terraform");
}
