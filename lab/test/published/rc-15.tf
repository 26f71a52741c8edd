# A dedicated cluster with Terway, in the zones and with the instance types that all of them have.
provider "alicloud" {
  region = "cn-hangzhou"
}

variable "availability_zone" {
  default = ["cn-hangzhou-i", "cn-hangzhou-j", "cn-hangzhou-k"]
}

variable "cluster_addons" {
  type = list(object({
    name   = string
    config = string
  }))
  default = [
    { "name" = "terway-eniip", "config" = "" },
    { "name" = "csi-plugin", "config" = "" },
    { "name" = "csi-provisioner", "config" = "" },
    { "name" = "logtail-ds", "config" = "{\"IngressDashboardEnabled\":\"true\"}" },
    { "name" = "nginx-ingress-controller", "config" = "{\"IngressSlbNetworkType\":\"internet\"}" },
    { "name" = "arms-prometheus", "config" = "" },
    { "name" = "ack-node-problem-detector", "config" = "{\"sls_project_name\":\"\"}" },
  ]
}

data "alicloud_enhanced_nat_available_zones" "enhanced" {}

data "alicloud_resource_manager_resource_groups" "default" {
  status = "OK"
}

data "alicloud_instance_types" "default" {
  for_each             = toset(local.common_zone_ids)
  availability_zone    = each.key
  cpu_core_count       = 8
  memory_size          = 16
  kubernetes_node_role = "Master"
  system_disk_category = "cloud_essd"
}

locals {
  all_zone_ids                = [for zones in data.alicloud_enhanced_nat_available_zones.enhanced.zones : zones.zone_id]
  common_zone_ids             = setintersection(toset(var.availability_zone), toset(local.all_zone_ids))
  instance_types_per_az       = { for az, types in data.alicloud_instance_types.default : az => [for t in types.instance_types : t.id] }
  all_instance_types_in_zones = [for zone in local.common_zone_ids : local.instance_types_per_az[zone]]
  sets                        = [for s in local.all_instance_types_in_zones : toset(s)]
  common_instance_types = [
    for element in local.sets[0] : element
    if length([for set in local.sets : set if contains(set, element)]) == length(local.sets)
  ]
}

resource "alicloud_vpc" "vpc" {
  count      = 1
  cidr_block = "10.0.0.0/8"
}

resource "alicloud_vswitch" "vswitches" {
  count      = 3
  vpc_id     = join("", alicloud_vpc.vpc[*].id)
  cidr_block = element(["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"], count.index)
  zone_id    = tolist(local.common_zone_ids)[count.index]
}

resource "alicloud_vswitch" "terway_vswitches" {
  count      = 3
  vpc_id     = join("", alicloud_vpc.vpc[*].id)
  cidr_block = element(["10.4.0.0/16", "10.5.0.0/16", "10.6.0.0/16"], count.index)
  zone_id    = tolist(local.common_zone_ids)[count.index]
}

resource "alicloud_cs_kubernetes" "default" {
  master_vswitch_ids    = alicloud_vswitch.vswitches[*].id
  pod_vswitch_ids       = alicloud_vswitch.terway_vswitches[*].id
  master_instance_types = [local.common_instance_types[0], local.common_instance_types[0], local.common_instance_types[0]]
  master_disk_category  = "cloud_essd"
  password              = "Literal-1234"
  service_cidr          = "172.18.0.0/16"
  load_balancer_spec    = "slb.s1.small"
  install_cloud_monitor = "true"
  resource_group_id     = data.alicloud_resource_manager_resource_groups.default.groups.0.id
  deletion_protection   = "false"
  timezone              = "Asia/Shanghai"
  os_type               = "Linux"
  platform              = "AliyunLinux3"
  cluster_domain        = "cluster.local"
  proxy_mode            = "ipvs"
  custom_san            = "www.terraform.io"
  new_nat_gateway       = "true"

  dynamic "addons" {
    for_each = var.cluster_addons
    content {
      name   = lookup(addons.value, "name", var.cluster_addons)
      config = lookup(addons.value, "config", var.cluster_addons)
    }
  }
}
