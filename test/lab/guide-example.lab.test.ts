import { App, Testing } from "cdktf";
import { Lab } from "cdktf-ack-lab";
import { checkPlan } from "cdktf-ack/guard";
import { QuickStart } from "../../examples/quick-start";

const json = Testing.synth(new QuickStart(new App(), "quick-start"));

test("the stack deploys, and a change of its pool loses nothing", async () => {
  const lab = await Lab.start();
  try {
    const stack = lab.stack(json, { name: "quick-start" });
    const first = await stack.plan();
    expect(first.create).toHaveLength(20);
    await stack.apply({ plan: first });
    expect((await stack.plan()).isEmpty).toBe(true);

    const next = lab.stack(json.replace('"max_size": 30', '"max_size": 40'), { name: "quick-start" });
    const plan = await next.plan();
    expect([plan.update.length, plan.replace, plan.delete]).toEqual([1, [], []]);
    expect(plan.change(plan.update[0] ?? "")?.changed).toContain("scaling_config[0].max_size");
    expect(checkPlan(plan.json).findings).toEqual([]);
    await next.apply({ plan });
  } finally {
    await lab.stop();
  }
});
