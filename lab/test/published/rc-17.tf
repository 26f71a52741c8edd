# An edge cluster with a worker of its own, and a pool in the cloud.
provider "alicloud" {
  region = "cn-hangzhou"
}

data "alicloud_zones" "default" {
  available_resource_creation = "VSwitch"
  available_disk_category     = "cloud_efficiency"
}

data "alicloud_instance_types" "default" {
  availability_zone    = data.alicloud_zones.default.zones.0.id
  cpu_core_count       = 4
  memory_size          = 8
  kubernetes_node_role = "Worker"
}

resource "alicloud_vpc" "vpc" {
  vpc_name   = "tf-vpc-172-16"
  cidr_block = "172.16.0.0/12"
}

resource "alicloud_vswitch" "vsw" {
  vswitch_name = "tf-vswitch-172-16-0"
  vpc_id       = alicloud_vpc.vpc.id
  cidr_block   = cidrsubnet(alicloud_vpc.vpc.cidr_block, 8, 8)
  zone_id      = data.alicloud_zones.default.zones.0.id
}

resource "alicloud_cs_edge_kubernetes" "edge" {
  name                  = "edge-example"
  version               = "1.28.9-aliyun.1"
  cluster_spec          = "ack.pro.small"
  worker_vswitch_ids    = split(",", join(",", alicloud_vswitch.vsw[*].id))
  worker_instance_types = [data.alicloud_instance_types.default.instance_types.0.id]
  password              = "Literal-1234"
  new_nat_gateway       = true
  pod_cidr              = "10.10.0.0/16"
  service_cidr          = "10.12.0.0/16"
  load_balancer_spec    = "slb.s2.small"
  worker_number         = 1
  node_cidr_mask        = 24

  runtime = {
    name    = "containerd"
    version = "1.6.34"
  }
}

resource "alicloud_cs_kubernetes_node_pool" "nodepool" {
  cluster_id            = alicloud_cs_edge_kubernetes.edge.id
  node_pool_name        = "edge-nodepool-1"
  vswitch_ids           = split(",", join(",", alicloud_vswitch.vsw[*].id))
  instance_types        = [data.alicloud_instance_types.default.instance_types.0.id]
  instance_charge_type  = "PostPaid"
  runtime_name          = "containerd"
  runtime_version       = "1.6.34"
  desired_size          = 2
  password              = "Literal-1234"
  install_cloud_monitor = true
  system_disk_category  = "cloud_efficiency"
  system_disk_size      = 100
  image_type            = "AliyunLinux"

  data_disks {
    category = "cloud_efficiency"
    size     = 120
  }

  lifecycle {
    ignore_changes = [labels]
  }
}
