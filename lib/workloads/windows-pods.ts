/** Where Pods of Windows are put: spread it into `spec` of their template. ACK taints Windows nodes. */
export const windowsPods = {
  nodeSelector: { "kubernetes.io/os": "windows" },
  toleration: [{ key: "os", operator: "Equal", value: "windows", effect: "NoSchedule" }],
} as const;
