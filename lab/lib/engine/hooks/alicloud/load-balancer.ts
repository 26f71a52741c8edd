import { isList, isObject } from "../../../values";
import type { HooksByType } from "../hooks";
import type { Predicate } from "./shared";
import { all, any, is, isNot, isNotPrepaid, isOtherThan, isSet, not } from "./shared";

const isOn = (name: string): Predicate => is(name, "on");

/** A listener that forwards to another one has nothing of its own. */
const notWeb = any(isOn("listener_forward"), isNot("protocol", "http", "https"));
const notHttps = isNot("protocol", "https");
const notTcp = isNot("protocol", "tcp");
const notSticky = any(notWeb, not(isOn("sticky_session")));
const hasNoCheck = all(not(notWeb), not(isOn("health_check")));
const hasNoWebCheck = not(
  any(all(not(notWeb), isOn("health_check")), all(is("protocol", "tcp"), is("health_check_type", "http"))),
);
const hasNoAcl = not(isOn("acl_status"));

const isInternet = is("address_type", "internet");
const isIntranet = is("address_type", "intranet");
const paysByCapacity = is("instance_charge_type", "PayByCLCU");

const isNotProtected: Predicate = ({ get }) => {
  const blocks = get("modification_protection_config");
  const [config] = isList(blocks) ? blocks : [];
  return !isObject(config ?? null) || (config as { status?: unknown }).status !== "ConsoleProtection";
};

/** Load balancers of all three kinds, and their listeners. */
export const loadBalancerHooks: HooksByType = {
  alicloud_slb_load_balancer: {
    suppress: {
      address: isInternet,
      address_ip_version: isIntranet,
      bandwidth: is("internet_charge_type", "PayByTraffic"),
      delete_protection: is("payment_type", "Subscription"),
      instance_charge_type: isOtherThan("payment_type", "PayAsYouGo"),
      internet_charge_type: isIntranet,
      load_balancer_spec: paysByCapacity,
      modification_protection_reason: is("modification_protection_status", "NonProtection"),
      period: isNotPrepaid,
      specification: paysByCapacity,
      vswitch_id: isInternet,
    },
  },
  alicloud_slb_listener: {
    suppress: {
      acl_id: hasNoAcl,
      acl_ids: hasNoAcl,
      acl_type: hasNoAcl,
      ca_certificate_id: notHttps,
      cookie: any(notSticky, isNot("sticky_session_type", "server")),
      cookie_timeout: any(notSticky, isNot("sticky_session_type", "insert")),
      enable_http2: notHttps,
      established_timeout: notTcp,
      forward_port: not(all(is("protocol", "http"), isOn("listener_forward"))),
      gzip: notWeb,
      health_check: notWeb,
      health_check_connect_port: hasNoCheck,
      health_check_domain: hasNoWebCheck,
      health_check_http_code: hasNoWebCheck,
      health_check_interval: hasNoCheck,
      health_check_timeout: hasNoCheck,
      health_check_type: notTcp,
      health_check_uri: hasNoWebCheck,
      healthy_threshold: hasNoCheck,
      idle_timeout: notWeb,
      listener_forward: isNot("protocol", "http"),
      persistence_timeout: isNot("protocol", "tcp", "udp"),
      request_timeout: notWeb,
      server_certificate_id: notHttps,
      ssl_certificate_id: notHttps,
      sticky_session: notWeb,
      sticky_session_type: notSticky,
      tls_cipher_policy: notHttps,
      unhealthy_threshold: hasNoCheck,
    },
  },
  alicloud_slb_server_certificate: {
    suppress: {
      private_key: (comparison) => isSet(comparison, "alicloud_certificate_id"),
      server_certificate: (comparison) => isSet(comparison, "alicloud_certificate_id"),
    },
  },
  alicloud_alb_listener: { suppress: { xforwarded_for_config: isNot("listener_protocol", "HTTPS") } },
  alicloud_alb_load_balancer: { suppress: { "modification_protection_config.reason": isNotProtected } },
  alicloud_alb_server_group: {
    judge: (planning) => {
      if (planning.get("server_group_type") !== "Fc") return undefined;
      const wrong = ["vpc_id", "protocol"].find((name) => isSet(planning, name));
      return wrong === undefined ? undefined : `fc server group type do not support ${wrong}`;
    },
  },
  alicloud_nlb_load_balancer: {
    suppress: {
      deletion_protection_reason: isNot("deletion_protection_enabled", true),
      modification_protection_reason: isNot("modification_protection_status", "ConsoleProtection"),
    },
    // Zones are told apart by their id alone: one that gets another vSwitch keeps what the service knows of it.
    keys: { zone_mappings: (zone) => String(zone["zone_id"]) },
  },
};
