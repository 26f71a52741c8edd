import { RemovalPolicy, SecretKmsEncryption } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { numberToken, testStack } from "../support/stacks";
import { without } from "../support/without";

const always = {
  description: "Secrets of Kubernetes, shop-secrets",
  key_spec: "Aliyun_AES_256",
  key_usage: "ENCRYPT/DECRYPT",
  pending_window_in_days: 30,
  deletion_protection: "Enabled",
  lifecycle: { prevent_destroy: true },
};

function keyOf(props: ConstructorParameters<typeof SecretKmsEncryption>[2] = {}) {
  const stack = testStack();
  new SecretKmsEncryption(stack, "secrets", props);
  return synthesize(stack).resource("alicloud_kms_key");
}

describe("a new key for Secrets", () => {
  test("is a symmetric one that cannot go by accident", () => {
    expect(keyOf()).toEqual(always);
  });

  test("takes a description, a window, rotation, an instance and tags", () => {
    expect(
      keyOf({
        description: "etcd",
        pendingWindowDays: 7,
        rotationDays: 365,
        kmsInstanceId: "kst-1",
        tags: { team: "shop" },
      }),
    ).toEqual({
      ...always,
      description: "etcd",
      pending_window_in_days: 7,
      automatic_rotation: "Enabled",
      rotation_interval: "365d",
      dkms_instance_id: "kst-1",
      tags: { team: "shop" },
    });
  });

  test("may be destroyed when told so", () => {
    expect(keyOf({ removalPolicy: RemovalPolicy.DESTROY })).toEqual({
      ...without(always, "lifecycle"),
      deletion_protection: "Disabled",
    });
  });

  test("takes numbers that only Terraform knows", () => {
    const stack = testStack();
    const days = numberToken(stack);
    new SecretKmsEncryption(stack, "secrets", { pendingWindowDays: days, rotationDays: days });
    expect(synthesize(stack).resource("alicloud_kms_key")).toMatchObject({
      pending_window_in_days: "${var.number}",
      rotation_interval: "${var.number}d",
    });
  });
});

test("an existing key makes nothing", () => {
  const stack = testStack();
  const encryption = SecretKmsEncryption.withKey(stack, "secrets", "key-1");
  expect(synthesize(stack).json["resource"]).toBeUndefined();
  expect(encryption).toMatchObject({ keyId: "key-1", resource: undefined, before: [] });
});
