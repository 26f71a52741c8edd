import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import { is, isNot, isNotPrepaid, isSet } from "./shared";

const ALL_PORTS = "-1/-1";
const DOMAIN_RECORDS = ["NS", "MX", "CNAME", "SRV"];

/** Ports exist for tcp and udp alone; for the others there is one range, and the provider drops whatever else is written. */
const portsDoNotApply: Predicate = ({ get, new: now }) => {
  const protocol = get("ip_protocol");
  return protocol === "tcp" || protocol === "udp" ? now === ALL_PORTS : now !== ALL_PORTS;
};

/** The short form of an IPv6 block, in which the service stores it. */
function compressed(cidr: string): string {
  const [address = "", length] = cidr.split("/");
  const url = URL.parse?.(`http://[${address}]`) ?? null;
  return url === null ? cidr : `${url.hostname}/${length ?? "128"}`;
}

/** The service drops the dot at the end of a domain. */
const sameDomain: Predicate = ({ get, old, new: now }) =>
  DOMAIN_RECORDS.includes(String(get("type"))) && old === now.trim().replace(/\.$/, "");

/** Networks, what guards them, and names in them. */
export const networkHooks: HooksByType = {
  alicloud_nat_gateway: {
    suppress: {
      period: isNotPrepaid,
      specification: is("internet_charge_type", "PayByLcu"),
      vswitch_id: isNot("nat_type", "Enhanced"),
    },
  },
  alicloud_security_group: { suppress: { inner_access_policy: is("security_group_type", "enterprise") } },
  alicloud_security_group_rule: {
    suppress: {
      port_range: portsDoNotApply,
      ipv6_cidr_ip: ({ old, new: now }) => compressed(old) === compressed(now),
      prefix_list_id: (comparison) =>
        ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id"].some((name) => isSet(comparison, name)),
    },
  },
  alicloud_alidns_record: { suppress: { priority: isNot("type", "MX"), value: sameDomain } },
  alicloud_pvtz_zone_record: { suppress: { priority: isNot("type", "MX") } },
  alicloud_pvtz_zone_attachment: {
    follow: ({ changed }) => (changed("vpcs") ? ["vpc_ids"] : changed("vpc_ids") ? ["vpcs"] : []),
  },
};
