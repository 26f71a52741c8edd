import { isObject, type CtyType, type Value, type ValueObject } from "../../values";
import type { Block } from "../../schema";
import type { Queries, Query } from "../behaviour";
import type { Cloud } from "../cloud";
import { digest } from "../digest";
import { blocks, number, text } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import type { StoredObject } from "../store";
import { KUBERNETES_VERSIONS } from "../services/catalogue";
import { plausible, privateIp } from "../plausible";
import { complete } from "../shape";
import { fitting } from "./rows";

/** Data sources that show one object of the cluster, old names and new. */
const shown = [
  ...[
    "config_map",
    "ingress",
    "namespace",
    "persistent_volume_claim",
    "pod",
    "secret",
    "service",
    "service_account",
  ],
  ...["storage_class", "endpoints", "persistent_volume", "mutating_webhook_configuration"],
];

const objects: Queries = Object.fromEntries(
  shown.flatMap((kind) => {
    const query = showObject(`kubernetes_${kind}_v1`);
    return [`kubernetes_${kind}`, `kubernetes_${kind}_v1`].map((type): [string, Query] => [type, query]);
  }),
);

/** Data sources of Kubernetes. */
export const kubernetesQueries: Queries = {
  ...objects,

  kubernetes_all_namespaces(_config, cloud) {
    const own = cloud.ofType("kubernetes_namespace_v1").map(({ values }) => String(values["id"]));
    return { namespaces: [...new Set(["default", "kube-node-lease", "kube-public", "kube-system", ...own])] };
  },

  kubernetes_server_version(_config, cloud) {
    const cluster = cloud.ofType(...CLUSTERS)[0];
    const version = (text(cluster?.values ?? {}, "version") ?? KUBERNETES_VERSIONS[0]).split("-")[0] ?? "";
    const [major = "1", minor = "35"] = version.split(".");
    const known = {
      compiler: "gc",
      platform: "linux/amd64",
      go_version: "go1.24.0",
      git_tree_state: "clean",
    };
    return {
      ...known,
      version,
      major,
      minor,
      git_version: `v${version}-aliyun.1`,
      git_commit: digest(version).slice(0, 40),
    };
  },

  kubernetes_nodes: (_config, cloud, model) => ({ nodes: nodesIn(cloud, model) }),

  kubernetes_resource(config, cloud) {
    const metadata = blocks(config, "metadata")[0] ?? {};
    const found = manifests(config, cloud).find((object) => isNamed(object, metadata));
    if (found !== undefined) return { object: found.values["object"] ?? null };
    const [kind, name] = [text(config, "kind") ?? "", text(metadata, "name") ?? ""];
    if (!cloud.mayExist(["kubernetes_manifest"], `${kind} ${name}`)) throw notFound(kind.toLowerCase(), name);
    return { object: { apiVersion: config["api_version"] ?? "v1", kind, metadata } };
  },

  kubernetes_resources: (config, cloud) => ({
    objects: manifests(config, cloud).map(({ values }) => values["object"] ?? null),
  }),
};

/** What was made through the resource; namespaces and the like that every cluster has need not have been. */
function showObject(type: string): Query {
  return (config, cloud, model) => {
    const metadata = blocks(config, "metadata")[0] ?? {};
    const name = text(metadata, "name") ?? "";
    const namespace = text(metadata, "namespace");
    const id = "namespace" in metadata ? `${namespace ?? "default"}/${name}` : name;
    const found = cloud.ofType(type).find(({ values }) => values["id"] === id);
    if (found === undefined && !cloud.mayExist([type], id)) throw notFound(type, name);
    const assumed: ValueObject = {
      metadata: [{ ...metadata, uid: "", resource_version: "1", generation: 1 }],
    };
    return { ...inShapeOf(model.block, found?.values ?? assumed), id };
  };
}

/** What a data source has place for: it can lack what its resource has. */
function inShapeOf(block: Block, values: ValueObject): Record<string, Value> {
  const shaped: Record<string, Value> = {};
  for (const [name, { type }] of block.attributes) {
    const value = fitting(type, values[name]);
    if (value !== undefined) shaped[name] = value;
  }
  for (const [name, { block: inner }] of block.blocks) {
    shaped[name] = blocks(values, name).map((one) => complete(inner, inShapeOf(inner, one)));
  }
  return shaped;
}

function notFound(type: string, name: string | undefined): Refusal {
  const kind = type.replace(/^kubernetes_|_v1$/g, "").replaceAll("_", "");
  return new Refusal("NotFound", `${kind}s "${name ?? ""}" not found`);
}

function manifests(config: ValueObject, cloud: Cloud): StoredObject[] {
  return cloud.ofType("kubernetes_manifest").filter(({ values }) => {
    const manifest = values["manifest"];
    if (!isObject(manifest)) return false;
    return manifest["kind"] === config["kind"] && manifest["apiVersion"] === config["api_version"];
  });
}

function isNamed({ values }: StoredObject, wanted: ValueObject): boolean {
  const metadata = blocks(blocks(values, "manifest")[0] ?? {}, "metadata")[0] ?? {};
  const namespace = (one: ValueObject): string => text(one, "namespace") ?? "default";
  return metadata["name"] === wanted["name"] && namespace(metadata) === namespace(wanted);
}

/** A node for each that the pools start with. */
function nodesIn(cloud: Cloud, model: Parameters<Query>[2]): Value {
  const type = model.block.attributes.get("nodes")?.type ?? "dynamic";
  const names = cloud.ofType("alicloud_cs_kubernetes_node_pool").flatMap(({ id, values }) =>
    Array.from({ length: number(values, "node_count") }, (_node, index) => {
      const region = cloud.scene.region;
      return {
        name: `${region}.${privateIp(digest(id, index))}`,
        uid: digest(id, "node", index).slice(0, 32),
      };
    }),
  );
  const row = typeof type === "object" && type[0] === "list" ? type[1] : "dynamic";
  return names.map(({ name, uid }) => nodeRow(row, name, uid, cloud));
}

function nodeRow(type: CtyType, name: string, uid: string, cloud: Cloud): Value {
  const empty = plausible(type, "node", digest(uid), cloud.scene);
  const metadata = { annotations: {}, generation: 0, labels: {}, name, resource_version: "1", uid };
  return isObject(empty) ? { ...empty, metadata: [metadata] } : empty;
}
