import type { Value, ValueObject } from "../../values";
import type { Queries } from "../behaviour";
import { goJson } from "../go-json";
import { blocks, number, text, texts } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import { certificatesOf, publicAddress } from "../services/api-server";

/** Data sources that are about one thing. */
export const single: Queries = {
  alicloud_account: (_config, { scene }) => ({ id: scene.accountId }),
  alicloud_caller_identity: (_config, { scene }) => ({
    id: scene.accountId,
    account_id: scene.accountId,
    arn: `acs:ram::${scene.accountId}:root`,
    identity_type: "Account",
  }),

  // `On` opens a paid service, even when it is only planned.
  alicloud_ack_service: (config) => ({
    id: "AckServiceHasBeenOpened",
    status: config["enable"] === "On" ? "Opened" : "",
  }),

  alicloud_ram_policy_document: (config) => ({ document: documentOf(config) }),

  alicloud_cs_cluster_credential(config, cloud) {
    const id = text(config, "cluster_id") ?? "";
    const cluster = cloud.find(CLUSTERS, id);
    if (cluster === undefined && !cloud.mayExist(CLUSTERS, id)) {
      throw new Refusal("ErrorClusterNotFound", `The specified cluster does not exist: ${id}.`);
    }
    const name = text(cluster?.values ?? {}, "name") ?? id;
    // One that is issued for a while is another one each time.
    const isTemporary = number(config, "temporary_duration_minutes") > 0;
    const serial = isTemporary ? `, number ${cloud.count(`credential of ${id}`)}` : "";
    const certificates = certificatesOf(id, serial);
    return {
      id,
      cluster_name: name,
      certificate_authority: certificates,
      kube_config: kubeconfigOf(id, publicAddress(id, cloud), certificates),
      expiration: "2029-01-01T00:00:00Z",
    };
  },

  alicloud_cs_kubernetes_permissions: (config, cloud) => ({
    permissions: cloud
      .ofType("alicloud_cs_kubernetes_permissions")
      .filter(({ values }) => values["uid"] === config["uid"])
      .flatMap(({ values }) => blocks(values, "permissions").map(permissionOf)),
  }),

  alicloud_cs_kubernetes_addon_metadata: () => ({ config_schema: '{"type":"object","properties":{}}' }),
};

/** A grant as the service shows it: presets by their names, ClusterRoles as custom. */
function permissionOf(grant: ValueObject): ValueObject {
  const [cluster, namespace] = [text(grant, "cluster") ?? "", text(grant, "namespace") ?? ""];
  const isCustom = grant["is_custom"] === true;
  const kind = text(grant, "role_type") ?? "";
  const places: Readonly<Record<string, string>> = {
    "all-clusters": "all-clusters",
    namespace: `${cluster}/${namespace}`,
  };
  return {
    resource_id: places[kind] ?? cluster,
    resource_type: kind === "all-clusters" ? "console" : kind,
    role_name: isCustom ? (text(grant, "role_name") ?? "") : "",
    role_type: isCustom ? "custom" : (text(grant, "role_name") ?? ""),
    is_owner: false,
    is_ram_role: grant["is_ram_role"] === true,
  };
}

/** `json.Marshal` of the document that the statements make. A list of one is written as its one. */
function documentOf(config: ValueObject): string {
  const one = (list: readonly string[]): string | readonly string[] =>
    list.length === 1 && list[0] ? list[0] : list;
  const statements = blocks(config, "statement").map((statement) => {
    const principals = Object.fromEntries(
      blocks(statement, "principal").map((who) => [
        String(who["entity"]),
        texts(who, "identifiers").sort().reverse(),
      ]),
    );
    const conditions: Record<string, Record<string, unknown>> = {};
    for (const condition of blocks(statement, "condition")) {
      const operator = String(condition["operator"]);
      conditions[operator] = {
        ...conditions[operator],
        [String(condition["variable"])]: one(texts(condition, "values")),
      };
    }
    const resources = texts(statement, "resource");
    const parts: readonly (readonly [string, unknown, boolean])[] = [
      ["Effect", text(statement, "effect") ?? "Allow", true],
      ["Action", one(texts(statement, "action")), true],
      ["Resource", one(resources), resources.length > 0],
      ["Principal", principals, Object.keys(principals).length > 0],
      ["Condition", conditions, Object.keys(conditions).length > 0],
    ];
    const written = parts.filter(([, , given]) => given).map(([name, value]) => `"${name}":${goJson(value)}`);
    return `{${written.join(",")}}`;
  });
  if (statements.length === 0) return "";
  return `{"Version":${goJson(text(config, "version") ?? "1")},"Statement":[${statements.join(",")}]}`;
}

/** A kubeconfig that parses, for a server that nobody answers at. */
function kubeconfigOf(id: string, server: string, certificates: ValueObject): Value {
  const data = (name: string): string => String(certificates[name]);
  return [
    "apiVersion: v1",
    "kind: Config",
    "clusters:",
    "- name: kubernetes",
    "  cluster:",
    `    server: ${server}`,
    `    certificate-authority-data: ${data("cluster_cert")}`,
    "contexts:",
    `- name: kubernetes-admin-${id}`,
    "  context:",
    "    cluster: kubernetes",
    "    user: kubernetes-admin",
    `current-context: kubernetes-admin-${id}`,
    "users:",
    "- name: kubernetes-admin",
    "  user:",
    `    client-certificate-data: ${data("client_cert")}`,
    `    client-key-data: ${data("client_key")}`,
    "",
  ].join("\n");
}
