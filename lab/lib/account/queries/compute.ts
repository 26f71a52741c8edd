import type { ValueObject } from "../../values";
import type { Queries } from "../behaviour";
import { text } from "../reading";
import { zonesOf } from "../services/catalogue";
import { familyOf, INSTANCE_TYPES, type InstanceType } from "../services/instance-types";
import { matches, rows, typeOf } from "./rows";

/** Images of disks that Alibaba Cloud offers, newest first. */
const IMAGES = [
  "aliyun_3_x64_20G_alibase_20260115.vhd",
  "ubuntu_24_04_x64_20G_alibase_20260115.vhd",
  "ubuntu_22_04_x64_20G_alibase_20260115.vhd",
  "ubuntu_20_04_x64_20G_alibase_20260115.vhd",
  "ubuntu_18_04_x64_20G_alibase_20260115.vhd",
  "aliyun_3_arm64_20G_alibase_20260115.vhd",
  "aliyun_2_1903_x64_20G_alibase_20260115.vhd",
  "debian_12_11_x64_20G_alibase_20260115.vhd",
  "win2022_21H2_x64_dtc_en-us_40G_alibase_20260115.vhd",
  "centos_8_5_x64_20G_alibase_20220428.vhd",
  "centos_7_9_x64_20G_alibase_20240628.vhd",
] as const;

/** Types of instances, and images of their disks. */
export const compute: Queries = {
  alicloud_instance_types(config, cloud, model) {
    const found = INSTANCE_TYPES.filter((type) => fits(type, config));
    const zone = text(config, "availability_zone");
    const given = found.map(({ id, cores, memory, enis, ipsPerEni, gpu }) => ({
      id,
      family: familyOf(id),
      cpu_core_count: cores,
      memory_size: memory,
      eni_amount: enis,
      eni_quantity: enis,
      eni_private_ip_address_quantity: ipsPerEni,
      availability_zones: zone === undefined ? zonesOf(cloud.scene.region) : [zone],
      gpu: { amount: String(gpu?.amount ?? 0), category: gpu?.spec ?? "" },
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
    const found = IMAGES.filter((name) => isMeant(name, config));
    const newest = config["most_recent"] === true ? found.slice(0, 1) : found;
    const given = newest.map((id) => ({
      id,
      image_id: id,
      name: id,
      image_owner_alias: "system",
      os_type: osOf(id),
      architecture: architectureOf(id),
      state: "Available",
      status: "Available",
      usage: "none",
    }));
    return { ids: [...newest], images: rows(typeOf(model, "images"), given, cloud) };
  },
};

function fits({ id, cores, memory, enis, ipsPerEni, gpu }: InstanceType, config: ValueObject): boolean {
  const is = (name: string, value: string | number): boolean =>
    (config[name] ?? null) === null || config[name] === value;
  const atLeast = (name: string, value: number): boolean => value >= Number(config[name] ?? 0);
  return (
    is("instance_type", id) &&
    is("instance_type_family", familyOf(id)) &&
    is("cpu_core_count", cores) &&
    is("memory_size", memory) &&
    is("gpu_amount", gpu?.amount ?? 0) &&
    is("gpu_spec", gpu?.spec ?? "") &&
    atLeast("eni_amount", enis) &&
    atLeast("minimum_eni_private_ip_address_quantity", ipsPerEni) &&
    ((config["kubernetes_node_role"] ?? null) === null || (cores >= 2 && memory >= 4))
  );
}

/** Nobody has images of their own here: only those of Alibaba Cloud are found. */
function isMeant(name: string, config: ValueObject): boolean {
  const is = (argument: string, value: string): boolean => (text(config, argument) ?? value) === value;
  return (
    matches(config["name_regex"], name) &&
    is("owners", "system") &&
    is("os_type", osOf(name)) &&
    is("architecture", architectureOf(name)) &&
    is("image_id", name) &&
    is("image_name", name)
  );
}

function osOf(image: string): string {
  return image.startsWith("win") ? "windows" : "linux";
}

function architectureOf(image: string): string {
  return image.includes("arm64") ? "arm64" : "x86_64";
}
