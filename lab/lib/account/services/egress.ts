import type { Value, ValueObject } from "../../values";
import type { Behaviours } from "../behaviour";
import type { Cloud } from "../cloud";
import { letters } from "../digest";
import { publicIp } from "../plausible";
import { flag, text } from "../reading";
import { PassingRefusal, Refusal } from "../refusal";
import type { StoredObject } from "../store";

/** NAT gateways, elastic IPs, and what ties them together. */
export const egress: Behaviours = {
  alicloud_nat_gateway: {
    aliases: [["nat_gateway_name", "name"]],
    fills: {
      nat_gateway_name: "",
      nat_type: "Enhanced",
      network_type: "internet",
      internet_charge_type: "PayByLcu",
      eip_bind_mode: "MULTI_BINDED",
      availability_mode: "CrossAZ",
      icmp_reply_enabled: true,
      bandwidth_package_ids: "",
      snat_table_ids: ({ id }, cloud) => `stb-${letters(cloud.hex(id, "snat"), 20)}`,
      forward_table_ids: ({ id }, cloud) => `ftb-${letters(cloud.hex(id, "forward"), 20)}`,
    },
    unread: ["dry_run", "force", "period"],
    refuseCreate({ values }) {
      if (text(values, "nat_type") === "Enhanced" && !isUnset(values["vswitch_id"])) return;
      throw new Refusal(
        "InvalidParameter.NatType",
        'Normal NAT gateways are not sold any more: a NAT gateway needs nat_type = "Enhanced", and a vSwitch.',
      );
    },
    beforeDelete(nat, cloud) {
      refuseProtected(nat);
      if (!flag(nat.values, "force")) return;
      for (const entry of entriesOf(nat, cloud)) cloud.remove(entry);
      for (const association of associationsOf(nat, cloud)) cloud.remove(association);
    },
  },

  alicloud_eip_address: {
    aliases: [["address_name", "name"]],
    fills: {
      address_name: "",
      allocation_id: ({ id }) => id,
      ip_address: ({ id }, cloud) => publicIp(cloud.hex(id, "address")),
      bandwidth: "5",
      internet_charge_type: "PayByBandwidth",
      isp: "BGP",
      mode: "NAT",
      netmode: "public",
      zone: "",
      high_definition_monitor_log_status: "OFF",
    },
    unread: ["auto_pay", "period", "pricing_cycle", "activity_id"],
    beforeDelete: (eip) => refuseProtected(eip),
  },

  alicloud_eip_association: {
    fills: { instance_type: "EcsInstance", mode: "NAT" },
    unread: ["force"],
    refuseCreate({ type, values }, cloud) {
      const taken = cloud
        .ofType(type)
        .find((other) => other.values["allocation_id"] === values["allocation_id"]);
      if (taken === undefined) return;
      const instance = text(taken.values, "instance_id") ?? "";
      throw new Refusal("IncorrectEipStatus", `The EIP is associated with ${instance} already.`);
    },
    created: ({ values }, cloud) => setStatus(values, "InUse", cloud),
    deleted: ({ values }, cloud) => setStatus(values, "Available", cloud),
  },

  alicloud_snat_entry: {
    fills: {
      source_vswitch_id: "",
      source_cidr: ({ values }, cloud) =>
        text(cloud.find("alicloud_vswitch", values["source_vswitch_id"])?.values ?? {}, "cidr_block") ?? "",
      snat_entry_id: ({ id }) => id.slice(id.indexOf(":") + 1),
    },
    refuseCreate({ type, values }, cloud) {
      refuseForeignIps(values, cloud);
      const twin = cloud.ofType(type).find((other) => isTwin(other.values, values));
      if (twin === undefined) return;
      throw new Refusal("Forbidden.SourceVSwitchId.Duplicated", `${twin.id} is for the same source.`);
    },
  },
};

function isUnset(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function isTwin(one: ValueObject, other: ValueObject): boolean {
  const source = text(other, "source_vswitch_id") ?? text(other, "source_cidr");
  const own = text(one, "source_vswitch_id") ?? text(one, "source_cidr");
  return one["snat_table_id"] === other["snat_table_id"] && source !== undefined && source === own;
}

/** The addresses of an entry have to be those of EIPs that the gateway already has. */
function refuseForeignIps(values: ValueObject, cloud: Cloud): void {
  const nat = cloud
    .ofType("alicloud_nat_gateway")
    .find((one) => one.values["snat_table_ids"] === values["snat_table_id"]);
  if (nat === undefined) return;
  const ours = associationsOf(nat, cloud).map(({ values: { allocation_id: id } }) => id);
  for (const ip of (text(values, "snat_ip") ?? "").split(",")) {
    const eip = cloud.ofType("alicloud_eip_address").find((one) => one.values["ip_address"] === ip);
    if (eip === undefined || ours.includes(eip.id)) continue;
    // The association may be on its way: nothing in an entry refers to it.
    throw new PassingRefusal("EIP_NOT_IN_GATEWAY", `${ip} is not associated with the NAT gateway ${nat.id}.`);
  }
}

function entriesOf(nat: StoredObject, cloud: Cloud): StoredObject[] {
  const table = nat.values["snat_table_ids"];
  return cloud.ofType("alicloud_snat_entry").filter(({ values }) => values["snat_table_id"] === table);
}

function associationsOf(nat: StoredObject, cloud: Cloud): StoredObject[] {
  return cloud.ofType("alicloud_eip_association").filter(({ values }) => values["instance_id"] === nat.id);
}

function refuseProtected({ id, values }: StoredObject): void {
  if (!flag(values, "deletion_protection")) return;
  throw new Refusal("OperationDenied.DeletionProtection", `${id} is protected from deletion.`);
}

function setStatus(association: ValueObject, status: string, cloud: Cloud): void {
  const eip = cloud.find("alicloud_eip_address", association["allocation_id"]);
  if (eip !== undefined) cloud.change(eip, { status });
}
