import type { Action, Path, Values } from "cdktf-ack/guard";

/**
 * Plans that Terraform made with the real provider (aliyun/alicloud 1.289.0) for a change of one argument: a literal
 * selection. `before` and `after` have the arguments that matter; the others are as in the state of the type.
 */
export interface RecordedChange {
  readonly name: string;
  readonly type: string;
  readonly actions: readonly Action[];
  readonly before: Values;
  readonly after: Values;
  readonly afterUnknown?: Values;
  readonly replacePaths?: readonly Path[];
}

/** The state of a cluster and of a pool whose next plan is empty. */
export const states: Readonly<Record<string, Values>> = {
  alicloud_cs_managed_kubernetes: {
    certificate_authority: { client_cert: "c" },
    cluster_domain: "cluster.local",
    cluster_spec: "ack.pro.small",
    connections: { api_server_intranet: "https://10.0.0.9:6443" },
    control_plane_log_project: "",
    control_plane_log_ttl: "",
    deletion_protection: false,
    disable_encryption: false,
    id: "c0123456789abcdef0123456789abcdef",
    ip_stack: "ipv4",
    is_enterprise_security_group: false,
    load_balancer_spec: "abc",
    name: "abc",
    name_prefix: "Terraform-Creation",
    nat_gateway_id: "ngw-abc",
    new_nat_gateway: true,
    node_cidr_mask: 24,
    profile: "Default",
    proxy_mode: "ipvs",
    resource_group_id: "rg-acfmabc",
    rrsa_metadata: [],
    security_group_id: "sg-abc",
    slb_id: "lb-abc",
    slb_internet: "47.0.0.9",
    slb_internet_enabled: true,
    slb_intranet: "10.0.0.9",
    version: "1.34.1-aliyun.1",
    vpc_id: "vpc-abc",
    vswitch_ids: ["vsw-bp1aaaaaaaaaaaaaaaaaa"],
    worker_ram_role_name: "KubernetesWorkerRole-abc",
    audit_log_config: [{ enabled: false, sls_project_name: "" }],
    control_plane_endpoints_config: [
      {
        internal_dns_config: [{ bind_vpcs: [], enabled: false }],
        load_balancers_config: [
          { load_balancer_id: "lb-abc", endpoint_type: "private", endpoint: "https://10.0.0.9:6443" },
        ],
      },
    ],
    maintenance_window: [{ enable: false, maintenance_time: "", duration: "", weekly_period: "" }],
    operation_policy: [{ cluster_auto_upgrade: [{ enabled: false, channel: "" }] }],
  },
  alicloud_cs_kubernetes_node_pool: {
    cluster_id: "c0123456789abcdef0123456789abcdef",
    cpu_policy: "none",
    format_disk: false,
    id: "c0123456789abcdef0123456789abcdef:np0123456789abcdef",
    image_id: "aliyun_3_x64.vhd",
    image_type: "AliyunLinux3",
    install_cloud_monitor: true,
    instance_charge_type: "PostPaid",
    keep_instance_name: false,
    multi_az_policy: "PRIORITY",
    name: "np",
    node_count: 0,
    node_name_mode: "",
    node_pool_id: "np0123456789abcdef",
    node_pool_name: "np",
    platform: "AliyunLinux",
    ram_role_name: "KubernetesWorkerRole-abc",
    resource_group_id: "rg-acfmabc",
    runtime_name: "containerd",
    runtime_version: "1.6.28",
    scaling_group_id: "asg-abc",
    scaling_policy: "release",
    security_group_id: "sg-abc",
    security_group_ids: ["sg-abc"],
    spot_strategy: "NoSpot",
    system_disk_categories: [],
    system_disk_category: "cloud_essd",
    type: "ess",
    management: [{ enable: false, auto_repair: false, auto_upgrade: false, auto_vul_fix: false }],
    scaling_config: [
      {
        enable: false,
        min_size: 0,
        max_size: 0,
        type: "",
        is_bond_eip: false,
        eip_bandwidth: 0,
        eip_internet_charge_type: "",
      },
    ],
    tee_config: [{ tee_enable: false }],
  },
};
