import { Lab } from "../../lib";

/**
 * Without the leniency for the SDK, Terraform refuses arguments with a default, which the real providers have and the lab
 * imitates. What has none is held to the strict rules.
 */
const strict = {
  terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
  provider: { alicloud: { region: "cn-hangzhou" } },
  resource: {
    alicloud_vpc: { v: { vpc_name: "v", cidr_block: "10.0.0.0/8", tags: { a: "b" } } },
    alicloud_vswitch: {
      s: { vpc_id: "${alicloud_vpc.v.id}", cidr_block: "10.0.0.0/16", zone_id: "cn-hangzhou-h" },
    },
    alicloud_security_group: { g: { vpc_id: "${alicloud_vpc.v.id}", security_group_name: "g" } },
    alicloud_eip_address: { e: { bandwidth: "10", internet_charge_type: "PayByTraffic" } },
    alicloud_ram_role_policy_attachment: {
      a: { role_name: "worker", policy_name: "AliyunECSReadOnlyAccess", policy_type: "System" },
    },
    alicloud_log_project: { l: { project_name: "strict-logs" } },
    alicloud_kms_alias: { k: { alias_name: "alias/strict", key_id: "key-of-somebody" } },
  },
};

test("resources without defaults are planned, made, read and deleted under Terraform's strict rules", async () => {
  const lab = await Lab.start({ strict: true });
  try {
    const stack = lab.stack(strict, { name: "strict" });
    await stack.apply();
    expect((await stack.plan()).isEmpty).toBe(true);
    const changed = {
      ...strict,
      resource: {
        ...strict.resource,
        alicloud_vpc: { v: { vpc_name: "w", cidr_block: "10.0.0.0/8", tags: { a: "c" } } },
      },
    };
    await lab.stack(changed, { name: "strict" }).apply();
    expect((await lab.stack(changed, { name: "strict" }).plan()).isEmpty).toBe(true);
    await stack.destroy();
    expect(lab.account.objects()).toEqual([]);
  } finally {
    await lab.stop();
  }
});
