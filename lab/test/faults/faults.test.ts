import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault } from "../../lib/faults";
import { CloudUser, refusalOf } from "../account/support/cloud-user";
import { planned, resource } from "../account/support/plans";

const VPC = "alicloud_vpc";

function userWith(...faults: Fault[]): CloudUser {
  return new CloudUser({ faults: { faults } });
}

describe("faults", () => {
  it("hit the calls that they name, and no others", async () => {
    const user = userWith({
      fault: "error",
      on: "create",
      type: VPC,
      name: "b",
      code: "Boom",
      message: "no",
    });
    const vpc = await user.create(VPC, { vpc_name: "a" });
    await user.create("alicloud_security_group", { security_group_name: "b" });
    const refused = await user.tryCreate(VPC, { vpc_name: "b" });
    expect(refused.state).toBeNull();
    expect(refusalOf(refused)).toContain("Code: Boom Message: no");
    await user.create(VPC, { vpc_name: "b" });
    await user.delete(VPC, vpc);
  });

  it("begin at the n-th call and last for some", async () => {
    const user = userWith({ fault: "quota-exceeded", on: "create", nth: 2, times: 2 });
    const codes: string[] = [];
    for (let call = 1; call <= 4; call++) codes.push(refusalOf(await user.tryCreate(VPC)));
    expect(codes.map((code) => code.includes("QuotaExceeded"))).toEqual([false, true, true, false]);
  });

  it("leave a change that fails as it was", async () => {
    const user = userWith({ fault: "error", on: "update" });
    const vpc = await user.create(VPC, { description: "old" });
    const { state, diagnostics } = await user.tryUpdate(VPC, vpc, { description: "new" });
    expect(state).toBe(vpc);
    expect(diagnostics).toHaveLength(1);
    expect(await user.read(VPC, vpc)).toEqual(vpc);
  });

  it("keep what a delete could not delete", async () => {
    const user = userWith({ fault: "error", on: "delete" });
    const vpc = await user.create(VPC);
    expect((await user.tryDelete(VPC, vpc)).state).toEqual(vpc);
    await user.delete(VPC, vpc);
    expect(user.account.objects()).toEqual([]);
  });

  it("throttle in vain while the provider tries again often enough", async () => {
    await expect(userWith({ fault: "throttling", times: 5 }).create(VPC)).resolves.toBeDefined();
    expect(refusalOf(await userWith({ fault: "throttling", times: 6 }).tryCreate(VPC))).toContain(
      "Throttling.User",
    );
  });

  it("lose the answer of a create, but not the object", async () => {
    const user = userWith({ fault: "timeout-after-create" });
    const { state, diagnostics } = await user.tryCreate(VPC);
    expect(diagnostics).toHaveLength(1);
    expect(state?.["id"]).toMatch(/^vpc-/);
    expect(user.account.orphans([String(state?.["id"])])).toEqual([]);
    expect(user.account.objects()).toHaveLength(1);
  });

  it("take their time, and then do it", async () => {
    const user = userWith({ fault: "slow", seconds: 0.05 });
    const before = process.hrtime.bigint();
    await user.create(VPC);
    expect(process.hrtime.bigint() - before).toBeGreaterThan(40_000_000n);
  });

  describe("that crash", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "crash-"))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Each process dies when it is told to, and the next finds the file. */
    async function processes(fault: Fault): Promise<{ died: boolean; user: CloudUser }[]> {
      const runs: { died: boolean; user: CloudUser }[] = [];
      for (let process = 1; process <= 2; process++) {
        let died = false;
        const onCrash = (): void => void (died = true);
        const user = new CloudUser({
          file: join(folder, "account.json"),
          faults: { faults: [fault] },
          onCrash,
        });
        const plan = planned(VPC, { vpc_name: "v" });
        await user.account.create(resource(VPC), plan, plan);
        runs.push({ died, user });
      }
      return runs;
    }

    it("do nothing before, and once only", async () => {
      const [first, second] = await processes({ fault: "crash", on: "create" });
      expect([first?.died, second?.died]).toEqual([true, false]);
      expect(second?.user.account.objects()).toHaveLength(1);
    });

    it("lose one call alone: those before are done, those after are not", async () => {
      const onCrash = jest.fn();
      const faults = { faults: [{ fault: "crash", on: "create", nth: 2 } as const] };
      const user = new CloudUser({ faults, onCrash });
      const calls = ["a", "b", "c"].map((description) => user.tryCreate(VPC, { description }));
      const [first, second, third] = await Promise.all(calls);
      expect(first?.diagnostics).toEqual([]);
      expect(second?.diagnostics).toEqual(third?.diagnostics);
      expect(second?.diagnostics).toHaveLength(1);
      expect(user.account.objects().map(({ values }) => values["description"])).toEqual(["a"]);
      expect(onCrash).toHaveBeenCalledTimes(1);
    });

    it("leave an orphan after", async () => {
      const [first, second] = await processes({ fault: "crash", on: "create", after: true });
      const lost = first?.user.account.objects()[0]?.id;
      const known = second?.user.account.objects().flatMap(({ id }) => (id === lost ? [] : [id]));
      expect(second?.user.account.orphans(known ?? []).map(({ id }) => id)).toEqual([lost]);
    });
  });
});
