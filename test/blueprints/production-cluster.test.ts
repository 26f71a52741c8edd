import { Login, RemovalPolicy } from "cdktf-ack";
import { ProductionCluster, type ProductionClusterProps } from "cdktf-ack/blueprints";
import { addresses, snapshot, synthesize } from "cdktf-ack/testing";
import { testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"] as const;

function production(props: Partial<ProductionClusterProps> = {}) {
  const stack = testStack("prod");
  const made = new ProductionCluster(stack, "shop", { name: "shop", zones, ...props });
  return { stack, made };
}

describe("a production cluster", () => {
  test("has these addresses, which are a contract", () => {
    expect(addresses(production().stack)).toMatchSnapshot();
  });

  test("is this configuration", () => {
    expect(
      snapshot(production({ login: Login.keyPair("ops"), tags: { team: "shop" } }).stack),
    ).toMatchSnapshot();
  });

  test("keeps its promises: private API server, three zones, encrypted Secrets and disks, logs, protection", () => {
    const { stack } = production();
    const { resource, resources } = synthesize(stack);
    const cluster = resource("alicloud_cs_managed_kubernetes");
    expect(cluster).toMatchObject({
      cluster_spec: "ack.pro.small",
      slb_internet_enabled: false,
      disable_encryption: false,
      control_plane_log_components: ["apiserver", "kcm", "scheduler", "ccm"],
      audit_log_config: { enabled: true },
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(cluster["vswitch_ids"]).toHaveLength(3);
    expect(cluster["pod_vswitch_ids"]).toHaveLength(3);
    for (const pool of Object.values(resources("alicloud_cs_kubernetes_node_pool"))) {
      expect(pool["system_disk_encrypted"]).toBe(true);
      expect(pool["vswitch_ids"]).toHaveLength(3);
      expect(pool["instance_types"]).toHaveLength(3);
    }
    expect(Object.keys(resources("alicloud_snat_entry"))).toHaveLength(6);
  });

  test("takes a block, instance types, bounds and a removal policy", () => {
    const { stack, made } = production({
      cidr: "192.168.0.0/16",
      workerTypes: ["ecs.g8y.xlarge"],
      minWorkers: 1,
      maxWorkers: 5,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { resource } = synthesize(stack);
    expect(resource("alicloud_vpc")["cidr_block"]).toBe("192.168.0.0/16");
    expect(resource("alicloud_cs_managed_kubernetes")["deletion_protection"]).toBe(false);
    expect(resource("alicloud_kms_key")["deletion_protection"]).toBe("Disabled");
    expect(made.system.capacity).toMatchObject({ min: 3, max: 3 });
    expect(made.workers.capacity).toMatchObject({ min: 1, max: 5, isAutoscaled: true });
    expect(made.workers.resource.instanceTypesInput).toEqual(["ecs.g8y.xlarge"]);
    expect(made.cluster.network).toBe(made.network);
  });
});
