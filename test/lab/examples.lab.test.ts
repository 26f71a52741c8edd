import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformError } from "cdktf-ack-lab";
import { QuickStart } from "../../examples/quick-start";
import { applied, examples, inLab, released, synthesized, version } from "./support";

describe.each(Object.entries(examples))("%s", (_, build) => {
  const json = synthesized(build);

  test("validates without a warning, deploys, plans nothing more, and can be destroyed", () =>
    inLab(async (lab) => {
      const warnings = await version(lab, json).validate();
      // The provider has no other resource for dedicated clusters, and warns of the one that it has.
      expect(warnings.filter(({ detail }) => detail !== "alicloud_cs_kubernetes is deprecated.")).toEqual([]);
      const plan = await version(lab, json).plan();
      expect(plan.create.length).toBeGreaterThan(3);
      expect(plan.create).toEqual(plan.changes.map(({ address }) => address));
      await version(lab, json).apply({ plan });
      expect((await version(lab, json).plan()).isEmpty).toBe(true);

      await applied(version(lab, released(json)));
      await version(lab, released(json)).destroy();
      // ACK keeps the logs of a cluster that it has deleted, unless its delete options say otherwise.
      const kept = lab.account.objects().filter(({ type }) => type !== "alicloud_log_project");
      expect(kept).toEqual([]);
    }));
});

// Terraform forgives providers that are made with the SDK, as the real ones are. What it forgave the lab, it logs.
test.each(Object.entries(examples))("%s gets from the lab what was planned, to the letter", (_, build) =>
  inLab(async (lab) => {
    const log = join(lab.folder, "terraform.log");
    Object.assign(process.env, { TF_LOG: "WARN", TF_LOG_PATH: log });
    try {
      await applied(version(lab, synthesized(build)));
    } finally {
      delete process.env["TF_LOG"];
      delete process.env["TF_LOG_PATH"];
    }
    const text = readFileSync(log, "utf8");
    expect(text).toContain("[WARN]");
    // What a refresh finds otherwise is another matter: an address that is in use by now, the size of an autoscaled pool.
    expect(text.match(/unexpected new value(?!.* during refresh).*/g)).toBeNull();
  }),
);

describe("a protected cluster", () => {
  const json = synthesized((app) => new QuickStart(app, "quick-start"));

  test("is not destroyed, and neither is what it stands on", () =>
    inLab(async (lab) => {
      await version(lab, json).apply();
      const before = lab.account.objects().length;
      await expect(version(lab, json).destroy()).rejects.toThrow(TerraformError);
      await expect(version(lab, json).destroy()).rejects.toThrow(/prevent_destroy/);
      expect(lab.account.objects()).toHaveLength(before);
      expect((await version(lab, json).plan()).isEmpty).toBe(true);
    }));

  test("is not destroyed by the service either, as long as the protection is not taken off first", () =>
    inLab(async (lab) => {
      await version(lab, json).apply();
      // Somebody takes away what Terraform heeds, and not what the service does.
      const withoutLifecycle = json.replaceAll('"prevent_destroy": true', '"prevent_destroy": false');
      await expect(version(lab, withoutLifecycle).destroy()).rejects.toThrow(/[Pp]rotection/);
    }));
});
