"use strict";

/**
 * Imports point down only. Each layer lists the layers below it; everything else is forbidden.
 *
 * Node pools, add-ons and networks know clusters as an interface alone (`cluster/kinds`, types only): clusters make
 * pools and add-ons in their intent verbs, so at run time the arrow points from the cluster to them.
 */
const layers = {
  values: [],
  "instance-types": ["values"],
  "ip-plan": ["instance-types", "values"],
  upgrade: ["values"],
  workloads: ["limits", "values"],
  limits: ["values"],
  resource: ["limits", "values"],
  organisation: ["resource", "limits", "values"],
  network: ["organisation", "resource", "limits", "values"],
  security: ["organisation", "resource", "limits", "values"],
  "service-roles": ["resource", "limits", "values"],
  "security-groups": ["network", "organisation", "resource", "limits", "values"],
  addons: ["resource", "limits", "values"],
  access: ["resource", "limits", "values"],
  governance: ["addons", "resource", "limits", "values"],
  hardening: ["upgrade", "resource", "limits", "values"],
  identity: ["addons", "resource", "limits", "values"],
  ram: ["identity", "addons", "resource", "limits", "values"],
  permissions: ["ram", "resource", "limits", "values"],
  "pod-network": ["addons", "network", "resource", "limits", "values"],
  kubernetes: ["access", "permissions", "workloads", "resource", "limits", "values"],
  "node-pool": [
    "addons",
    "network",
    "workloads",
    "instance-types",
    "organisation",
    "resource",
    "limits",
    "values",
  ],
  edge: ["addons", "limits", "values"],
  cluster: [
    "edge",
    "identity",
    "node-pool",
    "addons",
    "pod-network",
    "access",
    "permissions",
    "security",
    "network",
    "organisation",
    "resource",
    "limits",
    "values",
  ],
  adopt: ["cluster", "node-pool", "addons", "security", "network", "resource", "limits", "values"],
  summary: ["service-roles", "cluster", "node-pool", "network", "ip-plan", "limits", "values"],
  "account-checks": ["service-roles", "network", "resource", "limits", "values"],
  blueprints: [
    "summary",
    "governance",
    "cluster",
    "node-pool",
    "addons",
    "security",
    "network",
    "workloads",
    "resource",
    "limits",
    "values",
  ],
  guard: ["upgrade", "limits", "values"],
  fleet: ["limits", "values"],
  cli: ["blueprints", "guard", "ip-plan", "upgrade", "instance-types", "limits", "values"],
  alicloud: [],
  testing: ["guard", "limits", "values"],
};

const downOnly = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer}-imports-down-only`,
  comment: `lib/${layer} may import: ${below.length === 0 ? "nothing of lib" : below.join(", ")}`,
  severity: "error",
  from: { path: `^lib/${layer}/` },
  to: {
    path: "^lib/",
    // Commands that know every limit load every domain: the entry of the library does.
    pathNot: [
      `^lib/${layer}/`,
      `^lib/${layer === "cli" ? "(context|index)" : "context"}\\.ts$`,
      ...below.map((name) => `^lib/${name}/`),
    ],
    dependencyTypesNot: ["type-only"],
  },
}));

const publicFilesOnly = Object.keys(layers).map((layer) => ({
  name: `${layer}-by-its-public-file`,
  comment: `other folders import lib/${layer} through its index.ts`,
  severity: "error",
  from: { path: "^lib/", pathNot: `^lib/${layer}/` },
  to: { path: `^lib/${layer}/`, pathNot: ["/index\\.ts$", "^lib/cluster/kinds\\.ts$"] },
}));

module.exports = {
  forbidden: [
    ...downOnly,
    ...publicFilesOnly,
    {
      name: "values-are-pure",
      comment: "value objects know two well-kept libraries and nothing of constructs",
      severity: "error",
      from: { path: "^lib/values/" },
      to: { pathNot: ["^lib/values/", "node_modules/(ipaddr\\.js|semver)/"] },
    },
    {
      name: "limits-touch-constructs-in-two-files",
      comment: "the engine of limits is pure, but for tree.ts and add-preconditions.ts",
      severity: "error",
      from: { path: "^lib/limits/", pathNot: "^lib/limits/(tree|add-preconditions)\\.ts$" },
      to: { path: "node_modules/(cdktf|constructs|@cdktf)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "guard-touches-constructs-in-one-file",
      comment: "the guard judges plans, and is pure but for allow.ts",
      severity: "error",
      from: { path: "^lib/guard/", pathNot: "^lib/guard/allow\\.ts$" },
      to: { path: "node_modules/(cdktf|constructs|@cdktf)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "kinds-of-clusters-as-types",
      comment: "below the cluster, its kinds are an interface alone",
      severity: "error",
      from: {
        path: "^lib/(node-pool|addons|network|security|security-groups|access|governance|identity|ram|permissions|pod-network|kubernetes)/",
      },
      to: { path: "^lib/cluster/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^lib/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-index-of-bindings",
      comment: "the index of the bindings is for users; the library imports single resources",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/alicloud/" },
      to: { path: "provider-(alicloud|kubernetes)/lib/index\\.(js|d\\.ts)$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules|provider-alicloud" },
  },
};
