import { alibabaCloud, edgeGuide, findingsOf, kubernetes, limitsOn, type Finding } from "../limits";
import {
  Cidr,
  labelKeyProblem,
  labelValueProblem,
  nodePoolNameProblem,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
  type NameProblem,
} from "../values";
import { accessLimits } from "./access-limits";
import type { EdgePoolFacts } from "./facts";

const pool = limitsOn<EdgePoolFacts>("Pools of the edge");

/** What ACK itself writes on the nodes of an edge cluster. */
const ofAck = new Set([
  "alibabacloud.com/is-edge-worker",
  "alibabacloud.com/nodepool-id",
  "apps.openyurt.io/desired-nodepool",
  "apps.openyurt.io/nodepool",
  "nodepool.openyurt.io/hostnetwork",
  "openyurt.io/desired-nodepool",
]);

/** Refused at once: what Terraform alone knows cannot become a list of keys and values. */
export const edgeLabelsAreKnownLimit = pool.limit(
  "edge-pool-labels-known",
  [],
  {
    statement: "The keys of labels of a pool of the edge are known at synth.",
    source: alibabaCloud("ACK, CreateClusterNodePool, kubernetes_config.labels"),
    authority: "library",
    fix: "write the labels as an object with keys of its own: { team: variable.stringValue }",
  },
  () => [],
);

export const edgePoolLimits = [
  pool.limit(
    "edge-pool-by-hand",
    [],
    {
      statement:
        "The provider has no argument for pools of the edge: Terraform plans them here, and makes none.",
      source: alibabaCloud("ACK Edge, Manage edge node pools"),
      advice: true,
      fix: "send the requests of the output to ACK, as docs/clusters/edge.md shows, and acknowledge this",
    },
    () => [
      {
        got: "a pool that Terraform does not make",
        want: "one that was made from the output of the plan",
      },
    ],
  ),
  pool.limit(
    "edge-pool-name-length",
    ["name"],
    {
      statement: "The name of a pool of the edge has 1 to 63 characters.",
      source: alibabaCloud("ACK, CreateClusterNodePool, nodepool_info.name"),
      authority: "service",
      fix: 'name: "shops"',
    },
    ({ name }) => problem("the name", nodePoolNameProblem(name)),
  ),
  pool.monotone(
    "edge-pool-label-format",
    ["labels", "labelValues"],
    {
      statement: "Labels of machines follow the syntax of Kubernetes.",
      source: kubernetes("Labels and Selectors, Syntax and character set"),
      authority: "kubernetes",
      fix: 'labels: { region: "north" }',
    },
    ({ labels, labelValues }) => [
      ...labels.flatMap((key) => problem("the label key", labelKeyProblem(key))),
      ...labelValues.flatMap((value) => problem("the label value", labelValueProblem(value))),
    ],
  ),
  pool.each(
    "edge-pool-label-reserved",
    "labels",
    {
      statement:
        "The labels that tell nodes of the edge and of the cloud, and their pools, apart are those of ACK.",
      source: edgeGuide("3.2 Release notes for Kubernetes 1.16", "188"),
      rows: ["is-edge-worker-reserved"],
      fix: "leave the label out; ACK sets it",
    },
    (key) => (ofAck.has(key) ? { got: `the label ${key}`, want: "labels of your own" } : undefined),
  ),
  pool.monotone(
    "edge-pool-taint-format",
    ["taints"],
    {
      statement: "Taints of machines follow the syntax of Kubernetes.",
      source: kubernetes("Taints and Tolerations"),
      authority: "kubernetes",
      fix: 'taints: [{ key: "edge", value: "north", effect: "NoSchedule" }]',
    },
    ({ taints }) =>
      taints.flatMap(({ key, value = "", effect }) => [
        ...problem("the taint key", taintKeyProblem(key)),
        ...problem("the taint value", taintValueProblem(value)),
        ...problem("the taint effect", taintEffectProblem(effect)),
      ]),
  ),
  pool.monotone(
    "edge-node-cidrs-disjoint",
    ["nodeCidrs", "clusterBlocks"],
    {
      statement:
        "The addresses of machines at the edge lie outside of the VPC, of the Pods and of the Services.",
      source: edgeGuide("3.2 Release notes for Kubernetes 1.16", "233"),
      rows: ["edge-no-cidr-conflict-on-join"],
      authority: "addresses",
      fix: "give the cluster other blocks; the script refuses machines whose addresses lie in one",
    },
    ({ nodeCidrs, clusterBlocks }) =>
      nodeCidrs.flatMap((text) => {
        const nodes = Cidr.tryParse(text);
        return nodes === undefined
          ? [{ got: `nodeCidrs with ${JSON.stringify(text)}`, want: "a block such as 192.168.0.0/16" }]
          : findingsOf(clusterBlocks, ({ label, cidr }) =>
              Cidr.tryParse(cidr)?.overlaps(nodes) === true
                ? {
                    got: `machines in ${text}, which overlaps ${label} ${cidr}`,
                    want: "a block of their own",
                  }
                : undefined,
            );
      }),
  ),
  pool.atLeast("edge-pool-min-version", "version", "1.16", {
    statement:
      "Pools of the edge exist from Kubernetes 1.16, and so do labels, annotations and taints of machines.",
    source: edgeGuide(
      "3.2 Release notes for Kubernetes 1.16; 6.2.2 Create an edge node pool",
      "234-235, 1207, 1240",
    ),
    rows: ["edge-pool-min-version", "access-116-params"],
    prop: "the version of the cluster",
    fix: "upgrade the cluster",
  }),
  pool.atLeast("edge-arm-min-version", "versionOfArm", "1.14.8", {
    statement: "Machines of ARM join from Kubernetes 1.14.8.",
    source: edgeGuide("6.2.2 Create an edge node pool; 7.1 Add edge nodes", "1246, 1490-1493"),
    rows: ["arm-min-version"],
    prop: "the version of the cluster",
    fix: "upgrade the cluster",
  }),
  pool.atLeast("edge-private-min-version", "versionOfPrivate", "1.22", {
    statement: "Pools over private lines exist from Kubernetes 1.22.",
    source: alibabaCloud("ACK Edge, Manage edge node pools"),
    authority: "service",
    prop: "the version of the cluster",
    fix: "upgrade the cluster",
  }),
  pool.limit(
    "edge-basic-needs-public-api-server",
    ["isPrivate", "apiServerIsPublic"],
    {
      statement: "Machines of a basic pool reach the API server over the internet.",
      source: alibabaCloud("ACK, CreateClusterNodePool, interconnect_mode"),
      advice: true,
      fix: 'make the cluster with publicApiServer: true, or take interconnect: "private"',
    },
    ({ isPrivate, apiServerIsPublic }) =>
      !isPrivate && apiServerIsPublic === false
        ? [
            {
              got: "a basic pool in a cluster with a private API server",
              want: "one that machines can reach",
            },
          ]
        : [],
  ),
  ...accessLimits,
];

function problem(what: string, found: NameProblem | undefined): Finding[] {
  return found === undefined ? [] : [{ got: `${what} ${found.got}`, want: found.want }];
}
