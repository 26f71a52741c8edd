# What a RAM user may do in a private cluster, in two grants.
provider "alicloud" {
  region = "cn-hangzhou"
}

locals {
  # A random number, as published.
  suffix = 12345
}

data "alicloud_enhanced_nat_available_zones" "enhanced" {}

data "alicloud_cs_kubernetes_version" "default" {
  cluster_type = "ManagedKubernetes"
}

resource "alicloud_vpc" "vpc" {
  cidr_block = "10.0.0.0/8"
}

resource "alicloud_vswitch" "default" {
  count      = 2
  vpc_id     = alicloud_vpc.vpc.id
  cidr_block = element(["10.1.0.0/16", "10.2.0.0/16"], count.index)
  zone_id    = data.alicloud_enhanced_nat_available_zones.enhanced.zones[count.index].zone_id
}

resource "alicloud_cs_managed_kubernetes" "default" {
  name                 = "terraform-example-${local.suffix}"
  cluster_spec         = "ack.pro.small"
  version              = data.alicloud_cs_kubernetes_version.default.metadata.0.version
  worker_vswitch_ids   = split(",", join(",", alicloud_vswitch.default[*].id))
  new_nat_gateway      = false
  pod_cidr             = "172.16.0.0/16"
  service_cidr         = "192.168.0.0/16"
  slb_internet_enabled = false
}

resource "alicloud_ram_user" "user" {
  name = "terraform-example-${local.suffix}"
}

resource "alicloud_cs_kubernetes_permissions" "default" {
  uid = alicloud_ram_user.user.id

  permissions {
    cluster     = alicloud_cs_managed_kubernetes.default.id
    role_type   = "cluster"
    role_name   = "admin"
    namespace   = ""
    is_custom   = false
    is_ram_role = false
  }
}

resource "alicloud_cs_kubernetes_permissions" "attach" {
  uid = alicloud_ram_user.user.id

  permissions {
    cluster     = alicloud_cs_managed_kubernetes.default.id
    role_type   = "namespace"
    role_name   = "cs:dev"
    namespace   = "default"
    is_custom   = true
    is_ram_role = false
  }
}
