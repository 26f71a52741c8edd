import { testLimits } from "../support/limit-cases";
import { testKinds } from "../support/limit-kinds";
import { networkLimitCases } from "./limit-cases";

testLimits(networkLimitCases);

testKinds(networkLimitCases, {
  advice: [
    "containeros-sg-port-22",
    "dns-sg-udp-53",
    "existing-security-group-no-rules",
    "multi-cluster-service-cidr",
    "nat-first-route",
    "registered-vpc-egress",
    "secondary-cidr-sg-rules",
    "sg-basic-inbound-minimum",
    "sg-basic-outbound-minimum",
    "sg-existing-lacks-rules",
    "sg-pod-cidr-conflict",
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
    "sg-enterprise-inbound-minimum",
    "sg-enterprise-outbound-minimum",
    "terway-pod-vswitch-zone-match",
    "vpc-cidr-allowed",
    "vpc-cidr-mask",
    "vswitch-cidr-mask",
    "vswitch-ipv6-blocks-differ",
  ],
});
