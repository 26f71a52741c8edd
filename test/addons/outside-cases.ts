import { TerraformVariable, type TerraformStack } from "cdktf";
import { AddonSecret, RegisteredCluster, type AddonSecretProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";

const secretName = "alibaba-addon-secret";
const existing = (stack: TerraformStack) =>
  RegisteredCluster.fromAttributes(stack, "cluster", {
    clusterId: "c82e6987",
    nodeVSwitches: { h: "vsw-bp1nodes" },
  });
const variable = (stack: TerraformStack, id: string, sensitive = true) =>
  new TerraformVariable(stack, id, { type: "string", sensitive });
const secret = (
  stack: TerraformStack,
  props: Pick<AddonSecretProps, "cluster"> & Partial<AddonSecretProps>,
  id = "secret",
) =>
  new AddonSecret(stack, id, {
    accessKeyId: variable(stack, `${id}-key-id`),
    accessKeySecret: variable(stack, `${id}-key-secret`),
    ...props,
  });

/** An add-on of a registered cluster, of which nobody describes the AccessKey. */
const keyless = (name: string, namespace = "kube-system") => ({
  build: (stack: TerraformStack) => existing(stack).addAddon("it", { name }),
  at: "shop/cluster/it",
  got: `${name} in a registered cluster without ${secretName} in ${namespace}`,
  want: `the Secret ${secretName} in ${namespace}`,
});
/** The same, with the AccessKey. */
const keyed =
  (name: string, namespace?: AddonSecretProps["namespace"]) =>
  (stack: TerraformStack): void => {
    const cluster = existing(stack);
    cluster.addAddon("it", { name });
    secret(stack, { cluster, ...(namespace === undefined ? {} : { namespace }) });
  };

/** An autoscaler of a registered cluster, with the node that it runs on, and with the AccessKey or without. */
const autoscaled =
  (isKeyed: boolean) =>
  (stack: TerraformStack): void => {
    const cluster = existing(stack);
    cluster.addNodePool("home", poolOptions({ labels: { "alibabacloud.com/cloud-worker-nodes": "true" } }));
    cluster.addAutoscaler("it");
    if (isKeyed) secret(stack, { cluster });
  };

/** CSI in a registered cluster, and a pool that says of itself whether it is external. */
const csi = (stack: TerraformStack, external: string): void => {
  const cluster = existing(stack);
  cluster.addAddon("csi", { name: "csi-plugin" });
  secret(stack, { cluster });
  cluster.addNodePool("cloud", poolOptions({ labels: { "alibabacloud.com/external": external } }));
};

/** The add-ons of clusters that run outside of ACK. */
export const outsideCases: CasesById = {
  "csi-external-label": {
    violating: {
      "a pool that says that it is not": {
        build: (stack) => csi(stack, "false"),
        at: "shop/cluster/cloud",
        got: "the label alibabacloud.com/external false in a registered cluster with CSI",
        want: "the value true",
        rows: ["csi-label-required"],
      },
    },
    legal: {
      "a pool that says that it is": { build: (stack) => csi(stack, "true"), rows: ["csi-label-required"] },
      "a pool that leaves it to ACK": {
        build: (stack) => {
          const cluster = existing(stack);
          cluster.addAddon("csi", { name: "csi-plugin" });
          secret(stack, { cluster });
          cluster.addNodePool("cloud", poolOptions());
        },
        rows: ["csi-label-required"],
      },
      "a label of a cluster that ACK runs": (stack) => {
        const cluster = proCluster(stack);
        cluster.addAddon("csi", { name: "csi-plugin" });
        cluster.addNodePool("it", poolOptions({ labels: { "alibabacloud.com/external": "false" } }));
      },
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => csi(stack, textToken(stack)),
        limit: "partly",
      },
    },
  },
  "addon-secret-sensitive": {
    violating: {
      "a variable that Terraform prints": {
        build: (stack) =>
          secret(stack, { cluster: existing(stack), accessKeySecret: variable(stack, "open", false) }),
        at: "shop/secret",
        got: "accessKeySecret from a variable that is not sensitive",
        want: "a TerraformVariable with sensitive: true",
      },
    },
    legal: { "sensitive variables": (stack) => secret(stack, { cluster: existing(stack) }) },
  },
  "addon-secret-once": {
    violating: {
      "an AccessKey for each add-on": {
        build: (stack) => {
          const cluster = existing(stack);
          secret(stack, { cluster });
          secret(stack, { cluster }, "third");
        },
        at: "shop/third",
        got: `a second Secret ${secretName} in kube-system, beside shop/secret`,
        want: "one Secret in each namespace",
        rows: ["addon-secret-shared"],
      },
    },
    legal: {
      "one for all add-ons": {
        build: (stack) => {
          const cluster = existing(stack);
          secret(stack, { cluster });
          cluster.addAddon("logs", { name: "logtail-ds" });
          cluster.addAddon("csi", { name: "csi-plugin" });
        },
        rows: ["addon-secret-shared"],
      },
      "one more for the backup center": (stack) => {
        const cluster = existing(stack);
        secret(stack, { cluster });
        secret(stack, { cluster, namespace: "csdr" }, "backup");
      },
    },
  },
  "registered-addon-secret": {
    violating: {
      "logs without an AccessKey": { ...keyless("logtail-ds"), rows: ["reg-addon-secret"] },
      "the backup center with the AccessKey of the others": {
        ...keyless("migrate-controller", "csdr"),
        build: keyed("migrate-controller"),
        rows: ["backup-registered-oss-secret", "reg-addon-secret"],
      },
      "the autoscaler without an AccessKey": {
        ...keyless("cluster-autoscaler"),
        build: autoscaled(false),
        rows: ["reg-ca-secret-ram"],
      },
      "Terway without an AccessKey": { ...keyless("terway-eniip"), rows: ["terway-eni-config-ak"] },
    },
    legal: {
      "logs with an AccessKey": { build: keyed("logtail-ds"), rows: ["reg-addon-secret"] },
      "the backup center with an AccessKey of its own": {
        build: keyed("migrate-controller", "csdr"),
        rows: ["backup-registered-oss-secret", "reg-addon-secret"],
      },
      "Terway with an AccessKey": { build: keyed("terway-eniip"), rows: ["terway-eni-config-ak"] },
      "the autoscaler with an AccessKey": { build: autoscaled(true), rows: ["reg-ca-secret-ram"] },
      "an add-on that calls nobody": (stack) => existing(stack).addAddon("it", { name: "metrics-server" }),
      "logs of a cluster that ACK runs": (stack) => proCluster(stack).addAddon("it", { name: "logtail-ds" }),
    },
    unknown: {
      "an add-on of which only Terraform knows the name": {
        build: (stack) => existing(stack).addAddon("it", { name: textToken(stack) }),
        limit: "partly",
      },
    },
  },
};
