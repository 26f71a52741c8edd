/** Recorded cases in which the lab says something else on purpose, and why. */
export const exceptions: ReadonlyMap<string, string> = new Map([
  [
    "kubernetes_service_v1/max_items/spec[0].ip_families",
    "the provider points at the last element for the first one, too: its message names the right one",
  ],
]);
