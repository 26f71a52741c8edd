import { dataAlicloudZones, securityGroup } from "cdktf-ack/alicloud";
import { Vpc } from "cdktf-ack";
import { argumentsByAddress, snapshot } from "cdktf-ack/testing";
import { flannel, poolOptions, proCluster, testStack } from "../support/stacks";

describe("a snapshot", () => {
  test("has every resource and data source by the path of its construct, sorted, and nothing else", () => {
    const stack = testStack();
    new dataAlicloudZones.DataAlicloudZones(stack, "zones", {});
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    new securityGroup.SecurityGroup(stack, "group", {
      vpcId: vpc.vpcId,
      tags: { team: "shop", app: "web" },
      timeouts: { create: "9m" },
      dependsOn: [vpc.resource],
    });
    expect(JSON.stringify(snapshot(stack), null, 1)).toBe(
      JSON.stringify(
        {
          "group (alicloud_security_group)": {
            depends_on: ["vpc/vpc"],
            tags: { app: "web", team: "shop" },
            vpc_id: "${vpc/vpc.id}",
          },
          "vpc/vpc (alicloud_vpc)": { cidr_block: "10.0.0.0/16", vpc_name: "shop-vpc" },
          "zones (data.alicloud_zones)": {},
        },
        null,
        1,
      ),
    );
  });

  test("does not depend on the order in which constructs were made", () => {
    const texts = [
      ["one", "two"],
      ["two", "one"],
    ].map((ids) => {
      const stack = testStack();
      ids.forEach((id) => new Vpc(stack, id, { cidr: "10.0.0.0/16" }));
      return JSON.stringify(snapshot(stack));
    });
    expect(texts[0]).toBe(texts[1]);
  });

  test("has no digests of addresses, and none of the conditions that limits leave to Terraform", () => {
    const stack = testStack();
    const cluster = proCluster(stack, { network: flannel(stack) });
    cluster.addNodePool("workers", poolOptions());
    cluster.resource.lifecycle = {
      createBeforeDestroy: true,
      precondition: [{ condition: "${false}", errorMessage: "no" }],
    };
    expect(JSON.stringify(argumentsByAddress(stack))).toMatch(/_[0-9A-F]{8}\b.*precondition/);
    expect(JSON.stringify(snapshot(stack))).not.toMatch(/_[0-9A-F]{8}\b|precondition/);
    expect(snapshot(stack)["cluster/cluster (alicloud_cs_managed_kubernetes)"]?.["lifecycle"]).toEqual({
      create_before_destroy: true,
    });
  });

  test("cuts long text and still differs where its end does, and unfolds JSON", () => {
    const described = (description: string) => {
      const stack = testStack();
      new securityGroup.SecurityGroup(stack, "group", { description });
      return snapshot(stack)["group (alicloud_security_group)"]?.["description"];
    };
    const long = "x".repeat(200);
    expect(described(`${long}a`)).toMatch(/^x{40}\.\.\. \(201 characters, sha256 [0-9a-f]{12}\)$/);
    expect(described(`${long}a`)).not.toBe(described(`${long}b`));
    expect(described('{"b":1,"a":[2]}')).toEqual({ a: [2], b: 1 });
    expect(described("{no JSON")).toBe("{no JSON");
  });

  test("keeps what protects a resource", () => {
    const stack = testStack();
    proCluster(stack, { network: flannel(stack) });
    expect(snapshot(stack)["cluster/cluster (alicloud_cs_managed_kubernetes)"]).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });
});
