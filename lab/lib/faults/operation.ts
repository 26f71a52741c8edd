export const OPERATIONS = ["create", "update", "delete", "read"] as const;

export type Operation = (typeof OPERATIONS)[number];
