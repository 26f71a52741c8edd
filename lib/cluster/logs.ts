/** A component of the control plane that can write logs. */
export type ControlPlaneComponent =
  | "apiserver"
  | "kcm"
  | "scheduler"
  | "ccm"
  | "controlplane-events"
  | "alb"
  | "ack-goatscaler"
  | "coredns"
  | "gatekeeper";

/** Logs of the control plane in Log Service. Can be changed in place, but not switched off again by Terraform. */
export interface ControlPlaneLogs {
  /** @default - apiserver, kcm, scheduler, ccm */
  readonly components?: readonly ControlPlaneComponent[];

  /**
   * How many days logs are kept.
   * @default 30
   */
  readonly retentionDays?: number;

  /**
   * Name of an existing project of Log Service.
   * @default - ACK makes `k8s-log-<cluster id>`
   */
  readonly project?: string;
}

/** Audit logs of the API server in Log Service. Can be changed in place. */
export interface AuditLog {
  /**
   * Name of an existing project of Log Service.
   * @default - ACK makes `k8s-log-<cluster id>`
   */
  readonly project?: string;
}

const usualComponents: readonly ControlPlaneComponent[] = ["apiserver", "kcm", "scheduler", "ccm"];

/** Components and retention are only effective together. */
export function controlPlaneLogArguments(logs: ControlPlaneLogs | undefined) {
  return logs === undefined
    ? {}
    : {
        controlPlaneLogComponents: [...(logs.components ?? usualComponents)],
        controlPlaneLogTtl: String(logs.retentionDays ?? 30),
        controlPlaneLogProject: logs.project,
      };
}

export function auditLogArguments(audit: AuditLog | undefined) {
  return audit === undefined ? {} : { auditLogConfig: { enabled: true, slsProjectName: audit.project } };
}
