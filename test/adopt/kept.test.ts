import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forceNew } from "../../lib/guard/force-new";
import { kept } from "../../lib/adopt/kept";

interface Argument {
  readonly optional?: boolean;
  readonly computed?: boolean;
}
interface Schema {
  readonly attributes: Readonly<Record<string, Argument>>;
  readonly block_types?: Readonly<Record<string, unknown>>;
}

const folder = join(__dirname, "../../lab/providers/alicloud");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const schemas = read("schema.json") as {
  provider_schemas: Record<string, { resource_schemas: Record<string, { block: Schema }> }>;
};
const [{ resource_schemas: resources } = { resource_schemas: {} }] = Object.values(schemas.provider_schemas);
const behaviour = read("behaviour.json") as Readonly<
  Record<string, { attributes: Record<string, { removed?: object }> }>
>;
const computedBlocks = read("computed.json") as Readonly<Record<string, readonly string[]>>;

/** What an adopted resource has to say, or is imported by. */
const said: Readonly<Record<string, readonly string[]>> = {
  alicloud_cs_managed_kubernetes: ["cluster_domain", "service_cidr"],
  alicloud_cs_kubernetes: ["cluster_domain", "service_cidr"],
  alicloud_cs_kubernetes_node_pool: ["cluster_id", "instance_types"],
  alicloud_cs_kubernetes_addon: ["cluster_id", "name"],
};

/** What the provider reads from the state or a file alone, so that absent is absent. */
const local: Readonly<Record<string, readonly string[]>> = {
  alicloud_cs_managed_kubernetes: [
    ...["client_cert", "client_key", "cluster_ca_cert", "delete_options", "retain_resources"],
    ...["skip_set_certificate_authority", "upgrade_policy", "user_ca", "worker_vswitch_ids", "zone_ids"],
  ],
  alicloud_cs_kubernetes: [
    ...["client_cert", "client_key", "cluster_ca_cert", "delete_options", "retain_resources"],
    ...["skip_set_certificate_authority", "user_ca", "kms_encrypted_password", "kms_encryption_context"],
    ...["rds_instances", "runtime"],
  ],
  alicloud_cs_kubernetes_node_pool: [
    ...["eflo_node_group", "force_delete", "instances", "kms_encrypted_password", "kms_encryption_context"],
    ...["password", "rolling_policy", "update_nodes", "upgrade_policy"],
  ],
  alicloud_cs_kubernetes_addon: ["cleanup_cloud_resources"],
  alicloud_vpc: ["dry_run", "force_delete"],
  alicloud_kms_key: ["deletion_window_in_days", "pending_window_in_days"],
};

const namesIn = (type: string): string[] => {
  const { always = [], unlessGiven = {}, unlessWritten = [] } = kept[type] ?? {};
  return [...always, ...Object.values(unlessGiven).flat(), ...unlessWritten];
};

describe.each(Object.keys(kept))("what an adopted %s keeps", (type) => {
  const { attributes = {}, block_types: blocks = {} } = resources[type]?.block ?? {};
  const isRemoved = (name: string) => behaviour[type]?.attributes[name]?.removed !== undefined;
  const accounted = new Set([...namesIn(type), ...(said[type] ?? []), ...(local[type] ?? [])]);

  test("are arguments of the provider", () => {
    const unknown = [...accounted].filter((name) => !(name in attributes) && !(name in blocks));
    expect([unknown, [...accounted].filter(isRemoved)]).toEqual([[], []]);
  });

  test("leaves out none of which a default, or silence, would replace it", () => {
    const { plain = [], defaults = {} } = forceNew[type] ?? {};
    const top = [...plain, ...Object.keys(defaults)].filter((name) => !name.includes("."));
    expect(top.filter((name) => !accounted.has(name))).toEqual([]);
  });

  test("leaves out none that Terraform would take away", () => {
    const optional = Object.keys(attributes).filter(
      (name) => attributes[name]?.optional === true && attributes[name].computed !== true,
    );
    const own = Object.keys(blocks).filter(
      (name) => name !== "timeouts" && !(computedBlocks[type] ?? []).includes(name),
    );
    const open = [...optional, ...own].filter((name) => !isRemoved(name) && !accounted.has(name));
    expect(open).toEqual([]);
  });
});
