# A managed Pro cluster with Flannel in an existing VPC, and one pool; the module's resources, flattened.
provider "alicloud" {
  region = "cn-hangzhou"
}

data "alicloud_zones" "default" {
  available_resource_creation = "VSwitch"
}

data "alicloud_instance_types" "cloud_essd" {
  availability_zone    = data.alicloud_zones.default.zones[0].id
  cpu_core_count       = 4
  memory_size          = 8
  kubernetes_node_role = "Worker"
  system_disk_category = "cloud_essd"
}

resource "alicloud_vpc" "default" {
  vpc_name   = "tf-example"
  cidr_block = "10.4.0.0/16"
}

resource "alicloud_vswitch" "default" {
  vswitch_name = "tf-example"
  cidr_block   = "10.4.0.0/24"
  vpc_id       = alicloud_vpc.default.id
  zone_id      = data.alicloud_zones.default.zones[0].id
}

locals {
  addons = [
    { name = "flannel", config = "" },
    { name = "flexvolume", config = "" },
    { name = "alicloud-disk-controller", config = "" },
    { name = "logtail-ds", config = "{\"IngressDashboardEnabled\":\"true\"}" },
    { name = "nginx-ingress-controller", config = "{\"IngressSlbNetworkType\":\"internet\"}" },
  ]
}

resource "alicloud_cs_managed_kubernetes" "this" {
  name                 = substr("tf-example-4f1a2b3c-9d8e-4f70-8a6b-5c4d3e2f1a0b", 0, 63)
  cluster_spec         = "ack.pro.small"
  version              = "1.24.6-aliyun.1"
  worker_vswitch_ids   = [alicloud_vswitch.default.id]
  new_nat_gateway      = false
  pod_cidr             = cidrsubnet("10.0.0.0/8", 8, 36)
  service_cidr         = cidrsubnet("172.16.0.0/16", 4, 7)
  slb_internet_enabled = true

  dynamic "addons" {
    for_each = local.addons
    content {
      name   = addons.value.name
      config = addons.value.config
    }
  }
}

resource "alicloud_cs_kubernetes_node_pool" "this" {
  name                 = "tf-example-pool"
  cluster_id           = alicloud_cs_managed_kubernetes.this.id
  vswitch_ids          = [alicloud_vswitch.default.id]
  instance_types       = [data.alicloud_instance_types.cloud_essd.instance_types[0].id]
  desired_size         = 2
  system_disk_category = "cloud_essd"
  system_disk_size     = 40
}
