import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hooksOf } from "../../lib/engine/hooks";
import { planChange } from "../../lib/core/change";
import type { Block, ProviderModel, ResourceModel } from "../../lib/schema";
import { KNOWN_PROVIDERS, loadProvider } from "../../lib/schema";
import type { Value, ValueObject } from "../../lib/values";
import { isList, isUnknown, UNKNOWN } from "../../lib/values";
import { settled } from "../support/configs";

interface Marked {
  readonly diffSuppress?: boolean;
  readonly stateFunc?: boolean;
  readonly removed?: object;
}

type Behaviours = Readonly<Record<string, { readonly attributes: Readonly<Record<string, Marked>> }>>;

const NOT_PUBLISHED = "no source of the provider that has this comparison could be read";

/** Arguments that the provider compares by itself, and of which the lab takes every difference for one. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["alicloud_cms_site_monitor option_json.password", NOT_PUBLISHED],
  ["alicloud_db_instance force_encryption", NOT_PUBLISHED],
  ["alicloud_instance deletion_protection", NOT_PUBLISHED],
  ["alicloud_kms_secret secret_name", NOT_PUBLISHED],
  ["alicloud_vpc secondary_cidr_blocks", NOT_PUBLISHED],
]);

const folder = join(__dirname, "..", "..", "providers");
const marked = KNOWN_PROVIDERS.flatMap((provider) => {
  const file = readFileSync(join(folder, provider, "behaviour.json"), "utf8");
  return Object.entries(JSON.parse(file) as Behaviours).flatMap(([type, { attributes }]) =>
    Object.entries(attributes).map(([path, marks]) => ({ type, path, ...marks })),
  );
});

const own = marked.filter(({ diffSuppress, stateFunc }) => (diffSuppress ?? stateFunc) === true);

test("each argument that a provider compares by itself has its hook, or a reason to have none", () => {
  const without = own
    .filter(({ type, path, diffSuppress, removed }) => {
      // Whoever configures a removed argument is refused before anything is compared.
      if (removed !== undefined) return false;
      const { suppress, rewrite } = hooksOf(type);
      return (diffSuppress === true ? suppress?.[path] : rewrite?.[path]) === undefined;
    })
    .map(({ type, path }) => `${type} ${path}`);
  expect(without.sort()).toEqual([...exceptions.keys()].sort());
});

test("no hook is for an argument that the provider compares as any other", () => {
  const known = new Set(own.map(({ type, path }) => `${type} ${path}`));
  const hooked = [...new Set(marked.map(({ type }) => type))].flatMap((type) =>
    Object.keys(hooksOf(type).suppress ?? {}).map((path) => `${type} ${path}`),
  );
  expect(hooked.filter((one) => !known.has(one))).toEqual([]);
});

const providers: readonly ProviderModel[] = KNOWN_PROVIDERS.map(loadProvider);

function modelOf(type: string): ResourceModel {
  const model = providers.map(({ resources }) => resources.get(type)).find((one) => one !== undefined);
  if (model === undefined) throw new Error(`no provider has ${type}`);
  return model;
}

function complete(block: Block, values: ValueObject): ValueObject {
  const absent = [...block.attributes.keys()].map((name) => [name, null] as const);
  const nested = [...block.blocks].map(([name, { block: inner }]) => {
    const given = values[name] ?? [];
    return [name, isList(given) ? given.map((one) => complete(inner, one as ValueObject)) : given] as const;
  });
  return { ...Object.fromEntries(absent), ...values, ...Object.fromEntries(nested) };
}

/** What an update from one configuration to another plans for one argument. */
function updated(type: string, name: string, before: ValueObject, after: ValueObject): Value {
  const model = modelOf(type);
  const made = planChange(model, null, complete(model.block, before)).after;
  const state = settled(model.block.type, made) as ValueObject;
  // What the provider drops from a new resource may be in the state all the same: the service answers with something.
  const kept = Object.entries(before).filter(([, value]) => !isList(value));
  const prior = { ...state, ...Object.fromEntries(kept) };
  return planChange(model, prior, complete(model.block, after)).after?.[name] ?? null;
}

/** Type, argument, old and new value, and the arguments beside it that decide. */
type Row = readonly [type: string, name: string, old: Value, now: Value, beside: ValueObject];

const overlooked: readonly Row[] = [
  ["alicloud_alidns_record", "value", "a.example.com", "a.example.com.", { type: "CNAME" }],
  ["alicloud_alidns_record", "priority", 1, 2, { type: "A" }],
  ["alicloud_cms_alarm", "metric_dimensions", '[{"a":"1"},{"b":"2"}]', '[{"b":"2"},{"a":"1"}]', {}],
  [
    "alicloud_config_rule",
    "maximum_execution_frequency",
    "One_Hour",
    "Six_Hours",
    {
      config_rule_trigger_types: "ConfigurationItemChangeNotification",
    },
  ],
  ["alicloud_kvstore_instance", "kms_encrypted_password", "a", "b", { password: "secret" }],
  ["alicloud_db_database", "character_set", "UTF8,C,en_US.utf8", "utf8", {}],
  ["alicloud_db_instance", "instance_storage", 30, 20, { storage_auto_scale: "Enable" }],
  ["alicloud_db_instance", "vswitch_id", "vsw-a", "vsw-a,vsw-b", {}],
  ["alicloud_ecs_disk", "performance_level", "PL0", "PL1", { category: "cloud_ssd" }],
  ["alicloud_instance", "period", 1, 2, { instance_charge_type: "PostPaid" }],
  ["alicloud_instance", "auto_release_time", "2030-01-01T08:30:00Z", "2030-01-01T08:30Z", {}],
  ["alicloud_kms_instance", "spec", 1000, 2000, { payment_type: "PayAsYouGo" }],
  ["alicloud_kms_secret", "secret_data", "a", "b", { secret_type: "Rds" }],
  ["alicloud_kvstore_instance", "security_group_id", "sg-a,sg-b", "sg-b,sg-a", {}],
  ["alicloud_log_store", "shard_count", 2, 4, {}],
  ["alicloud_ros_stack", "template_body", '{"a":1,"b":2}', '{ "b": 2, "a": 1 }', {}],
  ["alicloud_slb_listener", "cookie", "a", "b", { protocol: "tcp" }],
  ["alicloud_slb_listener", "health_check_interval", 2, 5, { protocol: "http", health_check: "off" }],
  ["alicloud_slb_load_balancer", "bandwidth", 1, 5, { internet_charge_type: "PayByTraffic" }],
];

const heeded: readonly Row[] = [
  ["alicloud_alidns_record", "value", "a.example.com", "a.example.com.", { type: "TXT" }],
  ["alicloud_alidns_record", "priority", 1, 2, { type: "MX" }],
  ["alicloud_cms_alarm", "metric_dimensions", '[{"a":"1"}]', '[{"a":"2"}]', {}],
  [
    "alicloud_config_rule",
    "maximum_execution_frequency",
    "One_Hour",
    "Six_Hours",
    {
      config_rule_trigger_types: "ScheduledNotification",
    },
  ],
  ["alicloud_kvstore_instance", "kms_encrypted_password", "a", "b", {}],
  ["alicloud_db_database", "character_set", "gbk", "utf8", {}],
  ["alicloud_db_instance", "instance_storage", 30, 20, { storage_auto_scale: "Disable" }],
  ["alicloud_db_instance", "vswitch_id", "vsw-a", "vsw-b", {}],
  ["alicloud_ecs_disk", "performance_level", "PL0", "PL1", { category: "cloud_essd" }],
  ["alicloud_instance", "period", 1, 2, { instance_charge_type: "PrePaid" }],
  ["alicloud_instance", "auto_release_time", "2030-01-01T08:30:00Z", "2030-02-01T08:30Z", {}],
  ["alicloud_kms_instance", "spec", 1000, 2000, { payment_type: "Subscription" }],
  ["alicloud_kms_secret", "secret_data", "a", "b", { secret_type: "Generic" }],
  ["alicloud_kvstore_instance", "security_group_id", "sg-a", "sg-a,sg-b", {}],
  ["alicloud_ros_stack", "template_body", '{"a":1}', '{"a":2}', {}],
  [
    "alicloud_slb_listener",
    "cookie",
    "a",
    "b",
    {
      protocol: "http",
      sticky_session: "on",
      sticky_session_type: "server",
    },
  ],
  ["alicloud_slb_listener", "health_check_interval", 2, 5, { protocol: "tcp" }],
  ["alicloud_slb_load_balancer", "bandwidth", 1, 5, { internet_charge_type: "PayByBandwidth" }],
];

test.each(overlooked)("%s.%s: %p and %p are one with %p", (type, name, old, now, beside) => {
  expect(updated(type, name, { ...beside, [name]: old }, { ...beside, [name]: now })).toBe(old);
});

test.each(heeded)("%s.%s: %p and %p are two with %p", (type, name, old, now, beside) => {
  expect(updated(type, name, { ...beside, [name]: old }, { ...beside, [name]: now })).toBe(now);
});

test("quantities of a pod are compared by their value, wherever they are", () => {
  const pod = (size: string): ValueObject => ({
    metadata: [{ name: "a" }],
    spec: [{ volume: [{ name: "scratch", empty_dir: [{ medium: "", size_limit: size }] }] }],
  });
  const sizes = (now: string): string =>
    JSON.stringify(updated("kubernetes_pod_v1", "spec", pod("1Gi"), pod(now)));
  expect(sizes("1024Mi")).toContain('"size_limit":"1Gi"');
  expect(sizes("2Gi")).toContain('"size_limit":"2Gi"');
});

test("the two lists of a private zone's networks follow each other", () => {
  const zone = (...ids: readonly string[]): ValueObject => ({ zone_id: "z", vpc_ids: ids });
  const type = "alicloud_pvtz_zone_attachment";
  expect(isUnknown(updated(type, "vpcs", zone("vpc-a"), zone("vpc-a", "vpc-b")))).toBe(true);
  expect(isUnknown(updated(type, "vpcs", zone("vpc-a"), zone("vpc-a")))).toBe(false);
});

test("a zone of a network load balancer that gets another vSwitch keeps what is known of it", () => {
  const zone = { zone_id: "b", vswitch_id: "vsw-b", eni_id: "eni-b", allocation_id: "eip-b" };
  const balancer = (vswitch: string): ValueObject => ({
    address_type: "Internet",
    vpc_id: "vpc",
    zone_mappings: [{ ...zone, vswitch_id: vswitch }],
  });
  expect(
    updated("alicloud_nlb_load_balancer", "zone_mappings", balancer("vsw-b"), balancer("vsw-c")),
  ).toEqual([expect.objectContaining({ vswitch_id: "vsw-c", eni_id: "eni-b", allocation_id: "eip-b" })]);
});

test("a zone of a network load balancer stays as it is when Terraform proposes nothing of what was computed", () => {
  const known = { zone_id: "b", vswitch_id: "vsw-b", eni_id: "eni-b", ipv4_local_addresses: [] };
  const bare = { zone_id: "b", vswitch_id: "vsw-b", eni_id: null, ipv4_local_addresses: null };
  const balancer = (zone: ValueObject): ValueObject => ({
    address_type: "Internet",
    vpc_id: "vpc",
    zone_mappings: [zone],
  });
  expect(updated("alicloud_nlb_load_balancer", "zone_mappings", balancer(known), balancer(bare))).toEqual([
    expect.objectContaining(known),
  ]);
});

test("a server group of functions has neither network nor protocol", () => {
  const model = modelOf("alicloud_alb_server_group");
  const said = (vpc: Value): string[] => {
    const group = { server_group_name: "g", server_group_type: "Fc", vpc_id: vpc };
    return planChange(model, null, complete(model.block, group)).diagnostics.map(({ summary }) => summary);
  };
  expect(said("vpc-a")).toEqual(["fc server group type do not support vpc_id"]);
  expect(said(UNKNOWN)).toEqual([]);
  expect(said(null)).toEqual([]);
});
