import { rewriteStates } from "../../lib/terraform/rewrite";
import type { JsonObject } from "../../lib/terraform/state-place";

const where = { folder: "/project", localState: (name: string): JsonObject => ({ path: `/lab/${name}` }) };

function backendOf(content: JsonObject): unknown {
  return (content["terraform"] as JsonObject)["backend"];
}

function reading(config: object, backend = "oss"): JsonObject {
  return { data: { terraform_remote_state: { net: { backend, config: config as JsonObject } } } };
}

describe("A configuration in the lab", () => {
  test.each<[string, JsonObject]>([
    ["oss", { backend: { oss: { bucket: "b", key: "k", access_key: "secret" } } }],
    ["s3", { backend: { s3: { bucket: "b", key: "k" } } }],
    ["local", { backend: { local: { path: "/project/terraform.shop.tfstate" } } }],
    ["remote", { backend: { remote: { organization: "o", workspaces: { name: "w" } } } }],
    ["a list around it", { backend: [{ oss: [{ bucket: "b" }] }] }],
    ["a cloud block", { cloud: { organization: "o", workspaces: { name: "w" } } }],
  ])("has its state in the lab, whatever the backend: %s", (_case, settings) => {
    const { content, hasBackend } = rewriteStates(
      { terraform: { required_version: "1", ...settings } },
      where,
    );
    expect(hasBackend).toBe(true);
    expect(content["terraform"]).toEqual({
      required_version: "1",
      backend: { local: { path: expect.stringMatching(/^\/lab\//) } },
    });
    expect(JSON.stringify(content)).not.toContain("secret");
  });

  test.each(["oss", "s3"])("reads the state of another stack where that stack has it: %s", (kind) => {
    const place = { bucket: "b", key: "network" };
    const { content } = rewriteStates({ terraform: { backend: { [kind]: place } } }, where);
    const reader = rewriteStates(reading({ ...place, region: "r" }, kind), where);
    const { data } = reader.content as { data: { terraform_remote_state: { net: JsonObject } } };
    expect(data.terraform_remote_state.net).toEqual({
      backend: "local",
      config: (backendOf(content) as JsonObject)["local"],
    });
    expect(reader.hasBackend).toBe(false);
  });

  test("keeps all else as it is", () => {
    const content = {
      "//": { metadata: {} },
      terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
      data: { alicloud_zones: { all: { available_resource_creation: "VSwitch" } } },
      resource: { alicloud_vpc: { main: { cidr_block: "10.0.0.0/8" } } },
    };
    expect(rewriteStates(content, where)).toEqual({ content, hasBackend: false });
  });

  test("keeps the workspace and the defaults of what it reads", () => {
    const data = reading({ bucket: "b" })["data"] as { terraform_remote_state: { net: JsonObject } };
    const net = { ...data.terraform_remote_state.net, workspace: "blue", defaults: { a: 1 } };
    const { content } = rewriteStates({ data: { terraform_remote_state: [{ net: [net] }] } }, where);
    expect(content["data"]).toMatchObject({
      terraform_remote_state: [{ net: [{ workspace: "blue", defaults: { a: 1 }, backend: "local" }] }],
    });
  });

  test.each([
    ["${local.state}", "is an expression"],
    [{ bucket: "${var.bucket}" }, "is an expression"],
  ])("is refused where nobody can tell which state it reads: %j", (config, message) => {
    expect(() => rewriteStates(reading(config as object), where)).toThrow(
      `data.terraform_remote_state.net: `,
    );
    expect(() => rewriteStates(reading(config as object), where)).toThrow(message);
  });
});
