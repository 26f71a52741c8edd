import { App, Testing } from "cdktf";
import { claims, DevelopmentCluster } from "cdktf-ack/blueprints";
import { blueprints, stackWith } from "../blueprints/cases";
import { applied, inLab, released, version } from "./support";

describe.each(Object.entries(blueprints))("the blueprint %s", (_, make) => {
  test("validates without a warning, deploys, plans nothing more, keeps what it claims, and is destroyed once its protection is off", () =>
    inLab(async (lab) => {
      const [stack, blueprint] = stackWith(new App(), make);
      const json = Testing.synth(stack);
      expect(await version(lab, json).validate()).toEqual([]);
      await applied(version(lab, json));

      const made = (type: string) => lab.account.objects().filter((one) => one.type === type);
      expect(claims.noPublicEndpoint(blueprint)).toEqual([]);
      const [cluster] = made("alicloud_cs_managed_kubernetes");
      expect(cluster?.values["connections"]).toMatchObject({ api_server_internet: "" });
      expect(claims.noWayOut(blueprint).length === 0).toBe(made("alicloud_nat_gateway").length === 0);

      if (claims.isProtected(blueprint).length === 0) {
        await expect(version(lab, json).destroy()).rejects.toThrow(/prevent_destroy/);
        await applied(version(lab, released(json)));
      }
      await version(lab, released(json)).destroy();
      // ACK keeps the logs of a cluster that it has deleted, unless its delete options say otherwise.
      const kept = lab.account.objects().filter(({ type }) => type !== "alicloud_log_project");
      expect(kept).toEqual([]);
    }));
});

test("a development cluster takes all with it, logs too, without a change before", () =>
  inLab(async (lab) => {
    const [stack, blueprint] = stackWith(
      new App(),
      (scope) => new DevelopmentCluster(scope, "sandbox", { name: "sandbox", zone: "cn-hangzhou-h" }),
    );
    expect(claims.canBeDestroyed(blueprint)).toEqual([]);
    const json = Testing.synth(stack);
    await applied(version(lab, json));
    await version(lab, json).destroy();
    expect(lab.account.objects()).toEqual([]);
  }));
