import { loadProvider } from "../../lib/schema";

const { resources, dataSources } = loadProvider("alicloud");

test.each([
  ["alicloud_eip", "alicloud_eip_address"],
  ["alicloud_key_pair", "alicloud_ecs_key_pair"],
  ["alicloud_snapshot_policy", "alicloud_ecs_auto_snapshot_policy"],
])("%s is an older name of %s", (older, type) => {
  expect(resources.types).toContain(older);
  expect(resources.get(older)).toMatchObject({ type, block: resources.get(type)?.block });
});

test("older names are those of data sources, too, and of nothing that is not there", () => {
  expect(dataSources.get("alicloud_eips")?.type).toBe("alicloud_eip_addresses");
  expect(resources.types).not.toContain("alicloud_eips");
  expect(loadProvider("kubernetes").resources.types.filter((type) => type.startsWith("alicloud"))).toEqual(
    [],
  );
});
