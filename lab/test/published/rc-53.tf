# A private cluster with a key, a log project and Terway.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

variable "create_ack" {
  type    = bool
  default = false
}

locals {
  name  = "fincloud-sentinel-demo"
  zones = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-j"]
}

resource "alicloud_vpc" "main" {
  vpc_name   = local.name
  cidr_block = "10.42.0.0/16"
}

resource "alicloud_vswitch" "main" {
  count        = 3
  vpc_id       = alicloud_vpc.main.id
  vswitch_name = "${local.name}-${count.index}"
  zone_id      = local.zones[count.index]
  cidr_block   = cidrsubnet(alicloud_vpc.main.cidr_block, 4, count.index)
}

resource "alicloud_security_group" "main" {
  security_group_name = local.name
  vpc_id              = alicloud_vpc.main.id
}

resource "alicloud_log_project" "main" {
  project_name = "${local.name}-logs"
}

resource "alicloud_kms_key" "main" {
  description            = local.name
  automatic_rotation     = "Enabled"
  rotation_interval      = "30d"
  pending_window_in_days = 7
}

resource "alicloud_cs_managed_kubernetes" "main" {
  count                   = var.create_ack ? 1 : 0
  name_prefix             = local.name
  vswitch_ids             = alicloud_vswitch.main[*].id
  new_nat_gateway         = true
  pod_cidr                = "10.44.0.0/16"
  service_cidr            = "10.45.0.0/20"
  slb_internet_enabled    = false
  security_group_id       = alicloud_security_group.main.id
  encryption_provider_key = alicloud_kms_key.main.id
  enable_rrsa             = true

  addons {
    name = "terway-eniip"
  }
  addons {
    name = "csi-plugin"
  }
  addons {
    name = "csi-provisioner"
  }
  addons {
    name   = "logtail-ds"
    config = jsonencode({ sls_project_name = alicloud_log_project.main.project_name })
  }

  timeouts {
    create = "90m"
    update = "60m"
    delete = "60m"
  }
}
