import type { elementType } from "../../values";
import { type Value, type ValueObject } from "../../values";
import type { Queries, Query } from "../behaviour";
import type { Cloud } from "../cloud";
import { QUOTA_NAMES } from "../quotas";
import { text } from "../reading";
import { INSTANCE_TYPES, KUBERNETES_VERSIONS, REGIONS, RUNTIMES, zonesOf } from "../services/catalogue";
import { rows } from "./rows";

/** What Alibaba Cloud offers, as far as a rehearsal needs it. */
export const catalogues: Queries = {
  alicloud_regions(config, cloud, model) {
    const wanted = config["current"] === true ? cloud.scene.region : text(config, "name");
    const regions = REGIONS.filter((region) => wanted === undefined || region === wanted);
    const found = regions.length === 0 && wanted !== undefined ? [wanted] : regions;
    const given = found.map((region) => ({ id: region, region_id: region, local_name: region }));
    return { ids: [...found], regions: rows(typeOf(model, "regions"), given, cloud) };
  },

  alicloud_zones: zones,
  alicloud_alb_zones: zones,
  alicloud_nlb_zones: zones,
  alicloud_slb_zones: zones,
  alicloud_enhanced_nat_available_zones: zones,
  alicloud_nas_zones: zones,
  alicloud_eci_zones: (_config, cloud, model) => {
    const all = [
      { zone_ids: zonesOf(cloud.scene.region), region_endpoint: `eci.${cloud.scene.region}.aliyuncs.com` },
    ];
    return { zones: rows(typeOf(model, "zones"), all, cloud) };
  },

  alicloud_cs_kubernetes_version(config) {
    const wanted = text(config, "kubernetes_version");
    const versions = KUBERNETES_VERSIONS.filter((version) => wanted === undefined || version === wanted);
    return {
      metadata: versions.map((version) => ({ version, runtime: RUNTIMES.map((one) => ({ ...one })) })),
    };
  },

  alicloud_instance_types(config, cloud, model) {
    const is = (name: string, value: string | number): boolean =>
      (config[name] ?? null) === null || config[name] === value;
    const atLeast = (name: string, value: number): boolean => value >= Number(config[name] ?? 0);
    const found = INSTANCE_TYPES.filter(
      ({ id, cores, memory, enis, ipsPerEni }) =>
        is("instance_type", id) &&
        is("instance_type_family", familyOf(id)) &&
        is("cpu_core_count", cores) &&
        is("memory_size", memory) &&
        atLeast("eni_amount", enis) &&
        atLeast("minimum_eni_private_ip_address_quantity", ipsPerEni) &&
        ((config["kubernetes_node_role"] ?? null) === null || (cores >= 2 && memory >= 4)),
    );
    const given = found.map(({ id, cores, memory, enis, ipsPerEni }) => ({
      id,
      family: familyOf(id),
      cpu_core_count: cores,
      memory_size: memory,
      eni_amount: enis,
      eni_quantity: enis,
      eni_private_ip_address_quantity: ipsPerEni,
      availability_zones: zonesOf(cloud.scene.region),
    }));
    return {
      ids: found.map(({ id }) => id),
      instance_types: rows(typeOf(model, "instance_types"), given, cloud),
    };
  },

  alicloud_instance_type_families(config, cloud, model) {
    const families = [...new Set(INSTANCE_TYPES.map(({ id }) => familyOf(id)))];
    const zone = text(config, "zone_id");
    const zoneIds = zone === undefined ? zonesOf(cloud.scene.region) : [zone];
    const given = families.map((id) => ({ id, generation: "ecs-6", zone_ids: zoneIds }));
    return { ids: families, families: rows(typeOf(model, "families"), given, cloud) };
  },

  alicloud_images(config, cloud, model) {
    const pattern = new RegExp(text(config, "name_regex") ?? "");
    const names = ["aliyun_3_x64_20G_alibase_20260115.vhd", "ubuntu_22_04_x64_20G_alibase_20260115.vhd"];
    const found = names.filter((name) => pattern.test(name));
    const given = found.map((id) => ({
      id,
      image_id: id,
      name: id,
      os_type: "linux",
      architecture: "x86_64",
      status: "Available",
    }));
    return { ids: found, images: rows(typeOf(model, "images"), given, cloud) };
  },

  alicloud_quotas_quotas(config, cloud, model) {
    const product = text(config, "product_code") ?? "";
    const pattern = new RegExp(text(config, "name_regex") ?? "");
    const found = QUOTA_NAMES.filter((name) => pattern.test(name));
    const given = found.map((name) => ({
      id: `${product}:${name}`,
      quota_action_code: name,
      quota_name: name,
      quota_type: "privilege",
      total_quota: cloud.quotas.limit(name),
      adjustable: true,
      consumable: false,
    }));
    const ids = given.map(({ id }) => id);
    return { ids, names: [...found], quotas: rows(typeOf(model, "quotas"), given, cloud) };
  },
};

function zones(_config: ValueObject, cloud: Cloud, model: Parameters<Query>[2]): Record<string, Value> {
  const ids = zonesOf(cloud.scene.region);
  const others = (id: string): string[] => ids.filter((one) => one !== id);
  const given = ids.map((id) => ({
    id,
    zone_id: id,
    local_name: id,
    master_zone_id: id,
    slave_zone_id: others(id)[0] ?? id,
    slb_slave_zone_ids: others(id),
    available_resource_creation: ["Instance", "Disk", "VSwitch"],
    available_disk_categories: ["cloud_essd", "cloud_auto", "cloud_efficiency"],
    available_instance_types: INSTANCE_TYPES.map((type) => type.id),
  }));
  return { ids, zones: rows(typeOf(model, "zones"), given, cloud) };
}

function familyOf(instanceType: string): string {
  return instanceType.split(".").slice(0, 2).join(".");
}

function typeOf(model: Parameters<Query>[2], attribute: string): Parameters<typeof elementType>[0] {
  return model.block.attributes.get(attribute)?.type ?? "dynamic";
}
