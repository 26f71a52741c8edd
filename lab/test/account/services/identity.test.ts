import { CloudUser, refusalOf } from "../support/cloud-user";

describe("RAM", () => {
  it("names a role once, by both of its names", async () => {
    const user = new CloudUser();
    const role = await user.create("alicloud_ram_role", { role_name: "Ops" });
    expect(role).toMatchObject({ id: "Ops", name: "Ops", arn: "acs:ram::1234567890123456:role/ops" });
    expect(refusalOf(await user.tryCreate("alicloud_ram_role", { name: "Ops" }))).toContain(
      "EntityAlreadyExists.Role",
    );
  });

  it("keeps a role and a policy that belong together", async () => {
    const user = new CloudUser();
    const role = await user.create("alicloud_ram_role", { role_name: "r" });
    const policy = await user.create("alicloud_ram_policy", { policy_name: "p" });
    const given = { role_name: "r", policy_name: "p", policy_type: "Custom" };
    const attachment = await user.create("alicloud_ram_role_policy_attachment", given);
    expect(attachment["id"]).toBe("role:p:Custom:r");
    const again = await user.tryCreate("alicloud_ram_role_policy_attachment", given);
    expect(refusalOf(again)).toContain("EntityAlreadyExists.Role.Policy");
    expect(refusalOf(await user.tryDelete("alicloud_ram_role", role))).toContain(
      "DeleteConflict.Role.Policy",
    );
    expect(refusalOf(await user.tryDelete("alicloud_ram_policy", policy))).toContain(
      "DeleteConflict.Policy.Role",
    );
    await user.delete("alicloud_ram_role_policy_attachment", attachment);
    await user.delete("alicloud_ram_role", role);
    await user.delete("alicloud_ram_policy", policy);
  });

  it("lets a role go with its policies when it is forced", async () => {
    const user = new CloudUser();
    const role = await user.create("alicloud_ram_role", { role_name: "r", force: true });
    await user.create("alicloud_ram_role_policy_attachment", {
      role_name: "r",
      policy_name: "S",
      policy_type: "System",
    });
    await user.delete("alicloud_ram_role", role);
    expect(user.account.objects()).toEqual([]);
  });

  it("knows the policies of the system without being told", async () => {
    const user = new CloudUser({ existing: "strict" });
    await user.create("alicloud_ram_role", { role_name: "r" });
    const system = { role_name: "r", policy_name: "AliyunECSReadOnlyAccess", policy_type: "System" };
    await expect(user.create("alicloud_ram_role_policy_attachment", system)).resolves.toBeDefined();
    const custom = await user.tryCreate("alicloud_ram_role_policy_attachment", {
      ...system,
      policy_type: "Custom",
    });
    expect(refusalOf(custom)).toContain("EntityNotExist.Policy");
  });
});

describe("KMS", () => {
  it("does not tell the pending window by its other name", async () => {
    const user = new CloudUser();
    const key = await user.create("alicloud_kms_key", { pending_window_in_days: 30 });
    const changed = await user.update("alicloud_kms_key", key, { pending_window_in_days: 20 });
    expect(await user.read("alicloud_kms_key", changed)).toMatchObject({
      pending_window_in_days: 20,
      deletion_window_in_days: null,
    });
  });

  it("has uuids as ids, and one status under two names", async () => {
    const key = await new CloudUser().create("alicloud_kms_key");
    expect(key["id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(key).toMatchObject({ status: "Enabled", key_state: "Enabled", is_enabled: true });
  });

  it("keeps a protected key until the protection is off", async () => {
    const user = new CloudUser();
    const key = await user.create("alicloud_kms_key", { deletion_protection: "Enabled" });
    expect(refusalOf(await user.tryDelete("alicloud_kms_key", key))).toContain("Rejected.DeletionProtection");
    await user.delete(
      "alicloud_kms_key",
      await user.update("alicloud_kms_key", key, { deletion_protection: "Disabled" }),
    );
    const alias = await user.tryCreate("alicloud_kms_alias", {
      alias_name: "alias/a",
      key_id: key["id"] ?? "",
    });
    expect(refusalOf(alias)).toContain("Forbidden.KeyNotFound");
  });
});

describe("logs, key pairs and buckets", () => {
  it("take the stores of a project along with it", async () => {
    const user = new CloudUser();
    const project = await user.create("alicloud_log_project", { project_name: "p" });
    const store = { project_name: "p", logstore_name: "s" };
    const made = await user.create("alicloud_log_store", store);
    expect(made).toMatchObject({ id: "p:s", project: "p", name: "s" });
    expect(refusalOf(await user.tryCreate("alicloud_log_store", store))).toContain("LogStoreAlreadyExist");
    await user.delete("alicloud_log_project", project);
    expect(user.account.objects()).toEqual([]);
    expect(refusalOf(await user.tryCreate("alicloud_log_store", store))).toContain("ProjectNotExist");
  });

  it("have names that are taken once", async () => {
    const user = new CloudUser();
    await user.create("alicloud_ecs_key_pair", { key_pair_name: "ops" });
    await user.create("alicloud_oss_bucket", { bucket: "b" });
    await user.create("alicloud_log_project", { project_name: "p" });
    expect(refusalOf(await user.tryCreate("alicloud_ecs_key_pair", { key_name: "ops" }))).toContain(
      "KeyPair.AlreadyExist",
    );
    expect(refusalOf(await user.tryCreate("alicloud_oss_bucket", { bucket: "b" }))).toContain(
      "BucketAlreadyExists",
    );
    expect(refusalOf(await user.tryCreate("alicloud_log_project", { project_name: "p" }))).toContain(
      "ProjectAlreadyExist",
    );
  });

  it("do not give the key of a pair back to an import", async () => {
    const user = new CloudUser();
    await user.create("alicloud_ecs_key_pair", { key_pair_name: "ops", public_key: "ssh-rsa A" });
    expect((await user.import("alicloud_ecs_key_pair", "ops")).state).toMatchObject({
      key_name: "ops",
      public_key: null,
    });
  });
});

describe("security groups", () => {
  it("have rules whose id says what they allow", async () => {
    const user = new CloudUser();
    const group = await user.create("alicloud_security_group");
    const rule = await user.create("alicloud_security_group_rule", {
      security_group_id: group["id"] ?? "",
      type: "ingress",
      ip_protocol: "tcp",
      port_range: "443/443",
      cidr_ip: "10.0.0.0/8",
      priority: 10,
    });
    expect(rule["id"]).toBe(`${String(group["id"])}:ingress:tcp:443/443:intranet:10.0.0.0/8:accept:10`);
  });
});
