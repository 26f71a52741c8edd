import { ackGuide, limitsOn, type Fact, type FactList } from "../limits";
import type { NetworkPlugin } from "../network";

/** Settings of the API server and of the cloud controller manager that have a form. */
export interface ComponentSettingFacts {
  readonly nodePortRange: Fact<string> | undefined;
  readonly routeTableIds: FactList<string> | undefined;
  /** Undefined for an existing cluster of which nobody knows. */
  readonly plugin: NetworkPlugin | undefined;
}

const settings = limitsOn<ComponentSettingFacts>("Add-ons");

export const componentSettingLimits = [
  settings.limit(
    "cp-nodeport-range",
    ["nodePortRange"],
    {
      statement: "Node ports are a range within 10000 to 65535; by default 30000 to 32767.",
      source: ackGuide("5.9 Customize the control plane of an ACK Pro cluster", "7949-7951"),
      rows: ["cp-nodeport-range"],
      fix: 'take a part of it, such as ServiceNodePortRange: "30000-32767"',
    },
    ({ nodePortRange }) => {
      const ports = nodePortRange === undefined ? undefined : portsOf(nodePortRange);
      return nodePortRange === undefined ||
        (ports !== undefined && ports.first >= 10_000 && ports.last <= 65_535 && ports.first <= ports.last)
        ? []
        : [{ got: `ServiceNodePortRange ${nodePortRange}`, want: "a range within 10000-65535" }];
    },
  ),
  settings.eachFormat(
    "multi-route-table-ids",
    "routeTableIds",
    /^vtb-[a-z0-9]+$/,
    { member: "route table", want: "an id such as vtb-t4n788888abcd" },
    {
      statement:
        "The cloud controller manager takes the ids of route tables, with commas and no blanks between them.",
      source: ackGuide("7.3.7 Use several route tables of a VPC", "12239-12240"),
      rows: ["multi-route-table-ids"],
      fix: "name the system route table of the VPC and those of your own: RouteTableIDS: [vpc.resource.routeTableId, ...].join()",
    },
  ),
  settings.limit(
    "multi-route-table-support",
    ["routeTableIds", "plugin"],
    {
      // Managed clusters can do it by now, with cloud controller manager 2.4.0.
      statement: "Route tables are for Flannel clusters: Terway nodes take no route entries.",
      source: ackGuide("7.3.7 Use several route tables of a VPC", "12218-12230"),
      rows: ["multi-route-table-support"],
      advice: true,
      fix: "leave RouteTableIDS out",
    },
    ({ routeTableIds, plugin }) =>
      routeTableIds !== undefined && plugin === "terway"
        ? [{ got: "RouteTableIDS in a Terway cluster", want: "a Flannel cluster" }]
        : [],
  ),
];

/** Kubernetes takes two ports, a port and a number of further ones, or one port. */
function portsOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const [, first, sign, other] = /^(\d{1,5})(?:([-+])(\d{1,5}))?$/.exec(text) ?? [];
  if (first === undefined) {
    return undefined;
  }
  const base = Number(first);
  return {
    first: base,
    last: other === undefined ? base : sign === "+" ? base + Number(other) : Number(other),
  };
}
