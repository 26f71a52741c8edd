# What the examples of both providers do together: a cluster, its credential, and objects inside of it under their older names.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.38"
    }
  }
}

provider "alicloud" {
  region = "ap-southeast-1"
}

data "alicloud_zones" "main" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "main" {
  vpc_name   = "shop"
  cidr_block = "10.0.0.0/8"
}

resource "alicloud_vswitch" "main" {
  count      = 2
  vpc_id     = alicloud_vpc.main.id
  cidr_block = cidrsubnet(alicloud_vpc.main.cidr_block, 8, count.index)
  zone_id    = data.alicloud_zones.main.zones[count.index].id
}

resource "alicloud_cs_managed_kubernetes" "main" {
  name         = "shop"
  cluster_spec = "ack.pro.small"
  vswitch_ids  = alicloud_vswitch.main[*].id
  pod_cidr     = "172.20.0.0/16"
  service_cidr = "172.21.0.0/20"
}

data "alicloud_cs_cluster_credential" "main" {
  cluster_id                 = alicloud_cs_managed_kubernetes.main.id
  temporary_duration_minutes = 60
}

provider "kubernetes" {
  host                   = alicloud_cs_managed_kubernetes.main.connections.api_server_internet
  cluster_ca_certificate = base64decode(data.alicloud_cs_cluster_credential.main.certificate_authority.cluster_cert)
  client_certificate     = base64decode(data.alicloud_cs_cluster_credential.main.certificate_authority.client_cert)
  client_key             = base64decode(data.alicloud_cs_cluster_credential.main.certificate_authority.client_key)
}

resource "kubernetes_namespace" "shop" {
  metadata {
    name = "shop"
  }
}

resource "kubernetes_config_map" "settings" {
  metadata {
    name      = "settings"
    namespace = kubernetes_namespace.shop.metadata.0.name
  }
  data = {
    currency = "EUR"
  }
}

resource "kubernetes_deployment" "web" {
  metadata {
    name      = "web"
    namespace = kubernetes_namespace.shop.metadata.0.name
  }
  spec {
    replicas = 2
    selector {
      match_labels = {
        app = "web"
      }
    }
    template {
      metadata {
        labels = {
          app = "web"
        }
      }
      spec {
        container {
          name  = "web"
          image = "nginx:1.29"
          env_from {
            config_map_ref {
              name = kubernetes_config_map.settings.metadata.0.name
            }
          }
          port {
            container_port = 80
          }
        }
      }
    }
  }
}

resource "kubernetes_service" "web" {
  metadata {
    name      = "web"
    namespace = kubernetes_namespace.shop.metadata.0.name
  }
  spec {
    type     = "LoadBalancer"
    selector = kubernetes_deployment.web.spec.0.template.0.metadata.0.labels
    port {
      port        = 80
      target_port = 80
    }
  }
}

output "address" {
  value = kubernetes_service.web.status.0.load_balancer.0.ingress.0.ip
}

output "server" {
  value     = yamldecode(data.alicloud_cs_cluster_credential.main.kube_config).clusters[0].cluster.server
  sensitive = true
}
