# A managed Pro cluster with Terway in three zones and three kinds of pools.
provider "alicloud" {
  region = "cn-shenzhen"
}

variable "availability_zone" {
  default = ["cn-shenzhen-c", "cn-shenzhen-e", "cn-shenzhen-f"]
}

variable "worker_instance_types" {
  default = ["ecs.g6.2xlarge", "ecs.g6.xlarge"]
}

variable "cluster_addons" {
  type = list(object({
    name   = string
    config = string
  }))
  default = [
    { "name" = "terway-eniip", "config" = "" },
    { "name" = "logtail-ds", "config" = "{\"IngressDashboardEnabled\":\"true\"}" },
    { "name" = "nginx-ingress-controller", "config" = "{\"IngressSlbNetworkType\":\"internet\"}" },
    { "name" = "arms-prometheus", "config" = "" },
    { "name" = "ack-node-problem-detector", "config" = "{\"sls_project_name\":\"\"}" },
    { "name" = "csi-plugin", "config" = "" },
    { "name" = "csi-provisioner", "config" = "" },
  ]
}

locals {
  k8s_name_terway         = substr(join("-", ["tf-ack-shenzhen", "terway"]), 0, 63)
  new_vpc_name            = "tf-vpc-172-16"
  nodepool_name           = "default-nodepool"
  managed_nodepool_name   = "managed-node-pool"
  autoscale_nodepool_name = "autoscale-node-pool"
}

data "alicloud_instance_types" "default" {
  cpu_core_count       = 8
  memory_size          = 32
  availability_zone    = var.availability_zone[0]
  kubernetes_node_role = "Worker"
}

resource "alicloud_vpc" "default" {
  vpc_name   = local.new_vpc_name
  cidr_block = "172.16.0.0/12"
}

resource "alicloud_vswitch" "vswitches" {
  count      = 3
  vpc_id     = alicloud_vpc.default.id
  cidr_block = element(["172.16.0.0/23", "172.16.2.0/23", "172.16.4.0/23"], count.index)
  zone_id    = element(var.availability_zone, count.index)
}

resource "alicloud_vswitch" "terway_vswitches" {
  count      = 3
  vpc_id     = alicloud_vpc.default.id
  cidr_block = element(["172.16.208.0/20", "172.16.224.0/20", "172.16.240.0/20"], count.index)
  zone_id    = element(var.availability_zone, count.index)
}

resource "alicloud_cs_managed_kubernetes" "default" {
  name                         = local.k8s_name_terway
  cluster_spec                 = "ack.pro.small"
  worker_vswitch_ids           = split(",", join(",", alicloud_vswitch.vswitches[*].id))
  pod_vswitch_ids              = split(",", join(",", alicloud_vswitch.terway_vswitches[*].id))
  new_nat_gateway              = true
  service_cidr                 = "10.11.0.0/16"
  slb_internet_enabled         = true
  enable_rrsa                  = true
  control_plane_log_components = ["apiserver", "kcm", "scheduler", "ccm"]

  dynamic "addons" {
    for_each = var.cluster_addons
    content {
      name   = lookup(addons.value, "name", var.cluster_addons)
      config = lookup(addons.value, "config", var.cluster_addons)
    }
  }
}

resource "alicloud_cs_kubernetes_node_pool" "default" {
  cluster_id            = alicloud_cs_managed_kubernetes.default.id
  node_pool_name        = local.nodepool_name
  vswitch_ids           = split(",", join(",", alicloud_vswitch.vswitches[*].id))
  instance_types        = var.worker_instance_types
  instance_charge_type  = "PostPaid"
  desired_size          = 2
  password              = "Literal-1234"
  install_cloud_monitor = true
  system_disk_category  = "cloud_efficiency"
  system_disk_size      = 100
  image_type            = "AliyunLinux"

  data_disks {
    category = "cloud_essd"
    size     = 120
  }
}

resource "alicloud_cs_kubernetes_node_pool" "managed_node_pool" {
  cluster_id     = alicloud_cs_managed_kubernetes.default.id
  node_pool_name = local.managed_nodepool_name
  vswitch_ids    = split(",", join(",", alicloud_vswitch.vswitches[*].id))
  desired_size   = 0

  management {
    auto_repair     = true
    auto_upgrade    = true
    max_unavailable = 1
  }

  instance_types        = var.worker_instance_types
  instance_charge_type  = "PostPaid"
  password              = "Literal-1234"
  install_cloud_monitor = true
  system_disk_category  = "cloud_efficiency"
  system_disk_size      = 100
  image_type            = "AliyunLinux"

  data_disks {
    category = "cloud_essd"
    size     = 120
  }
}

resource "alicloud_cs_kubernetes_node_pool" "autoscale_node_pool" {
  cluster_id     = alicloud_cs_managed_kubernetes.default.id
  node_pool_name = local.autoscale_nodepool_name
  vswitch_ids    = split(",", join(",", alicloud_vswitch.vswitches[*].id))

  scaling_config {
    min_size = 1
    max_size = 10
  }

  instance_types        = var.worker_instance_types
  password              = "Literal-1234"
  install_cloud_monitor = true
  system_disk_category  = "cloud_efficiency"
  system_disk_size      = 100
  image_type            = "AliyunLinux3"

  data_disks {
    category = "cloud_essd"
    size     = 120
  }
}
