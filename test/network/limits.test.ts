import { testLimits } from "../support/limit-cases";
import { testKinds } from "../support/limit-kinds";
import { networkLimitCases } from "./limit-cases";

testLimits(networkLimitCases);

testKinds(networkLimitCases, {
  advice: [
    "existing-security-group-no-rules",
    "multi-cluster-service-cidr",
    "nat-first-route",
    "sg-pod-cidr-rule",
    "snat-vswitch-coverage",
    "terway-own-pod-vswitch",
    "terway-planned-pod-vswitch",
    "terway-pod-vswitch-min-size",
  ],
  quotas: ["eip-quota-20", "flannel-vpc-routes"],
  canYield: [
    "cluster-vpc-immutable",
    "dualstack-vpc-ecs-ipv6",
    "idc-cidr-disjoint",
    "interconnect-cidr-disjoint",
    "nat-bandwidth",
    "nat-gateway-of-vpc",
    "node-pool-sg-max-5",
    "node-pool-sg-single-kind",
    "node-vswitches-unique",
    "sg-basic-vs-enterprise",
    "terway-pod-vswitch-zone-match",
    "vpc-cidr-allowed",
    "vpc-cidr-mask",
    "vswitch-cidr-mask",
    "vswitch-ipv6-blocks-differ",
  ],
});
