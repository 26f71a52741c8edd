import type { IConstruct } from "constructs";
import { blockOf, type Rendered } from "../resource";
import { blocks, claimed, isOff, isOn, resourcesIn, type ClaimFinding, type Fault } from "./claim";

/**
 * The internet reaches nothing: neither an API server, nor a node, nor a load balancer of Terraform. Services of Kubernetes make load
 * balancers of their own, of which Terraform knows nothing.
 */
export function noPublicEndpoint(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("no public endpoint", scope, ({ clusters, pools }) => [
    ...clusters.flatMap(publicApiServers),
    ...pools.flatMap(publicNodes),
    ...resourcesIn(scope, [...openings.keys()]).flatMap((resource) => {
      const got = openings.get(resource.resource.terraformResourceType)?.(resource.body);
      return got === undefined
        ? []
        : [{ path: resource.path, got, want: "nothing that the internet reaches" }];
    }),
  ]);
}

/** Nothing leads out to the internet: no NAT gateway, neither of Terraform nor made by ACK. */
export function noWayOut(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("no way out to the internet", scope, ({ clusters }) => [
    ...clusters
      .filter(({ body }) => !isOff(body["new_nat_gateway"]))
      .map(({ path }) => ({ path, got: "a NAT gateway that ACK makes", want: "Egress.none()" })),
    ...resourcesIn(scope, ways).map(({ path, address }) => ({
      path,
      got: address.slice(0, address.indexOf(".")),
      want: "no way out",
    })),
  ]);
}

const ways = ["alicloud_nat_gateway", "alicloud_snat_entry", "alicloud_vpc_ipv6_internet_bandwidth"];

/** What opens something to the internet, and how. */
const openings = new Map<string, (body: Rendered["body"]) => string | undefined>([
  ["alicloud_eip_association", (body) => (isOfNat(body) ? undefined : "an EIP of what is no NAT gateway")],
  ["alicloud_forward_entry", () => "a port that a NAT gateway forwards"],
  ["alicloud_slb_load_balancer", publicBalancer],
  ["alicloud_nlb_load_balancer", publicBalancer],
  ["alicloud_alb_load_balancer", publicBalancer],
  [
    "alicloud_instance",
    (body) =>
      isAddressed(body["internet_max_bandwidth_out"]) ? "an instance with a public address" : undefined,
  ],
]);

function isOfNat(body: Rendered["body"]): boolean {
  return body["instance_type"] === "Nat" || String(body["instance_id"]).startsWith("${alicloud_nat_gateway.");
}

function publicBalancer(body: Rendered["body"]): string | undefined {
  const type = body["address_type"];
  return typeof type === "string" && type.toLowerCase() === "intranet"
    ? undefined
    : "a load balancer that is not said to be private";
}

function publicApiServers({ path, body }: Rendered): readonly Fault[] {
  const want = "a private API server";
  const config = blockOf(body, "control_plane_endpoints_config");
  const types = blocks(config, "load_balancers_config").map((one) => one["endpoint_type"]);
  return [
    // The provider makes one public that says nothing.
    ...(isOff(body["slb_internet_enabled"]) ? [] : [{ path, got: "a public API server", want }]),
    ...(types.every((type) => type === "private")
      ? []
      : [{ path, got: "a public load balancer for the API server", want }]),
  ];
}

function publicNodes({ path, body }: Rendered): readonly Fault[] {
  const want = "nodes without public addresses";
  return [
    ...(isAddressed(body["internet_max_bandwidth_out"])
      ? [{ path, got: "nodes with public addresses", want }]
      : []),
    ...(isOn(blockOf(body, "scaling_config")["is_bond_eip"])
      ? [{ path, got: "nodes with an EIP each", want }]
      : []),
  ];
}

/** What only Terraform knows may be a bandwidth. */
function isAddressed(bandwidth: unknown): boolean {
  return bandwidth !== undefined && Number(bandwidth) !== 0;
}
