import { isUnknown, type ValueObject } from "../../values";
import type { Behaviours, Draft, ResourceBehaviour } from "../behaviour";
import type { Cloud } from "../cloud";
import { below, digest, letters } from "../digest";
import { publicIp } from "../plausible";
import { blocks, text } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import { parseCidr } from "./cidr";

/** Resources that change, or take over, an object which is there. */
const withoutOwnObject =
  /^kubernetes_(labels|annotations|env|node_taint|.*_data|default_service_account_v1|token_request_v1)$/;

/** What every object of Kubernetes has in common. */
export const anyKubernetes: ResourceBehaviour = {
  fills: {
    "metadata.name": ({ id }) => id.slice(id.lastIndexOf("/") + 1),
    "**.namespace": "default",
    "**.image_pull_policy": (_draft, _cloud, { image }) => (isFloating(image) ? "Always" : "IfNotPresent"),
    "**.termination_message_policy": "File",
    "**.termination_message_path": "/dev/termination-log",
    "**.scheduler_name": "default-scheduler",
    "**.service_account_name": "",
    "**.node_name": "",
    "**.hostname": "",
    "**.volume_mode": "Filesystem",
    "**.api_group": "",
    "**.replicas": "1",
    "**.default_secret_name": "",
    "**.completion_mode": "NonIndexed",
    "**.restart_policy": "Always",
    "**.dns_policy": "ClusterFirst",
    "**.storage_class_name": "alibabacloud-cloud-essd",
    "**.pod_management_policy": "OrderedReady",
    "**.revision_history_limit": 10,
  },
  refuseCreate(draft, cloud) {
    if (withoutOwnObject.test(draft.type)) return;
    refuseTwin(draft, cloud);
    refuseLostNamespace(draft, cloud);
  },
};

/** Those of Kubernetes that need more. */
export const kubernetes: Behaviours = {
  kubernetes_namespace_v1: {
    deleted({ id }, cloud) {
      // Two clusters can have a namespace of one name, and nobody says whose objects are whose.
      if (cloud.ofType(...CLUSTERS).length > 1) return;
      for (const one of cloud.all()) {
        if (one.type.startsWith("kubernetes_") && namespaceOf(one.values) === id) cloud.remove(one);
      }
    },
  },

  kubernetes_service_v1: {
    fills: {
      "spec.cluster_ip": clusterIp,
      "spec.cluster_ips": (draft, cloud) => [clusterIp(draft, cloud)],
      "spec.external_traffic_policy": (_draft, _cloud, spec) => (isExposed(spec) ? "Cluster" : ""),
      "spec.internal_traffic_policy": "Cluster",
      "spec.ip_families": ["IPv4"],
      "spec.ip_family_policy": "SingleStack",
      "spec.port.node_port": (draft, _cloud, port) =>
        isExposed(specOf(draft.values))
          ? 30000 + below(2768, draft.hex(`node port ${String(port["port"])}`))
          : 0,
      "spec.port.target_port": (_draft, _cloud, port) => String(port["port"] ?? ""),
      status: ({ id, values }, cloud) =>
        loadBalancerStatus(id, specOf(values)["type"] === "LoadBalancer", cloud),
    },
  },

  kubernetes_ingress_v1: {
    fills: { status: ({ id }, cloud) => loadBalancerStatus(id, true, cloud), "spec.ingress_class_name": "" },
  },

  kubernetes_persistent_volume_claim_v1: {
    fills: { "spec.volume_name": ({ id }) => `d-${letters(digest(id), 20)}` },
  },

  kubernetes_deployment_v1: {
    fills: {
      "spec.strategy": [
        { type: "RollingUpdate", rolling_update: [{ max_surge: "25%", max_unavailable: "25%" }] },
      ],
    },
  },

  kubernetes_manifest: {
    fills: { object: ({ values }) => values["manifest"] ?? null },
  },
};

/** Names are taken once in a cluster. The provider does not say which cluster it talks to: each that was made here may have one. */
function refuseTwin({ type, id, values }: Draft, cloud: Cloud): void {
  const clusters = Math.max(1, cloud.ofType(...CLUSTERS).length);
  const twins = cloud.ofType(type).filter((other) => other.values["id"] === id);
  const metadata = blocks(values, "metadata")[0];
  if (metadata === undefined || twins.length < clusters) return;
  throw new Refusal("AlreadyExists", `${plural(type)} "${text(metadata, "name") ?? id}" already exists`);
}

function refuseLostNamespace({ type, values }: Draft, cloud: Cloud): void {
  const namespace = namespaceOf(values);
  const isThere = ["default", "kube-system", "kube-public", "kube-node-lease"].includes(
    namespace ?? "default",
  );
  if (
    isThere ||
    cloud.mayExist(["kubernetes_namespace_v1"], namespace ?? "") ||
    type === "kubernetes_namespace_v1"
  )
    return;
  throw new Refusal("NotFound", `namespaces "${namespace ?? ""}" not found`);
}

function namespaceOf(values: ValueObject): string | undefined {
  const metadata = blocks(values, "metadata")[0];
  return metadata === undefined ? undefined : text(metadata, "namespace");
}

/** `configmaps`, `ingresses`, `networkpolicies` */
export function plural(type: string): string {
  const kind = type
    .replace(/^kubernetes_/, "")
    .replace(/_v\d$/, "")
    .replaceAll("_", "");
  if (kind.endsWith("s")) return `${kind}es`;
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

function isFloating(image: unknown): boolean {
  if (typeof image !== "string" || isUnknown(image)) return false;
  const name = image.slice(image.lastIndexOf("/") + 1);
  return name.endsWith(":latest") || !/[:@]/.test(name);
}

function specOf(values: ValueObject): ValueObject {
  return blocks(values, "spec")[0] ?? {};
}

function isExposed(spec: ValueObject): boolean {
  return spec["type"] === "NodePort" || spec["type"] === "LoadBalancer";
}

/** An address of the services of the cluster, as far as there is just one. */
function clusterIp({ id }: Draft, cloud: Cloud): string {
  const clusters = cloud.ofType(...CLUSTERS);
  const cidr = clusters.length === 1 ? text(clusters[0]?.values ?? {}, "service_cidr") : undefined;
  const block = parseCidr(cidr) ?? { first: 0xac150000, last: 0xac150fff };
  const address =
    block.first + 11 + below(Math.max(1, block.last - block.first - 11), digest(id, "cluster ip"));
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

function loadBalancerStatus(id: string, has: boolean, cloud: Cloud): readonly ValueObject[] {
  const ingress = has ? [{ ip: publicIp(cloud.hex(id, "balancer")), hostname: "" }] : [];
  return [{ load_balancer: [{ ingress }] }];
}
