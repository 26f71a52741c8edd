# A VPC with egress, every role that ACK acts in made by hand, and a managed cluster with two workers.
# Mended: workers in a pool of their own; an Enhanced NAT gateway in a vSwitch; resources and arguments under today's names.
provider "alicloud" {
  region = "eu-central-1"
}

locals {
  # Random digits, as published.
  name = "k8s-ali-0a1b2c3d4e5f"

  policies = {
    "k8s-AliyunOSSAccess"   = "oss:*"
    "k8s-AliyunCMSAccess"   = "cms:*"
    "k8s-AliyunRAMpassrole" = "ram:PassRole"
    "k8s-AliyunCRaccess"    = "cr:*"
    "k8s-AliyunOOSaccess"   = "oos:*"
  }

  roles = {
    AliyunCSClusterRole = {
      service = "cs"
      custom  = ["k8s-AliyunOSSAccess", "k8s-AliyunCMSAccess"]
      system  = ["AliyunECSReadOnlyAccess", "AliyunSLBFullAccess", "AliyunLogFullAccess"]
    }
    AliyunCSDefaultRole = {
      service = "cs"
      custom  = ["k8s-AliyunRAMpassrole", "k8s-AliyunCMSAccess"]
      system = [
        "AliyunRAMFullAccess", "AliyunECSFullAccess", "AliyunVPCFullAccess", "AliyunSLBFullAccess",
        "AliyunDNSFullAccess", "AliyunRDSFullAccess", "AliyunROSFullAccess", "AliyunESSFullAccess",
      ]
    }
    AliyunCSManagedKubernetesRole = {
      service = "cs"
      custom  = ["k8s-AliyunCRaccess"]
      system  = ["AliyunRAMFullAccess", "AliyunECSFullAccess", "AliyunSLBFullAccess", "AliyunVPCFullAccess"]
    }
    AliyunCSServerlessKubernetesRole = {
      service = "cs"
      custom  = ["k8s-AliyunCRaccess"]
      system = [
        "AliyunVPCFullAccess", "AliyunECSFullAccess", "AliyunSLBFullAccess", "AliyunPvtzFullAccess",
        "AliyunECIFullAccess",
      ]
    }
    AliyunESSDefaultRole = {
      service = "ess"
      custom  = ["k8s-AliyunOOSaccess", "k8s-AliyunCMSAccess", "k8s-AliyunRAMpassrole"]
      system = [
        "AliyunECSFullAccess", "AliyunSLBFullAccess", "AliyunRDSFullAccess", "AliyunVPCFullAccess",
        "AliyunMNSFullAccess",
      ]
    }
    AliyunCSKubernetesAuditRole = {
      service = "cs"
      custom  = []
      system  = ["AliyunLogFullAccess"]
    }
  }

  attachments = concat(
    flatten([for role, of in local.roles : [for policy in of.custom : { role = role, policy = policy, type = "Custom" }]]),
    flatten([for role, of in local.roles : [for policy in of.system : { role = role, policy = policy, type = "System" }]]),
  )
}

data "alicloud_zones" "main" {
  count                       = 1
  available_resource_creation = "VSwitch"
}

data "alicloud_ram_policies" "system" {
  for_each   = toset([for one in local.attachments : one.policy if one.type == "System"])
  type       = "System"
  name_regex = "^${each.key}$"
}

resource "alicloud_key_pair" "publickey" {
  count      = 1
  public_key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 somebody@example.com"
}

resource "alicloud_vpc" "vpc" {
  count      = 1
  cidr_block = "10.0.0.0/8"
  vpc_name   = "k8svpc"
}

resource "alicloud_vswitch" "vswitches" {
  count        = 2
  vpc_id       = alicloud_vpc.vpc[0].id
  cidr_block   = ["10.0.1.0/24", "10.0.2.0/24"][count.index]
  zone_id      = data.alicloud_zones.main[0].zones[count.index].id
  vswitch_name = "${local.name}-vswitch-${count.index}"
  depends_on   = [alicloud_vpc.vpc]
}

resource "alicloud_nat_gateway" "default" {
  count            = 1
  vpc_id           = alicloud_vpc.vpc[0].id
  vswitch_id       = alicloud_vswitch.vswitches[0].id
  nat_type         = "Enhanced"
  payment_type     = "PayAsYouGo"
  nat_gateway_name = "${local.name}-natgw"
  depends_on       = [alicloud_vswitch.vswitches]

  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_eip" "eip" {
  count      = 1
  bandwidth  = "10"
  depends_on = [alicloud_nat_gateway.default]
}

resource "alicloud_eip_association" "eipassoc" {
  count         = 1
  allocation_id = alicloud_eip.eip[0].id
  instance_id   = alicloud_nat_gateway.default[0].id
  depends_on    = [alicloud_eip.eip]
}

resource "alicloud_snat_entry" "default" {
  count             = 2
  snat_table_id     = alicloud_nat_gateway.default[0].snat_table_ids
  source_vswitch_id = alicloud_vswitch.vswitches[count.index].id
  snat_ip           = alicloud_eip.eip[0].ip_address
  depends_on        = [alicloud_eip_association.eipassoc]
}

resource "alicloud_ram_policy" "custom" {
  for_each    = local.policies
  policy_name = each.key
  force       = true
  policy_document = jsonencode({
    Version   = "1"
    Statement = [{ Effect = "Allow", Action = [each.value], Resource = ["*"] }]
  })

  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_ram_role" "service" {
  for_each  = local.roles
  role_name = each.key
  force     = true
  assume_role_policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = ["${each.value.service}.aliyuncs.com"] }
    }]
  })

  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_ram_role_policy_attachment" "service" {
  for_each    = { for one in local.attachments : "${one.role}/${one.policy}" => one }
  role_name   = alicloud_ram_role.service[each.value.role].role_name
  policy_name = each.value.type == "Custom" ? alicloud_ram_policy.custom[each.value.policy].policy_name : each.value.policy
  policy_type = each.value.type
}

resource "alicloud_cs_managed_kubernetes" "ack" {
  count                = 1
  name                 = local.name
  vswitch_ids          = alicloud_vswitch.vswitches[*].id
  new_nat_gateway      = false
  pod_cidr             = "172.20.0.0/16"
  service_cidr         = "172.21.0.0/20"
  slb_internet_enabled = true
  depends_on           = [alicloud_snat_entry.default, alicloud_ram_role_policy_attachment.service]
}

resource "alicloud_cs_kubernetes_node_pool" "workers" {
  node_pool_name        = "workers"
  cluster_id            = alicloud_cs_managed_kubernetes.ack[0].id
  vswitch_ids           = alicloud_vswitch.vswitches[*].id
  instance_types        = ["ecs.sn1.medium"]
  desired_size          = 2
  system_disk_category  = "cloud_efficiency"
  system_disk_size      = 40
  key_name              = alicloud_key_pair.publickey[0].key_name
  install_cloud_monitor = true
}
