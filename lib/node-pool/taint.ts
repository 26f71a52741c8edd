/** What a taint does to Pods that do not tolerate it. */
export type TaintEffect = "NoSchedule" | "PreferNoSchedule" | "NoExecute";

/** Keeps Pods away from the nodes of a pool unless they tolerate it. */
export interface Taint {
  /** A key as labels have it, for example `dedicated` or `nvidia.com/gpu`. */
  readonly key: string;
  /** @default - no value */
  readonly value?: string;
  readonly effect: TaintEffect;
}
