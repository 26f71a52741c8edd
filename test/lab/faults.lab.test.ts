import { FAULTS, type Fault, type Lab, TerraformError } from "cdktf-ack-lab";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { QuickStart } from "../../examples/quick-start";
import { applied, examples, inLab, released, synthesized, version } from "./support";

const POOL = "alicloud_cs_kubernetes_node_pool";
const CLUSTER = "alicloud_cs_managed_kubernetes";

/** What each fault does to the first apply of a cluster with a pool. */
const scenarios: readonly { readonly fault: Fault; readonly fails: RegExp | false }[] = [
  { fault: { fault: "throttling", on: "create", times: 3 }, fails: false },
  { fault: { fault: "throttling", on: "create", type: CLUSTER, times: 7 }, fails: /Throttling\.User/ },
  { fault: { fault: "quota-exceeded", on: "create", type: "alicloud_vswitch" }, fails: /QuotaExceeded/ },
  { fault: { fault: "timeout-after-create", type: CLUSTER }, fails: /timeout while waiting/ },
  { fault: { fault: "timeout-after-create", type: POOL }, fails: /timeout while waiting/ },
  { fault: { fault: "error", on: "create", nth: 4 }, fails: /ServiceUnavailable/ },
  { fault: { fault: "slow", on: "create", type: POOL, seconds: 1 }, fails: false },
  { fault: { fault: "crash", on: "create", type: CLUSTER }, fails: /plugin|EOF|connection|Unavailable/i },
];

async function firstApply(lab: Lab, json: string, fails: RegExp | false): Promise<void> {
  const apply = version(lab, json).apply();
  if (fails === false) await apply;
  else await expect(apply).rejects.toThrow(fails);
}

/** Everything that Terraform made in the account is in its state. */
async function nothingIsOrphaned(lab: Lab, json: string): Promise<void> {
  const ids = (await version(lab, json).state()).map(({ values }) => String(values["id"]));
  expect(lab.account.orphans(ids)).toEqual([]);
}

describe("a first deploy", () => {
  const json = synthesized((app) => new ManagedFlannel(app, "flannel"));

  test.each(scenarios.map((one) => [JSON.stringify(one.fault), one] as const))(
    "survives %s",
    (_, { fault, fails }) =>
      inLab(
        async (lab) => {
          await firstApply(lab, json, fails);
          await nothingIsOrphaned(lab, json);
          await applied(version(lab, json));
          await nothingIsOrphaned(lab, json);
          await version(lab, released(json)).apply();
          await version(lab, released(json)).destroy();
          expect(lab.account.objects()).toEqual([]);
        },
        { faults: { faults: [fault] } },
      ),
  );

  test("meets every kind of fault above", () => {
    expect(new Set(scenarios.map(({ fault }) => fault.fault))).toEqual(new Set(Object.keys(FAULTS)));
  });
});

test.each(Object.entries(examples))("%s comes through one failing create after the other", (_, build) => {
  const json = synthesized(build);
  // Every third create fails once: Terraform needs several runs, each of which gets further.
  const faults = [3, 6, 9, 12].map((nth): Fault => ({ fault: "error", on: "create", nth }));
  return inLab(
    async (lab) => {
      for (let failures = 0; ; failures++) {
        try {
          await version(lab, json).apply();
          expect(failures).toBeGreaterThan(0);
          break;
        } catch (failure) {
          if (!(failure instanceof TerraformError)) throw failure;
          expect(failures).toBeLessThan(faults.length);
        }
      }
      expect((await version(lab, json).plan()).isEmpty).toBe(true);
      await nothingIsOrphaned(lab, json);
    },
    { faults: { faults } },
  );
});

test("an update that fails is planned again, and nothing is lost", () => {
  const json = synthesized((app) => new QuickStart(app, "quick-start"));
  const grown = json.replace(/"max_size": 30/, '"max_size": 31');
  return inLab(
    async (lab) => {
      await version(lab, json).apply();
      await expect(version(lab, grown).apply()).rejects.toThrow(/ServiceUnavailable/);
      expect((await version(lab, grown).plan()).update).toEqual([expect.stringContaining(POOL)]);
      await applied(version(lab, grown));
    },
    { faults: { faults: [{ fault: "error", on: "update", type: POOL }] } },
  );
});

test("a destroy that fails in the middle is finished by the next one", () => {
  const json = released(synthesized((app) => new QuickStart(app, "quick-start")));
  return inLab(
    async (lab) => {
      await version(lab, json).apply();
      await expect(version(lab, json).destroy()).rejects.toThrow(/ServiceUnavailable/);
      await version(lab, json).destroy();
      expect(lab.account.objects().filter(({ type }) => type !== "alicloud_log_project")).toEqual([]);
    },
    { faults: { faults: [{ fault: "error", on: "delete", type: CLUSTER }] } },
  );
});
