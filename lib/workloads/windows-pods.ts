/** Where Pods of Windows are put: spread it into `spec` of their template. ACK taints Windows nodes. */
export function windowsPods(): {
  readonly nodeSelector: Record<string, string>;
  readonly toleration: { key: string; operator: string; value: string; effect: string }[];
} {
  return {
    nodeSelector: { "kubernetes.io/os": "windows" },
    toleration: [{ key: "os", operator: "Equal", value: "windows", effect: "NoSchedule" }],
  };
}
