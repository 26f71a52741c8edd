/** A role of the account that a service of Alibaba Cloud acts in. */
export interface ServiceRole {
  /** Who may take the role on. */
  readonly service: "cs.aliyuncs.com" | "oos.aliyuncs.com" | "eci.aliyuncs.com";
  /** What acts in it, on what. */
  readonly for: string;
  /** Whether ACK wants it authorised, with the others of this kind, before it makes the first cluster of an account. */
  readonly firstUse?: true;
}

const ack = "cs.aliyuncs.com";

/**
 * The service roles of ACK, in the order in which the service documents them. Each has the system policy of its own name and
 * `Policy`, which Alibaba Cloud keeps: the permissions change there, and nothing of them is copied here.
 */
const table = {
  AliyunCSDefaultRole: {
    service: ack,
    firstUse: true,
    for: "ACK itself, on instances, networks, load balancers and scaling groups",
  },
  AliyunCSManagedKubernetesRole: {
    service: ack,
    firstUse: true,
    for: "control planes that ACK runs, on instances, routes, load balancers and images",
  },
  AliyunCSServerlessKubernetesRole: {
    service: ack,
    firstUse: true,
    for: "serverless and edge clusters, on networks, load balancers and private zones",
  },
  AliyunCSKubernetesAuditRole: {
    service: ack,
    firstUse: true,
    for: "audit logs, on projects of Log Service",
  },
  AliyunCSManagedNetworkRole: {
    service: ack,
    firstUse: true,
    for: "network add-ons, on network interfaces and vSwitches",
  },
  AliyunCSManagedCsiRole: {
    service: ack,
    firstUse: true,
    for: "storage add-ons, on disks, file systems and buckets",
  },
  AliyunCSManagedCsiPluginRole: {
    service: ack,
    firstUse: true,
    for: "csi-plugin, on disks",
  },
  AliyunCSManagedCsiProvisionerRole: {
    service: ack,
    firstUse: true,
    for: "csi-provisioner, on disks, file systems and buckets",
  },
  AliyunCSManagedCmsRole: {
    service: ack,
    firstUse: true,
    for: "monitoring add-ons, on CloudMonitor",
  },
  AliyunCSManagedArmsRole: {
    service: ack,
    firstUse: true,
    for: "Prometheus and application monitoring, on ARMS",
  },
  AliyunCSManagedLogRole: {
    service: ack,
    firstUse: true,
    for: "logging add-ons, on Log Service",
  },
  AliyunCSManagedVKRole: {
    service: ack,
    firstUse: true,
    for: "virtual nodes, on ECI, networks and private zones",
  },
  AliyunCISDefaultRole: {
    service: ack,
    for: "inspection and diagnosis of clusters, on instances, networks and load balancers",
  },
  AliyunCSManagedAcrRole: {
    service: ack,
    for: "pulling of images without passwords, on Container Registry",
  },
  AliyunCSManagedNlcRole: {
    service: ack,
    for: "node pools that ACK manages, on instances and pools",
  },
  AliyunCSManagedAutoScalerRole: {
    service: ack,
    for: "autoscaling, on scaling groups and instances",
  },
  AliyunCSManagedSecurityRole: {
    service: ack,
    for: "encryption of Secrets, on keys of KMS",
  },
  AliyunCSManagedCostRole: {
    service: ack,
    for: "cost analysis, on bills and prices",
  },
  AliyunCSManagedNimitzRole: {
    service: ack,
    for: "the network of Lingjun nodes, on Lingjun",
  },
  AliyunCSManagedBackupRestoreRole: {
    service: ack,
    for: "the backup centre, on Cloud Backup and buckets",
  },
  AliyunCSManagedEdgeRole: {
    service: ack,
    for: "edge clusters, on Smart Access Gateway and CEN",
  },
  AliyunCSManagedMseRole: {
    service: ack,
    for: "MSE Ingresses and microservice governance, on MSE",
  },
  AliyunOOSLifecycleHook4CSRole: {
    service: "oos.aliyuncs.com",
    for: "scaling of node pools to a size, by OOS, on nodes",
  },
  AliyunECIContainerGroupRole: {
    service: "eci.aliyuncs.com",
    for: "Pods on ECI, on networks",
  },
} as const satisfies Readonly<Record<string, ServiceRole>>;

export type ServiceRoleName = keyof typeof table;

export const serviceRoles: Readonly<Record<ServiceRoleName, ServiceRole>> = table;

export const serviceRoleNames = Object.keys(table) as readonly ServiceRoleName[];

/** What ACK wants authorised before it makes the first cluster of an account, in one step of the console. */
export const firstUseRoles: readonly ServiceRoleName[] = serviceRoleNames.filter(
  (name) => serviceRoles[name].firstUse === true,
);

/** The system policy of a service role. */
export function policyOf(role: ServiceRoleName): string {
  return `${role}Policy`;
}
