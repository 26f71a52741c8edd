import "cdktf-ack-lab/jest";
import { plansNothing, survives } from "cdktf-ack-lab";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { inLab, synthesized, version } from "./support";

const json = synthesized((app) => new ManagedFlannel(app, "flannel"));
const POOL = "alicloud_cs_kubernetes_node_pool";

/** The same stack with another tag of its VPC. */
const changed = json.replace(
  /("cidr_block": "[^"]*",)(\s*)("vpc_name")/,
  '$1$2"description": "changed",$2$3',
);

describe("toPlanNothing", () => {
  test("passes for a stack that was deployed, and for its text, which is deployed first", () =>
    inLab(async (lab) => {
      await expect(version(lab, json)).not.toPlanNothing();
      await version(lab, json).apply();
      await expect(version(lab, json)).toPlanNothing();
      await expect(json).toPlanNothing();
    }));

  test("names what the plan would do", () =>
    inLab(async (lab) => {
      await version(lab, json).apply();
      const { pass, message } = await plansNothing(version(lab, changed));
      expect(pass).toBe(false);
      expect(message).toMatch(
        /^expected a plan without changes, but it has\n {2}update alicloud_vpc\.\S+: description$/,
      );
      await expect(expect(version(lab, changed)).toPlanNothing()).rejects.toThrow("update alicloud_vpc.");
      await expect(expect(version(lab, json)).not.toPlanNothing()).rejects.toThrow("there is nothing to do");
    }));
});

describe("toSurvive", () => {
  test("passes for a fault that another apply overcomes", async () => {
    await expect(json).toSurvive({ fault: "timeout-after-create", type: POOL });
    await expect(json).toSurvive({ fault: "throttling", on: "create", times: 3 });
  });

  test("takes the version before, for faults of updates", async () => {
    const fault = { fault: "error", on: "update", type: "alicloud_vpc" } as const;
    await expect(changed).toSurvive(fault, { before: json });
  });

  test("fails when it takes too many applies, and says what Terraform said", async () => {
    const fault = { fault: "error", on: "create", type: POOL, times: 2 } as const;
    const { pass, message } = await survives(json, fault, { applies: 2 });
    expect(pass).toBe(false);
    expect(message).toMatch(
      /^expected the stack to survive \{"fault":"error".*\}, but apply 2 still fails:\n/,
    );
    expect(message).toContain("ServiceUnavailable");
    await expect(json).toSurvive(fault, { applies: 3 });
  });

  test("fails when something is left that no state knows", async () => {
    const fault = { fault: "crash", after: true, on: "create", type: "alicloud_vpc" } as const;
    const { pass, message } = await survives(json, fault);
    expect(pass).toBe(false);
    expect(message).toMatch(/things were made that no state knows:\n {2}alicloud_vpc vpc-/);
  });

  test("fails for a fault that hits nothing", async () => {
    const missed = [
      { fault: "error", on: "create", type: "alicloud_nas_file_system" },
      { fault: "slow", type: "alicloud_nas_file_system" },
      { fault: "error", on: "update" },
    ] as const;
    for (const fault of missed) {
      await expect(expect(json).toSurvive(fault)).rejects.toThrow("the fault has hit nothing");
    }
  });
});
