import type { TerraformStack } from "cdktf";
import {
  Capacity,
  Egress,
  Limits,
  NatGateway,
  Placement,
  Quotas,
  RegisteredCluster,
  TerwayNetwork,
  Vpc,
  type IVpc,
  type NodePoolOptions,
} from "cdktf-ack";
import { eipAddress, vswitch } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { besideStack, listToken, numberToken, poolOptions, proCluster, terway } from "../support/stacks";

const gateway = (
  stack: TerraformStack,
  id: string,
  vpc: ReturnType<typeof Vpc.fromAttributes>,
  block: number,
) => new NatGateway(stack, id, { vpc, zone: "cn-hangzhou-h", vswitchCidr: `10.0.255.${16 * block}/28` });
const vpcOf = (stack: TerraformStack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });

const registered = (stack: TerraformStack, vpc: IVpc, apiServer?: { readonly intranet: string }) =>
  RegisteredCluster.fromAttributes(stack, "cluster", {
    clusterId: "c82e6987",
    vpc,
    ...(apiServer === undefined ? {} : { apiServer }),
  });

/** A pool in some vSwitch, of a cluster whose network goes out by SNAT entries. */
const poolIn =
  (options: (stack: TerraformStack) => Partial<NodePoolOptions>, egress = Egress.natGateway()) =>
  (stack: TerraformStack) =>
    proCluster(stack, { network: terway(stack, { egress }) }).addNodePool(
      "workers",
      poolOptions(options(stack)),
    );
const inVSwitch = (id: string) => () => ({ placement: Placement.vswitches(id) });

/** Public addresses of the user's own. */
function addresses(stack: TerraformStack, count: number): void {
  for (let index = 0; index < count; index++) {
    new eipAddress.EipAddress(stack, `address-${index}`, {});
  }
}

const tooMany = (total: number, max: number, at: string) => ({
  at,
  got: `${total} public addresses, counting those that ACK makes for API servers and NAT gateways`,
  want: `at most ${max}, the quota of public addresses of an account (eips)`,
  fix:
    "share NAT gateways, keep API servers private, or raise the quota (Quota Center, product EIP) and declare it: " +
    `Quotas.of(stack).set({ eips: ${total} })`,
});

/** A NAT gateway, which has an address, beside others. */
const gatewayBeside = (count: number) => (stack: TerraformStack) => {
  addresses(stack, count);
  gateway(stack, "nat", vpcOf(stack), 0);
};

/** The ways out of VPCs, and the addresses that they take. */
export const vpcGatewayCases: CasesById = {
  "registered-vpc-egress": {
    violating: {
      "a registered cluster in a VPC without a way out": {
        build: (stack) => registered(stack, vpcOf(stack)),
        at: "shop/cluster",
        got: "a registered cluster in a VPC without a NAT gateway",
        want: "a way to the internet, or an agent that comes by the private endpoint",
        rows: ["reg-vpc-public-egress"],
      },
    },
    legal: {
      "a NAT gateway in the VPC": {
        build: (stack) => {
          const vpc = vpcOf(stack);
          registered(stack, vpc);
          gateway(stack, "nat", vpc, 0);
        },
        rows: ["reg-vpc-public-egress"],
      },
      "an agent that comes by the private endpoint": {
        build: (stack) => registered(stack, vpcOf(stack), { intranet: "https://10.0.0.1:6443" }),
        rows: ["reg-vpc-public-egress"],
      },
      "a VPC that others made": (stack) =>
        registered(stack, Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" })),
    },
  },
  "nat-first-route": {
    violating: {
      "a second NAT gateway of a VPC": {
        build: (stack) => {
          const vpc = vpcOf(stack);
          gateway(stack, "nat-1", vpc, 0);
          gateway(stack, "nat-2", vpc, 1);
        },
        at: "shop/nat-2",
        got: "a NAT gateway beside shop/nat-1",
        want: "one NAT gateway in each VPC, or a route to each",
        fix: "share the first one (Egress.natGateway(gateway)), or route 0.0.0.0/0 to this one in a route table of its vSwitches",
        rows: ["nat-first-route"],
      },
      "a NAT gateway of each of two stacks in one existing VPC": {
        build: (stack) =>
          [stack, besideStack(stack, "ads")].forEach((one, index) =>
            gateway(
              one,
              "nat",
              Vpc.fromAttributes(one, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16" }),
              index,
            ),
          ),
        at: "shop/nat",
        got: "a NAT gateway beside ads/nat",
        want: "one NAT gateway in each VPC, or a route to each",
        fix: "share the first one (Egress.natGateway(gateway)), or route 0.0.0.0/0 to this one in a route table of its vSwitches",
      },
    },
    legal: {
      "a NAT gateway in each of two VPCs": {
        build: (stack) => {
          gateway(stack, "nat-1", vpcOf(stack), 0);
          gateway(stack, "nat-2", new Vpc(stack, "other", { cidr: "10.0.0.0/16" }), 0);
        },
        rows: ["nat-first-route"],
      },
      "one NAT gateway that two networks share": (stack) => {
        const vpc = vpcOf(stack);
        const options = { vpc, egress: Egress.natGateway() };
        new TerwayNetwork(stack, "one", { ...options, zones: ["cn-hangzhou-h"] });
        new TerwayNetwork(stack, "two", {
          ...options,
          zones: ["cn-hangzhou-i"],
          serviceCidr: "172.22.0.0/20",
        });
      },
    },
  },
  "snat-vswitch-coverage": {
    violating: {
      "a pool in an existing vSwitch that the network does not know": {
        build: poolIn(inVSwitch("vsw-1")),
        at: "shop/cluster/workers",
        got: "the vSwitch vsw-1, for which no network of the VPC has an SNAT entry",
        want: "an SNAT entry for each vSwitch that nodes are in",
        fix: "take a zone of the network (nodeVSwitchId names an existing vSwitch), add a snatEntry for it, or give the nodes publicIp",
        rows: ["snat-vswitch-coverage"],
      },
    },
    legal: {
      "a pool in an existing vSwitch of the network": {
        build: (stack) => {
          const zones = { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", podVSwitchId: "vsw-2" } };
          const network = terway(stack, { zones, egress: Egress.natGateway() });
          proCluster(stack, { network }).addNodePool(
            "workers",
            poolOptions({ placement: Placement.vswitches("vsw-1") }),
          );
        },
        rows: ["snat-vswitch-coverage"],
      },
      "nodes with addresses of their own": poolIn(() => ({
        ...inVSwitch("vsw-1")(),
        publicIp: { bandwidthMbps: 10 },
      })),
      "a VPC that has its routes": poolIn(inVSwitch("vsw-1"), Egress.existing()),
      "vSwitches that only Terraform knows, all of them": poolIn((stack) => ({
        placement: Placement.vswitches(...listToken(stack)),
      })),
    },
    unknown: {
      "a vSwitch that the app makes by other means": {
        build: poolIn((stack) => {
          const made = new vswitch.Vswitch(stack, "vswitch", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" });
          return { placement: Placement.vswitches(made.id) };
        }),
        limit: "partly",
      },
    },
  },
  "eip-quota-20": {
    violating: {
      "21 addresses: 20 of one's own and that of a NAT gateway": {
        build: gatewayBeside(20),
        ...tooMany(21, 20, "shop/nat"),
        rows: ["eip-quota-20", "quota-eip@gpu-scheduling-eci-windows"],
      },
      "21 addresses, with that of an API server and that of a NAT gateway by ACK": {
        build: (stack) => {
          addresses(stack, 19);
          Limits.of(stack).acknowledge("apiserver-eip-port-6443", { reason: "a test of addresses" });
          proCluster(stack, {
            network: terway(stack, { egress: Egress.byAck() }),
            publicApiServer: true,
          });
        },
        ...tooMany(21, 20, "shop/cluster"),
        rows: ["quota-eip@gpu-scheduling-eci-windows"],
      },
      "21 addresses of 21 nodes": {
        build: (stack) =>
          proCluster(stack).addNodePool(
            "workers",
            poolOptions({ capacity: Capacity.autoscale({ min: 21, max: 30, eip: { bandwidthMbps: 5 } }) }),
          ),
        ...tooMany(21, 20, "shop/cluster"),
      },
      "3 addresses and a declared quota of 2": {
        build: (stack) => {
          Quotas.of(stack).set({ eips: 2 });
          gatewayBeside(2)(stack);
        },
        ...tooMany(3, 2, "shop/nat"),
      },
    },
    legal: {
      "20 addresses: 19 of one's own and that of a NAT gateway": {
        build: gatewayBeside(19),
        rows: ["eip-quota-20", "quota-eip@gpu-scheduling-eci-windows"],
      },
      "21 addresses of two stacks that name no account": (stack) => {
        gatewayBeside(10)(stack);
        gatewayBeside(9)(besideStack(stack, "ads"));
      },
    },
    unknown: {
      "a number of nodes with addresses that only Terraform knows": {
        build: (stack) =>
          proCluster(stack).addNodePool(
            "workers",
            poolOptions({
              capacity: Capacity.autoscale({ min: numberToken(stack), max: 30, eip: { bandwidthMbps: 5 } }),
            }),
          ),
        limit: "partly",
      },
    },
  },
};
