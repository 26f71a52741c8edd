import { isUnknown, unknown, type Fact } from "../limits";
import { blockOf, givenProps, type Rendered } from "../resource";
import { isMaintained } from "../upgrade";
import { KubernetesVersion } from "../values";
import { argument, blocks, gapUnless, isOn, type Body } from "./body";
import type { Gap, HardeningFacts } from "./facts";

/** What else the stack has for clusters. */
export interface Beside {
  readonly addons: readonly Rendered[];
  readonly policies: readonly Rendered[];
}

type ClusterGaps = Pick<
  HardeningFacts,
  | "publicEndpoints"
  | "plainSecrets"
  | "withoutAudit"
  | "withoutLogs"
  | "withoutNetworkPolicy"
  | "withoutPolicies"
  | "anyRegistry"
  | "oldVersions"
>;

const managed = "alicloud_cs_managed_kubernetes";
const logAddons = new Set(["loongcollector", "logtail-ds", "logtail-windows", "alibaba-log-controller"]);

/** What clusters are less than the controls ask for. */
export function clusterGaps(clusters: readonly Rendered[], beside: Beside): ClusterGaps {
  const hosted = clusters.filter(({ resource }) => resource.terraformResourceType === managed);
  const withNodes = clusters.filter(({ body }) => !["Acs", "Serverless"].includes(String(body["profile"])));
  return {
    publicEndpoints: clusters.flatMap(publicEndpoint),
    plainSecrets: hosted.filter(isPlainAck).flatMap(plainSecrets),
    withoutAudit: hosted.flatMap(withoutAudit),
    withoutLogs: hosted.flatMap((cluster) => withoutLogs(cluster, beside)),
    withoutNetworkPolicy: withNodes.flatMap(withoutNetworkPolicy),
    withoutPolicies: clusters.flatMap((cluster) => withoutPolicies(cluster, beside)),
    anyRegistry: clusters.flatMap((cluster) => anyRegistry(cluster, beside)),
    oldVersions: clusters.flatMap(oldVersion),
  };
}

/** Neither at the edge nor without nodes, where Secrets have no key of yours. */
function isPlainAck({ body }: Rendered): boolean {
  return ["undefined", "Default"].includes(String(body["profile"]));
}

function publicEndpoint({ path, resource, body }: Rendered): readonly Fact<Gap>[] {
  const config = blockOf(body, "control_plane_endpoints_config");
  const types = blocks(config, "load_balancers_config").map((one) => one["endpoint_type"]);
  const want = "a private endpoint alone";
  if (types.includes("public")) {
    return [{ path, got: "a public load balancer for the API server", want }];
  }
  const { scope } = resource.node;
  const isOfLibrary = scope !== undefined && givenProps(scope) !== undefined;
  return isOfLibrary
    ? []
    : gapUnless(argument(body, "slb_internet_enabled"), (value) => !isOn(value), {
        path,
        got: "slb_internet_enabled true",
        want,
      });
}

function plainSecrets({ path, body }: Rendered): readonly Fact<Gap>[] {
  const isEncrypted = body["encryption_provider_key"] !== undefined;
  return isEncrypted ? [] : [{ path, got: "Secrets without encryption of yours", want: "a key of KMS" }];
}

function withoutAudit({ path, body }: Rendered): readonly Fact<Gap>[] {
  return gapUnless(argument(blockOf(body, "audit_log_config"), "enabled"), isOn, {
    path,
    got: "no word on audit logs",
    want: "auditLog",
  });
}

function withoutLogs({ path, address, body }: Rendered, { addons }: Beside): readonly Fact<Gap>[] {
  const names = [
    ...blocks(body, "addons").map((addon) => argument(addon, "name")),
    ...ofCluster(addons, address).map((addon) => argument(addon.body, "name")),
  ];
  const lacking = [
    ...(body["control_plane_log_components"] === undefined ? ["logs of the control plane"] : []),
    ...(names.some((name) => typeof name === "string" && logAddons.has(name)) ? [] : ["logs of containers"]),
  ];
  const unclear = names.find(isUnknown);
  if (lacking.length === 0) {
    return [];
  }
  return unclear !== undefined && lacking.includes("logs of containers")
    ? [unknown(unclear.token)]
    : [{ path, got: `a cluster without ${lacking.join(" and ")}`, want: "both in Log Service" }];
}

function withoutNetworkPolicy({ path, body }: Rendered): readonly Fact<Gap>[] {
  const want = "Terway that holds Pods to NetworkPolicy objects";
  for (const addon of blocks(body, "addons")) {
    const name = String(addon["name"]);
    if (/^(kube-)?flannel/.test(name)) {
      return [{ path, got: "Flannel, which knows no NetworkPolicy", want }];
    }
    if (name.startsWith("terway-eni")) {
      const config = argument(addon, "config");
      return gapUnless(config, (text) => isOn(settingsIn(text)["NetworkPolicy"]), {
        path,
        got: "Terway without NetworkPolicy",
        want,
      });
    }
  }
  return [];
}

function settingsIn(text: unknown): Body {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : {};
    return typeof value === "object" && value !== null ? (value as Body) : {};
  } catch {
    return {};
  }
}

function withoutPolicies({ path, address }: Rendered, { policies }: Beside): readonly Fact<Gap>[] {
  return ofCluster(policies, address).length > 0
    ? []
    : [{ path, got: "a cluster without policies in this stack", want: "policies for its Pods" }];
}

function anyRegistry({ path, address }: Rendered, { policies }: Beside): readonly Fact<Gap>[] {
  const names = ofCluster(policies, address).map(({ body }) => argument(body, "policy_name"));
  const unclear = names.find(isUnknown);
  if (names.includes("ACKAllowedRepos")) {
    return [];
  }
  return unclear === undefined
    ? [{ path, got: "a cluster that takes images from everywhere", want: "the policy ACKAllowedRepos" }]
    : [unknown(unclear.token)];
}

function oldVersion({ path, body }: Rendered): readonly Fact<Gap>[] {
  return gapUnless(
    argument(body, "version"),
    (text) => {
      const version = typeof text === "string" ? KubernetesVersion.tryParse(text) : undefined;
      return version === undefined || isMaintained(version.minor);
    },
    {
      path,
      got: `version ${String(body["version"])}, which ACK no longer maintains`,
      want: "a version that it does",
    },
  );
}

/** What names a cluster of the stack, or, of a cluster that is named otherwise, may do so. */
function ofCluster(all: readonly Rendered[], address: string): readonly Rendered[] {
  return all.filter(({ body }) => body["cluster_id"] === `\${${address}.id}`);
}
