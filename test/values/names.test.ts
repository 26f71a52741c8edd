import {
  clusterNameProblem,
  labelKeyProblem,
  labelValueProblem,
  nodePoolNameProblem,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
} from "../../lib/values";

describe("cluster names", () => {
  test.each([["shop-prod"], ["a"], ["7"], ["生产-集群1"], ["UPPER-"], ["n".repeat(63)], ["集".repeat(21)]])(
    "%s is legal",
    (name) => expect(clusterNameProblem(name)).toBeUndefined(),
  );

  test.each([
    ["", "0 bytes"],
    ["-shop", "5 bytes"],
    ["shop_prod", "9 bytes"],
    ["shop prod", "9 bytes"],
    ["shop.prod", "9 bytes"],
    ["shop\n", "5 bytes"],
    ["über", "5 bytes"],
    ["n".repeat(64), "64 bytes"],
    ["集".repeat(22), "66 bytes"],
  ])("%j is illegal, with its length", (name, length) => {
    expect(clusterNameProblem(name)?.got).toContain(length);
  });
});

describe("node pool names", () => {
  test.each([["spot_auto_scaling"], ["-"], ["n".repeat(63)], ["池".repeat(63)], ["😀".repeat(63)]])(
    "%s is legal",
    (name) => expect(nodePoolNameProblem(name)).toBeUndefined(),
  );

  test.each([
    ["", "0 characters"],
    ["n".repeat(64), "64 characters"],
  ])("%j is illegal, with its length", (name, length) => {
    expect(nodePoolNameProblem(name)?.got).toContain(length);
  });
});

describe.each([
  ["label", labelKeyProblem],
  ["taint", taintKeyProblem],
])("%s keys", (_, problem) => {
  test.each([
    ["app"],
    ["app.kubernetes.io/name"],
    ["A_b-c.9"],
    ["x/y"],
    ["ack.node.gpu.schedule"],
    ["n".repeat(63)],
    [`${"a.".repeat(126)}b/${"n".repeat(63)}`],
  ])("%s is legal", (key) => expect(problem(key)).toBeUndefined());

  test.each([
    [""],
    ["/name"],
    ["prefix/"],
    ["a/b/c"],
    ["-app"],
    ["app-"],
    ["app "],
    ["app\n"],
    ["標籤"],
    ["Upper.io/name"],
    ["a..b/name"],
    ["n".repeat(64)],
    [`${"a.".repeat(126)}bc/name`],
  ])("%j is illegal", (key) => expect(problem(key)).toBeDefined());
});

describe.each([
  ["label", labelValueProblem],
  ["taint", taintValueProblem],
])("%s values", (_, problem) => {
  test.each([[""], ["true"], ["v1.2_3-x"], ["n".repeat(63)]])("%j is legal", (value) =>
    expect(problem(value)).toBeUndefined(),
  );

  test.each([["a,b"], ["-a"], ["a."], ["a/b"], [" "], ["n".repeat(64)]])("%j is illegal", (value) =>
    expect(problem(value)).toBeDefined(),
  );
});

describe("taint effects", () => {
  test.each([["NoSchedule"], ["PreferNoSchedule"], ["NoExecute"]])("%s is legal", (effect) =>
    expect(taintEffectProblem(effect)).toBeUndefined(),
  );

  test.each([
    ["noschedule", "write NoSchedule"],
    ["NO_EXECUTE", "write NoExecute"],
    ["prefer-no-schedule", "write PreferNoSchedule"],
    ["Evict", undefined],
    ["", undefined],
  ])("%j is illegal, with the effect that was meant", (effect, fix) => {
    const problem = taintEffectProblem(effect);
    expect(problem?.want).toBe("NoSchedule, PreferNoSchedule, NoExecute");
    expect(problem?.fix).toBe(fix);
  });
});
