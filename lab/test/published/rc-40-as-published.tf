# The cluster of 2019, with its workers, as it was published: today's provider has dropped most of its arguments.
provider "alicloud" {
  region = "eu-central-1"
}

resource "alicloud_cs_managed_kubernetes" "ack" {
  count                 = 1
  name                  = "k8s-ali-0a1b2c3d4e5f"
  vswitch_ids           = ["vsw-gw8a1b2c3d4e5f6g7h8i9", "vsw-gw8j1k2l3m4n5o6p7q8r9"]
  new_nat_gateway       = false
  worker_instance_types = ["ecs.sn1.medium"]
  worker_number         = 2
  key_name              = "k8s-ali"
  pod_cidr              = "172.20.0.0/16"
  service_cidr          = "172.21.0.0/20"
  install_cloud_monitor = true
  slb_internet_enabled  = true
  kube_config           = "./kubeconfig_ack"
}
