import { isList, type ValueObject } from "../../values";
import type { Behaviours } from "../behaviour";
import type { Cloud } from "../cloud";
import { letters } from "../digest";
import { flag, text, texts } from "../reading";
import { Refusal } from "../refusal";
import { contains, overlap, parseCidr, type CidrBlock } from "./cidr";

/** Virtual networks, their vSwitches and routes. */
export const vpc: Behaviours = {
  alicloud_vpc: {
    aliases: [
      ["vpc_name", "name"],
      ["route_table_id", "router_table_id"],
    ],
    fills: {
      vpc_name: "",
      cidr_block: "172.16.0.0/12",
      dns_hostname_status: "DISABLED",
      ipv6_cidr_block: ({ values }) => (flag(values, "enable_ipv6") ? "2408:4005:300:ab00::/56" : ""),
      ipv6_isp: ({ values }) => (flag(values, "enable_ipv6") ? "BGP" : ""),
      route_table_id: ({ id }, cloud) => `vtb-${letters(cloud.hex(id, "table"), 20)}`,
      router_id: ({ id }, cloud) => `vrt-${letters(cloud.hex(id, "router"), 20)}`,
    },
    refuseCreate: ({ values }) => refuseMalformed(text(values, "cidr_block")),
  },

  alicloud_vpc_ipv4_cidr_block: {
    refuseCreate({ values }, cloud) {
      const block = text(values, "secondary_cidr_block");
      refuseMalformed(block);
      refuseOverlap(block, blocksOfVpc(text(values, "vpc_id"), cloud));
    },
    created: ({ values }, cloud) => changeSecondary(values, cloud, (blocks, block) => [...blocks, block]),
    beforeDelete({ values }, cloud) {
      const block = parseCidr(text(values, "secondary_cidr_block"));
      const inside = vswitchesOf(text(values, "vpc_id"), cloud).find(
        ({ cidr }) => block && contains(block, cidr),
      );
      if (inside === undefined) return;
      throw new Refusal("DependencyViolation.VSwitch", `The vSwitch ${inside.id} is in the CIDR block.`);
    },
    deleted: ({ values }, cloud) =>
      changeSecondary(values, cloud, (blocks, block) => blocks.filter((one) => one !== block)),
  },

  alicloud_vswitch: {
    aliases: [
      ["vswitch_name", "name"],
      ["zone_id", "availability_zone"],
    ],
    fills: { vswitch_name: "", vpc_id: "", cidr_block: "", ipv6_cidr_block: "" },
    refuseCreate({ values }, cloud) {
      const cidr = text(values, "cidr_block");
      refuseMalformed(cidr);
      const block = parseCidr(cidr);
      const vpcId = text(values, "vpc_id");
      const around = blocksOfVpc(vpcId, cloud).flatMap((one) => parseCidr(one) ?? []);
      if (block && around.length > 0 && !around.some((outer) => contains(outer, block))) {
        throw new Refusal("InvalidCidrBlock", `The CIDR block ${cidr ?? ""} is not inside of the VPC.`);
      }
      const taken = vswitchesOf(vpcId, cloud).find((other) => block && overlap(block, other.cidr));
      if (taken !== undefined) {
        throw new Refusal(
          "InvalidCidrBlock.Overlapped",
          `The CIDR block ${cidr ?? ""} overlaps that of ${taken.id}.`,
        );
      }
    },
  },

  alicloud_route_table: {
    aliases: [["route_table_name", "name"]],
    fills: { route_table_name: "", associate_type: "VSwitch", route_propagation_enable: true },
  },

  alicloud_route_entry: {
    fills: { router_id: ({ values }, cloud) => routerOf(values, cloud) },
    id({ values }, cloud) {
      const parts = ["destination_cidrblock", "nexthop_type", "nexthop_id"].map(
        (name) => text(values, name) ?? "",
      );
      return [text(values, "route_table_id") ?? "", routerOf(values, cloud), ...parts].join(":");
    },
    refuseCreate({ values, type }, cloud) {
      const is = (name: string, other: ValueObject): boolean => other[name] === values[name];
      const twin = cloud
        .ofType(type)
        .find((other) => is("route_table_id", other.values) && is("destination_cidrblock", other.values));
      if (twin === undefined) return;
      const destination = text(values, "destination_cidrblock") ?? "";
      throw new Refusal(
        "RouterEntryConflict.Duplicated",
        `The route table has an entry for ${destination} already.`,
      );
    },
  },
};

/** All CIDR blocks of a VPC that was made here. */
export function blocksOfVpc(id: string | undefined, cloud: Cloud): string[] {
  const found = cloud.find("alicloud_vpc", id);
  if (found === undefined) return [];
  return [...texts(found.values, "secondary_cidr_blocks"), text(found.values, "cidr_block") ?? ""];
}

function vswitchesOf(vpcId: string | undefined, cloud: Cloud): { id: string; cidr: CidrBlock }[] {
  return cloud.ofType("alicloud_vswitch").flatMap(({ id, values }) => {
    const cidr = parseCidr(text(values, "cidr_block"));
    return vpcId !== undefined && values["vpc_id"] === vpcId && cidr ? [{ id, cidr }] : [];
  });
}

function refuseMalformed(cidr: string | undefined): void {
  if (cidr === undefined || parseCidr(cidr) !== undefined) return;
  throw new Refusal("InvalidCidrBlock", `The specified CIDR block ${cidr} is not valid.`);
}

function refuseOverlap(cidr: string | undefined, others: readonly string[]): void {
  const block = parseCidr(cidr);
  const taken = others.find((other) => {
    const parsed = parseCidr(other);
    return block !== undefined && parsed !== undefined && overlap(block, parsed);
  });
  if (taken !== undefined)
    throw new Refusal("InvalidCidrBlock.Overlapped", `${cidr ?? ""} overlaps ${taken}.`);
}

function changeSecondary(
  values: ValueObject,
  cloud: Cloud,
  change: (blocks: string[], block: string) => string[],
): void {
  const found = cloud.find("alicloud_vpc", values["vpc_id"]);
  if (found === undefined || !isList(found.values["secondary_cidr_blocks"])) return;
  const block = text(values, "secondary_cidr_block") ?? "";
  cloud.change(found, { secondary_cidr_blocks: change(texts(found.values, "secondary_cidr_blocks"), block) });
}

function routerOf(entry: ValueObject, cloud: Cloud): string {
  const table = text(entry, "route_table_id") ?? "";
  const own = cloud.ofType("alicloud_vpc").find(({ values }) => values["route_table_id"] === table);
  const other = cloud.find("alicloud_vpc", cloud.find("alicloud_route_table", table)?.values["vpc_id"]);
  return (
    text(own?.values ?? other?.values ?? {}, "router_id") ?? `vrt-${letters(cloud.hex(table, "router"), 20)}`
  );
}
