/** A benchmark of the add-on `security-inspector`; those of later versions start with `cis-`, too. */
export type Benchmark = `cis-${string}`;

export interface BenchmarkScanOptions {
  /** Name of the objects, in all namespaces. */
  readonly name: string;

  /**
   * What the cluster is held to. `cis-kubernetes-ack-1.0` is the benchmark for ACK, of managed and dedicated clusters.
   * @default "cis-kubernetes-auto", which is the benchmark for the version of the cluster
   */
  readonly benchmark?: Benchmark;
}

/** An object of Kubernetes, for `manifest` of a `Manifest`. */
interface InspectorObject<Kind extends string, Spec> {
  readonly apiVersion: "securityinspector.alibabacloud.com/v1alpha1";
  readonly kind: Kind;
  readonly metadata: { readonly name: string };
  readonly spec: Spec;
}

export interface BenchmarkScan {
  readonly task: InspectorObject<"BenchmarkTask", { readonly benchmarkVersion: Benchmark }>;
  /** A run of the task, which takes some five minutes; another one needs another name. */
  readonly job: InspectorObject<"BenchmarkJob", { readonly taskName: string }>;
}

/**
 * The two objects by which the add-on `security-inspector` scans a cluster for a CIS benchmark. Give them to resources of the Kubernetes provider,
 * in the stack of the workloads.
 */
export function benchmarkScan({
  name,
  benchmark = "cis-kubernetes-auto",
}: BenchmarkScanOptions): BenchmarkScan {
  const apiVersion = "securityinspector.alibabacloud.com/v1alpha1";
  return {
    task: { apiVersion, kind: "BenchmarkTask", metadata: { name }, spec: { benchmarkVersion: benchmark } },
    job: { apiVersion, kind: "BenchmarkJob", metadata: { name }, spec: { taskName: name } },
  };
}
