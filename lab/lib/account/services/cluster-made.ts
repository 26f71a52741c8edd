import type { ValueObject } from "../../values";
import type { Cloud } from "../cloud";
import { letters } from "../digest";
import { privateIp, publicIp } from "../plausible";
import { blocks, flag, text, texts } from "../reading";
import type { StoredObject } from "../store";
import { addonVersion, REQUIRED_ADDONS } from "./catalogue";

/** The names and addresses of what ACK makes for a cluster follow from its id, so that each is known before it is there. */
export function madeFor(clusterId: string, cloud: Cloud): Readonly<Record<MadeName, string>> {
  const hex = (what: string): string => cloud.hex(clusterId, what);
  const { region, accountId } = cloud.scene;
  const oidc = `ack-rrsa-${clusterId}`;
  return {
    securityGroup: `sg-${letters(hex("group"), 20)}`,
    loadBalancer: `lb-${letters(hex("balancer"), 20)}`,
    natGateway: `ngw-${letters(hex("nat"), 20)}`,
    vpc: `vpc-${letters(hex("vpc"), 20)}`,
    eip: `eip-${letters(hex("eip"), 20)}`,
    natEip: `eip-${letters(hex("nat eip"), 20)}`,
    publicIp: publicIp(hex("public")),
    privateIp: privateIp(hex("private")),
    role: `KubernetesWorkerRole-${clusterId.slice(0, 34)}`,
    logProject: `k8s-log-${clusterId}`,
    oidc,
    oidcArn: `acs:ram::${accountId}:oidc-provider/${oidc}`,
    issuer: `https://oidc-ack-${region}.oss-${region}-internal.aliyuncs.com/${clusterId}`,
  };
}

type MadeName =
  | "securityGroup"
  | "loadBalancer"
  | "natGateway"
  | "vpc"
  | "eip"
  | "natEip"
  | "publicIp"
  | "privateIp"
  | "role"
  | "logProject"
  | "oidc"
  | "oidcArn"
  | "issuer";

/** Makes what ACK makes for a cluster. All of it goes with the cluster, but for the logs. */
export function provideForCluster(cluster: StoredObject, cloud: Cloud): void {
  const { id, values } = cluster;
  const made = madeFor(id, cloud);
  const vpcId = text(values, "vpc_id") ?? made.vpc;
  if (texts(values, "zone_ids").length > 0 || text(values, "zone_id") !== undefined) {
    cloud.provide(cluster, "alicloud_vpc", vpcId, { cidr_block: "192.168.0.0/16", vpc_name: `vpc-${id}` });
    for (const vswitch of texts(values, "vswitch_ids")) {
      cloud.provide(cluster, "alicloud_vswitch", vswitch, { vpc_id: vpcId });
    }
  }
  if (values["security_group_id"] === made.securityGroup) {
    const kind = flag(values, "is_enterprise_security_group") ? "enterprise" : "normal";
    const name = `alicloud-cs-auto-created-security-group-${id}`;
    const group = { vpc_id: vpcId, security_group_name: name, security_group_type: kind };
    cloud.provide(cluster, "alicloud_security_group", made.securityGroup, group);
  }
  cloud.provide(cluster, "alicloud_ram_role", made.role, { role_name: made.role, name: made.role });
  cloud.provide(cluster, "alicloud_slb_load_balancer", made.loadBalancer, {
    load_balancer_name: "ManagedK8SSlbIntranet",
  });
  if (isPublic(values))
    cloud.provide(cluster, "alicloud_eip_address", made.eip, { ip_address: made.publicIp });
  if (values["nat_gateway_id"] === made.natGateway) {
    cloud.provide(cluster, "alicloud_nat_gateway", made.natGateway, { vpc_id: vpcId });
    cloud.provide(cluster, "alicloud_eip_address", made.natEip, {});
  }
  provideAddons(cluster, cloud);
  provideOnDemand(cluster, cloud);
}

/** What can be switched on later. */
export function provideOnDemand(cluster: StoredObject, cloud: Cloud): void {
  const made = madeFor(cluster.id, cloud);
  const { logProject, oidc } = made;
  if (logProjectsOf(cluster.values).includes(logProject) && !cloud.find("alicloud_log_project", logProject)) {
    const project = { project_name: logProject, name: logProject, retained: !deletesLogs(cluster.values) };
    cloud.provide(cluster, "alicloud_log_project", logProject, project);
  }
  if (flag(cluster.values, "enable_rrsa") && !cloud.find("alicloud_ims_oidc_provider", oidc)) {
    const provider = { oidc_provider_name: oidc, arn: made.oidcArn, issuer_url: made.issuer };
    cloud.provide(cluster, "alicloud_ims_oidc_provider", oidc, provider);
  }
}

/** Takes along what lives in a cluster: pools and add-ons, and the objects of Kubernetes when no cluster is left. */
export function clearCluster(cluster: StoredObject, clusters: readonly string[], cloud: Cloud): void {
  for (const one of cloud.all()) {
    if (!one.type.startsWith("alicloud_cs_") || one.values["cluster_id"] !== cluster.id) continue;
    cloud.remove(one);
    for (const provided of cloud.providedFor(one)) cloud.remove(provided);
  }
  if (cloud.ofType(...clusters).length > 0) return;
  for (const one of cloud.all()) if (one.type.startsWith("kubernetes_")) cloud.remove(one);
}

function provideAddons(cluster: StoredObject, cloud: Cloud): void {
  const asked = blocks(cluster.values, "addons").filter((addon) => !flag(addon, "disabled"));
  const names = new Set([...REQUIRED_ADDONS, ...asked.flatMap((addon) => text(addon, "name") ?? [])]);
  for (const name of names) {
    const given = asked.find((addon) => addon["name"] === name) ?? {};
    cloud.provide(cluster, "alicloud_cs_kubernetes_addon", `${cluster.id}:${name}`, {
      cluster_id: cluster.id,
      name,
      version: text(given, "version") ?? addonVersion(name),
      config: text(given, "config") ?? "",
      required: REQUIRED_ADDONS.includes(name),
      can_upgrade: false,
      next_version: "",
      cleanup_cloud_resources: null,
      timeouts: null,
    });
  }
}

export function isPublic(cluster: ValueObject): boolean {
  return flag(cluster, "slb_internet_enabled") || flag(cluster, "endpoint_public_access_enabled");
}

export function logProjectsOf(cluster: ValueObject): string[] {
  const audit = blocks(cluster, "audit_log_config").filter((block) => flag(block, "enabled"));
  return [
    text(cluster, "control_plane_log_project"),
    ...audit.map((block) => text(block, "sls_project_name")),
  ].flatMap((name) => name ?? []);
}

function deletesLogs(cluster: ValueObject): boolean {
  const options = blocks(cluster, "delete_options").filter((option) => option["delete_mode"] === "delete");
  return options.some(({ resource_type: type }) => type === "SLS_ControlPlane" || type === "SLS_Data");
}

/** The first gateway of a VPC, which a cluster in it uses. */
export function natGatewayOf(vpcId: string | undefined, cloud: Cloud): string | undefined {
  return cloud
    .ofType("alicloud_nat_gateway")
    .find(({ values }) => vpcId !== undefined && values["vpc_id"] === vpcId)?.id;
}

/** Whether a cluster that was made here runs an add-on. */
export function hasAddon(clusterId: string, name: string, cloud: Cloud): boolean {
  return cloud.find("alicloud_cs_kubernetes_addon", `${clusterId}:${name}`) !== undefined;
}
