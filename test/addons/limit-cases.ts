import type { TerraformStack } from "cdktf";
import { ProCluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";
import { addonHomeCases, clusterAddonCases } from "./cluster-addon-cases";
import { outsideCases } from "./outside-cases";
import { podAddonCases } from "./pod-addon-cases";
import { poolAddonCases } from "./pool-addon-cases";
import { controlPlaneLimitCases } from "./control-plane-limit-cases";
import { detectorLimitCases } from "./detector-limit-cases";
import { addonVersionCases } from "./version-limit-cases";
import { componentSettingCases } from "./component-setting-cases";

const addons =
  (...names: string[]) =>
  (stack: TerraformStack) => {
    const cluster = proCluster(stack);
    for (const [index, name] of names.entries()) {
      cluster.addAddon(`addon-${index}`, { name });
    }
  };

const nameWanted = "the name of a component: lower-case letters, digits, dots and hyphens";

export const addonLimitCases: CasesById = {
  "addon-name": {
    violating: {
      "no text": { build: addons(""), at: "shop/cluster/addon-0", got: 'name ""', want: nameWanted },
      "the name of its page in the console": {
        build: addons("Node Problem Detector"),
        at: "shop/cluster/addon-0",
        got: 'name "Node Problem Detector"',
        want: nameWanted,
      },
    },
    legal: { "names of components": addons("ack-node-problem-detector", "terway-eniip", "v1.26-csi") },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => addons(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "ack-cgpu-dedicated-only": {
    violating: {
      "the basic edition in a Pro cluster": {
        build: addons("ack-cgpu"),
        at: "shop/cluster/addon-0",
        got: "the add-on ack-cgpu",
        want: "ack-ai-installer",
        fix: 'name: "ack-ai-installer"',
        rows: ["cgpu-basic-dedicated-only", "cgpu-basic-not-on-pro"],
      },
    },
    legal: {
      "the edition for Pro clusters": {
        build: addons("ack-ai-installer"),
        rows: ["cgpu-basic-dedicated-only", "cgpu-basic-not-on-pro"],
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => addons(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "flexvolume-not-installable": {
    violating: {
      "the driver of FlexVolume": {
        build: addons("flexvolume"),
        at: "shop/cluster/addon-0",
        got: "the add-on flexvolume",
        want: "a CSI add-on",
        fix: "use csi-plugin and csi-provisioner",
        rows: ["flex-no-new-install"],
      },
      "the driver of FlexVolume, which a cluster is created with": {
        build: (stack) => proCluster(stack, { addons: [{ name: "flexvolume" }] }),
        at: "shop/cluster",
        got: "the add-on flexvolume",
        want: "a CSI add-on",
        fix: "use csi-plugin and csi-provisioner",
        rows: ["storage-plugin-choice"],
      },
      "FlexVolume beside CSI": {
        build: addons("csi-plugin", "csi-provisioner", "flexvolume"),
        at: "shop/cluster/addon-2",
        got: "the add-on flexvolume",
        want: "a CSI add-on",
        fix: "use csi-plugin and csi-provisioner",
        rows: ["csi-flexvolume-exclusive"],
      },
      "its controller for disks": {
        build: addons("alicloud-disk-controller"),
        at: "shop/cluster/addon-0",
        got: "the add-on alicloud-disk-controller",
        want: "a CSI add-on",
        fix: "use csi-plugin and csi-provisioner",
      },
    },
    legal: {
      "the drivers of CSI": {
        build: addons("csi-plugin", "csi-provisioner"),
        rows: ["csi-flexvolume-exclusive", "flex-no-new-install"],
      },
      "the drivers of CSI, which a cluster is created with": {
        build: (stack) =>
          proCluster(stack, { addons: [{ name: "csi-plugin" }, { name: "managed-csiprovisioner" }] }),
        rows: ["storage-plugin-choice"],
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => addons(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "addon-once": {
    violating: {
      "one add-on in two constructs": {
        build: addons("metrics-server", "coredns", "metrics-server"),
        at: "shop/cluster/addon-2",
        got: "the add-on metrics-server, which shop/cluster/addon-0 manages as well",
        want: "one construct for each add-on",
      },
      "a second detector of node problems": {
        build: addons("ack-node-problem-detector", "ack-node-problem-detector"),
        at: "shop/cluster/addon-1",
        got: "the add-on ack-node-problem-detector, which shop/cluster/addon-0 manages as well",
        want: "one construct for each add-on",
        rows: ["npd-single-release"],
      },
      "one add-on in two imports of one cluster": {
        build: (stack) => {
          for (const id of ["one", "two"]) {
            const cluster = ProCluster.fromAttributes(stack, id, { clusterId: "c123" });
            cluster.addAddon("addon", { name: "metrics-server" });
          }
        },
        at: "shop/two/addon",
        got: "the add-on metrics-server, which shop/one/addon manages as well",
        want: "one construct for each add-on",
      },
    },
    legal: {
      "an add-on that is installed with the cluster and managed afterwards": (stack) =>
        proCluster(stack, { addons: [{ name: "metrics-server" }] }).addAddon("metrics", {
          name: "metrics-server",
        }),
      "one detector of node problems": {
        build: addons("ack-node-problem-detector"),
        rows: ["npd-single-release"],
      },
      "one add-on in each of two clusters": (stack) => {
        for (const id of ["one", "two"]) {
          proCluster(stack, { id }).addAddon("metrics", { name: "metrics-server" });
        }
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => addons("metrics-server", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "control-plane-addon-version": {
    violating: {
      "a version for the API server": {
        build: (stack) => proCluster(stack).addAddon("api", { name: "kube-apiserver", version: "1.34.1" }),
        at: "shop/cluster/api",
        got: "version 1.34.1 for kube-apiserver",
        want: "no version",
        fix: "leave version out",
      },
    },
    legal: {
      "settings of the API server": (stack) =>
        proCluster(stack).addAddon("api", { name: "kube-apiserver", config: { goAwayChance: "0.001" } }),
      "a version of another add-on": (stack) =>
        proCluster(stack).addAddon("dns", { name: "coredns", version: "1.9.3.10" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) =>
          proCluster(stack).addAddon("api", { name: "kube-apiserver", version: textToken(stack) }),
        limit: "silent",
      },
    },
  },
  ...addonHomeCases,
  ...addonVersionCases,
  ...clusterAddonCases,
  ...poolAddonCases,
  ...podAddonCases,
  ...outsideCases,
  ...componentSettingCases,
  ...controlPlaneLimitCases,
  ...detectorLimitCases,
};
