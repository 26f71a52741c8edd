import type { TerraformStack } from "cdktf";
import { LimitError, Principal, ProCluster, type Grants } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { judge } from "../../lab/lib/core";
import { testStack } from "../support/stacks";

// What ACK takes, from its documentation: nothing here is read from the limits, which are on trial.

const namespaces = ["default", "kube-system", "shop", "a", "team-1", "n".repeat(63)];
const clusterRoles = ["cluster-admin", "cs:admin", "view", "edit", "admin", "arms-prom.reader"];
const presets = ["admin", "ops", "dev", "restricted", "admin-view"] as const;

/** For one place: at most one preset, and any ClusterRoles. */
const roles = fc.record({
  preset: fc.option(fc.constantFrom(...presets), { nil: undefined }),
  custom: fc.subarray(clusterRoles),
});
const places = fc.record({
  whole: roles,
  inNamespaces: fc.dictionary(fc.constantFrom(...namespaces), roles),
});
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const readAccess = fc.constantFrom("attach" as const, "elsewhere" as const, undefined);
const principals = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom("user", "role", "account"),
    id: fc.oneof(digits(16), digits(18)),
    readAccess,
    checkGrants: fc.boolean(),
    everywhere: roles,
    clusters: fc.dictionary(fc.stringMatching(/^c[0-9a-f]{8,32}$/), places, { maxKeys: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
);

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

function principalOf(
  stack: TerraformStack,
  { kind, id, readAccess: access, checkGrants }: Of<typeof principals>[number],
): Principal {
  const options = { checkGrants, ...(access === undefined ? {} : { readAccess: access }) };
  switch (kind) {
    case "user":
      return Principal.ramUser(stack, `p${id}`, { user: { uid: id, name: "alice" }, ...options });
    case "role":
      return Principal.ramRole(stack, `p${id}`, { role: { roleId: id, name: "ci" }, ...options });
    default:
      return Principal.account(stack, `p${id}`, { accountId: id, ...options });
  }
}

function give(grants: () => Grants, { preset, custom }: Of<typeof roles>, namespace?: string): void {
  const options = namespace === undefined ? {} : { namespaces: [namespace] };
  if (preset !== undefined) grants().preset(preset, options);
  for (const role of custom) grants().clusterRole(role, options);
}

function build(stack: TerraformStack, all: Of<typeof principals>): void {
  const clusters = new Map<string, ReturnType<typeof ProCluster.fromAttributes>>();
  for (const one of all) {
    const principal = principalOf(stack, one);
    const { preset, custom } = one.everywhere;
    if (preset !== undefined) principal.onAllClusters().preset(preset);
    for (const role of custom) principal.onAllClusters().clusterRole(role);
    for (const [clusterId, { whole, inNamespaces }] of Object.entries(one.clusters)) {
      const cluster = clusters.get(clusterId) ?? ProCluster.fromAttributes(stack, clusterId, { clusterId });
      clusters.set(clusterId, cluster);
      give(() => cluster.grant(principal), whole);
      for (const [namespace, some] of Object.entries(inNamespaces)) {
        give(() => cluster.grant(principal), some, namespace);
      }
    }
  }
}

test("grants that ACK takes are refused by no limit, and the provider takes what comes of them", () => {
  const refused = fc.sample(principals, { numRuns: 100, seed: 7 }).flatMap((all) => {
    const stack = testStack();
    build(stack, all);
    try {
      return judge(synthesize(stack).json).map(({ path, message }) => `the provider: ${path}: ${message}`);
    } catch (error) {
      if (error instanceof LimitError) return error.violations.map(({ id, got }) => `${id}: ${got}`);
      throw error;
    }
  });
  expect(refused).toEqual([]);
});
