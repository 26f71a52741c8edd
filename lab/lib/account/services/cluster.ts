import { isUnknown, type Value, type ValueObject } from "../../values";
import type { Behaviours, Draft, Fill, ResourceBehaviour } from "../behaviour";
import type { Cloud } from "../cloud";
import { below, digest, letters } from "../digest";
import { DEFAULT_RESOURCE_GROUP } from "../plausible";
import { blocks, flag, text, texts } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import {
  certificatesOf,
  closeApiServer,
  endpointsOf,
  hasPublicEndpoint,
  privateAddress,
  publicAddress,
} from "./api-server";
import {
  clearCluster,
  isPublic,
  madeFor,
  natGatewayOf,
  provideForCluster,
  provideOnDemand,
} from "./cluster-made";
import {
  refuseCluster,
  refuseClusterChange,
  refuseProtectedCluster,
  vpcOfVswitches,
} from "./cluster-refusals";
import { refuseUnauthorisedCluster } from "./service-roles";

/** What ACK takes for the services of a cluster, and for its pods, when nobody says. */
const OWN_SERVICE_CIDR = "172.19.0.0/20";
const OWN_POD_CIDR = "172.20.0.0/16";

/** What all kinds of clusters have in common. */
const anyCluster: ResourceBehaviour = {
  id: ({ hex }) => `c${hex("id").slice(0, 32)}`,
  unique: {
    argument: "name",
    among: CLUSTERS,
    code: "ClusterNameAlreadyExist",
    message: (name) => `cluster name ${name} already exist in your clusters`,
  },
  unread: [
    ...[
      "addons",
      "name_prefix",
      "new_nat_gateway",
      "slb_internet_enabled",
      "pod_vswitch_ids",
      "zone_ids",
      "user_ca",
    ],
    ...[
      "is_enterprise_security_group",
      "load_balancer_spec",
      "worker_vswitch_ids",
      "skip_set_certificate_authority",
    ],
    ...["retain_resources", "delete_options", "client_cert", "client_key", "cluster_ca_cert", "kube_config"],
    ...[
      "api_audiences",
      "service_account_issuer",
      "password",
      "kms_encrypted_password",
      "kms_encryption_context",
    ],
  ],
  refuseCreate({ values }, cloud) {
    refuseUnauthorisedCluster(cloud);
    refuseCluster(values, cloud);
  },
  refuseUpdate: (object, planned) => refuseClusterChange(object, planned),
  beforeDelete: (object) => refuseProtectedCluster(object),
  created: provideForCluster,
  updated: (object, _before, cloud) => provideOnDemand(object, cloud),
  deleted(object, cloud) {
    clearCluster(object, CLUSTERS, cloud);
    closeApiServer(object.id, cloud);
  },
};

const fills: Readonly<Record<string, Fill>> = {
  name: ({ values, hex }) =>
    `${text(values, "name_prefix") ?? ""}20260101${String(below(1e9, hex("name"))).padStart(18, "0")}`,
  profile: "Default",
  cluster_spec: "ack.standard",
  version: (_draft, cloud) => cloud.kubernetesVersions[0] ?? "",
  vpc_id: vpcOf,
  vswitch_ids: ({ id, values }, cloud) =>
    texts(values, "worker_vswitch_ids").length > 0
      ? texts(values, "worker_vswitch_ids")
      : ownZones(values).map((zone) => `vsw-${letters(cloud.hex(id, zone), 20)}`),
  security_group_id: ({ id }, cloud) => madeFor(id, cloud).securityGroup,
  resource_group_id: DEFAULT_RESOURCE_GROUP,
  worker_ram_role_name: ({ id }, cloud) => madeFor(id, cloud).role,
  nat_gateway_id: natOf,
  slb_id: ({ id }, cloud) => madeFor(id, cloud).loadBalancer,
  slb_internet: ({ id, values }, cloud) => (isPublic(values) ? madeFor(id, cloud).publicIp : ""),
  slb_intranet: ({ id }, cloud) => madeFor(id, cloud).privateIp,
  connections: ({ id, values }, cloud) => connectionsOf(id, values, cloud),
  certificate_authority: ({ values, id }) =>
    flag(values, "skip_set_certificate_authority") ? NO_CERTIFICATES : certificatesOf(id),
  rrsa_metadata: ({ id, values }, cloud) => rrsaOf(id, values, cloud),
  ip_stack: "ipv4",
  disable_encryption: ({ values }) =>
    text(values, "encryption_provider_key") === undefined && !isUnknown(values["encryption_provider_key"]),
  control_plane_log_ttl: ({ values }) => (logsControlPlane(values) ? "30" : ""),
  control_plane_log_project: ({ id, values }, cloud) =>
    logsControlPlane(values) ? madeFor(id, cloud).logProject : "",
  audit_log_config: [{ enabled: false, sls_project_name: "" }],
  "audit_log_config.sls_project_name": ({ id, values }, cloud) =>
    blocks(values, "audit_log_config").some((block) => flag(block, "enabled"))
      ? madeFor(id, cloud).logProject
      : "",
  control_plane_endpoints_config: ({ id, values }, cloud) => endpointsOf(id, values, cloud),
  "control_plane_endpoints_config.load_balancers_config.load_balancer_id": ({ id }, cloud) =>
    madeFor(id, cloud).loadBalancer,
  "control_plane_endpoints_config.load_balancers_config.endpoint": ({ id }, cloud, balancer) =>
    balancer["endpoint_type"] === "public" ? publicAddress(id, cloud) : privateAddress(id, cloud),
  "control_plane_endpoints_config.internal_dns_config.bind_vpcs": [],
  "control_plane_endpoints_config.internal_dns_config.enabled": false,
  maintenance_window: [{ enable: false, maintenance_time: "", duration: "", weekly_period: "" }],
  operation_policy: [{ cluster_auto_upgrade: [{ enabled: false, channel: "" }] }],
  // Removed long ago, yet still in the schema.
  availability_zone: "",
  node_port_range: "",
  platform: "",
  time_zone: "",
  sls_project_name: "",
  load_balancer_spec: "",
};

/** The kinds of clusters of ACK. */
export const cluster: Behaviours = {
  alicloud_ack_one_cluster: {
    id: ({ hex }) => `c${hex("id").slice(0, 32)}`,
    fills: { profile: "Default", cluster_name: ({ id }) => `fleet-${id.slice(1, 9)}`, argocd_enabled: false },
    refuseCreate({ values }) {
      if (values["profile"] !== "XFlow" || !flag(values, "argocd_enabled")) return;
      throw new Refusal("InvalidParameter.ArgoCD", "argocd_enabled is not supported by the profile XFlow");
    },
    beforeDelete({ id, values }) {
      if (!flag(values, "argocd_enabled")) return;
      throw new Refusal("ErrorClusterHasArgoCD", `Switch Argo CD of the fleet ${id} off first.`);
    },
  },
  alicloud_cs_managed_kubernetes: { ...anyCluster, fills, settle: settleManaged },
  alicloud_cs_kubernetes: {
    ...anyCluster,
    unread: [...(anyCluster.unread ?? []), "timezone"],
    fills: { ...fills, platform: "AliyunLinux3", node_name_mode: "" },
    settle: (values) => ({ ...settleNetwork(values), proxy_mode: values["proxy_mode"] ?? "ipvs" }),
  },
  alicloud_cs_edge_kubernetes: { ...anyCluster, fills, settle: settleNetwork },
  alicloud_cs_serverless_kubernetes: {
    ...anyCluster,
    fills,
    settle: (values, cloud) => settleRrsa(withServiceCidr(values), cloud),
  },
};

/** Read stores the blocks that ACK took; the arguments are not computed, so that the next plan wants them gone. */
function settleNetwork(values: ValueObject): ValueObject {
  const usesTerway =
    texts(values, "pod_vswitch_ids").length > 0 ||
    blocks(values, "addons").some((addon) => text(addon, "name")?.startsWith("terway"));
  const isAcs = ["Acs", "Serverless"].includes(text(values, "profile") ?? "");
  const served = withServiceCidr(values);
  return usesTerway || isAcs ? served : { ...served, pod_cidr: values["pod_cidr"] ?? OWN_POD_CIDR };
}

function withServiceCidr(values: ValueObject): ValueObject {
  return { ...values, service_cidr: values["service_cidr"] ?? OWN_SERVICE_CIDR };
}

function settleManaged(values: ValueObject, cloud: Cloud, before?: ValueObject): ValueObject {
  const settled = settleEndpoints(
    settleLogs(settleRrsa(settleNetwork(values), cloud), cloud),
    cloud,
    before === undefined,
  );
  const spec = before === undefined ? undefined : text(before, "cluster_spec");
  // Only the step from Basic to Pro is a call; the provider swallows all others, and reads the old tier back.
  const isSwallowed = spec !== undefined && spec !== "ack.standard";
  const isDowngrade = spec === "ack.standard" && !text(values, "cluster_spec")?.includes("pro");
  return isSwallowed || isDowngrade ? { ...settled, cluster_spec: spec } : settled;
}

const NO_CERTIFICATES: ValueObject = { cluster_cert: "", client_cert: "", client_key: "" };

/** Whether the internal name is switched on is sent to a cluster that exists, and not at creation. */
function settleEndpoints(values: ValueObject, cloud: Cloud, isNew: boolean): ValueObject {
  const endpoints = blocks(values, "control_plane_endpoints_config").map((block) => ({
    ...block,
    ...(isNew
      ? {
          internal_dns_config: blocks(block, "internal_dns_config").map((dns) => ({
            ...dns,
            enabled: false,
          })),
        }
      : {}),
  }));
  const id = text(values, "id");
  return {
    ...values,
    control_plane_endpoints_config: endpoints,
    ...(id === undefined ? {} : { connections: connectionsOf(id, values, cloud) }),
  };
}

function settleRrsa(values: ValueObject, cloud: Cloud): ValueObject {
  const id = text(values, "id");
  return id === undefined ? values : { ...values, rrsa_metadata: rrsaOf(id, values, cloud) };
}

/** Logs that are switched on without a place to go get one. */
function settleLogs(values: ValueObject, cloud: Cloud): ValueObject {
  const { logProject } = madeFor(text(values, "id") ?? "", cloud);
  const audit = blocks(values, "audit_log_config").map((block) =>
    flag(block, "enabled")
      ? { ...block, sls_project_name: text(block, "sls_project_name") ?? logProject }
      : block,
  );
  const audited = { ...values, audit_log_config: audit };
  if (!logsControlPlane(values)) return audited;
  const project = text(values, "control_plane_log_project") ?? logProject;
  return {
    ...audited,
    control_plane_log_project: project,
    control_plane_log_ttl: text(values, "control_plane_log_ttl") ?? "30",
  };
}

function rrsaOf(id: string, values: ValueObject, cloud: Cloud): Value {
  if (!flag(values, "enable_rrsa")) return [];
  const { issuer, oidc, oidcArn } = madeFor(id, cloud);
  return [
    {
      enabled: true,
      rrsa_oidc_issuer_url: issuer,
      ram_oidc_provider_name: oidc,
      ram_oidc_provider_arn: oidcArn,
    },
  ];
}

function ownZones(values: ValueObject): string[] {
  const zone = text(values, "zone_id");
  return zone === undefined ? texts(values, "zone_ids") : [zone];
}

function vpcOf({ id, values }: Draft, cloud: Cloud): string {
  if (ownZones(values).length > 0) return madeFor(id, cloud).vpc;
  const known = vpcOfVswitches(values, cloud);
  if (known !== undefined) return known;
  const outside = ["vswitch_ids", "worker_vswitch_ids", "master_vswitch_ids"].flatMap((name) =>
    texts(values, name),
  )[0];
  return `vpc-${letters(digest("vpc of", outside ?? id), 20)}`;
}

function natOf(draft: Draft, cloud: Cloud): string {
  const existing = natGatewayOf(vpcOf(draft, cloud), cloud);
  return existing ?? (draft.values["new_nat_gateway"] === true ? madeFor(draft.id, cloud).natGateway : "");
}

function connectionsOf(id: string, values: ValueObject, cloud: Cloud): ValueObject {
  return {
    api_server_internet: hasPublicEndpoint(values) ? publicAddress(id, cloud) : "",
    api_server_intranet: privateAddress(id, cloud),
    master_public_ip: "",
    service_domain: `*.${id}.${cloud.scene.region}.alicontainer.com`,
  };
}

function logsControlPlane(values: ValueObject): boolean {
  return texts(values, "control_plane_log_components").length > 0;
}
