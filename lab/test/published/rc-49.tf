# A private cluster for inference: encrypted, logged, with pools of GPUs that scale from nothing.
terraform {
  required_version = ">= 1.5"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.289"
    }
  }
}

provider "alicloud" {
  region = "eu-central-1"
}

variable "protected" {
  type    = bool
  default = true
}

locals {
  name  = "sie-dev-gn7i"
  zones = ["eu-central-1a", "eu-central-1c"]

  system_cidrs = { "eu-central-1a" = "10.0.0.0/20", "eu-central-1c" = "10.0.16.0/20" }
  gpu_cidrs    = { "eu-central-1a" = "10.0.32.0/20", "eu-central-1c" = "10.0.48.0/20" }

  gpu_pools = {
    a10 = {
      instance_types = ["ecs.gn7i-c8g1.2xlarge"]
      max_size       = 10
      spot           = false
    }
    a10-spot = {
      instance_types = ["ecs.gn7i-c8g1.2xlarge", "ecs.gn7i-c16g1.4xlarge"]
      max_size       = 10
      spot           = true
    }
  }
}

resource "alicloud_vpc" "this" {
  vpc_name   = local.name
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "system" {
  for_each     = toset(local.zones)
  vpc_id       = alicloud_vpc.this.id
  zone_id      = each.key
  cidr_block   = local.system_cidrs[each.key]
  vswitch_name = "${local.name}-system-${each.key}"
}

resource "alicloud_vswitch" "gpu" {
  for_each     = toset(local.zones)
  vpc_id       = alicloud_vpc.this.id
  zone_id      = each.key
  cidr_block   = local.gpu_cidrs[each.key]
  vswitch_name = "${local.name}-gpu-${each.key}"
}

resource "alicloud_nat_gateway" "this" {
  vpc_id               = alicloud_vpc.this.id
  nat_gateway_name     = local.name
  nat_type             = "Enhanced"
  network_type         = "internet"
  availability_mode    = "CrossAZ"
  payment_type         = "PayAsYouGo"
  internet_charge_type = "PayByLcu"
  eip_bind_mode        = "NAT"
  vswitch_id           = alicloud_vswitch.system[local.zones[0]].id
}

resource "alicloud_eip_address" "nat" {
  address_name         = "${local.name}-nat"
  internet_charge_type = "PayByTraffic"
  bandwidth            = 100
}

resource "alicloud_eip_association" "nat" {
  allocation_id = alicloud_eip_address.nat.id
  instance_id   = alicloud_nat_gateway.this.id
  instance_type = "Nat"
}

resource "alicloud_snat_entry" "system" {
  for_each          = alicloud_vswitch.system
  snat_table_id     = alicloud_nat_gateway.this.snat_table_ids
  source_vswitch_id = each.value.id
  snat_ip           = alicloud_eip_address.nat.ip_address
  depends_on        = [alicloud_eip_association.nat]
}

resource "alicloud_snat_entry" "gpu" {
  for_each          = alicloud_vswitch.gpu
  snat_table_id     = alicloud_nat_gateway.this.snat_table_ids
  source_vswitch_id = each.value.id
  snat_ip           = alicloud_eip_address.nat.ip_address
  depends_on        = [alicloud_eip_association.nat]
}

resource "alicloud_kms_key" "secrets" {
  description            = "Secrets of ${local.name}"
  key_spec               = "Aliyun_AES_256"
  automatic_rotation     = "Enabled"
  rotation_interval      = "365d"
  deletion_protection    = var.protected ? "Enabled" : "Disabled"
  pending_window_in_days = 30
}

resource "alicloud_log_project" "this" {
  project_name = "${local.name}-logs"
}

resource "alicloud_cs_managed_kubernetes" "this" {
  name                           = local.name
  profile                        = "Default"
  cluster_spec                   = "ack.pro.small"
  version                        = null
  vswitch_ids                    = [for zone in local.zones : alicloud_vswitch.system[zone].id]
  new_nat_gateway                = false
  pod_cidr                       = "10.1.0.0/16"
  service_cidr                   = "172.20.0.0/16"
  proxy_mode                     = "ipvs"
  ip_stack                       = "ipv4"
  slb_internet_enabled           = false
  deletion_protection            = var.protected
  enable_rrsa                    = true
  disable_encryption             = false
  encryption_provider_key        = alicloud_kms_key.secrets.id
  control_plane_log_components   = ["apiserver", "kcm", "scheduler", "ccm", "controlplane-events"]
  control_plane_log_project      = alicloud_log_project.this.project_name
  control_plane_log_ttl          = "30"
  skip_set_certificate_authority = true

  audit_log_config {
    enabled          = true
    sls_project_name = alicloud_log_project.this.project_name
  }

  addons {
    name = "flannel"
  }
  addons {
    name = "csi-plugin"
  }
  addons {
    name = "csi-provisioner"
  }

  lifecycle {
    precondition {
      condition     = length(local.zones) > 1
      error_message = "Two zones at least."
    }
    postcondition {
      condition     = !self.slb_internet_enabled && try(self.slb_internet, "") == ""
      error_message = "The API server must not be public."
    }
  }

  depends_on = [alicloud_snat_entry.system, alicloud_snat_entry.gpu]
}

resource "alicloud_cs_kubernetes_addon" "nvidia" {
  cluster_id = alicloud_cs_managed_kubernetes.this.id
  name       = "ack-nvidia-device-plugin"
  config     = jsonencode({})
}

resource "alicloud_cs_kubernetes_addon" "pod_identity" {
  cluster_id = alicloud_cs_managed_kubernetes.this.id
  name       = "ack-pod-identity-webhook"
  config     = jsonencode({ AutoInjectSTSEnvVars = "false" })
}

resource "alicloud_ram_role" "node" {
  for_each  = toset(concat(["system"], keys(local.gpu_pools)))
  role_name = "${local.name}-${each.key}-node"
  assume_role_policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = ["ecs.aliyuncs.com"] }
    }]
  })
}

resource "alicloud_cs_kubernetes_node_pool" "system" {
  cluster_id            = alicloud_cs_managed_kubernetes.this.id
  node_pool_name        = "system"
  vswitch_ids           = [for zone in local.zones : alicloud_vswitch.system[zone].id]
  instance_types        = ["ecs.g7.xlarge"]
  instance_charge_type  = "PostPaid"
  spot_strategy         = "NoSpot"
  image_type            = "AliyunLinux3ContainerOptimized"
  system_disk_category  = "cloud_essd"
  system_disk_size      = 100
  system_disk_encrypted = true
  install_cloud_monitor = true
  ram_role_name         = alicloud_ram_role.node["system"].role_name

  instance_metadata_options {
    http_tokens = "required"
  }

  scaling_config {
    enable   = true
    type     = "cpu"
    min_size = 1
    max_size = 5
  }

  labels {
    key   = "sie.example.com/pool"
    value = "system"
  }
}

resource "alicloud_cs_kubernetes_node_pool" "gpu" {
  for_each              = local.gpu_pools
  cluster_id            = alicloud_cs_managed_kubernetes.this.id
  node_pool_name        = each.key
  vswitch_ids           = [for zone in local.zones : alicloud_vswitch.gpu[zone].id]
  instance_types        = each.value.instance_types
  image_type            = "AliyunLinux3ContainerOptimized"
  system_disk_category  = "cloud_essd"
  system_disk_size      = 500
  system_disk_encrypted = true
  ram_role_name         = alicloud_ram_role.node[each.key].role_name

  spot_strategy                            = each.value.spot ? "SpotAsPriceGo" : "NoSpot"
  multi_az_policy                          = each.value.spot ? "COST_OPTIMIZED" : "BALANCE"
  compensate_with_on_demand                = each.value.spot ? true : null
  on_demand_base_capacity                  = each.value.spot ? "0" : null
  on_demand_percentage_above_base_capacity = each.value.spot ? "0" : null

  instance_metadata_options {
    http_tokens = "required"
  }

  scaling_config {
    enable   = true
    type     = each.value.spot ? "spot" : "gpu"
    min_size = 0
    max_size = each.value.max_size
  }

  labels {
    key   = "ack.node.gpu.schedule"
    value = "default"
  }

  taints {
    key    = "nvidia.com/gpu"
    value  = "present"
    effect = "NoSchedule"
  }
}

resource "alicloud_cs_autoscaling_config" "this" {
  cluster_id                   = alicloud_cs_managed_kubernetes.this.id
  cool_down_duration           = "10m"
  unneeded_duration            = "10m"
  utilization_threshold        = "0.5"
  gpu_utilization_threshold    = "0.5"
  scan_interval                = "30s"
  expander                     = "least-waste"
  scale_up_from_zero           = true
  scale_down_enabled           = true
  scaler_type                  = "cluster-autoscaler"
  max_graceful_termination_sec = 14400
}

resource "alicloud_ram_role" "workload" {
  role_name = "${local.name}-workload"
  assume_role_policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Federated = [alicloud_cs_managed_kubernetes.this.rrsa_metadata[0].ram_oidc_provider_arn] }
      Condition = {
        StringEquals = {
          "oidc:iss" = alicloud_cs_managed_kubernetes.this.rrsa_metadata[0].rrsa_oidc_issuer_url
          "oidc:aud" = "sts.aliyuncs.com"
          "oidc:sub" = "system:serviceaccount:sie:sie-server"
        }
      }
    }]
  })
}

resource "alicloud_oss_bucket" "this" {
  for_each      = toset(["models", "results"])
  bucket        = "${local.name}-${each.key}"
  force_destroy = true

  versioning {
    status = "Enabled"
  }

  server_side_encryption_rule {
    sse_algorithm = "AES256"
  }

  lifecycle_rule {
    id      = "expire-old-versions"
    enabled = true
    noncurrent_version_expiration {
      days = 30
    }
  }
}

resource "alicloud_oss_bucket_acl" "this" {
  for_each = alicloud_oss_bucket.this
  bucket   = each.value.bucket
  acl      = "private"
}

resource "alicloud_oss_bucket_public_access_block" "this" {
  for_each            = alicloud_oss_bucket.this
  bucket              = each.value.bucket
  block_public_access = true
}

resource "alicloud_ram_policy" "workload" {
  policy_name = "${local.name}-workload"
  policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Effect   = "Allow"
      Action   = ["oss:GetObject", "oss:PutObject", "oss:ListObjects"]
      Resource = flatten([for bucket in alicloud_oss_bucket.this : ["acs:oss:*:*:${bucket.bucket}", "acs:oss:*:*:${bucket.bucket}/*"]])
    }]
  })
}

resource "alicloud_ram_role_policy_attachment" "workload" {
  role_name   = alicloud_ram_role.workload.role_name
  policy_name = alicloud_ram_policy.workload.policy_name
  policy_type = "Custom"
}

output "cluster_id" {
  value = alicloud_cs_managed_kubernetes.this.id
}
