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
});

test("objects of Kubernetes are there without the version of their API, too", () => {
  const kubernetes = loadProvider("kubernetes");
  expect(kubernetes.resources.get("kubernetes_daemonset")?.type).toBe("kubernetes_daemon_set_v1");
  expect(kubernetes.resources.get("kubernetes_deployment")?.type).toBe("kubernetes_deployment_v1");
  // Of this one the provider has another schema under the name without a version.
  expect(kubernetes.resources.types).not.toContain("kubernetes_ingress");
  expect(kubernetes.resources.types.filter((type) => type.startsWith("alicloud"))).toEqual([]);
});
