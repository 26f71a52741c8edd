import { ackGuide, findingsOf, limitsOn } from "../limits";
import type { ClusterAddonFacts } from "./facts";

/** What the limits of the AccessKey of add-ons need to know. */
export interface AddonSecretFacts {
  /** Variables that Terraform would print. */
  readonly printed: readonly string[];
}

export const addonSecretName = "alibaba-addon-secret";

/** Add-ons that call Alibaba Cloud, and the namespaces in which they look for their AccessKey. */
const keyedAddons: ReadonlyMap<string, string> = new Map([
  ["ack-node-problem-detector", "kube-system"],
  ["ack-virtual-node", "kube-system"],
  ["alibaba-cloud-metrics-adapter", "kube-system"],
  ["alicloud-monitor-controller", "kube-system"],
  ["aliyun-acr-credential-helper", "kube-system"],
  ["cluster-autoscaler", "kube-system"],
  ["csi-plugin", "kube-system"],
  ["csi-provisioner", "kube-system"],
  ["logtail-ds", "kube-system"],
  ["loongcollector", "kube-system"],
  ["terway-eniip", "kube-system"],
  // The backup center.
  ["migrate-controller", "csdr"],
]);

const secret = limitsOn<AddonSecretFacts>("Add-ons");
const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

export const addonSecretLimits = [
  secret.limit(
    "addon-secret-sensitive",
    ["printed"],
    {
      statement: "An AccessKey comes from sensitive variables, so that Terraform does not print it.",
      source: ackGuide("25.4.1 The credential helper in a registered cluster", "64901-64906"),
      authority: "library",
      fix: "make the variable with sensitive: true",
    },
    ({ printed }) =>
      printed.map((name) => ({
        got: `${name} from a variable that is not sensitive`,
        want: "a TerraformVariable with sensitive: true",
      })),
  ),
];

/** Of clusters that run outside of ACK. */
export const outsideLimits = [
  cluster.monotone(
    "csi-external-label",
    ["outside", "external"],
    {
      statement:
        "The CSI of a registered cluster runs on nodes with the label alibabacloud.com/external true, which those of its pools get by themselves.",
      source: ackGuide("25.8 CSI storage in a registered cluster", "67827-67837"),
      rows: ["csi-label-required"],
      fix: "leave the label out: ACK sets it",
    },
    ({ outside, external }) =>
      outside.some(({ name }) => name.startsWith("csi-"))
        ? findingsOf(external, ({ path, name }) =>
            name === "true"
              ? undefined
              : {
                  at: path,
                  got: `the label alibabacloud.com/external ${name} in a registered cluster with CSI`,
                  want: "the value true",
                },
          )
        : [],
  ),
  cluster.namesDiffer(
    "addon-secret-once",
    "secrets",
    {
      got: (namespace, earlier) => `a second Secret ${addonSecretName} in ${namespace}, beside ${earlier}`,
      want: "one Secret in each namespace",
    },
    {
      statement: "The add-ons of a registered cluster share one Secret in a namespace, and so one RAM user.",
      source: ackGuide(
        "25.4 to 25.8 Add-ons of registered clusters",
        "64901, 65375, 65643, 65848, 65978, 66098, 67932",
      ),
      rows: ["addon-secret-shared"],
      authority: "kubernetes",
      fix: "keep one, with the AccessKey of a RAM user that has the policies of all these add-ons",
    },
  ),
  cluster.monotone(
    "registered-addon-secret",
    ["secrets", "outside"],
    {
      statement: "Add-ons of a registered cluster that call Alibaba Cloud take the AccessKey of a Secret.",
      source: ackGuide(
        "25.3 to 25.9 Add-ons of registered clusters",
        "64600, 64638, 64901-64906, 65335-65378 and 70249-70257",
      ),
      rows: ["backup-registered-oss-secret", "reg-addon-secret", "reg-ca-secret-ram", "terway-eni-config-ak"],
      // onectl makes it as well, and an agent that came over the private endpoint needs none for some.
      advice: true,
      fix: `describe it with an AddonSecret, or acknowledge this where onectl made ${addonSecretName}`,
    },
    ({ secrets, outside }) => {
      const namespaces = new Set(secrets.map(({ name }) => name));
      return findingsOf(outside, ({ path, name }) => {
        const namespace = keyedAddons.get(name);
        return namespace === undefined || namespaces.has(namespace)
          ? undefined
          : {
              at: path,
              got: `${name} in a registered cluster without ${addonSecretName} in ${namespace}`,
              want: `the Secret ${addonSecretName} in ${namespace}`,
            };
      });
    },
  ),
];
