/** Up to this minor version kubelets of Kubernetes lag two minor versions behind the API server, from it on three. */
const THREE_FROM = 25;

/**
 * The oldest minor version that nodes may have beside a control plane, by the version skew policy of Kubernetes. Never are they
 * newer than the control plane.
 */
export function oldestNodeMinor(controlPlane: number): number {
  return Math.max(0, controlPlane - 3 >= THREE_FROM ? controlPlane - 3 : controlPlane - 2);
}
