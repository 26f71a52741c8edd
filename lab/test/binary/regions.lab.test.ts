import { inLab } from "./support";

/** A network in the first zones of a region, for a provider of that region. */
function network(name: string, provider: string, cidr: string): object {
  const zones = `data.alicloud_zones.${name}.zones`;
  return {
    data: { alicloud_zones: { [name]: { provider, available_resource_creation: "VSwitch" } } },
    resource: {
      alicloud_vpc: { [name]: { provider, cidr_block: cidr } },
      alicloud_vswitch: {
        [name]: {
          provider,
          count: 6,
          vpc_id: `\${alicloud_vpc.${name}.id}`,
          cidr_block: `\${cidrsubnet("${cidr}", 8, count.index)}`,
          zone_id: `\${${zones}[count.index % 2].id}`,
        },
      },
    },
  };
}

test.each(["unix", "tcp"] as const)("a stack works in two regions at once, over %s", (transport) =>
  inLab(
    async (lab) => {
      const [home, away] = [
        network("home", "alicloud", "10.0.0.0/8"),
        network("away", "alicloud.away", "172.16.0.0/12"),
      ] as [Record<string, Record<string, object>>, Record<string, Record<string, object>>];
      const merged = (kind: string): object =>
        Object.fromEntries(
          Object.entries(home[kind] ?? {}).map(([type, named]) => [
            type,
            { ...named, ...away[kind]?.[type] },
          ]),
        );
      const stack = lab.stack({
        terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
        provider: { alicloud: [{ region: "cn-hangzhou" }, { alias: "away", region: "cn-beijing" }] },
        data: merged("data"),
        resource: merged("resource"),
      });
      await stack.apply();
      const zonesOf = async (name: string): Promise<Set<string>> => {
        const state = await stack.state();
        const own = state.filter(({ address }) => address.startsWith(`alicloud_vswitch.${name}[`));
        return new Set(own.map(({ values }) => String(values["zone_id"])));
      };
      expect(await zonesOf("home")).toEqual(new Set(["cn-hangzhou-b", "cn-hangzhou-c"]));
      expect(await zonesOf("away")).toEqual(new Set(["cn-beijing-a", "cn-beijing-c"]));
      for (let again = 0; again < 3; again++) expect((await stack.plan()).isEmpty).toBe(true);
    },
    { transport },
  ),
);
