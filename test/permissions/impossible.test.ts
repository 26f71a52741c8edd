import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossiblePermissions } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import type { TerraformStack } from "cdktf";
  import type { Principal, ProCluster } from "cdktf-ack";
  import { CustomClusterRole, NamespacedRole, RbacBinding, RbacSubject, RoleRule, UrlRule } from "cdktf-ack/kubernetes";
  declare const stack: TerraformStack;
  declare const cluster: ProCluster;
  declare const alice: Principal;
  const rules = [RoleRule.read({ resources: ["pods"] })];
  const subjects = [RbacSubject.group("developers")];
  ${body}
`;

test("a grant of a ClusterRole of one's own type-checks", () => {
  expectCompiles(
    program(`
      const role = new CustomClusterRole(stack, "r", { roleName: "r", rules: [...rules, UrlRule.allow(["get"], ["/healthz"])] });
      cluster.grant(alice).clusterRole(role, { namespaces: ["shop"] }).dev();
      new RbacBinding(stack, "b", { role, namespace: "pay", subjects, bindingName: "b" });
      const own = new NamespacedRole(stack, "own", { roleName: "r", namespace: "shop", rules });
      new RbacBinding(stack, "c", { role: own, subjects, bindingName: "c" });
      alice.onAllClusters().dev();
    `),
  );
});

test.each(impossiblePermissions)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
