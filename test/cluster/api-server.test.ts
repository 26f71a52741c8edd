import { Limits, type ApiServerEndpoints } from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import { proCluster, terway, testStack, textToken } from "../support/stacks";

/** What a cluster in two zones says of the endpoints of its API server. */
function endpointsOf(apiServer: ApiServerEndpoints): unknown {
  const stack = testStack();
  Limits.of(stack).acknowledge("api-server-internal-dns-later", { reason: "the cluster exists" });
  const network = terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i"] });
  proCluster(stack, { network, apiServer });
  const made: Arguments = synthesize(stack).resource("alicloud_cs_managed_kubernetes");
  return made["control_plane_endpoints_config"];
}

describe("the endpoints of an API server", () => {
  test("are two load balancers of the user, the private one first", () => {
    expect(
      endpointsOf({ publicLoadBalancerId: "nlb-public1", privateLoadBalancerId: "nlb-private1" }),
    ).toEqual({
      load_balancers_config: [
        { endpoint_type: "private", load_balancer_id: "nlb-private1" },
        { endpoint_type: "public", load_balancer_id: "nlb-public1" },
      ],
    });
  });

  test("have a private one that ACK makes beside a public one of the user: a list without it would let it go", () => {
    expect(endpointsOf({ publicLoadBalancerId: "nlb-public1" })).toEqual({
      load_balancers_config: [
        { endpoint_type: "private" },
        { endpoint_type: "public", load_balancer_id: "nlb-public1" },
      ],
    });
  });

  test("have an internal name that is switched on or off in words, and leave the load balancers alone", () => {
    expect(endpointsOf({ internalDns: { enabled: true, vpcIds: ["vpc-bp1office"] } })).toEqual({
      internal_dns_config: { bind_vpcs: ["vpc-bp1office"], enabled: true },
    });
    expect(endpointsOf({ internalDns: { enabled: false } })).toEqual({
      internal_dns_config: { enabled: false },
    });
  });

  test("are no block when nothing is said of them", () => {
    expect(endpointsOf({})).toBeUndefined();
  });
});

test("the id of a load balancer that is made beside is held to its form in the plan", () => {
  const stack = testStack();
  proCluster(stack, { apiServer: { privateLoadBalancerId: textToken(stack) } });
  const { lifecycle } = synthesize(stack).resource("alicloud_cs_managed_kubernetes");
  expect(JSON.stringify(lifecycle)).toContain("api-server-load-balancer-id");
});
