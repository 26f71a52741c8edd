import { ackGuide, edgeGuide, kubernetes, limitsOn, provider } from "../limits";
import type { ClusterFacts } from "./facts";

const cluster = limitsOn<ClusterFacts>("Clusters");

/** How clusters are reached, kept, watched and deleted. */
export const lifecycleLimits = [
  cluster.limit(
    "cluster-deletion-protection",
    ["isProtected", "preventDestroy"],
    {
      statement:
        "A cluster under deletion protection cannot be deleted: the protection is switched off by a deploy of its own, before.",
      source: ackGuide("4.5.6 Delete a cluster", "6664-6675"),
      rows: ["cluster-deletion-protection"],
      advice: true,
      fix: "set removalPolicy: RemovalPolicy.DESTROY, and deploy once before the cluster goes",
    },
    ({ isProtected, preventDestroy }) =>
      isProtected && preventDestroy === false
        ? [
            {
              got: "lifecycle.preventDestroy false beside RemovalPolicy.PROTECT: Terraform will try, and ACK refuse",
              want: "protection by both, or by neither",
            },
          ]
        : [],
  ),
  cluster.limit(
    "edge-apiserver-reachable",
    ["isEdge", "publicApiServer", "vpcIsConnected"],
    {
      statement:
        "Nodes at the edge reach the API server: it has a public address, which it gets at creation alone, or they come by a private line.",
      source: edgeGuide("6.2.3 Add nodes to an edge node pool", "1235"),
      rows: ["edge-apiserver-reachable"],
      advice: true,
      fix: "set publicApiServer: true, or name what the private line leads to in onPremisesCidrs of the VPC",
    },
    ({ isEdge, publicApiServer, vpcIsConnected }) =>
      !isEdge || publicApiServer || vpcIsConnected
        ? []
        : [
            {
              got: "an edge cluster without a public API server, in a VPC that nothing is connected to",
              want: "a way for nodes outside of the VPC to the API server",
            },
          ],
  ),
  cluster.limit(
    "basic-cluster-operations",
    ["edition", "controlPlaneLogs", "maintenanceHours"],
    {
      statement:
        "Logs of the control plane and maintenance windows are documented for Pro editions; a basic cluster may not get them.",
      source: provider("alicloud_cs_managed_kubernetes.cluster_spec (accepts them with ack.standard)"),
      advice: true,
      fix: "take a Pro cluster, or leave them out",
    },
    ({ edition, controlPlaneLogs, maintenanceHours }) => {
      const given = [
        ...(controlPlaneLogs ? ["controlPlaneLogs"] : []),
        ...(maintenanceHours === undefined ? [] : ["maintenanceWindow"]),
      ];
      return edition === "pro" || given.length === 0
        ? []
        : [{ got: `${given.join(" and ")} on a basic cluster`, want: "a Pro edition" }];
    },
  ),
  cluster.each(
    "disabled-addon-settings",
    "disabledWithSettings",
    {
      statement: "An add-on that is not installed has neither settings nor a version.",
      source: provider("alicloud_cs_managed_kubernetes.addons.disabled (accepts both)"),
      advice: true,
      fix: "leave config and version out, or disabled",
    },
    (name) => ({ got: `${name}, disabled, with config or version`, want: "disabled alone" }),
  ),
  cluster.unique("retain-resources-unique", "retainResources", {
    statement: "The resources that outlive a cluster are named once.",
    source: provider("alicloud_cs_managed_kubernetes.retain_resources (accepts any list)"),
    advice: true,
    fix: "leave the second one out",
  }),
  cluster.limit(
    "service-account-issuer",
    ["issuer"],
    {
      statement: "The issuer of service account tokens is a name, or with a colon in it a URL.",
      source: kubernetes("kube-apiserver, --service-account-issuer"),
      authority: "kubernetes",
      fix: 'issuer: "https://kubernetes.default.svc"',
    },
    ({ issuer }) =>
      issuer === undefined || (issuer !== "" && (!issuer.includes(":") || URL.canParse(issuer)))
        ? []
        : [
            {
              got: `the issuer ${JSON.stringify(issuer)}`,
              want: "a URL such as https://kubernetes.default.svc",
            },
          ],
  ),
];
