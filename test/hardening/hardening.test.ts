import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { Hardening, Limits, Login, ValueError } from "cdktf-ack";
import { ProductionCluster } from "cdktf-ack/blueprints";
import { createTestApp, synthesize } from "cdktf-ack/testing";
import { hardeningLimits } from "../../lib/hardening/limits";
import { besideStack, poolOptions, proCluster, testStack } from "../support/stacks";
import { QuickStart } from "../../examples/quick-start";

const idsIn = (stack: TerraformStack) =>
  [...new Set(synthesize(stack).limits.warnings.map(({ id }) => id))].filter((id) => id.startsWith("cis-"));

describe("checks for hardening", () => {
  test("are for the stack that asks, and no other", () => {
    const stack = testStack();
    const other = besideStack(stack, "other");
    [stack, other].forEach((one) => proCluster(one).addNodePool("workers", poolOptions()));
    Hardening.checkOn(stack);
    const paths = synthesize(stack).limits.warnings.filter(({ id }) => id.startsWith("cis-"));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.every(({ path }) => path.startsWith("shop/"))).toBe(true);
    expect(synthesize(other).limits.warnings.filter(({ path }) => path.startsWith("other/"))).toEqual([]);
  });

  test("see what is made after they were asked for, and what was overridden", () => {
    const stack = testStack();
    Hardening.checkOn(stack);
    const cluster = proCluster(stack, { auditLog: {} });
    expect(idsIn(stack)).not.toContain("cis-audit");
    const other = testStack();
    Hardening.checkOn(other);
    proCluster(other, { auditLog: {} }).resource.addOverride("audit_log_config.enabled", false);
    expect(idsIn(other)).toContain("cis-audit");
    expect(cluster.node.path).toBe("shop/cluster");
  });

  test("emit nothing", () => {
    const build = (asks: boolean) => {
      const stack = testStack();
      proCluster(stack);
      if (asks) {
        Hardening.checkOn(stack);
      }
      return synthesize(stack).json;
    };
    expect(build(true)).toEqual(build(false));
  });

  test("are acknowledged one by one, with a reason", () => {
    const stack = testStack();
    Hardening.checkOn(stack);
    proCluster(stack);
    Limits.of(stack).acknowledge("cis-audit", { reason: "a cluster for tests" });
    expect(idsIn(stack)).not.toContain("cis-audit");
    expect(idsIn(stack)).toContain("cis-log-service");
  });

  test("refuse an app, and a second call", () => {
    const app = createTestApp();
    expect(() => Hardening.checkOn(app)).toThrow(ValueError);
    const stack = new TerraformStack(app, "shop");
    Hardening.checkOn(stack);
    expect(() => Hardening.checkOn(stack)).toThrow('which has a construct "hardening" already');
  });

  test("say nothing to those who did not ask: the quick start has no warnings", () => {
    expect(synthesize(new QuickStart(createTestApp(), "quick-start")).limits.warnings).toEqual([]);
  });

  test("leave the production blueprint little to do", () => {
    const stack = testStack();
    Hardening.checkOn(stack);
    new ProductionCluster(stack, "shop", {
      name: "shop",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-j"],
      login: Login.keyPair("ops"),
    });
    expect(idsIn(stack)).toEqual([
      "cis-log-service",
      "cis-network-policy",
      "cis-pod-security",
      "cis-approved-registries",
    ]);
  });
});

test("the page has every check with the control that it stands for", () => {
  const page = readFileSync(join(__dirname, "../../docs/hardening.md"), "utf8");
  for (const { id, text } of hardeningLimits) {
    const control = text.source.chapter?.split(", ")[0] ?? "";
    expect(page).toMatch(
      new RegExp(`\\(limits\\.md#${id}\\).*${control.replace(/^\w+ /, "").replaceAll(".", "\\.")}`),
    );
  }
});
