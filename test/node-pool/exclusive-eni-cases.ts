import type { TerraformStack } from "cdktf";
import { Capacity, InstanceSelection, ProCluster, type NodePoolOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, textToken } from "../support/stacks";

const label = "k8s.aliyun.com/exclusive-mode-eni-type";
const at = "shop/cluster/workers";
/** A type with room for seven Pods with an interface each. */
const instances = InstanceSelection.types("ecs.g7.4xlarge");

const inTerway = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  proCluster(stack).addNodePool("workers", poolOptions({ instances, ...changes }));
const inFlannel = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  proCluster(stack, { network: flannel(stack) }).addNodePool(
    "workers",
    poolOptions({ instances, ...changes }),
  );

export const exclusiveEniCases: CasesById = {
  "exclusive-eni-label": {
    violating: {
      "another value by hand": {
        build: inTerway({ labels: { [label]: "eni" } }),
        at,
        got: `the label ${label} "eni"`,
        want: '"eniOnly", or no such label',
        fix: "exclusiveEni: true, and no label by hand",
      },
      "another value beside the prop": {
        build: inTerway({ exclusiveEni: true, labels: { [label]: "default" } }),
        at,
        got: `the label ${label} "default"`,
        want: '"eniOnly", or no such label',
      },
    },
    legal: {
      "the prop": inTerway({ exclusiveEni: true }),
      "the label by hand": inTerway({ labels: { [label]: "eniOnly" } }),
      "neither, with Flannel": inFlannel({ exclusiveEni: false }),
    },
    unknown: {
      "a label that only Terraform knows": {
        build: (stack) => inTerway({ labels: { [label]: textToken(stack) } })(stack),
        limit: "silent",
      },
    },
  },
  "exclusive-eni-needs-terway": {
    violating: {
      "a cluster with Flannel": {
        build: inFlannel({ exclusiveEni: true }),
        at,
        got: "an interface for each Pod with flannel",
        want: "a cluster with Terway",
        fix: "leave exclusiveEni out, or take a TerwayNetwork",
      },
    },
    legal: {
      "a cluster with Terway": inTerway({ exclusiveEni: true }),
      "a cluster of which nobody said": (stack) => {
        const cluster = ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c1",
          nodeVSwitches: { h: "vsw-1" },
        });
        cluster.addNodePool("workers", poolOptions({ instances, exclusiveEni: true }));
      },
    },
    unknown: {},
  },
  "exclusive-eni-existing-instances": {
    violating: {
      "instances that exist": {
        build: inTerway({ exclusiveEni: true, capacity: Capacity.existing(["i-bp1a", "i-bp1b"]) }),
        at,
        got: "existing instances",
        want: "instances that the pool makes",
        fix: "let the pool make its instances, or take the further interfaces off before they join",
      },
    },
    legal: { "instances of the pool": inTerway({ exclusiveEni: true }) },
    unknown: {},
  },
};
