import type { Value, ValueObject } from "../../values";
import type { Queries, Query } from "../behaviour";
import type { Cloud } from "../cloud";
import { text } from "../reading";
import { REGIONS, RUNTIMES, zonesOf } from "../services/catalogue";
import { INSTANCE_TYPES } from "../services/instance-types";
import { rows, typeOf } from "./rows";

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

  alicloud_cs_kubernetes_version(config, cloud) {
    const wanted = text(config, "kubernetes_version");
    const versions = cloud.kubernetesVersions.filter((version) => wanted === undefined || version === wanted);
    return {
      metadata: versions.map((version) => ({ version, runtime: RUNTIMES.map((one) => ({ ...one })) })),
    };
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
