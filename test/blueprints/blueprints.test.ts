import { addresses, createTestApp, synthesize } from "cdktf-ack/testing";
import { blueprints, stackWith } from "./cases";

const made = (make: (typeof blueprints)[string]) =>
  stackWith(createTestApp({ context: { "cdktf-ack": {} } }), make);

describe.each(Object.entries(blueprints))("%s", (_, make) => {
  test("is all that it claims to be", () => {
    const [, blueprint] = made(make);
    expect(blueprint.checkClaims()).toEqual([]);
  });

  test("breaks no limit, and warns of nothing", () => {
    const [stack] = made(make);
    const { limits } = synthesize(stack);
    expect(limits.warnings).toEqual([]);
    expect(limits.unusedAcknowledgements).toEqual([]);
  });

  test("has these addresses, which are a contract", () => {
    const [stack] = made(make);
    expect(addresses(stack)).toMatchSnapshot();
  });

  test("is this cluster, with these pools", () => {
    const { resources } = synthesize(made(make)[0]);
    expect(
      [
        "alicloud_cs_managed_kubernetes",
        "alicloud_cs_kubernetes_node_pool",
        "alicloud_cs_autoscaling_config",
      ].map(resources),
    ).toMatchSnapshot();
  });
});
