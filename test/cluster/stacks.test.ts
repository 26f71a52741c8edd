import { App } from "cdktf";
import { Egress, LimitError, Vpc } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { besideStack, inVpc, poolOptions, proCluster, terway, testStack } from "../support/stacks";

describe("clusters in several stacks", () => {
  test("with one VPC in a third stack are held apart", () => {
    const base = testStack("base");
    const vpc = new Vpc(base, "vpc", { cidr: "10.0.0.0/16" });
    for (const [index, id] of ["shop", "ads"].entries()) {
      const network = inVpc(vpc, `${id}-network`, {
        zones: { h: { zone: "cn-hangzhou-h", nodeCidr: `10.0.${index}.0/24` } },
        podCidr: "172.20.0.0/16",
        serviceCidr: `192.168.${16 * index}.0/20`,
      });
      proCluster(besideStack(base, id), { network });
    }
    expect(() => App.of(base).synth()).toThrow(LimitError);
    expect(() => synthesize(base)).toThrow(
      /multi-cluster-pod-cidr-disjoint {3}base\/shop-network[^]*got {4}the Pod CIDR 172.20.0.0\/16, inside the Pod CIDR 172.20.0.0\/16 of base\/ads-network/,
    );
  });

  test("refer to a network of another stack by outputs, and wait for nothing there", () => {
    const base = testStack("base");
    const shop = besideStack(base, "shop");
    const network = terway(base, { egress: Egress.natGateway() });
    const cluster = proCluster(shop, { network });
    cluster.addNodePool("workers", poolOptions());
    const [baseJson, shopJson] = [synthesize(base), synthesize(shop)];
    expect(shopJson.resource("alicloud_cs_managed_kubernetes")["depends_on"]).toBeUndefined();
    expect(shopJson.resource("alicloud_cs_managed_kubernetes")["vswitch_ids"]).toEqual([
      expect.stringMatching(/^\$\{data\.terraform_remote_state\.cross-stack-reference-input-base\.outputs\./),
    ]);
    expect(Object.keys(baseJson.resources("alicloud_snat_entry"))).toHaveLength(2);
  });
});
