import type { Configuration } from "../compare";

const vpcId = "ref:alicloud_vpc.vpc.id";

/**
 * The use case of an ACK Serverless cluster, as published in alibabacloud-automation/landing-with-terraform, quickstarts,
 * Container_Service_for_Kubernetes(ACK), 201-use-case-create-ask-cluster, on 2026-08-08, with the defaults of its variables and
 * what its functions come to.
 */
export const serverlessUseCase: Configuration = {
  "data.alicloud_eci_zones.default": {},
  "alicloud_vpc.vpc": { vpc_name: "tf-vpc-172-16", cidr_block: "172.16.0.0/12" },
  "alicloud_vswitch.vsw": {
    vswitch_name: "tf-vswitch-172-16-0",
    vpc_id: vpcId,
    cidr_block: "172.16.128.0/20",
    zone_id: "ref:data.alicloud_eci_zones.default.zones[0].zone_ids.1",
  },
  "alicloud_security_group.group": { name: "tf-sg-172-16", vpc_id: vpcId },
  "alicloud_cs_serverless_kubernetes.serverless": {
    name: "ask-example-ask",
    version: "1.31.1-aliyun.1",
    cluster_spec: "ack.pro.small",
    vpc_id: vpcId,
    vswitch_ids: ["ref:alicloud_vswitch.vsw.id"],
    new_nat_gateway: true,
    endpoint_public_access_enabled: true,
    deletion_protection: false,
    security_group_id: "ref:alicloud_security_group.group.id",
    enable_rrsa: true,
    time_zone: "Asia/Shanghai",
    service_cidr: "10.13.0.0/16",
    service_discovery_types: ["CoreDNS"],
    tags: { cluster: "ack-serverless" },
    addons: [
      {
        name: "nginx-ingress-controller",
        config: '{"IngressSlbNetworkType":"internet","IngressSlbSpec":"slb.s2.small"}',
      },
      { name: "metrics-server" },
      { name: "knative" },
      { name: "managed-arms-prometheus" },
      { name: "logtail-ds" },
    ],
  },
};
