import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Lab, TerraformError, type Stack } from "cdktf-ack-lab";
import { file, newFolder, removeFolders } from "../terraform/folder";

afterAll(removeFolders);

interface Network {
  readonly cidr?: string;
  readonly vswitch?: Readonly<Record<string, unknown>>;
}

const providers = { required_providers: { alicloud: { source: "aliyun/alicloud", version: "~> 1.289" } } };

/** A stack as cdktf synthesizes it, with its state in OSS. */
function network({ cidr = "10.0.0.0/8", vswitch }: Network = {}): Record<string, unknown> {
  const vpcId = "${alicloud_vpc.main.id}";
  return {
    "//": { metadata: { stackName: "network" } },
    terraform: { backend: { oss: { bucket: "states", key: "network.tfstate" } }, ...providers },
    provider: { alicloud: { region: "cn-hangzhou" } },
    resource: {
      alicloud_vpc: { main: { vpc_name: "shop", cidr_block: cidr } },
      ...(vswitch && {
        alicloud_vswitch: {
          main: { vpc_id: vpcId, cidr_block: "10.1.0.0/16", zone_id: "cn-hangzhou-h", ...vswitch },
        },
      }),
    },
    output: { vpc_id: { value: vpcId } },
  };
}

describe.each(["unix", "tcp"] as const)("A stack in a lab over %s", (transport) => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await Lab.start({ transport });
  });

  afterAll(() => lab.stop());

  const version = (what: Network): Stack => lab.stack(network(what));
  const [first, renamed, moved] = [
    { vswitch_name: "a" },
    { vswitch_name: "b" },
    { zone_id: "cn-hangzhou-i" },
  ];

  test("is planned as new, and applied as planned", async () => {
    const stack = version({ vswitch: first });
    expect(await stack.validate()).toEqual([]);
    const plan = await stack.plan();
    expect(plan.create).toEqual(["alicloud_vpc.main", "alicloud_vswitch.main"]);
    expect(plan.outputs).toMatchObject([{ name: "vpc_id", action: "create", isUnknown: true }]);
    expect(await stack.apply({ plan })).toMatchObject({ created: 2, updated: 0, deleted: 0 });
  });

  test("has an empty second plan", async () => {
    expect((await version({ vswitch: first }).plan()).isEmpty).toBe(true);
  });

  test("has outputs and a state that the account agrees with", async () => {
    const stack = version({ vswitch: first });
    const [vpc] = await stack.state();
    expect(vpc).toMatchObject({
      address: "alicloud_vpc.main",
      isTainted: false,
      values: { vpc_name: "shop" },
    });
    expect(await stack.outputs()).toEqual({ vpc_id: vpc?.values["id"] });
    expect(lab.account.objects().map(({ id }) => id)).toContain(vpc?.values["id"]);
  });

  test("is changed in place", async () => {
    const stack = version({ vswitch: renamed });
    const plan = await stack.plan();
    expect(plan.update).toEqual(["alicloud_vswitch.main"]);
    expect(plan.change("alicloud_vswitch.main")?.changed).toEqual(["vswitch_name"]);
    expect(await stack.apply()).toMatchObject({ created: 0, updated: 1, deleted: 0 });
    expect((await stack.plan()).isEmpty).toBe(true);
  });

  test("is replaced where the provider cannot change", async () => {
    const stack = version({ vswitch: { ...renamed, ...moved } });
    const plan = await stack.plan();
    expect(plan.replace).toEqual(["alicloud_vswitch.main"]);
    expect(plan.change("alicloud_vswitch.main")?.forcedBy).toEqual(["zone_id"]);
    expect(await stack.apply({ plan })).toMatchObject({ created: 1, updated: 0, deleted: 1 });
    expect((await stack.plan()).isEmpty).toBe(true);
  });

  test("is read by another stack, as their backend says", async () => {
    const place = { bucket: "states", key: "network.tfstate", region: "cn-hangzhou" };
    const reader = lab.stack({
      data: { terraform_remote_state: { network: { backend: "oss", config: place } } },
      output: { vpc: { value: "${data.terraform_remote_state.network.outputs.vpc_id}" } },
    });
    await reader.apply();
    expect((await reader.outputs())["vpc"]).toBe((await version({}).outputs())["vpc_id"]);
  });

  test("takes in what exists", async () => {
    const vpc = (await version({}).state()).find(({ type }) => type === "alicloud_vpc");
    const adopting = lab.stack({ ...network(), terraform: providers, "//": {} });
    await expect(adopting.import("alicloud_vpc.main", "vpc-none")).rejects.toThrow(TerraformError);
    await adopting.import("alicloud_vpc.main", String(vpc?.values["id"]));
    expect((await adopting.plan()).changes).toMatchObject([{ address: "alicloud_vpc.main", action: "noop" }]);
  });

  test("reads data sources", async () => {
    const ids = "${[for vpc in data.alicloud_vpcs.all.vpcs : vpc.vpc_name]}";
    const stack = lab.stack({
      terraform: providers,
      provider: { alicloud: { region: "cn-hangzhou" } },
      data: { alicloud_vpcs: { all: { name_regex: "^shop$" } } },
      output: { names: { value: ids } },
    });
    await stack.apply();
    expect(await stack.outputs()).toEqual({ names: ["shop"] });
  });

  test("is destroyed", async () => {
    const stack = version({ vswitch: { ...renamed, ...moved } });
    expect((await stack.plan({ destroy: true })).delete).toEqual([
      "alicloud_vpc.main",
      "alicloud_vswitch.main",
    ]);
    expect(await stack.destroy()).toMatchObject({ deleted: 2 });
    expect(await stack.state()).toEqual([]);
  });
});

describe("A stack that Terraform refuses", () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await Lab.start();
  });

  afterAll(() => lab.stop());

  test("fails with what Terraform said, as data", async () => {
    const failure = await lab
      .stack(network({ vswitch: { nonsense: 1 } }))
      .plan()
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(failure).toBeInstanceOf(TerraformError);
    expect(failure).toMatchObject({
      exitCode: 1,
      summaries: ["Extraneous JSON object property"],
      diagnostics: [{ severity: "error", context: "resource.alicloud_vswitch.main" }],
    });
  });

  test("fails with the values that the provider refuses", async () => {
    const lone = {
      ...network(),
      resource: { alicloud_vpc: { main: { cidr_block: "10.0.0.0/8", dry_run: "x" } } },
    };
    await expect(lab.stack(lone).validate()).rejects.toMatchObject({ exitCode: 1 });
  });

  test("needs the values of its variables", async () => {
    const stack = lab.stack({
      "//": { metadata: { stackName: "variables" } },
      variable: { names: { type: "list(string)" }, size: { type: "number" } },
      output: { all: { value: '${join(",", var.names)}-${var.size}' } },
    });
    await expect(stack.apply()).rejects.toThrow("No value for required variable");
    await stack.apply({ variables: { names: ["a", "b"], size: 2 } });
    expect(await stack.outputs()).toEqual({ all: "a,b-2" });
  });
});

describe("A lab", () => {
  test("keeps its hands off the folder of the stack", async () => {
    const folder = newFolder();
    file(folder, "cdk.tf.json", network());
    file(
      folder,
      "terraform.tfstate",
      '{"version":4,"serial":9,"lineage":"real","outputs":{},"resources":[]}',
    );
    const before = readdirSync(folder);
    const lab = await Lab.start();
    const stack = lab.stack(folder);
    await stack.apply();
    await stack.destroy();
    await lab.stop();
    expect(readdirSync(folder)).toEqual(before);
  });

  test("keeps account and states in files for the next one", async () => {
    const account = join(newFolder(), "account.json");
    const one = await Lab.start({ account });
    await one.stack(network()).apply();
    await one.stop();
    const next = await Lab.start({ account });
    expect((await next.stack(network()).plan()).isEmpty).toBe(true);
    await next.stop();
  });

  test("comes back after a crash in the middle of an apply, and the next apply makes the rest", async () => {
    const lab = await Lab.start({ faults: [{ fault: "crash", on: "create", type: "alicloud_vswitch" }] });
    const stack = lab.stack(network({ vswitch: {} }));
    await expect(stack.apply()).rejects.toThrow(TerraformError);
    expect((await stack.state()).map(({ address }) => address)).toEqual(["alicloud_vpc.main"]);
    expect(await stack.apply()).toMatchObject({ created: 1 });
    expect((await stack.plan()).isEmpty).toBe(true);
    await lab.stop();
  });

  test("leaves nothing behind", async () => {
    const lab = await Lab.start();
    await lab.env();
    await lab.stack(network()).plan();
    const { folder } = lab;
    expect(existsSync(folder)).toBe(true);
    await lab.stop();
    expect(existsSync(join(folder, ".."))).toBe(false);
  });
});
