import type { TerraformStack } from "cdktf";
import { EdgeCluster, InstanceSelection, type NodePoolOptions, type TaintEffect } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, mapToken, poolOptions, proCluster, textToken } from "../support/stacks";

const pool = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  proCluster(stack).addNodePool("workers", poolOptions(changes));
const poolOf = (changes: (stack: TerraformStack) => Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  pool(changes(stack))(stack);
const labels = (given: Record<string, string>) => pool({ labels: given });
const gpus = (given: Record<string, string>) =>
  pool({ labels: given, instances: InstanceSelection.types("ecs.ebmgn7.26xlarge") });
const taint = (key: string, value: string, effect = "NoSchedule") =>
  pool({ taints: [{ key, value, effect: effect as TaintEffect }] });

const numberedLabels = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`label-${index + 1}`, "yes"]));
const edge = (given: Record<string, string>) => (stack: TerraformStack) =>
  new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack),
    publicApiServer: true,
  }).addNodePool("workers", poolOptions({ labels: given }));

const at = "shop/cluster/workers";
const nameForm = '1 to 63 letters, digits, "-", "_" and ".", first and last a letter or digit';
const keyWanted = `an optional DNS subdomain of at most 253 characters and a slash, then ${nameForm}`;

export const labelLimitCases: CasesById = {
  "node-label-format": {
    violating: {
      "a key that ends with a hyphen": {
        build: labels({ "team-": "shop" }),
        at,
        got: 'the label key "team-"',
        want: keyWanted,
        rows: ["node-label-key"],
      },
      "a key of 64 characters": {
        build: labels({ ["a".repeat(64)]: "shop" }),
        at,
        got: `the label key "${"a".repeat(64)}"`,
        want: keyWanted,
      },
      "a value that starts with an underscore": {
        build: labels({ team: "_shop" }),
        at,
        got: 'the label value "_shop"',
        want: `nothing, or ${nameForm}`,
        rows: ["node-label-value"],
      },
      "the address of a driver with its scheme": {
        build: labels({
          "ack.aliyun.com/nvidia-driver-oss-endpoint": "http://nvidia-shop.oss-cn-beijing.aliyuncs.com",
        }),
        at,
        got: 'the label value "http://nvidia-shop.oss-cn-beijing.aliyuncs.com"',
        want: `nothing, or ${nameForm}`,
        rows: ["gpu-driver-custom-http"],
        also: ["gpu-driver-custom-pair"],
      },
      "parts of a GPU with commas": {
        build: labels({ "ack.aliyun.com/gpu-partition-sequence": "1g.5gb,2g.10gb,3g.20gb" }),
        at,
        got: 'the label value "1g.5gb,2g.10gb,3g.20gb"',
        want: `nothing, or ${nameForm}`,
        rows: ["mig-sequence-separator"],
      },
      "a value of 64 characters": {
        build: labels({ team: "a".repeat(64) }),
        at,
        got: `the label value "${"a".repeat(64)}"`,
        want: `nothing, or ${nameForm}`,
      },
    },
    legal: {
      "a key and a value of 63 characters": {
        build: labels({ ["a".repeat(63)]: "b".repeat(63) }),
        rows: ["node-label-key"],
      },
      "the address of a driver without a scheme": {
        build: gpus({
          "ack.aliyun.com/nvidia-driver-oss-endpoint": "nvidia-shop.oss-cn-beijing.aliyuncs.com",
          "ack.aliyun.com/nvidia-driver-runfile": "NVIDIA-Linux-x86_64-460.32.03.run",
        }),
        rows: ["gpu-driver-custom-http"],
      },
      "parts of a GPU with hyphens": {
        build: gpus({ "ack.aliyun.com/gpu-partition-sequence": "3g.20gb-3g.20gb" }),
        rows: ["mig-sequence-separator"],
      },
      "a key with a subdomain, and an empty value": {
        build: labels({ "shop.example.com/team": "" }),
        rows: ["node-label-value"],
      },
    },
    unknown: {
      "a value that only Terraform knows": {
        build: poolOf((stack) => ({ labels: { team: textToken(stack) } })),
        limit: "partly",
      },
      "a key that only Terraform knows": {
        build: poolOf((stack) => ({ labels: { [textToken(stack)]: "shop" } })),
        limit: "partly",
      },
    },
  },
  "node-labels-known": {
    violating: {
      "labels that only Terraform knows": {
        build: poolOf((stack) => ({ labels: mapToken(stack) })),
        at,
        got: "labels as a whole that only Terraform knows",
        want: "literal keys; values may be unknown",
        fix: "write the labels out: { team: team.stringValue }",
      },
    },
    legal: {
      "a value that only Terraform knows": poolOf((stack) => ({ labels: { team: textToken(stack) } })),
    },
  },
  "node-label-count": {
    violating: {
      "21 labels": {
        build: labels(numberedLabels(21)),
        at,
        got: "labels with 21 labels",
        want: "0 to 20 labels",
        fix: "leave out those that nothing selects by",
        rows: ["node-label-rules"],
      },
    },
    legal: { "20 labels": { build: labels(numberedLabels(20)), rows: ["node-label-rules"] } },
  },
  "node-label-rules": {
    violating: {
      "a key that starts with Aliyun": {
        build: labels({ "Aliyun-team": "shop" }),
        at,
        got: 'the label key "Aliyun-team"',
        want: "at most 64 characters that do not start with aliyun",
        fix: "take a shorter key, in a domain of your own",
        rows: ["node-label-rules"],
      },
      "a key of 65 characters": {
        build: labels({ [`shop.example.com/${"a".repeat(48)}`]: "shop" }),
        at,
        got: `the label key "shop.example.com/${"a".repeat(48)}"`,
        want: "at most 64 characters that do not start with aliyun",
        fix: "take a shorter key, in a domain of your own",
      },
    },
    legal: {
      "a key of 64 characters": {
        build: labels({ [`shop.example.com/${"a".repeat(47)}`]: "shop" }),
        rows: ["node-label-rules"],
      },
    },
    unknown: {
      "a key that only Terraform knows": {
        build: poolOf((stack) => ({ labels: { [textToken(stack)]: "shop" } })),
        limit: "partly",
      },
    },
  },
  "node-label-reserved": {
    violating: {
      "a label of Kubernetes": {
        build: labels({ "topology.kubernetes.io/zone": "h" }),
        at,
        got: 'the label key "topology.kubernetes.io/zone"',
        want: "a key outside of kubernetes.io, k8s.io and k8s.aliyun.com",
        fix: "take a key of your own, without a domain or in yours",
      },
      "a label of ACK": {
        build: labels({ "k8s.aliyun.com/team": "shop" }),
        at,
        got: 'the label key "k8s.aliyun.com/team"',
        want: "a key outside of kubernetes.io, k8s.io and k8s.aliyun.com",
        fix: "take a key of your own, without a domain or in yours",
      },
    },
    legal: {
      "labels of Kubernetes that are for people": labels({
        "node.kubernetes.io/team": "shop",
        "node-role.kubernetes.io/shop": "",
        "node-restriction.kubernetes.io/team": "shop",
      }),
      "a label in a domain of one's own": labels({ "kubernetes.io.example.com/team": "shop" }),
    },
    unknown: {
      "a key that only Terraform knows": {
        build: poolOf((stack) => ({ labels: { [textToken(stack)]: "shop" } })),
        limit: "partly",
      },
    },
  },
  "edge-worker-label": {
    violating: {
      "the label that makes a node one of the edge": {
        build: edge({ "alibabacloud.com/is-edge-worker": "true" }),
        at,
        got: "the label alibabacloud.com/is-edge-worker",
        want: "labels of your own",
        rows: ["is-edge-worker-reserved"],
      },
    },
    legal: {
      "a label of one's own in an edge cluster": {
        build: edge({ team: "shop" }),
        rows: ["is-edge-worker-reserved"],
      },
      "the label in a cluster without an edge": labels({ "alibabacloud.com/is-edge-worker": "false" }),
    },
    unknown: {
      "a key that only Terraform knows": {
        build: (stack) => edge({ [textToken(stack)]: "true" })(stack),
        limit: "partly",
      },
    },
  },
  "enhanced-no-label-migration": {
    violating: {
      "the label of another pool in an edge cluster": {
        build: edge({ "openyurt.io/desired-nodepool": "np1" }),
        at,
        got: "the label openyurt.io/desired-nodepool",
        want: "labels of your own",
        fix: "leave the label out; ACK sets it",
        rows: ["enhanced-no-label-migration"],
      },
    },
    legal: {
      "a label of one's own in an edge cluster": {
        build: edge({ team: "shop" }),
        rows: ["enhanced-no-label-migration"],
      },
      "the label in a cluster without an edge": labels({ "openyurt.io/desired-nodepool": "np1" }),
    },
    unknown: {
      "a key that only Terraform knows": {
        build: (stack) => edge({ [textToken(stack)]: "np1" })(stack),
        limit: "partly",
      },
    },
  },
  "node-taint-format": {
    violating: {
      "a key with a blank": {
        build: taint("for me", "x"),
        at,
        got: 'the taint key "for me"',
        want: keyWanted,
      },
      "a value with a slash": {
        build: taint("team", "a/b"),
        at,
        got: 'the taint value "a/b"',
        want: `nothing, or ${nameForm}`,
      },
      "an effect in another spelling": {
        build: taint("team", "shop", "noSchedule"),
        at,
        got: 'the taint effect "noSchedule"',
        want: "NoSchedule, PreferNoSchedule, NoExecute",
        fix: "write NoSchedule",
      },
    },
    legal: {
      "each effect": pool({
        taints: [
          { key: "team", value: "shop", effect: "NoSchedule" },
          { key: "nvidia.com/gpu", effect: "PreferNoSchedule" },
          { key: "team", value: "", effect: "NoExecute" },
        ],
      }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => taint("team", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "node-taint-once": {
    violating: {
      "one key and effect with two values": {
        build: pool({
          taints: [
            { key: "team", value: "shop", effect: "NoSchedule" },
            { key: "team", value: "ads", effect: "NoSchedule" },
          ],
        }),
        at,
        got: "the taint team:NoSchedule more than once",
        want: "each key and effect once",
      },
    },
    legal: {
      "one key with two effects": pool({
        taints: [
          { key: "team", value: "shop", effect: "NoSchedule" },
          { key: "team", value: "shop", effect: "NoExecute" },
        ],
      }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: (stack) => taint("team", textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
};
