# A managed Pro cluster with Terway in two zones, without nodes.
provider "alicloud" {
  region = "cn-hangzhou"
}

data "alicloud_enhanced_nat_available_zones" "enhanced" {}

resource "alicloud_vpc" "vpc" {
  count      = 1
  cidr_block = "10.0.0.0/8"
}

resource "alicloud_vswitch" "vswitches" {
  count      = 2
  vpc_id     = join("", alicloud_vpc.vpc[*].id)
  cidr_block = element(["10.1.0.0/16", "10.2.0.0/16"], count.index)
  zone_id    = data.alicloud_enhanced_nat_available_zones.enhanced.zones[count.index].zone_id
}

resource "alicloud_vswitch" "terway_vswitches" {
  count      = 2
  vpc_id     = join("", alicloud_vpc.vpc[*].id)
  cidr_block = element(["10.4.0.0/16", "10.5.0.0/16"], count.index)
  zone_id    = data.alicloud_enhanced_nat_available_zones.enhanced.zones[count.index].zone_id
}

resource "alicloud_cs_managed_kubernetes" "k8s" {
  name                           = "tf-example"
  cluster_spec                   = "ack.pro.small"
  vswitch_ids                    = split(",", join(",", alicloud_vswitch.vswitches[*].id))
  pod_vswitch_ids                = split(",", join(",", alicloud_vswitch.terway_vswitches[*].id))
  new_nat_gateway                = true
  node_cidr_mask                 = 24
  proxy_mode                     = "ipvs"
  service_cidr                   = "192.168.0.0/16"
  skip_set_certificate_authority = true

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
    name = "logtail-ds"
    config = jsonencode({
      IngressDashboardEnabled = "true"
    })
  }
  addons {
    name = "nginx-ingress-controller"
    config = jsonencode({
      IngressSlbNetworkType = "internet"
    })
  }
  addons {
    name = "arms-prometheus"
  }
  addons {
    name   = "ack-node-problem-detector"
    config = jsonencode({})
  }
}
