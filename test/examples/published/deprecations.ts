/** Something that configurations should no longer name, and what takes its place. */
export interface Deprecation {
  readonly replacement: string;
  /** An argument is also marked in the schema of the provider; an add-on is known from the manual alone. */
  readonly kind: "argument" | "add-on";
  readonly fact: string;
}

/** By type and argument. */
export const deprecations: Readonly<Record<string, Deprecation>> = {
  "alicloud_cs_managed_kubernetes.worker_vswitch_ids": {
    replacement: "vswitch_ids",
    kind: "argument",
    fact: "Deprecated since 1.241.0 of the provider, in favour of vswitch_ids.",
  },
  "alicloud_cs_kubernetes_node_pool.name": {
    replacement: "node_pool_name",
    kind: "argument",
    fact: "Deprecated since 1.219.0 of the provider, in favour of node_pool_name.",
  },
  "alicloud_cs_managed_kubernetes.addons[flexvolume]": {
    replacement: "addons[csi-plugin]",
    kind: "add-on",
    fact: "Cannot be installed from Kubernetes 1.16 on: ACK user guide (2021-12-02) 11.2, line 37122.",
  },
  "alicloud_cs_managed_kubernetes.addons[alicloud-disk-controller]": {
    replacement: "addons[csi-provisioner]",
    kind: "add-on",
    fact: "Cannot be installed from Kubernetes 1.16 on: ACK user guide (2021-12-02) 11.2, line 37130.",
  },
};
