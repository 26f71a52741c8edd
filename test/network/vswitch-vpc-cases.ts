import type { TerraformStack } from "cdktf";
import type { ProCluster } from "cdktf-ack";
import { Placement, Vpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { besideStack, inVpc, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const fix = "take vSwitches of the VPC of the cluster; if that is too small, give it secondaryCidrs";
const want = "vSwitches of one VPC for each cluster";

/** A cluster in an existing VPC and vSwitch. */
function clusterIn(stack: TerraformStack, id: string, vpcId: string, nodeVSwitchId: string): ProCluster {
  const vpc = Vpc.fromAttributes(stack, `${id}-vpc`, { vpcId });
  const zones = { h: { zone: "cn-hangzhou-h", nodeVSwitchId } };
  const ranges = { podCidr: "172.20.0.0/16", serviceCidr: "172.21.0.0/20" };
  return proCluster(stack, { id, network: inVpc(vpc, `${id}-network`, { zones, ...ranges }) });
}

/** A pool of a cluster, in the vSwitch of another network. */
const poolElsewhere = (stack: TerraformStack) => {
  const other = terway(stack, { id: "other" });
  const [vswitchId = ""] = other.nodeVSwitches.values();
  proCluster(stack, { id: "neighbour", network: other });
  proCluster(stack).addNodePool("workers", poolOptions({ placement: Placement.vswitches(vswitchId) }));
};

export const vswitchVpcCases: CasesById = {
  "cluster-vpc-immutable": {
    violating: {
      "a pool in a vSwitch of the VPC of another cluster": {
        build: poolElsewhere,
        at: "shop/cluster/workers",
        got: "a vSwitch of the VPC shop/other-vpc, where shop/neighbour is, for a cluster in the VPC shop/cluster-network-vpc",
        want,
        fix,
        rows: ["asg-region-vpc", "cluster-vpc-immutable"],
      },
      "an existing vSwitch in two VPCs": {
        build: (stack) => {
          clusterIn(stack, "one", "vpc-1", "vsw-1");
          clusterIn(stack, "two", "vpc-2", "vsw-1");
        },
        at: "shop/two",
        got: "the vSwitch vsw-1 of the VPC vpc-1, where shop/one is, for a cluster in the VPC vpc-2",
        want,
        fix,
      },
    },
    legal: {
      "a pool in another vSwitch of the VPC of its cluster": {
        build: (stack) =>
          clusterIn(stack, "one", "vpc-1", "vsw-1").addNodePool(
            "workers",
            poolOptions({ placement: Placement.vswitches("vsw-2") }),
          ),
        rows: ["asg-region-vpc", "cluster-vpc-immutable"],
      },
      "a vSwitch of a VPC whose id only Terraform knows": (stack) => {
        clusterIn(stack, "one", "vpc-1", "vsw-1");
        clusterIn(besideStack(stack, "ads"), "two", textToken(stack), "vsw-1");
      },
    },
  },
};
